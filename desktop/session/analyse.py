"""Progress, missing items, lenses, findings and warnings per system, as plain values for ``analyse --json``."""

from datetime import date
from typing import Any

from desktop.analysis.checks import judge
from desktop.analysis.findings import risk_tier
from desktop.analysis.ladder import Rung
from desktop.analysis.memo import Assessment, Memo
from desktop.analysis.perspectives import voices
from desktop.analysis.progress import PageProgress, sprint_progress
from desktop.analysis.readiness import Readiness
from desktop.analysis.scoring import Score, Standing
from desktop.analysis.verdict import Verdict
from desktop.analysis.warned import Warned
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import System, Workbook


def analyse(
    workbook: Workbook, method: Method, today: date, system_id: str | None = None, memo: Memo | None = None
) -> dict[str, Any]:
    """``{"systems": {ID: {...}}}`` for all systems or one; raises KeyError for an unknown system.

    A ``memo`` that is kept between calls thinks over only what has changed since.
    """
    memo = Memo(method, load_practice()) if memo is None else memo  # one that remembers nothing yet is false
    chosen = [workbook.systems[system_id]] if system_id is not None else workbook.systems.values()
    return {"systems": {one.id: _system(workbook, method, one, memo.assess(workbook, one, today)) for one in chosen}}


def _system(workbook: Workbook, method: Method, system: System, seen: Assessment) -> dict[str, Any]:
    weeks = sprint_progress(workbook, method, system) if system.sprint else ()
    return {
        "name": system.name,
        "stage": system.stage.value if system.stage else None,
        "risk_tier": risk_tier(system).value,
        "in_sprint": system.sprint is not None,
        "progress": _progress(weeks),
        "missing": _missing(workbook, weeks),
        **_ladder(system, seen.rung),
        "lenses": _lenses(seen),
        "findings": [{"question": gap.question, "class": gap.kind, "treated": gap.treated} for gap in seen.findings],
        "warnings": [_warning(warned) for warned in seen.warnings] + _failed(workbook, method, system),
        "perspectives": _perspectives(method, seen),
        "five_questions": _readiness(seen.five_questions),
        "agent_checks": _readiness(seen.agent_checks),
        "trace": {key: _trace(entry) for key, entry in seen.found.items() if entry.views or entry.reconciled},
    }


def _ladder(system: System, rung: Rung) -> dict[str, Any]:
    following = None
    if rung.next_rung is not None:
        following = {
            "rung": rung.next_rung,
            "unmet": [{"criterion": entry.question, "because": entry.because} for entry in rung.unmet],
            "cheapest_tasks": [
                {"id": task.id, "title": task.title, "effort": float(task.effort.likely or 0)} for task in rung.tasks
            ],
        }
    override = system.rung_override.model_dump(mode="json") if system.rung_override else None
    return {"rung": rung.rung, "rung_earned": rung.earned, "rung_override": override, "next_rung": following}


def _readiness(readiness: Readiness) -> dict[str, Any]:
    return {
        "ready": readiness.ready,
        "owner": readiness.owner or None,
        "answers": {
            reply.id: {
                "answer": reply.answer,
                "by": list(reply.by),
                "owner_spoke": reply.owner_spoke,
                "because": list(reply.because),
            }
            for reply in readiness.replies
        },
    }


def _progress(weeks: tuple[PageProgress, ...]) -> dict[str, Any]:
    return {
        "done": sum(week.done for week in weeks),
        "total": sum(len(week.checks) for week in weeks),
        "weeks": [{"page": week.page.id, "done": week.done, "total": len(week.checks)} for week in weeks],
    }


def _missing(workbook: Workbook, weeks: tuple[PageProgress, ...]) -> list[dict[str, str]]:
    checks = [entry for week in weeks for entry in week.checks if entry.verdict.state == "open"]
    return [
        {"check": e.check.id, "page": e.page.id, "label": e.check.label, "why": _why(workbook, e.verdict)}
        for e in checks
    ]


def _lenses(seen: Assessment) -> dict[str, Any]:
    return {
        lens: {"groups": {group: _score(one) for group, one in scores.items()}} for lens, scores in seen.lenses.items()
    }


def _score(one: Score) -> dict[str, float | None]:
    return {"score": one.score, "low": one.low, "high": one.high, "coverage": one.coverage}


def _perspectives(method: Method, seen: Assessment) -> dict[str, Any]:
    conditions = method.lens["conditions"].groups
    return {
        "missing": list(seen.silent),
        "disagreements": [
            {"question": apart.question, "levels": apart.levels, "spread": apart.spread} for apart in seen.disagreements
        ],
        "conditions": {
            group.id: {voice.perspective: voice.mean for voice in voices(method, "conditions", group.id, seen.found)}
            for group in conditions
        },
    }


def _trace(entry: Standing) -> dict[str, Any]:
    return {
        "level": entry.level,
        "not_applicable": entry.not_applicable,
        "evidenced": entry.evidenced,
        "by": "reconciled" if entry.reconciled else "lowest view",
        "views": {name: view.level for name, view in entry.views},
    }


def _why(workbook: Workbook, verdict: Verdict) -> str:
    return verdict_sentence(verdict.code, verdict.values, workbook.engagement.currency)


def _warning(warned: Warned) -> dict[str, str]:
    words = warned.words
    return {
        "rule": warned.rule,
        "severity": warned.severity,
        "message": f"{words.name}: {words.raised}",
        "raised_by": ".".join(warned.at),
        "clears_when": words.clears,
    }


def _failed(workbook: Workbook, method: Method, system: System) -> list[dict[str, str]]:
    """Checks that were entered and are not good enough."""
    if system.sprint is None:
        return []
    found = []
    for page, check in method.sprint_checks:
        verdict = judge(check.id, workbook, system)
        if verdict.state == "failed":
            found.append(
                {
                    "rule": check.id,
                    "severity": "caution",
                    "message": f"{check.label}: {_why(workbook, verdict)}",
                    "raised_by": ".".join(verdict.at),
                    "clears_when": f"{page.name}: {check.label}",
                }
            )
    return found
