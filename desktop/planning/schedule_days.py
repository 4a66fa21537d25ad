"""Working days by number: day 0 is the first working day of the plan, so that a schedule is plain arithmetic."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from desktop.planning.working_days import WorkingDays
from desktop.workbook import Calendar

WEEK = 7
_ONE = timedelta(days=1)
_LONGEST_PAUSE = 400  # days without work after which a calendar counts as having none at all


class DayCount:
    """Numbers the working days from ``start`` on, as far as anybody asks. Holds what it has counted."""

    def __init__(self, calendar: Calendar, start: date) -> None:
        """``start``: the first calendar day of the plan, worked or not."""
        self.start = start
        self._working = WorkingDays(calendar)
        self._next = start
        self._days: list[date] = []
        self._pause = 0

    def counts(self, calendar: Calendar, start: date) -> bool:
        """These are the days of ``calendar`` from ``start`` on."""
        return self.start == start and self._working.calendar == calendar

    def day(self, index: int) -> date:
        """The working day with number ``index``."""
        while len(self._days) <= index:
            self._count_one()
        return self._days[index]

    def index(self, day: date) -> int:
        """The number of ``day``, or of the first working day after it; 0 for days before the plan."""
        self._reach(day)
        found = bisect_left(self._days, day)
        while found == len(self._days):
            self._count_one()
            found = bisect_left(self._days, day)
        return found

    def last_until(self, day: date) -> int:
        """The number of the last working day that is not after ``day``; -1 before the first."""
        self._reach(day)
        return bisect_right(self._days, day) - 1

    def week_of(self, day: date) -> int:
        """The week of the plan that ``day`` lies in, counted in sevens from the start; 1 is the first."""
        return (day - self.start).days // WEEK + 1

    def first_of_week(self, week: int) -> int:
        """The number of the first working day of a week of the plan."""
        return self.index(self.start + timedelta(days=WEEK * (week - 1)))

    def _reach(self, day: date) -> None:
        while self._next <= day:
            self._count_one()

    def _count_one(self) -> None:
        works = self._working.works(self._next)
        self._pause = 0 if works else self._pause + 1
        if works or self._pause > _LONGEST_PAUSE:  # a calendar without any working day: every day counts
            self._days.append(self._next)
        self._next += _ONE
