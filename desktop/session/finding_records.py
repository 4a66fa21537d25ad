"""The records of one system that *Find anything* finds, each with the page and the entry that it leads to.

What the method's pages list (steps, duties, items, signals, amounts) is read from their declarations, so that a list
which is declared tomorrow is found tomorrow. The decision, its conditions and what the hand-made pages hold come beside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.analysis.governance import controls
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.method.schema import Field, Kind
from desktop.session.checkin import CHECKIN
from desktop.session.decision import DECISION, outcome_words
from desktop.session.evidence import EVALUATION
from desktop.session.evidence_edits import runs_place
from desktop.session.governance import GOVERNANCE
from desktop.session.plan_page import PLAN
from desktop.session.rows import Scope, row
from desktop.session.view import Entry
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook import System, Workbook
from desktop.workbook.decision import Decision
from desktop.workbook.path import Path

_LISTED = frozenset({Kind.TABLE, Kind.RECORDS, Kind.RACI})
_ELSEWHERE = frozenset(
    {"sprint.scoring.runs", "sprint.decision.conditions", "governance.controls"}
)  # hand-made pages show them
_LONGEST = 120  # characters of a text that stands for its record


@dataclass(frozen=True)
class Record:
    """One record: its own words, what it is, and where it stands."""

    title: str
    detail: str
    page: str
    at: Path


def records(workbook: Workbook, method: Method, system: System, today: date) -> Iterator[Record]:
    """Every record of the system that has words of its own."""
    yield from _decisions(system)
    yield from _declared(workbook, method, system, today)
    yield from _tasks(method, system)
    yield from _runs(system)
    yield from _controls(workbook, system, today)
    yield from _rulings(system)


def _declared(workbook: Workbook, method: Method, system: System, today: date) -> Iterator[Record]:
    scope = Scope(workbook, system, today, {})
    for page in method.pages:
        if page.scope != "system" or (page.track == "sprint" and system.sprint is None):
            continue
        for card in page.cards:
            for field in card.fields:
                if field.kind in _LISTED and field.bind not in _ELSEWHERE:
                    yield from _list(scope, field, page.id, page.name)


def _list(scope: Scope, field: Field, page: str, name: str) -> Iterator[Record]:
    listed = row(scope, field, scope.base)
    detail = say("shell.find.listed", list=field.label, page=name)
    for entry in listed.entries:
        if title := entry.title or _words(entry):
            yield Record(title, detail, page, (*listed.path, entry.id))


def _words(entry: Entry) -> str:
    """The first text that was typed into a record without a name of its own."""
    texts = (cell.value for cell in entry.rows if cell.kind in (Kind.TEXT, Kind.PARAGRAPH))
    return _short(str(next((text for text in texts if text), "")))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _decisions(system: System) -> Iterator[Record]:
    if system.sprint is None:
        return
    base = ("systems", system.id, "sprint", "decision")
    for found, earlier in ((system.sprint.decision, False), *((one, True) for one in _superseded(system))):
        if found.outcome is None:
            continue
        title = outcome_words(found.outcome)
        if found.decided_on:
            title = say("shell.find.decided", outcome=title, day=day(found.decided_on))
        yield Record(title, say(f"shell.find.decision.{_kind(found, earlier=earlier)}"), DECISION, base)
    for key, condition in system.sprint.decision.conditions.items():
        if condition.text:
            yield Record(_short(condition.text), say("shell.find.condition"), DECISION, (*base, "conditions", key))


def _superseded(system: System) -> tuple[Decision, ...]:
    return tuple(system.sprint.superseded.values()) if system.sprint else ()


def _kind(found: Decision, *, earlier: bool) -> str:
    return "earlier" if earlier else "sealed" if found.seal else "open"


def _tasks(method: Method, system: System) -> Iterator[Record]:
    for key, task in (system.plan.tasks if system.plan else {}).items():
        yield Record(task.title, say("shell.find.task"), PLAN, ("systems", system.id, "plan", "tasks", key))
    if system.sprint is None:
        return
    for page in method.sprint_weeks:
        for check in page.checks:
            at = ("systems", system.id, "sprint", "assignments", check.id)
            yield Record(check.task, say("shell.find.sprint-task", page=page.name), page.id, at)


def _runs(system: System) -> Iterator[Record]:
    for key, run in (system.sprint.scoring.runs if system.sprint else {}).items():
        if run.on:
            detail = say("shell.find.run", version=run.version) if run.version else say("shell.find.run.bare")
            yield Record(say("shell.find.run-of", day=day(run.on)), detail, EVALUATION, (*runs_place(system.id), key))


def _controls(workbook: Workbook, system: System, today: date) -> Iterator[Record]:
    for standing in controls(workbook, load_practice(), system, today):
        at = ("systems", system.id, "governance", "controls", standing.control.id)
        yield Record(standing.control.name, say("shell.find.control"), GOVERNANCE, at)


def _rulings(system: System) -> Iterator[Record]:
    for key, checkin in (system.steering.closed if system.steering else {}).items():
        at = ("systems", system.id, "steering", "closed", key)
        for ruling in checkin.decisions.values():
            if ruling.text:
                yield Record(_short(ruling.text), say("shell.find.ruling", day=day(checkin.on)), CHECKIN, at)
