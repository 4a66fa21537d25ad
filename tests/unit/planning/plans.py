"""Small plans, written so that a person can work them out by hand."""

from datetime import date
from decimal import Decimal

from desktop.planning.schedule import Frame
from desktop.planning.schedule_days import DayCount
from desktop.workbook import Calendar
from desktop.workbook.base import Range
from desktop.workbook.plan import PlanTask

MONDAY = date(2026, 3, 2)  # no public holiday near: the calendar without a country has weekends only


def task(likely: float, *after: str, **fields) -> PlanTask:
    """A task of ``likely`` days with no range, after others."""
    days = Decimal(str(likely))
    return PlanTask(effort=Range(low=days, likely=days, high=days), after=after, **fields)


def ranged(low: float, likely: float, high: float, *after: str, **fields) -> PlanTask:
    effort = Range(low=Decimal(str(low)), likely=Decimal(str(likely)), high=Decimal(str(high)))
    return PlanTask(effort=effort, after=after, **fields)


def frame(start: date = MONDAY, calendar: Calendar | None = None, **pace: float) -> Frame:
    """Weekends only unless a calendar is given; ``pace`` is days a week by person."""
    calendar = calendar or Calendar()
    given = {name: Decimal(str(days)) for name, days in pace.items()}
    return Frame(DayCount(calendar, start), given, 7 - len(calendar.weekend))


def six() -> dict[str, PlanTask]:
    """Worked by hand: A3, B2, C4 after A, D2 after A and B, E3 after C and D, F1 after D.

    Day numbers: A 0–2, B 0–1, C 3–6, D 3–4, E 7–9, F 5. Critical A, C, E. Slack: B 3, D 2, F 4.
    """
    return {
        "a": task(3),
        "b": task(2),
        "c": task(4, "a"),
        "d": task(2, "a", "b"),
        "e": task(3, "c", "d"),
        "f": task(1, "d"),
    }
