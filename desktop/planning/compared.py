"""Comparing a closed check-in with how its system stands now."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.planning.schedule_days import DayCount
from desktop.planning.since import Decided, Since, decided_after, last_checkin, last_meeting, since
from desktop.workbook import Calendar, System
from desktop.workbook.checkin import Checkin, Snapshot


@dataclass(frozen=True)
class Compared:
    """What has come since a check-in."""

    checkin: Checkin
    since: Since


@dataclass(frozen=True)
class Comparisons:
    """Since the last check-in before today, and since the last one that was a steering meeting; None: there is none."""

    week: Compared | None
    meeting: Compared | None


def compared(system: System, calendar: Calendar, now: Snapshot) -> Comparisons:
    """Both comparisons with how the system stands ``now``. Forecasts are compared where both snapshots have one."""
    today = now.taken_on
    week, meeting = last_checkin(system.steering, today), last_meeting(system.steering, today)
    if week is None:
        return Comparisons(None, None)
    found = _with(system, week, now, calendar)
    return Comparisons(found, found if meeting is week else _with(system, meeting, now, calendar) if meeting else None)


def _with(system: System, before: Checkin, now: Snapshot, calendar: Calendar) -> Compared:
    days = DayCount(calendar, first_day(before.snapshot, now))
    return Compared(before, since(before.snapshot, now, days, decided_after(system.steering, before.on)))


def between(before: Checkin, after: Checkin, calendar: Calendar) -> Since:
    """What had come from one closed check-in to a later one, the decisions of the later one included."""
    days = DayCount(calendar, first_day(before.snapshot, after.snapshot))
    decided = tuple(Decided(after.on, ruling) for _, ruling in sorted(after.decisions.items()))
    return since(before.snapshot, after.snapshot, days, decided)


def first_day(*taken: Snapshot) -> date:
    """A day from which all days of the snapshots can be counted."""
    days = [day for one in taken for task in one.tasks.values() for day in (task.start, task.finish) if day]
    return min([*(one.taken_on for one in taken), *days]) - timedelta(days=1)
