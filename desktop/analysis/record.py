"""What a decision rests on, gathered: the facts that a seal freezes. The same workbook gives the same facts."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.analysis.evaluation import evaluate
from desktop.analysis.findings import risk_tier
from desktop.analysis.governance import controls
from desktop.analysis.memo import Assessment
from desktop.analysis.memo import assess as thought_over
from desktop.analysis.record_text import decision_facts, digest, iso, line, read
from desktop.analysis.value import three_numbers
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.decision import Seal

if TYPE_CHECKING:
    from pydantic.main import IncEx

FORMAT = "readiness-decision 1"
RANGES = ("continuing", "investment", "net", "npv", "delay")
Fact = tuple[str, str]


@dataclass(frozen=True)
class Occasion:
    """When and by whom it is sealed. ``revision`` is that of the last saved file, ``previous`` the seal before."""

    on: date
    by: str
    revision: str = ""
    previous: str = ""


def facts_of(workbook: Workbook, method: Method, system: System, seen: Assessment | None = None) -> dict[str, str]:
    """Everything the decision rests on, by key. ``seen`` spares thinking the system over where that was done already."""
    return dict(_facts(workbook, method, system, seen))


def record(workbook: Workbook, method: Method, system: System, occasion: Occasion) -> tuple[str, ...]:
    """The lines to seal."""
    sealed = {
        "format": FORMAT,
        "sealed/on": occasion.on.isoformat(),
        "sealed/by": occasion.by,
        "sealed/revision": occasion.revision,
        "sealed/previous": occasion.previous,
    }
    decision = decision_facts((system.sprint or Sprint()).decision)
    whole = {"system/inputs_sha256": inputs_digest(system)}
    return tuple(line(*fact) for fact in {**sealed, **decision, **facts_of(workbook, method, system), **whole}.items())


def make_seal(workbook: Workbook, method: Method, system: System, occasion: Occasion) -> Seal:
    """The seal of the system's present decision."""
    lines = record(workbook, method, system, occasion)
    return Seal(record=lines, sha256=digest(lines), on=occasion.on, by=occasion.by)


def _facts(workbook: Workbook, method: Method, system: System, seen: Assessment | None) -> Iterator[Fact]:
    sprint = system.sprint or Sprint()
    yield from _frame(workbook, method, system)
    for person in sorted({*sprint.decision.decided_by, *(c.owner or "" for c in sprint.decision.conditions.values())}):
        if known := workbook.people.get(person):
            yield f"people/{person}", ", ".join(part for part in (known.name, known.role) if part)
    yield from _numbers(sprint)
    yield from _evaluation(sprint)
    yield from _diagnosis(seen or thought_over(workbook, method, load_practice(), system, date.min))
    for control in controls(workbook, load_practice(), system):
        yield f"controls/{control.control.id}", control.state


def _frame(workbook: Workbook, method: Method, system: System) -> Iterator[Fact]:
    yield "project/client", workbook.engagement.client
    yield "project/currency", workbook.engagement.currency
    yield "project/method", ", ".join(f"{name} {version}" for name, version in sorted(method.packs.items()))
    yield "system/id", system.id
    yield "system/name", system.name
    yield "system/stage", system.stage.value if system.stage else ""
    yield "system/impact", system.impact.value if system.impact else ""
    yield "system/tier", risk_tier(system).value
    yield "system/tier_decided", "yes" if system.risk_tier else "no"


def inputs_digest(system: System) -> str:
    """SHA-256 over everything entered for the system but its decisions, defaults left out, so that any change shows.

    Where a box stands on the integration map is how it looks and not what the decision rests on. Kept texts of examples
    are not either: its runs' figures are, and a person may take personal data away without touching what was decided.
    """
    aside: dict[str, IncEx] = {"connections": {"__all__": {"place"}}, "scoring": {"runs": {"__all__": {"kept"}}}}
    whole = system.model_dump(mode="json", exclude_defaults=True, exclude={"sprint": aside})
    sprint = {name: part for name, part in whole.get("sprint", {}).items() if name not in {"decision", "superseded"}}
    plain = json.dumps({**whole, "sprint": sprint}, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _numbers(sprint: Sprint) -> Iterator[Fact]:
    found = three_numbers(sprint.value)
    for name in RANGES:
        yield from _range(f"numbers/{name}", getattr(found, name))
    yield "numbers/horizon_months", str(found.horizon)
    yield "numbers/payback_month", str(found.likely.payback_month or "never") if found.likely else ""


def inputs_changed(seal: Seal, system: System) -> bool:
    """Something was entered or taken away since, whether or not it changed a figure."""
    return read(seal.record).get("system/inputs_sha256") != inputs_digest(system)


def _range(key: str, amount: Range | None) -> Iterator[Fact]:
    for end in ("low", "likely", "high"):
        value = getattr(amount, end, None)
        yield f"{key}/{end}", "" if value is None else f"{value:f}"


def _evaluation(sprint: Sprint) -> Iterator[Fact]:
    found = evaluate(sprint)
    latest = found.latest
    interval = latest.interval if latest else None
    yield "evaluation/run", latest.id if latest else ""
    yield "evaluation/on", iso(latest.on) if latest else ""
    yield "evaluation/correct", str(latest.correct) if latest else ""
    yield "evaluation/scored", str(latest.scored) if latest else ""
    for name in ("share", "low", "high"):
        yield f"evaluation/{name}", f"{getattr(interval, name):.6f}" if interval else ""
    yield "evaluation/threshold", "" if found.threshold is None else f"{found.threshold:.6f}"
    yield "evaluation/cleared", "yes" if found.cleared else "no"


def _diagnosis(seen: Assessment) -> Iterator[Fact]:
    yield "ladder/rung", str(seen.rung.rung)
    yield "ladder/earned", str(seen.rung.earned)
    yield "answers/answered", str(sum(entry.answered for entry in seen.found.values()))
    yield "answers/total", str(len(seen.found))
    for gap in seen.findings:
        managed = "managed" if gap.treated else "open"
        yield f"findings/{gap.kind}/{gap.question}", f"level {gap.level}, needs {gap.needed}, {managed}"
    for name, verdict in (("scale", seen.five_questions), ("agent", seen.agent_checks)):
        for reply in verdict.replies:
            yield f"ready/{name}/{reply.id}", reply.answer
