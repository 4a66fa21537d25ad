"""What a decision rests on, as lines of plain text: the record that a seal freezes.

One fact a line, ``key = value``; the key's first part says what it is about. The same workbook gives the same lines.
Values are written as the project holds them (amounts and shares in full, days as YYYY-MM-DD, people by id), so that
nothing depends on a language or on rounding. Anybody can read it, and check its hash with any tool for SHA-256.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.analysis.evaluation import evaluate
from desktop.analysis.findings import findings, risk_tier
from desktop.analysis.governance import controls
from desktop.analysis.ladder import rung_of
from desktop.analysis.readiness import agent_checks, five_questions
from desktop.analysis.scoring import standings
from desktop.analysis.value import three_numbers
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.decision import Decision

FORMAT = "readiness-decision 1"
Facts = Mapping[str, str]
Fact = tuple[str, str]


@dataclass(frozen=True)
class Occasion:
    """When and by whom it is sealed. ``revision`` is that of the last saved file, ``previous`` the seal before."""

    on: date
    by: str
    revision: str = ""
    previous: str = ""


def facts_of(workbook: Workbook, method: Method, system: System) -> dict[str, str]:
    """Everything the decision rests on, by key."""
    return dict(_facts(workbook, method, system))


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
    return tuple(line(*fact) for fact in {**sealed, **decision, **facts_of(workbook, method, system)}.items())


def line(key: str, value: str) -> str:
    """One line; what would break it is escaped as in C."""
    escaped = value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")
    return f"{key} = {escaped}"


def read(lines: tuple[str, ...]) -> dict[str, str]:
    """The facts of a record by key; lines that hold none are passed over, for a damaged record is read as well."""
    pairs = (text.partition(" = ") for text in lines)
    return {key: _unescaped(value) for key, sign, value in pairs if sign}


def _unescaped(text: str) -> str:
    parts = text.split("\\\\")
    return "\\".join(part.replace("\\n", "\n").replace("\\r", "\r") for part in parts)


def decision_facts(decision: Decision) -> dict[str, str]:
    """What was decided and on which terms; when a condition was met comes later and is no part of it."""
    found = {
        "outcome": decision.outcome.value if decision.outcome else "",
        "decided_on": _day(decision.decided_on),
        "decided_by": ", ".join(decision.decided_by),
        "reason": decision.reason,
        "resources": decision.resources,
        "budget": "" if decision.budget is None else f"{decision.budget:f}",
        "dissent": decision.dissent,
    }
    for key, entry in sorted(decision.conditions.items()):
        part = {"text": entry.text, "owner": entry.owner or "", "due": _day(entry.due)}
        found |= {f"conditions/{key}/{name}": value for name, value in part.items()}
    if (override := decision.override) is not None:
        found |= {"override/by": override.by, "override/reason": override.reason, "override/on": _day(override.on)}
        found["override/findings"] = ", ".join(override.findings)
    return {f"decision/{key}": value for key, value in found.items()}


def _facts(workbook: Workbook, method: Method, system: System) -> Iterator[Fact]:
    sprint = system.sprint or Sprint()
    yield from _frame(workbook, method, system)
    for person in sorted({*sprint.decision.decided_by, *(c.owner or "" for c in sprint.decision.conditions.values())}):
        if known := workbook.people.get(person):
            yield f"people/{person}", ", ".join(part for part in (known.name, known.role) if part)
    yield from _numbers(sprint)
    yield from _evaluation(sprint)
    yield from _diagnosis(workbook, method, system)
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
    yield "system/inputs_sha256", inputs_digest(system)


def inputs_digest(system: System) -> str:
    """SHA-256 over everything entered for the system but its decisions, defaults left out, so that any change shows."""
    whole = system.model_dump(mode="json", exclude_defaults=True)
    sprint = {name: part for name, part in whole.get("sprint", {}).items() if name not in {"decision", "superseded"}}
    plain = json.dumps({**whole, "sprint": sprint}, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _numbers(sprint: Sprint) -> Iterator[Fact]:
    found = three_numbers(sprint.value)
    for name, amount in (("continuing", found.continuing), ("investment", found.investment), ("net", found.net)):
        yield from _range(f"numbers/{name}", amount)
    yield "numbers/horizon_months", str(found.horizon)
    yield "numbers/payback_month", str(found.likely.payback_month or "never") if found.likely else ""


def _range(key: str, amount: Range | None) -> Iterator[Fact]:
    for end in ("low", "likely", "high"):
        value = getattr(amount, end, None)
        yield f"{key}/{end}", "" if value is None else f"{value:f}"


def _evaluation(sprint: Sprint) -> Iterator[Fact]:
    found = evaluate(sprint)
    if (latest := found.latest) is not None:
        yield "evaluation/run", latest.id
        yield "evaluation/on", _day(latest.on)
        yield "evaluation/correct", str(latest.correct)
        yield "evaluation/scored", str(latest.scored)
        for name, share in (
            ("share", latest.interval.share),
            ("low", latest.interval.low),
            ("high", latest.interval.high),
        ):
            yield f"evaluation/{name}", f"{share:.6f}"
    yield "evaluation/threshold", "" if found.threshold is None else f"{found.threshold:.6f}"
    yield "evaluation/cleared", "yes" if found.cleared else "no"


def _diagnosis(workbook: Workbook, method: Method, system: System) -> Iterator[Fact]:
    found = standings(method, system)
    rung = rung_of(method, system, found)
    yield "ladder/rung", str(rung.rung)
    yield "ladder/earned", str(rung.earned)
    yield "answers/answered", str(sum(entry.answered for entry in found.values()))
    yield "answers/total", str(len(found))
    for gap in findings(workbook, method, system, found):
        managed = "managed" if gap.treated else "open"
        yield f"findings/{gap.kind}/{gap.question}", f"level {gap.level}, needs {gap.needed}, {managed}"
    for name, verdict in (
        ("scale", five_questions(workbook, method, system, found)),
        ("agent", agent_checks(workbook, load_practice().agent_checks, system, found)),
    ):
        for reply in verdict.replies:
            yield f"ready/{name}/{reply.id}", reply.answer


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""
