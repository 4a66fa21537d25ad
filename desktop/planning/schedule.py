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
from typing import NamedTuple

from desktop.planning.network import Network, network
from desktop.planning.schedule_days import WEEK, DayCount
from desktop.workbook import System, Workbook
from desktop.workbook.plan import Plan, PlanTask

WINDOW_WEEKS = 12
SHORTEST_WEEK = 1


class Scheduled(NamedTuple):
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

    ``first_day`` and ``window_end`` are the first and last calendar day of the twelve weeks; ``passes`` are the numbers that
    it was made of, so that the next schedule need not be made from nothing.
    """

    tasks: Mapping[str, Scheduled]
    decision: date | None
    launch: date | None
    first_day: date
    window_end: date
    circular: tuple[tuple[str, str], ...] = ()
    passes: "Passes | None" = field(default=None, compare=False, repr=False)


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


@dataclass(frozen=True)
class Passes:
    """Day numbers: each task's first and last day, and the latest last day it could have. From ``plan`` and ``delays``."""

    plan: "Prepared"
    delays: Mapping[str, int]
    first: Mapping[str, int]
    last: Mapping[str, int]
    latest: Mapping[str, int]

    @property
    def frame(self) -> Frame:
        """The days that are counted."""
        return self.plan.frame

    def same(self, plan: "Prepared", delays: Mapping[str, int]) -> bool:
        """Nothing that numbers are worked out from is different."""
        one = self.plan
        return (
            one.frame is plan.frame
            and one.net is plan.net
            and self.delays == delays
            and (one.lengths, one.releases, one.over, one.done) == (plan.lengths, plan.releases, plan.over, plan.done)
        )


def likely(task: PlanTask) -> Decimal:
    """The likely effort in person-days; one where nobody has estimated it."""
    effort = task.effort
    known = effort.likely if effort.likely is not None else effort.high if effort.high is not None else effort.low
    return known if known is not None else Decimal(1)


def plan_start(workbook: Workbook, plan: Plan) -> date | None:
    """The first day of the twelve weeks: the plan's own, else the engagement's."""
    return plan.start or workbook.engagement.start


def frame_of(workbook: Workbook, start: date, before: Frame | None = None) -> Frame:
    """Calendar and people of the engagement; ``before`` itself, with the days it has counted, where they are the same."""
    calendar = workbook.engagement.calendar
    pace = {person.id: person.days_per_week for person in workbook.people.values()}
    if before is not None and before.days.counts(calendar, start) and before.pace == pace:
        return before
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
    lengths: dict[str, int]
    releases: dict[str, int]
    over: dict[str, int]
    done: frozenset[str]


def prepare(tasks: Mapping[str, PlanTask], frame: Frame, before: Prepared | None = None) -> Prepared:
    """Everything about ``tasks`` that a delay does not change, so that a dragged bar is scheduled in a fraction of the time.

    ``over`` holds the last day of each task that is finished on a known day. What ``before`` says of
    a task that is the same object holds on while nobody waits for anybody else than then, on the same days.
    """
    release = {band: frame.release(task) for band, task in {task.band: task for task in tasks.values()}.items()}
    if before is None or before.frame is not frame or not _same_waits(before.tasks, tasks):
        net, known, other = network(tasks), None, tasks.keys()
    else:
        net, known = before.net, before
        other = {name: None for name, task in tasks.items() if task is not before.tasks[name]}.keys()
    live = [name for name in other if not tasks[name].dropped]
    done = {name for name in live if tasks[name].done}
    over = {name: frame.days.last_until(finished) for name in done if (finished := tasks[name].finished_on) is not None}
    lengths = {name: frame.duration(tasks[name]) for name in live}
    releases = {name: release[tasks[name].band] for name in live}
    if known is None:
        return Prepared(tasks, frame, net, lengths, releases, over, frozenset(done))
    over |= {name: day for name, day in known.over.items() if name not in other}
    done |= known.done - other
    return Prepared(tasks, frame, net, known.lengths | lengths, known.releases | releases, over, frozenset(done))


def _same_waits(before: Mapping[str, PlanTask], after: Mapping[str, PlanTask]) -> bool:
    if before is after:
        return True
    if before.keys() != after.keys():
        return False
    pairs = [(before[name], task) for name, task in after.items() if before[name] is not task]
    return all(one.after == two.after and one.dropped is two.dropped for one, two in pairs)


def schedule(tasks: Mapping[str, PlanTask], frame: Frame) -> Schedule:
    """Forward and backward pass over all tasks that are not cut."""
    return scheduled(prepare(tasks, frame), {})


def scheduled(plan: Prepared, delays: Mapping[str, int], before: Schedule | None = None) -> Schedule:
    """The schedule with ``delays`` in place of the tasks' own.

    What ``before`` says of a task that runs as it ran is taken over as the same object; where all do, ``before`` itself is.
    """
    late = {name: plan.tasks[name].delay for name in plan.net.order}
    late.update((name, days) for name, days in delays.items() if name in late)
    if before is not None and before.passes is not None and before.passes.same(plan, late):
        return before
    passes = _passes(plan, late)
    known = _unchanged(plan, passes, before)
    if before is not None and len(known) == len(before.tasks) == len(late) and before.circular == plan.net.circular:
        return before
    order = [name for _, _, name in sorted(zip(passes.first.values(), passes.last.values(), passes.first, strict=True))]
    end, days = max(passes.last.values(), default=-1), plan.frame.days
    return Schedule(
        tasks={name: known.get(name) or _scheduled(plan, name, passes) for name in order},
        decision=days.day(end) if order else None,
        launch=days.day(end + 1) if order else None,
        first_day=days.start,
        window_end=days.start + timedelta(days=WEEK * WINDOW_WEEKS - 1),
        circular=plan.net.circular,
        passes=passes,
    )


def _passes(plan: Prepared, delays: Mapping[str, int]) -> Passes:
    first, last = _forward(plan, delays)
    return Passes(plan, delays, first, last, _backward(plan, delays, first, last))


def _unchanged(plan: Prepared, now: Passes, before: Schedule | None) -> dict[str, Scheduled]:
    """What is known of the tasks that run on the same days, with the same slack, after the same others."""
    was = before.passes if before is not None else None
    if before is None or was is None or was.frame is not plan.frame:
        return {}
    first, last, latest, waits, done = now.first, now.last, now.latest, plan.net.before, plan.done
    return {
        name: entry
        for name, entry in before.tasks.items()
        if name in first
        and first[name] == was.first[name]
        and last[name] == was.last[name]
        and latest[name] == was.latest[name]
        and waits[name] == entry.waits
        and (entry.slack != 0 or entry.critical is not (name in done))
    }


def _forward(plan: Prepared, delays: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """The first and the last day of each task."""
    first, last = dict[str, int](), dict[str, int]()
    before, lengths, releases, over = plan.net.before, plan.lengths, plan.releases, plan.over
    for name in plan.net.order:
        ready = 0
        for earlier in before[name]:
            if last[earlier] >= ready:
                ready = last[earlier] + 1
        if name in over:
            first[name], last[name] = ready, max(ready, over[name])
            continue
        begin = max(ready, releases[name]) + delays[name]
        first[name], last[name] = begin, begin + lengths[name] - 1
    return first, last


def _backward(
    plan: Prepared, delays: Mapping[str, int], first: Mapping[str, int], last: Mapping[str, int]
) -> dict[str, int]:
    """The latest last day of each task that leaves the decision where it is.

    ``ready``: the day before the latest on which all that it waits for must be over; a finished task is as short as needed.
    """
    end, after, over = max(last.values(), default=-1), plan.net.after, plan.over
    latest, ready = dict[str, int](), dict[str, int]()
    for name in reversed(plan.net.order):
        least = end
        for later in after[name]:
            least = min(least, ready[later])
        latest[name] = least
        ready[name] = (least if name in over else least - (last[name] - first[name]) - delays[name]) - 1
    return latest


def _scheduled(plan: Prepared, name: str, passes: Passes) -> Scheduled:
    first, last, days = passes.first[name], passes.last[name], plan.frame.days
    slack, start = passes.latest[name] - last, days.day(first)
    return Scheduled(
        id=name,
        start=start,
        finish=days.day(last),
        week=days.week_of(start),
        days=last - first + 1,
        slack=slack,
        critical=slack == 0 and name not in plan.done,
        waits=plan.net.before[name],
    )
