"""What is due next for one system, whichever page it stands on: sprint, decision, findings and plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.planning.schedule import system_schedule
from desktop.planning.sprint_tasks import SOON_DAYS, sprint_tasks
from desktop.session.assess import FINDINGS, Assessment, person_words
from desktop.session.assess_dashboard import Link
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook.path import Path

_NEVER = date.max


@dataclass(frozen=True)
class Due:
    """One thing to do, by whom and until when; ``page`` and ``at`` lead to it."""

    title: str
    who: str
    on: date | None
    page: str
    at: Path


def due_links(now: Assessment) -> tuple[Link, ...]:
    """Everything that is still to do and has a day, the most urgent first; what has no day comes last."""
    found = sorted(_due(now), key=lambda one: (one.on or _NEVER, one.title))
    return tuple(_link(now, one) for one in found)


def _link(now: Assessment, one: Due) -> Link:
    mark, when = _when(one, now.today)
    words = say("assess.due.line", who=one.who or say("assess.due.nobody"), when=when)
    return Link(one.title, words, mark, one.page, one.at)


def _when(one: Due, today: date) -> tuple[str, str]:
    """The mark and the words for a day."""
    if one.on is None:
        return "open", say("assess.due.no-day")
    if one.on < today:
        return "late", say("assess.due.late", day=day(one.on, year=False))
    soon = "soon" if one.on - today <= timedelta(days=SOON_DAYS) else "open"
    if one.on == today:
        return soon, say("assess.due.today")
    return soon, say("assess.due.on", day=day(one.on, year=False))


def _due(now: Assessment) -> Iterator[Due]:
    yield from _sprint(now)
    yield from _conditions(now)
    yield from _treatments(now)
    yield from _plan(now)


def _sprint(now: Assessment) -> Iterator[Due]:
    if now.system.sprint is None:
        return
    for task in sprint_tasks(now.workbook, now.method, now.system, now.today):
        if task.state != "done":
            page = task.checked.page.id
            at = ("systems", now.system.id, *task.checked.verdict.at)
            yield Due(task.checked.check.task or task.checked.check.label, task.owner or task.role, task.due, page, at)


def _conditions(now: Assessment) -> Iterator[Due]:
    if now.system.sprint is None:
        return
    base: Path = ("systems", now.system.id, "sprint", "decision", "conditions")
    for key, entry in now.system.sprint.decision.conditions.items():
        if entry.text.strip():
            yield Due(entry.text, person_words(now.workbook, entry.owner), entry.due, "sprint-4", (*base, key))


def _treatments(now: Assessment) -> Iterator[Due]:
    """Mitigations of findings that are still there: once the level is reached, nothing is left to manage."""
    for gap in now.gaps:
        entry = now.system.treatments.get(gap.question)
        if entry is not None and entry.due is not None and not gap.blocking:
            at = ("systems", now.system.id, "treatments", gap.question)
            yield Due(entry.mitigation, person_words(now.workbook, entry.owner), entry.due, FINDINGS, at)


def _plan(now: Assessment) -> Iterator[Due]:
    found = system_schedule(now.workbook, now.system) if now.system.plan else None
    if found is None or now.system.plan is None:
        return
    for name, entry in found.tasks.items():
        task = now.system.plan.tasks[name]
        if not task.done:
            who = person_words(now.workbook, task.owner) or task.role
            at = ("systems", now.system.id, "plan", "tasks", name)
            yield Due(task.title, who, entry.finish, "plan", at)
