"""What each person is asked for, week by week, against what they can give. Counts every plan of the engagement."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from operator import itemgetter

from desktop.planning.schedule import Schedule, Scheduled, likely
from desktop.planning.schedule_days import WEEK
from desktop.planning.working_days import WorkingDays
from desktop.workbook import Workbook
from desktop.workbook.plan import PlanTask

_TENTH = Decimal("0.1")
_NOTHING = Decimal()
_SEVEN = timedelta(days=WEEK)
Asked = Mapping[tuple[date, str], Mapping[str, Decimal]]
Shares = tuple[tuple[tuple[date, str], Decimal], ...]


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
    asked = [Asking(workbook, plan.tasks).asked(plan.schedule) for plan in plans]
    return tuple(load for load in loads(workbook, asked) if load.days > 0)


def loads(
    workbook: Workbook,
    plans: Iterable[Asked],
    people: Collection[str | None] | None = None,
    given: "Given | None" = None,
) -> tuple[Load, ...]:
    """Every week in which somebody, or one of ``people``, is asked for something, earliest first.

    In a week with days off a person gives their share of what is left. ``given`` remembers that from one call to the next.
    """
    together: dict[tuple[date, str], dict[str, Decimal]] = {}
    for asked in plans:
        for place, by_task in asked.items():
            if people is not None and place[1] not in people:
                continue
            sums = together.setdefault(place, {})
            for task, days in by_task.items():
                sums[task] = sums[task] + days if task in sums else days
    known = given or Given(workbook)
    return tuple(
        Load(person, week, _tenths(sum(by_task.values(), _NOTHING)), known.days(person, week), tuple(sorted(by_task)))
        for (week, person), by_task in sorted(together.items(), key=itemgetter(0))
    )


@dataclass(frozen=True)
class _Known:
    """What a task asked for when it ran on these days."""

    task: PlanTask
    start: date
    finish: date
    shares: Shares


class Asking:
    """What the tasks of one plan ask for. Remembers each task's share while its dates stay the same."""

    def __init__(self, workbook: Workbook, tasks: Mapping[str, PlanTask], before: "Asking | None" = None) -> None:
        """``before`` has worked for the same people and calendar: what it knows of untouched tasks holds on."""
        self._owners = {
            name: task.owner for name, task in tasks.items() if task.owner in workbook.people and not task.done
        }
        self._tasks = tasks
        self.weeks: Weeks = before.weeks if before else Weeks(workbook)
        self.known: dict[str, _Known] = dict(before.known) if before else {}

    def asked(self, schedule: Schedule) -> Asked:
        """Person-days by week and person, then by task. Finished tasks ask for nothing, and neither do those of nobody.

        A task's effort is spread evenly over its days.
        """
        asked: dict[tuple[date, str], dict[str, Decimal]] = {}
        for name, entry in schedule.tasks.items():
            owner = self._owners.get(name)
            if owner is None:
                continue
            for place, days in self._share(name, owner, entry):
                if place in asked:
                    asked[place][name] = days
                else:
                    asked[place] = {name: days}
        return asked

    def _share(self, name: str, owner: str, entry: Scheduled) -> Shares:
        known, task = self.known.get(name), self._tasks[name]
        if known is None or known.task is not task or (known.start, known.finish) != (entry.start, entry.finish):
            shares = tuple(self._shares(owner, likely(task) / entry.days, entry))
            self.known[name] = known = _Known(task, entry.start, entry.finish, shares)
        return known.shares

    def _shares(self, owner: str, daily: Decimal, entry: Scheduled) -> Iterator[tuple[tuple[date, str], Decimal]]:
        week = entry.start - timedelta(days=entry.start.weekday())
        while week <= entry.finish:
            days = self.weeks.working(week)
            worked = bisect_right(days, entry.finish) - bisect_left(days, entry.start)
            if worked:
                yield (week, owner), daily * worked
            week += _SEVEN


class Weeks:
    """The working days of each calendar week, looked up once."""

    def __init__(self, workbook: Workbook) -> None:
        calendar = workbook.engagement.calendar
        self.usual = max(1, WEEK - len(set(calendar.weekend)))
        self._working = WorkingDays(calendar)
        self._known: dict[date, tuple[date, ...]] = {}

    def working(self, monday: date) -> tuple[date, ...]:
        """The days of the week from ``monday`` on that are worked."""
        if monday not in self._known:
            week = (monday + timedelta(days=step) for step in range(WEEK))
            self._known[monday] = tuple(day for day in week if self._working.works(day))
        return self._known[monday]


class Given:
    """How many days people give in a week: the same for everybody who gives the same in a usual one."""

    def __init__(self, workbook: Workbook) -> None:
        self._people = workbook.people
        self._weeks = Weeks(workbook)
        self._known: dict[tuple[Decimal, int], Decimal] = {}

    def days(self, person: str, monday: date) -> Decimal:
        """Person-days, with days off taken away."""
        key = (self._people[person].days_per_week, len(self._weeks.working(monday)))
        if key not in self._known:
            self._known[key] = _tenths(key[0] * key[1] / self._weeks.usual)
        return self._known[key]


def _tenths(days: Decimal) -> Decimal:
    return days.quantize(_TENTH, rounding=ROUND_HALF_UP)
