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


@dataclass(frozen=True)
class Prepared:
    """What stays the same while tasks are only moved: their network, how long each takes, and its first possible day."""

    tasks: Mapping[str, PlanTask]
    frame: Frame
    net: Network
    lengths: Mapping[str, int]
    releases: Mapping[str, int]
    over: Mapping[str, int]


def prepare(tasks: Mapping[str, PlanTask], frame: Frame, before: Prepared | None = None) -> Prepared:
    """Everything about ``tasks`` that a delay does not change, so that a dragged bar is scheduled in a fraction of the time.

    ``over`` holds the last day of each task that is finished on a known day. The network of ``before`` holds on while nobody
    waits for anybody else than then.
    """
    net = before.net if before is not None and _same_waits(before.tasks, tasks) else network(tasks)
    release = {band: frame.release(task) for band, task in {task.band: task for task in tasks.values()}.items()}
    return Prepared(
        tasks,
        frame,
        net,
        {name: frame.duration(tasks[name]) for name in net.order},
        {name: release[tasks[name].band] for name in net.order},
        {
            name: frame.days.last_until(finished)
            for name in net.order
            if tasks[name].done and (finished := tasks[name].finished_on) is not None
        },
    )


def _same_waits(before: Mapping[str, PlanTask], after: Mapping[str, PlanTask]) -> bool:
    if before.keys() != after.keys():
        return False
    pairs = ((before[name], task) for name, task in after.items())
    return all(one is two or (one.after == two.after and one.dropped is two.dropped) for one, two in pairs)


def schedule(tasks: Mapping[str, PlanTask], frame: Frame) -> Schedule:
    """Forward and backward pass over all tasks that are not cut."""
    return scheduled(prepare(tasks, frame), {})


def scheduled(plan: Prepared, delays: Mapping[str, int]) -> Schedule:
    """The schedule with ``delays`` in place of the tasks' own."""
    late = {name: delays.get(name, plan.tasks[name].delay) for name in plan.net.order}
    passes = _Passes()
    _forward(plan, late, passes)
    end = max(passes.last.values(), default=-1)
    _backward(plan, late, passes, end)
    days = plan.frame.days
    order = sorted(plan.net.order, key=lambda name: (passes.first[name], passes.last[name], name))
    return Schedule(
        tasks={name: _scheduled(plan, name, passes) for name in order},
        decision=days.day(end) if order else None,
        launch=days.day(end + 1) if order else None,
        first_day=days.start,
        window_end=days.start + timedelta(days=WEEK * WINDOW_WEEKS - 1),
        circular=plan.net.circular,
    )


def _forward(plan: Prepared, delays: Mapping[str, int], passes: _Passes) -> None:
    first, last = passes.first, passes.last
    for name in plan.net.order:
        ready = 0
        for earlier in plan.net.before[name]:
            ready = max(ready, last[earlier] + 1)
        if name in plan.over:
            first[name], last[name] = ready, max(ready, plan.over[name])
            continue
        first[name] = max(ready, plan.releases[name]) + delays[name]
        last[name] = first[name] + plan.lengths[name] - 1


def _backward(plan: Prepared, delays: Mapping[str, int], passes: _Passes, end: int) -> None:
    """The latest last day of each task that leaves the decision where it is."""
    for name in reversed(plan.net.order):
        latest = end
        for after in plan.net.after[name]:
            latest = min(latest, _latest_ready(plan, after, delays[after], passes) - 1)
        passes.latest[name] = latest


def _latest_ready(plan: Prepared, name: str, delay: int, passes: _Passes) -> int:
    """The latest day on which all that a task waits for must be over. A finished task is as short as it needs to be."""
    if name in plan.over:
        return passes.latest[name]
    return passes.latest[name] - (passes.last[name] - passes.first[name]) - delay


def _scheduled(plan: Prepared, name: str, passes: _Passes) -> Scheduled:
    first, last, days = passes.first[name], passes.last[name], plan.frame.days
    slack, start = passes.latest[name] - last, days.day(first)
    return Scheduled(
        id=name,
        start=start,
        finish=days.day(last),
        week=days.week_of(start),
        days=last - first + 1,
        slack=slack,
        critical=slack == 0 and not plan.tasks[name].done,
        waits=plan.net.before[name],
    )
