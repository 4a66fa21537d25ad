"""Burn-up: person-days done against what the present plan and the baseline wanted by each day.

A task's likely effort is taken to be done evenly from its first to its last day; a task that nobody has estimated counts
as one person-day. What was really done is read from the snapshots of the check-ins and from today.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop.planning.all_tasks import TrackTask, done_weight, last_baseline, total_weight
from desktop.workbook import System
from desktop.workbook.checkin import Snapshot, Steering

WEEK = timedelta(days=7)
_NOTHING = Decimal()

Point = tuple[date, Decimal]
Stretch = tuple[date, date, Decimal]


@dataclass(frozen=True)
class BurnUp:
    """Sums to date in person-days: week by week as planned now and as agreed, and as done at each check-in and today.

    ``agreed`` is empty without a baseline. ``total`` is what all tasks take together.
    """

    today: date
    total: Decimal
    planned: tuple[Point, ...]
    agreed: tuple[Point, ...]
    done: tuple[Point, ...]
    done_now: Decimal
    planned_now: Decimal
    agreed_now: Decimal | None
    agreed_on: date | None

    @property
    def share_done(self) -> float:
        """Done of all, from 0 to 1."""
        return float(self.done_now / self.total) if self.total else 0.0

    @property
    def share_wanted(self) -> float:
        """What should be done by today, by the baseline or else by the plan, of all, from 0 to 1."""
        wanted = self.planned_now if self.agreed_now is None else self.agreed_now
        return min(1.0, float(wanted / self.total)) if self.total else 0.0


def burn_up(system: System, tasks: Iterable[TrackTask], today: date) -> BurnUp | None:
    """The burn-up of a system; None while no task has a day."""
    tasks = tuple(tasks)
    planned = [(task.start, task.finish, task.weight) for task in tasks if task.start and task.finish]
    if not planned:
        return None
    agreed = _agreed(system, tasks)
    first = min(start for start, _, _ in (*planned, *agreed))
    last = max([today, *(finish for _, finish, _ in (*planned, *agreed))])
    days = _weeks(first, last)
    baseline = last_baseline(system.plan)
    return BurnUp(
        today=today,
        total=total_weight(tasks),
        planned=tuple((day, _wanted(planned, day)) for day in days),
        agreed=tuple((day, _wanted(agreed, day)) for day in days) if agreed else (),
        done=_done(system.steering, tasks, first, today),
        done_now=done_weight(tasks),
        planned_now=_wanted(planned, today),
        agreed_now=_wanted(agreed, today) if agreed else None,
        agreed_on=baseline.taken_on if baseline else None,
    )


def _agreed(system: System, tasks: tuple[TrackTask, ...]) -> list[Stretch]:
    """Baseline days of the tasks that are still in the plan; the sprint's agreed days are the method's."""
    baseline = last_baseline(system.plan)
    if baseline is None:
        return []
    kept: list[Stretch] = []
    for task in tasks:
        dates = baseline.tasks.get(task.id) if task.track == "plan" else None
        if dates is not None:
            kept.append((dates.start, dates.finish, task.weight))
        elif task.track == "sprint" and task.planned and task.start:
            kept.append((min(task.start, task.planned), task.planned, task.weight))
    return kept


def _weeks(first: date, last: date) -> tuple[date, ...]:
    """The day before the first, then one day a week, and the last."""
    days, day = [first - timedelta(days=1)], first + WEEK - timedelta(days=1)
    while day < last:
        days.append(day)
        day += WEEK
    return (*days, last)


def _wanted(stretches: Iterable[Stretch], day: date) -> Decimal:
    return sum((_part(start, finish, weight, day) for start, finish, weight in stretches), _NOTHING)


def _part(start: date, finish: date, weight: Decimal, day: date) -> Decimal:
    if day >= finish:
        return weight
    if day < start:
        return _NOTHING
    return weight * ((day - start).days + 1) / ((finish - start).days + 1)


def _done(steering: Steering | None, tasks: tuple[TrackTask, ...], first: date, today: date) -> tuple[Point, ...]:
    points: dict[date, Decimal] = {first - timedelta(days=1): _NOTHING}
    for entry in (steering or Steering()).in_order:
        if first <= entry.on < today:
            points[entry.on] = frozen_weight(entry.snapshot)
    points[max(today, first)] = done_weight(tasks)
    return tuple(sorted(points.items()))


def frozen_weight(taken: Snapshot) -> Decimal:
    """Person-days that were done when the snapshot was taken."""
    return sum(((task.effort or _NOTHING) * task.percent / 100 for task in taken.tasks.values()), _NOTHING)
