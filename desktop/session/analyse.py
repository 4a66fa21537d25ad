"""Progress, missing items and warnings per system, as plain values for ``analyse --json`` and for reading."""

from datetime import date
from typing import Any

from desktop.analysis.checks import judge
from desktop.analysis.portfolio import is_stalled, months_between
from desktop.analysis.progress import sprint_progress
from desktop.method import Method
from desktop.text import say
from desktop.text.formatting import number
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import System, Workbook


def analyse(workbook: Workbook, method: Method, today: date, system_id: str | None = None) -> dict[str, Any]:
    """``{"systems": {ID: {...}}}`` for all systems or one; raises KeyError for an unknown system."""
    chosen = [workbook.systems[system_id]] if system_id is not None else workbook.systems.values()
    return {"systems": {system.id: _system(workbook, method, system, today) for system in chosen}}


def _system(workbook: Workbook, method: Method, system: System, today: date) -> dict[str, Any]:
    weeks = sprint_progress(workbook, method, system) if system.sprint else ()
    return {
        "name": system.name,
        "stage": system.stage.value if system.stage else None,
        "in_sprint": system.sprint is not None,
        "progress": {
            "done": sum(week.done for week in weeks),
            "total": sum(len(week.checks) for week in weeks),
            "weeks": [{"page": week.page.id, "done": week.done, "total": len(week.checks)} for week in weeks],
        },
        "missing": [
            {
                "check": entry.check.id,
                "page": entry.page.id,
                "label": entry.check.label,
                "why": _why(workbook, entry.verdict),
            }
            for week in weeks
            for entry in week.checks
            if entry.verdict.state == "open"
        ],
        "warnings": _warnings(workbook, method, system, today),
    }


def _why(workbook: Workbook, verdict: Any) -> str:
    return verdict_sentence(verdict.code, verdict.values, workbook.engagement.currency)


def _warnings(workbook: Workbook, method: Method, system: System, today: date) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    if is_stalled(system, today) and system.started:
        months = number(months_between(system.started, today), 1)
        found.append(
            {"rule": "stalled", "message": say("analyse.stalled", months=months), "source": method.cite("stall-months")}
        )
    if proposals := sum(proposal.state == "open" for proposal in system.proposals.values()):
        found.append({"rule": "proposals-open", "message": say("analyse.proposals", n=proposals), "source": ""})
    if system.sprint is None:
        return found
    for page, check in method.sprint_checks:
        verdict = judge(check.id, workbook, system)
        if verdict.state == "failed":
            found.append(
                {"rule": check.id, "message": f"{check.label}: {_why(workbook, verdict)}", "source": page.name}
            )
    return found
