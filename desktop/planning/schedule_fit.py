"""What does not fit the twelve weeks, and the four ways out with what each would change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from desktop.planning.forecast import never
from desktop.planning.schedule import Frame, Schedule, schedule
from desktop.planning.schedule_days import DayCount
from desktop.workbook import Calendar
from desktop.workbook.base import Range
from desktop.workbook.plan import PlanTask

_ATTEMPTS = 8  # holidays between the two starts can cost a few more days; each attempt adds what was still missing


@dataclass(frozen=True)
class Option:
    """One way out. ``decision`` is the date it leads to, ``start`` the plan's first day, ``days`` working days gained.

    ``tasks``: those that get a second person, or that are cut; ``questions`` stay open because of a cut.
    """

    kind: Literal["start-earlier", "add-people", "cut-scope", "move-date"]
    fits: bool
    days: int
    decision: date | None
    start: date
    tasks: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Late:
    """A task that ends after the twelve weeks, by how many working days."""

    task: str
    finish: date
    days: int


@dataclass(frozen=True)
class Overrun:
    """Everything that ends after the twelve weeks, and the ways out."""

    last_day: date
    tasks: tuple[Late, ...]
    options: tuple[Option, ...]


def overrun(
    tasks: Mapping[str, PlanTask], frame: Frame, plan: Schedule, calendar: Calendar, rest: Callable[[], None] = never
) -> Overrun | None:
    """What does not fit; None where everything does. ``rest`` is called between schedules."""
    end = frame.days.last_until(plan.window_end)
    late = tuple(
        Late(entry.id, entry.finish, frame.days.index(entry.finish) - end)
        for entry in plan.tasks.values()
        if entry.finish > plan.window_end
    )
    if not late or plan.decision is None:
        return None
    earlier = _start_earlier(tasks, frame, plan, calendar, rest)
    people = _add_people(tasks, frame, plan)
    rest()
    scope = _cut_scope(tasks, frame, plan, late)
    rest()
    as_planned = Option("move-date", fits=True, days=0, decision=plan.decision, start=frame.days.start)
    return Overrun(plan.window_end, late, (earlier, people, scope, as_planned))


def _gained(frame: Frame, before: date | None, after: date | None) -> int:
    return frame.days.index(before) - frame.days.index(after) if before and after else 0


def _start_earlier(
    tasks: Mapping[str, PlanTask], frame: Frame, plan: Schedule, calendar: Calendar, rest: Callable[[], None]
) -> Option:
    """The latest start from which everything is over by the day on which the twelve weeks end now."""
    start, found = frame.days.start, plan
    for _ in range(_ATTEMPTS):
        if found.decision is None or found.decision <= plan.window_end:
            break
        missing = frame.days.last_until(found.decision) - frame.days.last_until(plan.window_end)
        start = _earlier(calendar, start, missing)
        found = schedule(tasks, Frame(DayCount(calendar, start), frame.pace, frame.week_length))
        rest()
    fits = found.decision is not None and found.decision <= plan.window_end
    earlier = _working_days_between(calendar, start, frame.days.start)
    return Option("start-earlier", fits=fits, days=earlier, decision=found.decision, start=start)


def _add_people(tasks: Mapping[str, PlanTask], frame: Frame, plan: Schedule) -> Option:
    """A second person like the owner on every critical task of more than a day: half the time for the same work."""
    helped = tuple(name for name, entry in plan.tasks.items() if entry.critical and entry.days > 1)
    shared = {name: _halved(task) if name in helped else task for name, task in tasks.items()}
    found = schedule(shared, frame)
    fits = found.decision is not None and found.decision <= plan.window_end
    days = _gained(frame, plan.decision, found.decision)
    return Option("add-people", fits=fits, days=days, decision=found.decision, start=frame.days.start, tasks=helped)


def _halved(task: PlanTask) -> PlanTask:
    if task.effort.likely is None:
        return task
    half = task.effort.likely / Decimal(2)
    return task.model_copy(update={"effort": Range(low=half, likely=half, high=half)})


def _cut_scope(tasks: Mapping[str, PlanTask], frame: Frame, plan: Schedule, late: tuple[Late, ...]) -> Option:
    """Everything that ends too late is cut; what its questions ask for stays open."""
    names = {entry.task for entry in late}
    kept = {name: task.model_copy(update={"dropped": True}) if name in names else task for name, task in tasks.items()}
    found = schedule(kept, frame)
    questions = {task.question for name in names if (task := tasks[name]).question}
    return Option(
        "cut-scope",
        fits=True,
        days=_gained(frame, plan.decision, found.decision),
        decision=found.decision,
        start=frame.days.start,
        tasks=tuple(sorted(names)),
        questions=tuple(sorted(question for question in questions if question)),
    )


def _earlier(calendar: Calendar, day: date, working_days: int) -> date:
    """``day`` moved back by a number of working days."""
    while working_days > 0:
        moved = day - timedelta(days=2 * working_days + 7)
        count = DayCount(calendar, moved)
        index = count.last_until(day - timedelta(days=1)) - working_days + 1
        if index >= 0:
            return count.day(index)
        day, working_days = moved, -index  # a long pause lies between: go on from before it
    return day


def _working_days_between(calendar: Calendar, first: date, after: date) -> int:
    return DayCount(calendar, first).last_until(after - timedelta(days=1)) + 1 if first < after else 0
