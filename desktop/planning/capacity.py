"""What each person is asked for, week by week, against what they can give. Counts every plan of the engagement."""

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


@dataclass(frozen=True)
class Overload:
    """One person in one calendar week: person-days asked for and days they can give. ``week`` is its Monday."""

    person: str
    week: date
    asked: Decimal
    given: Decimal
    tasks: tuple[str, ...]

    @property
    def days(self) -> Decimal:
        """Person-days too many."""
        return self.asked - self.given


@dataclass(frozen=True)
class Work:
    """The tasks of one plan and when they run."""

    tasks: Mapping[str, PlanTask]
    schedule: Schedule


def overloads(workbook: Workbook, plans: Iterable[Work]) -> tuple[Overload, ...]:
    """Every week in which somebody is asked for more than they can give, earliest first. Finished tasks ask for nothing.

    A task's effort is spread evenly over its days. In a week with days off a person gives their share of what is left.
    """
    working = WorkingDays(workbook.engagement.calendar)
    asked: dict[tuple[date, str], dict[str, Decimal]] = {}
    for plan in plans:
        for name, task in plan.tasks.items():
            if task.owner in workbook.people and not task.done and name in plan.schedule.tasks:
                _spread(asked, name, task, plan.schedule, working)
    found = [_judged(workbook, working, *place, by_task) for place, by_task in sorted(asked.items())]
    return tuple(entry for entry in found if entry)


def _spread(
    asked: dict[tuple[date, str], dict[str, Decimal]], name: str, task: PlanTask, plan: Schedule, working: WorkingDays
) -> None:
    entry = plan.tasks[name]
    daily = likely(task) / entry.days
    day = entry.start
    while day <= entry.finish:
        if working.works(day):
            by_task = asked.setdefault((day - timedelta(days=day.weekday()), task.owner or ""), {})
            by_task[name] = by_task.get(name, _NOTHING) + daily
        day += timedelta(days=1)


def _judged(
    workbook: Workbook, working: WorkingDays, monday: date, person: str, by_task: Mapping[str, Decimal]
) -> Overload | None:
    week = [monday + timedelta(days=step) for step in range(WEEK)]
    usual = max(1, WEEK - len(set(workbook.engagement.calendar.weekend)))
    open_days = sum(working.works(day) for day in week)
    given = workbook.people[person].days_per_week * open_days / usual
    asked = sum(by_task.values(), _NOTHING)
    entry = Overload(person, monday, _tenths(asked), _tenths(given), tuple(sorted(by_task)))
    return entry if entry.days > 0 else None


def _tenths(days: Decimal) -> Decimal:
    return days.quantize(_TENTH, rounding=ROUND_HALF_UP)
