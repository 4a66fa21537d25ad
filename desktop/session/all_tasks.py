"""The tasks of both tracks as one list: rows, filters, order and a headline that answers. Kept per system between calls."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain
from typing import Literal

from desktop.method import Method
from desktop.planning.all_tasks import Tracked, TrackTask, tracked
from desktop.session.task_edits import TaskRef
from desktop.text import count, say
from desktop.text.formatting import day, join
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import Engagement, Person, System, Workbook
from desktop.workbook.base import Map
from desktop.workbook.checkin import Track
from desktop.workbook.plan import TaskStatus

TASKS = "tasks"
SOON = timedelta(days=7)
When = Literal["", "late", "week", "undated"]
COLUMNS = ("task", "system", "track", "owner", "start", "due", "slip", "percent", "status", "blocker", "note")
EDITABLE = frozenset({"owner", "due", "percent", "status", "blocker", "note"})
_STATUS_ORDER = {status: at for at, status in enumerate(TaskStatus)}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One line: the task, its system's name, its owner's name, whether it is late or due within seven days.

    ``ref`` is the task as edits name it.
    """

    task: TrackTask
    system: str
    owner: str
    late: bool
    soon: bool
    ref: TaskRef


@dataclass(frozen=True)
class TaskFilter:
    """What is shown. An empty set lets everything through; ``text`` needs every one of its words. Owner "" is nobody."""

    text: str = ""
    tracks: frozenset[Track] = frozenset()
    statuses: frozenset[TaskStatus] = frozenset()
    owners: frozenset[str] = frozenset()
    when: When = ""

    @property
    def active(self) -> bool:
        """Something is filtered out."""
        return self != TaskFilter()


@dataclass(frozen=True)
class _Kept:
    system: System
    people: Map[Person]
    engagement: Engagement
    today: date
    tracked: Tracked
    rows: tuple[TaskRow, ...]


@dataclass
class TaskRows:
    """The rows of all systems. A system that is the same object keeps its rows, and so does a task that is as it was."""

    _kept: dict[str, _Kept] = field(default_factory=dict)

    def rows(self, workbook: Workbook, method: Method, today: date, only: str | None = None) -> tuple[TaskRow, ...]:
        """The tasks of every system that has any, or of one."""
        chosen = [workbook.systems[only]] if only else list(workbook.systems.values())
        return tuple(chain.from_iterable(self._of(workbook, method, system, today) for system in chosen))

    @property
    def known(self) -> Mapping[str, Tracked]:
        """What is known of each system, so that whoever changes a task need not schedule a plan anew."""
        return {name: kept.tracked for name, kept in self._kept.items()}

    def _of(self, workbook: Workbook, method: Method, system: System, today: date) -> tuple[TaskRow, ...]:
        if system.sprint is None and system.plan is None:
            return ()
        known, around = self._kept.get(system.id), (workbook.people, workbook.engagement)
        same = known is not None and (known.people, known.engagement) == around and known.today == today
        if known and same and known.system is system:
            return known.rows
        before = known if same else None
        found = tracked(workbook, method, system, today, before.tracked if before else None)
        old = before.rows if before and before.system.name == system.name else ()
        by_task = {id(row.task): row for row in old}  # ``old`` keeps these objects, so that nothing else has their ids
        rows = tuple(by_task.get(id(task)) or _row(workbook, system, task, today) for task in found.tasks)
        self._kept[system.id] = _Kept(system, *around, today, found, rows)
        return rows


def exchanged(before: Sequence[TaskRow], after: Sequence[TaskRow]) -> Mapping[TaskRef, TaskRow] | None:
    """The rows that are other ones now, by their tasks; None where tasks have come or gone."""
    old, new = set(map(id, before)), set(map(id, after))
    fresh = {row.ref: row for row in after if id(row) not in old}
    gone = {row.ref for row in before if id(row) not in new}
    return fresh if fresh.keys() == gone else None


def _row(workbook: Workbook, system: System, task: TrackTask, today: date) -> TaskRow:
    person = workbook.people.get(task.owner or "")
    late = task.late(today)
    soon = not task.done and not late and task.finish is not None and task.finish - today <= SOON
    ref = TaskRef(task.system, task.track, task.id)
    return TaskRow(task, system.name, person.name if person else "", late, soon, ref)


def matching(rows: Iterable[TaskRow], wanted: TaskFilter) -> tuple[TaskRow, ...]:
    """The rows that pass."""
    words, rest = wanted.text.casefold().split(), replace(wanted, text="")
    found = [row for row in rows if _passes(row, rest)] if rest.active else list(rows)
    if words:
        found = [row for row in found if _has(_text(row), words)]
    return tuple(found)


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _text(row: TaskRow) -> str:
    task = row.task
    return f"{task.title}\n{task.deliverable}\n{row.system}\n{row.owner}\n{task.blocker}\n{task.note}".casefold()


def _passes(row: TaskRow, wanted: TaskFilter) -> bool:
    when = {"": True, "late": row.late, "week": row.late or row.soon, "undated": row.task.finish is None}
    return (
        (not wanted.tracks or row.task.track in wanted.tracks)
        and (not wanted.statuses or row.task.status in wanted.statuses)
        and (not wanted.owners or row.owner in wanted.owners)
        and when[wanted.when]
    )


def ordered(rows: Iterable[TaskRow], column: str, *, descending: bool) -> tuple[TaskRow, ...]:
    """The rows sorted by a column; what is not known comes last, equal ones by day and name.

    Sorted by due day, what is done comes after what is to do.
    """
    known = [row for row in rows if sort_key(row, column) is not None]
    known.sort(key=_tie)
    known.sort(key=lambda row: sort_key(row, column) or 0, reverse=descending)
    if column == "due":
        known.sort(key=lambda row: row.task.done)
    return (*known, *sorted((row for row in rows if sort_key(row, column) is None), key=_tie))


def _tie(row: TaskRow) -> tuple[date, str]:
    return row.task.finish or date.max, row.task.title.casefold()


def sort_key(row: TaskRow, column: str) -> float | str | None:
    """What a column is sorted by; None where a row has nothing there."""
    task = row.task
    match column:
        case "start" | "due":
            value = task.start if column == "start" else task.finish
            return value.toordinal() if value else None
        case "slip":
            return task.slip
        case "percent":
            return float(task.percent)
        case "status":
            return float(_STATUS_ORDER[task.status])
        case "track":
            return track_word(task.track)
        case _:
            texts = {"system": row.system, "owner": row.owner, "blocker": task.blocker, "note": task.note}
            return texts.get(column, task.title).casefold() or None


def track_word(track: Track) -> str:
    """The name of a track."""
    return say(f"tasks.track.{track}")


def status_word(status: TaskStatus) -> str:
    """How far, in words."""
    return say(f"tasks.status.{status.value}")


def slip_word(task: TrackTask) -> str:
    """``+3`` working days later than agreed, ``0``, or a dash where nothing was agreed."""
    return "–" if task.slip is None else f"{task.slip:+d}".replace("-", "−") if task.slip else "0"


def standing_word(row: TaskRow, currency: str = "") -> str:
    """What is wrong with a task, or what its check still lacks; empty where there is nothing to say."""
    task = row.task
    parts = []
    if row.late and task.finish is not None:
        parts.append(say("tasks.late", day=day(task.finish)))
    if task.missing is not None:
        said = verdict_sentence(task.missing.code, task.missing.values, currency)
        parts.append(say("tasks.claimed", why=said) if task.claimed else said)
    return " ".join(parts)


def headline(rows: tuple[TaskRow, ...]) -> str:
    """What the tasks say, as a sentence."""
    late, soon = sum(row.late for row in rows), sum(row.soon for row in rows)
    if not rows:
        return say("tasks.headline.none")
    if late:
        return count("tasks.headline.late", late, soon=count("tasks.headline.soon", soon) if soon else "")
    if soon:
        return count("tasks.headline.on-time", soon)
    done = all(row.task.done for row in rows)
    return say("tasks.headline.done" if done else "tasks.headline.quiet")


def lead(rows: tuple[TaskRow, ...]) -> str:
    """The counts behind the headline."""
    if not rows:
        return ""
    counted = Counter(row.task.status for row in rows)
    parts = tuple(
        say(f"tasks.lead.{status.value}", n=f"{counted[status]:,}") for status in TaskStatus if counted[status]
    )
    nobody = sum(not row.owner and not row.task.done for row in rows)
    unowned = f" {count('tasks.lead.unowned', nobody)}" if nobody else ""
    return f"{count('tasks.lead', len(rows), states=join(parts))}{unowned}"
