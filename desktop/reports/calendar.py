"""The dated tasks of both tracks as an iCalendar file (RFC 5545): one all-day event each, for any calendar app.

Nobody is invited: an imported file must not send mail to a client's people. Owners stand in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desktop import __version__
from desktop.method import Method
from desktop.planning.schedule import Scheduled, system_schedule
from desktop.planning.sprint_tasks import sprint_tasks
from desktop.text import say
from desktop.workbook import System, Workbook
from desktop.workbook.plan import PlanTask

_LINE_OCTETS = 75  # RFC 5545, 3.1: longer lines are folded
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True)
class Event:
    """One all-day event from ``first`` to ``last``, both included. ``uid`` stays the same when the file is made again."""

    uid: str
    title: str
    first: date
    last: date
    text: str = ""


def calendar_events(workbook: Workbook, method: Method, today: date) -> tuple[Event, ...]:
    """Every task that has a date, of every system, with the decision and the launch; in the order of their days."""
    found = [
        event
        for system in workbook.systems.values()
        for event in (*_sprint_events(workbook, method, system, today), *_plan_events(workbook, system))
    ]
    return tuple(sorted(found, key=lambda event: (event.first, event.uid)))


def write_calendar(events: tuple[Event, ...], client: str, made: datetime) -> bytes:
    """The file's bytes; ``made`` is when, with a time zone."""
    name = say("plan.calendar.name", client=client) if client else say("plan.calendar.unnamed")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Readiness Workbook//{__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _sprint_events(workbook: Workbook, method: Method, system: System, today: date) -> Iterator[Event]:
    for task in sprint_tasks(workbook, method, system, today) if system.sprint else ():
        if task.due is None:
            continue
        title = task.checked.check.task or task.checked.check.label
        text = _text(task.checked.check.deliverable, task.owner or task.role, task.note)
        uid = f"{system.id}.sprint.{task.id}"
        yield Event(uid, say("plan.calendar.title", task=title, system=system.name), task.due, task.due, text)


def _plan_events(workbook: Workbook, system: System) -> Iterator[Event]:
    found = system_schedule(workbook, system)
    if found is None or system.plan is None:
        return
    for entry in found.tasks.values():
        yield _task_event(workbook, system, system.plan.tasks[entry.id], entry)
    for kind, on in (("decision", found.decision), ("launch", found.launch)):
        if on is not None:
            yield Event(f"{system.id}.plan.{kind}", say(f"plan.calendar.{kind}", system=system.name), on, on)


def _task_event(workbook: Workbook, system: System, task: PlanTask, entry: Scheduled) -> Event:
    person = workbook.people.get(task.owner or "")
    title = say("plan.calendar.title", task=task.title, system=system.name)
    text = _text(task.deliverable, person.name if person else task.role, task.note)
    return Event(f"{system.id}.task.{entry.id}", title, entry.start, entry.finish, text)


def _text(deliverable: str, who: str, note: str) -> str:
    parts = (
        say("plan.calendar.deliverable", what=deliverable) if deliverable else "",
        say("plan.calendar.who", who=who) if who else "",
        note,
    )
    return "\n".join(part for part in parts if part)


def _event(event: Event, made: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}@readiness-workbook",
        f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}",  # the first day after it
        f"SUMMARY:{_escaped(event.title)}",
        *([f"DESCRIPTION:{_escaped(event.text)}"] if event.text else []),
        "TRANSP:TRANSPARENT",  # a task of two weeks does not make anybody busy for two weeks
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (mark for mark in plain if mark in "\n\t" or mark.isprintable() or ord(mark) > 0x9F)
    return "".join(_ESCAPES.get(mark, mark) for mark in kept)


def _folded(line: str) -> bytes:
    """The line with its end; a fold never cuts a character in two."""
    parts, size = [b""], 0
    for mark in line:
        octets = mark.encode("utf-8", "replace")
        if size + len(octets) > _LINE_OCTETS:
            parts.append(b" ")
            size = 1
        parts[-1] += octets
        size += len(octets)
    return b"\r\n".join(parts) + b"\r\n"
