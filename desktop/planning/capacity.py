"""What each person is asked for, week by week, against what they can give. Counts every plan of the engagement."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from desktop.planning.schedule import Schedule, likely
from desktop.planning.schedule_days import WEEK
from desktop.planning.working_days import WorkingDays
from desktop.workbook import Workbook
from desktop.workbook.plan import PlanTask

_TENTH = Decimal("0.1")
_NOTHING = Decimal()
_SEVEN = timedelta(days=WEEK)
Asked = Mapping[tuple[date, str], Mapping[str, Decimal]]


@dataclass(frozen=True)
class Load:
    """One person in one calendar week: person-days asked for and days they can give. ``week`` is its Monday."""

    person: str
    week: date
    asked: Decimal
    given: Decimal
    tasks: tuple[str, ...]

    @property
    def days(self) -> Decimal:
        """Person-days too many; not above 0 where the week is no overload."""
        return self.asked - self.given


Overload = Load  # a load whose ``days`` are above 0


@dataclass(frozen=True)
class Work:
    """The tasks of one plan and when they run."""

    tasks: Mapping[str, PlanTask]
    schedule: Schedule


def overloads(workbook: Workbook, plans: Iterable[Work]) -> tuple[Overload, ...]:
    """Every week in which somebody is asked for more than they can give, earliest first."""
    return tuple(load for load in loads(workbook, [asked_for(workbook, plan) for plan in plans]) if load.days > 0)


def loads(workbook: Workbook, plans: Iterable[Asked]) -> tuple[Load, ...]:
    """Every week in which somebody is asked for something, earliest first.

    In a week with days off a person gives their share of what is left.
    """
    together: dict[tuple[date, str], dict[str, Decimal]] = {}
    for asked in plans:
        for place, by_task in asked.items():
            sums = together.setdefault(place, {})
            for task, days in by_task.items():
                sums[task] = sums.get(task, _NOTHING) + days
    weeks = _Weeks(workbook)
    return tuple(_load(workbook, weeks, *place, together[place]) for place in sorted(together))


def asked_for(workbook: Workbook, plan: Work) -> Asked:
    """Person-days by week and person, then by task. Finished tasks ask for nothing, and neither do those of nobody.

    A task's effort is spread evenly over its days.
    """
    weeks = _Weeks(workbook)
    asked: dict[tuple[date, str], dict[str, Decimal]] = {}
    for name, entry in plan.schedule.tasks.items():
        task = plan.tasks[name]
        if task.owner not in workbook.people or task.done:
            continue
        daily = likely(task) / entry.days
        week = entry.start - timedelta(days=entry.start.weekday())
        while week <= entry.finish:
            days = weeks.working(week)
            worked = bisect_right(days, entry.finish) - bisect_left(days, entry.start)
            if worked:
                asked.setdefault((week, task.owner or ""), {})[name] = daily * worked
            week += _SEVEN
    return asked


class _Weeks:
    """The working days of each calendar week, looked up once."""

    def __init__(self, workbook: Workbook) -> None:
        calendar = workbook.engagement.calendar
        self.usual = max(1, WEEK - len(set(calendar.weekend)))
        self._working = WorkingDays(calendar)
        self._known: dict[date, tuple[date, ...]] = {}

    def working(self, monday: date) -> tuple[date, ...]:
        if monday not in self._known:
            week = (monday + timedelta(days=step) for step in range(WEEK))
            self._known[monday] = tuple(day for day in week if self._working.works(day))
        return self._known[monday]


def _load(workbook: Workbook, weeks: _Weeks, monday: date, person: str, by_task: Mapping[str, Decimal]) -> Load:
    given = workbook.people[person].days_per_week * len(weeks.working(monday)) / weeks.usual
    return Load(person, monday, _tenths(sum(by_task.values(), _NOTHING)), _tenths(given), tuple(sorted(by_task)))


def _tenths(days: Decimal) -> Decimal:
    return days.quantize(_TENTH, rounding=ROUND_HALF_UP)
