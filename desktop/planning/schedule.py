"""The schedule of a plan: critical path method (Kelley and Walker, 1959) on the engagement's working days.

A task begins when all it waits for is finished, not before the first day of its band of weeks, and ``delay`` working days
later where it was delayed. It takes its likely effort at the pace of its owner: six person-days of somebody who gives two
days a week take three weeks. A finished task keeps the day on which it was finished. The decision falls on the last
working day of the last task, the launch on the next working day. The clock plays no part; see ``forecast`` for that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from desktop.planning.network import Network, network
from desktop.planning.schedule_days import WEEK, DayCount
from desktop.workbook import System, Workbook
from desktop.workbook.plan import Plan, PlanTask

WINDOW_WEEKS = 12
SHORTEST_WEEK = 1


@dataclass(frozen=True)
class Scheduled:
    """When one task runs. ``slack``: working days it can slip before the decision does; ``week`` counts from 1.

    ``waits``: the live tasks that it waits for.
    """

    id: str
    start: date
    finish: date
    week: int
    days: int
    slack: int
    critical: bool
    waits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Schedule:
    """All live tasks of one plan in the order in which they begin, so that each comes after those it waits for.

    ``first_day`` and ``window_end`` are the first and last calendar day of the twelve weeks.
    """

    tasks: Mapping[str, Scheduled]
    decision: date | None
    launch: date | None
    first_day: date
    window_end: date
    circular: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Frame:
    """What a schedule stands on beside its tasks: the days, and how many days a week each person gives."""

    days: DayCount
    pace: Mapping[str, Decimal]
    week_length: int

    def duration(self, task: PlanTask, effort: Decimal | None = None) -> int:
        """Working days that a task takes, at least one; ``effort`` in person-days replaces the likely one."""
        effort = effort if effort is not None else likely(task)
        share = min(self.pace.get(task.owner or "", Decimal()) or Decimal(self.week_length), Decimal(self.week_length))
        return max(1, int((effort * self.week_length / share).to_integral_value(ROUND_CEILING)))

    def release(self, task: PlanTask) -> int:
        """The first day of the task's band."""
        return self.days.first_of_week(int(task.band.partition("-")[0]))


@dataclass
class _Passes:
    """Day numbers while they are worked out: first and last day of each task, and the latest last day."""

    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    latest: dict[str, int] = field(default_factory=dict)


def likely(task: PlanTask) -> Decimal:
    """The likely effort in person-days; one where nobody has estimated it."""
    effort = task.effort
    known = effort.likely if effort.likely is not None else effort.high if effort.high is not None else effort.low
    return known if known is not None else Decimal(1)


def plan_start(workbook: Workbook, plan: Plan) -> date | None:
    """The first day of the twelve weeks: the plan's own, else the engagement's."""
    return plan.start or workbook.engagement.start


def frame_of(workbook: Workbook, start: date) -> Frame:
    """Calendar and people of the engagement."""
    calendar = workbook.engagement.calendar
    pace = {person.id: person.days_per_week for person in workbook.people.values()}
    return Frame(DayCount(calendar, start), pace, max(SHORTEST_WEEK, WEEK - len(set(calendar.weekend))))


def system_schedule(workbook: Workbook, system: System) -> Schedule | None:
    """The schedule of a system's plan; None without a plan or without a day to start on."""
    start = plan_start(workbook, system.plan) if system.plan else None
    if system.plan is None or start is None:
        return None
    return schedule(system.plan.tasks, frame_of(workbook, start))


def schedule(tasks: Mapping[str, PlanTask], frame: Frame) -> Schedule:
    """Forward and backward pass over all tasks that are not cut."""
    net = network(tasks)
    passes = _Passes()
    _forward(net, tasks, frame, passes)
    end = max(passes.last.values(), default=-1)
    _backward(net, tasks, passes, end)
    days = frame.days
    order = sorted(net.order, key=lambda name: (passes.first[name], passes.last[name], name))
    return Schedule(
        tasks={name: _scheduled(name, passes, days, net.before[name], done=tasks[name].done) for name in order},
        decision=days.day(end) if net.order else None,
        launch=days.day(end + 1) if net.order else None,
        first_day=days.start,
        window_end=days.start + timedelta(days=WEEK * WINDOW_WEEKS - 1),
        circular=net.circular,
    )


def _forward(net: Network, tasks: Mapping[str, PlanTask], frame: Frame, passes: _Passes) -> None:
    release: dict[str, int] = {}
    for name in net.order:
        task = tasks[name]
        if task.band not in release:
            release[task.band] = frame.release(task)
        ready = max((passes.last[earlier] + 1 for earlier in net.before[name]), default=0)
        if task.done and task.finished_on is not None:
            passes.first[name] = ready
            passes.last[name] = max(ready, frame.days.last_until(task.finished_on))
            continue
        passes.first[name] = max(ready, release[task.band]) + task.delay
        passes.last[name] = passes.first[name] + frame.duration(task) - 1


def _backward(net: Network, tasks: Mapping[str, PlanTask], passes: _Passes, end: int) -> None:
    """The latest last day of each task that leaves the decision where it is."""
    for name in reversed(net.order):
        passes.latest[name] = min((_latest_ready(tasks[n], n, passes) - 1 for n in net.after[name]), default=end)


def _latest_ready(task: PlanTask, name: str, passes: _Passes) -> int:
    """The latest day on which all that ``task`` waits for must be over. A finished task is as short as it needs to be."""
    if task.done and task.finished_on is not None:
        return passes.latest[name]
    length = passes.last[name] - passes.first[name]
    return passes.latest[name] - length - task.delay


def _scheduled(name: str, passes: _Passes, days: DayCount, waits: tuple[str, ...], *, done: bool) -> Scheduled:
    first, last = passes.first[name], passes.last[name]
    slack, start = passes.latest[name] - last, days.day(first)
    return Scheduled(
        id=name,
        start=start,
        finish=days.day(last),
        week=days.week_of(start),
        days=last - first + 1,
        slack=slack,
        critical=slack == 0 and not done,
        waits=waits,
    )
