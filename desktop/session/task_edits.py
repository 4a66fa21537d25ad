"""Changing tasks of either track, one or many in one undoable step: what table, board, check-in and command line share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from desktop.method import load_method
from desktop.planning.all_tasks import Tracked
from desktop.planning.schedule import Schedule, frame_of, plan_start, prepare, scheduled
from desktop.planning.sprint_tasks import sprint_tasks
from desktop.planning.working_days import WorkingDays
from desktop.session import planning
from desktop.session.editing import Edit, NewPerson
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook import Person, Workbook
from desktop.workbook.checkin import Track
from desktop.workbook.edits.assignments import assignment_percent, assignment_status, change_assignment
from desktop.workbook.edits.people import add_person
from desktop.workbook.edits.plan import TaskPlace, assign_task, set_percent, set_status, task_at
from desktop.workbook.ids import next_id
from desktop.workbook.path import Path, replace_at
from desktop.workbook.plan import PlanTask, TaskStatus
from desktop.workbook.sprint import Assignment

Known = Mapping[str, Tracked]
Field = Literal["owner", "due", "percent", "status", "blocker", "note"]


class TaskRefusedError(ValueError):
    """A task cannot be changed like that; the message is a sentence for the user."""


@dataclass(frozen=True, order=True)
class TaskRef:
    """One task of one track of one system."""

    system: str
    track: Track
    id: str

    @property
    def path(self) -> Path:
        """Where it stands in the document."""
        if self.track == "plan":
            return TaskPlace(self.system, self.id).path
        return ("systems", self.system, "sprint", "assignments", self.id)


@dataclass(frozen=True)
class TaskChange:
    """One field of one task with its new value; None takes it back. Owners are ids or ``NewPerson``."""

    ref: TaskRef
    field: Field
    value: Any


def change_tasks(
    changes: Iterable[TaskChange],
    today: date,
    tag: str,
    merges: bool = False,  # noqa: FBT001, FBT002
    known: Known | None = None,
) -> Edit:
    """All changes in one step; nothing is changed where one of them is refused (TaskRefusedError).

    ``known``: what plans were scheduled from last; it makes the step quicker and changes nothing.
    """
    wanted = tuple(changes)
    names = {entry.field for entry in wanted}
    tasks = len({entry.ref for entry in wanted})
    what = say(f"tasks.field.{wanted[0].field}") if len(names) == 1 else say("tasks.field.several")
    return Edit(
        count("tasks.edit", tasks, what=what.lower()),
        (*wanted[0].ref.path, wanted[0].field),
        lambda workbook: apply_changes(workbook, wanted, today, tag, known),
        merges=merges,
    )


def apply_changes(
    workbook: Workbook, changes: Iterable[TaskChange], today: date, tag: str, known: Known | None = None
) -> Workbook:
    """The workbook with all changes; days are set last, earlier tasks first, because other changes move them."""
    days: list[TaskChange] = []
    for entry in changes:
        if entry.field == "due" and entry.ref.track == "plan":
            days.append(entry)
        else:
            workbook = _apply(workbook, entry, today, tag)
    for system in sorted({entry.ref.system for entry in days}):
        wanted = {e.ref.id: e.value for e in days if e.ref.system == system}
        workbook = _set_days(workbook, system, wanted, (known or {}).get(system))
    return workbook


def _apply(workbook: Workbook, entry: TaskChange, today: date, tag: str) -> Workbook:
    value, ref = entry.value, entry.ref
    if isinstance(value, NewPerson):
        workbook, value = _with_person(workbook, value.name, tag)
    if entry.field == "owner" and value is not None and value not in workbook.people:
        raise KeyError(value)
    if ref.track == "plan":
        return _plan_field(workbook, TaskPlace(ref.system, ref.id), entry.field, value, today)
    return _sprint_field(workbook, ref, entry.field, value)


def _with_person(workbook: Workbook, name: str, tag: str) -> tuple[Workbook, str]:
    """The id of a person of this name, added where nobody is called so."""
    known = next((key for key, one in workbook.people.items() if one.name.casefold() == name.casefold()), None)
    if known is not None:
        return workbook, known
    fresh = next_id(workbook.people, tag)
    return add_person(workbook, Person(id=fresh, name=name)), fresh


def _plan_field(workbook: Workbook, at: TaskPlace, field: Field, value: Any, today: date) -> Workbook:
    match field:
        case "owner":
            return assign_task(workbook, at, value)
        case "percent":
            return set_percent(workbook, at, int(value or 0), today)
        case "status":
            done = set_status(workbook, at, value or TaskStatus.OPEN, today)
            return done if value is TaskStatus.BLOCKED else replace_at(done, (*at.path, "blocker"), "")
        case "blocker":
            workbook = replace_at(workbook, (*at.path, "blocker"), value or "")
            status = _blocked_status(task_at(workbook, at).status, value or "", task_at(workbook, at).percent)
            return workbook if status is None else set_status(workbook, at, status, today)
        case _:
            return replace_at(workbook, (*at.path, "note"), value or "")


def _sprint_field(workbook: Workbook, ref: TaskRef, field: Field, value: Any) -> Workbook:
    match field:
        case "percent":
            return assignment_percent(workbook, ref.system, ref.id, int(value or 0))
        case "status":
            return assignment_status(workbook, ref.system, ref.id, value or TaskStatus.OPEN)
        case "blocker":
            sprint = workbook.systems[ref.system].sprint
            own = sprint.assignments.get(ref.id, Assignment()) if sprint else Assignment()
            status = _blocked_status(own.status or TaskStatus.OPEN, value or "", own.percent)
            if status is not None:
                workbook = assignment_status(workbook, ref.system, ref.id, status)
            return change_assignment(workbook, ref.system, ref.id, {"blocker": value or ""})
        case _:
            given = value if field in ("owner", "due") else value or ""
            return change_assignment(workbook, ref.system, ref.id, {field: given})


def _blocked_status(now: TaskStatus, blocker: str, percent: int) -> TaskStatus | None:
    """What naming a blocker, or taking it away, makes of the status; None leaves it."""
    if blocker and now not in (TaskStatus.DONE, TaskStatus.BLOCKED):
        return TaskStatus.BLOCKED
    if not blocker and now is TaskStatus.BLOCKED:
        return TaskStatus.IN_PROGRESS if percent else TaskStatus.OPEN
    return None


def change_sprint_task(workbook: Workbook, system: str, task: str, asked: planning.TaskChange, today: date) -> Workbook:
    """A sprint task changed as the command line asks; a delay counts working days from its present due day."""
    ref = TaskRef(system, "sprint", task)
    changes = [TaskChange(ref, "owner", asked.owner)] if asked.owner is not None else []
    if asked.delay is not None:
        changes.append(TaskChange(ref, "due", _delayed(workbook, system, task, asked.delay, today)))
    if asked.status is not None:
        changes.append(TaskChange(ref, "status", asked.status))
    if asked.percent is not None:
        changes.append(TaskChange(ref, "percent", asked.percent))
    return apply_changes(workbook, changes, today, "")


def _delayed(workbook: Workbook, system: str, task: str, days: int, today: date) -> date:
    due = next(t.due for t in sprint_tasks(workbook, load_method(), workbook.systems[system], today) if t.id == task)
    if due is None:
        raise TaskRefusedError(say("tasks.refused.no-start"))
    return WorkingDays(workbook.engagement.calendar).moved(due, days)


def _set_days(
    workbook: Workbook, system: str, wanted: dict[str, date | None], known: Tracked | None = None
) -> Workbook:
    """Delay tasks so that they end on the wanted days. Tasks after a moved one are worked out again before they move."""
    plan = workbook.systems[system].plan
    start = plan_start(workbook, plan) if plan else None
    if plan is None or start is None:
        raise TaskRefusedError(say("tasks.refused.no-start"))
    old = known.prepared if known else None
    ready = prepare(plan.tasks, frame_of(workbook, start, old.frame if old else None), old)
    tasks, now, moved = dict(plan.tasks), scheduled(ready, {}, known.schedule if known else None), set[str]()
    for name in [name for name in now.tasks if name in wanted]:
        if moved & _ancestors(ready.net.before, name):
            now, moved = scheduled(ready, {one: tasks[one].delay for one in wanted if one in tasks}), set()
        step = (
            -tasks[name].delay
            if wanted[name] is None
            else _step(tasks[name], now, name, wanted[name], ready.frame.days)
        )
        tasks[name] = tasks[name].model_copy(update={"delay": tasks[name].delay + step})
        moved.add(name)
    return replace_at(workbook, ("systems", system, "plan", "tasks"), tasks)


def _ancestors(before: Any, name: str) -> set[str]:
    found, waiting = set[str](), list(before.get(name, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(before.get(one, ()))
    return found


def _step(task: PlanTask, now: Schedule, name: str, wanted: date | None, days: Any) -> int:
    """Working days between where the task ends and the wanted day; refused where it cannot end as early."""
    if task.done or wanted is None:
        raise TaskRefusedError(say("tasks.refused.done", title=task.title))
    ends = days.index(now.tasks[name].finish)
    earliest = ends - task.delay
    step: int = days.last_until(wanted) - ends
    if ends + step < earliest:
        raise TaskRefusedError(say("tasks.refused.too-early", title=task.title, day=day(days.day(earliest))))
    return step
