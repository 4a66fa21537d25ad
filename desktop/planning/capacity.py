"""What each person is asked for, week by week, against what they can give. Counts every plan of the engagement."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from operator import is_

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

    In a week with days off a person gives their share of what is left. ``given`` remembers that from one call to the next,
    and the load of each week that nothing has changed in.
    """
    return (given or Given(workbook)).loads(tuple(plans), people)


@dataclass(frozen=True)
class _Known:
    """What a task asked for when it ran like this."""

    task: PlanTask
    entry: Scheduled
    shares: Shares

    def ran_like(self, entry: Scheduled) -> bool:
        """On the same days."""
        return self.entry is entry or (self.entry.start, self.entry.finish) == (entry.start, entry.finish)


@dataclass(frozen=True)
class _Last:
    """Which tasks were last asked about, when they ran, and what that came to."""

    tasks: Mapping[str, PlanTask]
    ran: Mapping[str, Scheduled]
    asked: Asked


class Asking:
    """What the tasks of one plan ask for. Remembers each task's share while its dates stay the same, and the last answer."""

    def __init__(self, workbook: Workbook, tasks: Mapping[str, PlanTask], before: "Asking | None" = None) -> None:
        """``before`` has worked for the same people and calendar: what it knows of untouched tasks holds on."""
        self._people, self._tasks = workbook.people, tasks
        self.weeks: Weeks = before.weeks if before else Weeks(workbook)
        self.known: dict[str, _Known] = dict(before.known) if before else {}
        self.last: _Last = before.last if before else _Last({}, {}, {})

    def asked(self, schedule: Schedule) -> Asked:
        """Person-days by week and person, then by task. Finished tasks ask for nothing, and neither do those of nobody.

        A task's effort is spread evenly over its days. A week in which nobody asks for anything else is the same object as
        in the answer before.
        """
        last, now, tasks = self.last, schedule.tasks, self._tasks
        other = [
            name
            for name, entry in now.items()
            if entry is not last.ran.get(name) or tasks[name] is not last.tasks[name]
        ]
        gone = last.ran.keys() - now.keys()
        if not other and not gone:
            return last.asked
        fresh = self._fresh(schedule, (*other, *gone))
        asked = {place: by_task for place, by_task in {**last.asked, **fresh}.items() if by_task}
        self.last = _Last(tasks, now, asked)
        return asked

    def _fresh(self, schedule: Schedule, names: Iterable[str]) -> dict[tuple[date, str], dict[str, Decimal]]:
        """The weeks in which one of ``names`` asks for something else now, or for nothing."""
        fresh, asked = dict[tuple[date, str], dict[str, Decimal]](), self.last.asked
        for name in names:
            entry, known = schedule.tasks.get(name), self.known.get(name)
            old = known.shares if known else ()
            new = self._share(name, entry) if entry else ()
            if not entry:
                self.known.pop(name, None)
            for place, _ in (*old, *new):
                if place not in fresh:
                    fresh[place] = dict(asked.get(place, {}))
                fresh[place].pop(name, None)
            for place, days in new:
                fresh[place][name] = days
        return fresh

    def _share(self, name: str, entry: Scheduled) -> Shares:
        known, task = self.known.get(name), self._tasks[name]
        if known is not None and known.task is task and known.ran_like(entry):
            return known.shares
        owner = task.owner if task.owner in self._people and not task.done else None
        shares = tuple(self._shares(owner, likely(task) / entry.days, entry)) if owner else ()
        self.known[name] = _Known(task, entry, shares)
        return shares

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
    """How many days people give in a week, and what they were asked for in it when somebody last wanted to know."""

    def __init__(self, workbook: Workbook) -> None:
        self._people = workbook.people
        self._weeks = Weeks(workbook)
        self._known: dict[tuple[Decimal, int], Decimal] = {}
        self._loads: dict[tuple[date, str], tuple[tuple[Mapping[str, Decimal], ...], Load]] = {}

    def days(self, person: str, monday: date) -> Decimal:
        """Person-days, with days off taken away: the same for everybody who gives the same in a usual week."""
        key = (self._people[person].days_per_week, len(self._weeks.working(monday)))
        if key not in self._known:
            self._known[key] = _tenths(key[0] * key[1] / self._weeks.usual)
        return self._known[key]

    def loads(self, plans: tuple[Asked, ...], people: Collection[str | None] | None = None) -> tuple[Load, ...]:
        """What plans ask of everybody, or of ``people``, in the order of the weeks; weeks that are as they were are kept."""
        together: dict[tuple[date, str], tuple[Mapping[str, Decimal], ...]] = {}
        for asked in plans:
            if together:
                for place, by_task in asked.items():
                    together[place] = (*together.get(place, ()), by_task)
            else:
                together = {place: (by_task,) for place, by_task in asked.items()}
        wanted = sorted(place for place in together if people is None or place[1] in people)
        return tuple(self._load(place, together[place]) for place in wanted)

    def _load(self, place: tuple[date, str], asked: tuple[Mapping[str, Decimal], ...]) -> Load:
        """One week of one person; added up in one order, so that the same gives the same."""
        known = self._loads.get(place)
        if known is not None and len(known[0]) == len(asked) and all(map(is_, known[0], asked)):
            return known[1]
        (week, person), tasks = place, sorted(set().union(*asked))
        if len(asked) == 1:
            days = sum(map(asked[0].__getitem__, tasks), _NOTHING)
        else:
            days = sum((by_task[task] for task in tasks for by_task in asked if task in by_task), _NOTHING)
        load = Load(person, week, _tenths(days), self.days(person, week), tuple(tasks))
        self._loads[place] = (asked, load)
        return load


def _tenths(days: Decimal) -> Decimal:
    return days.quantize(_TENTH, rounding=ROUND_HALF_UP)
