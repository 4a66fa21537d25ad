"""Where a day lies on the time axis. A week is a column, and only days that are worked take room in it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import floor

from desktop.planning.forecast import Span
from desktop.planning.schedule_days import WEEK
from desktop.session.plan_page import PlanView

LEAST_WEEK = 22.0  # pixels, at the designed text size
_FURTHER = 56  # days that today, or the late end of the forecast, may lie after the plan and still be on the axis


@dataclass(frozen=True)
class Axis:
    """Columns of ``week_width`` pixels from ``left`` on, scrolled by ``offset``; the first begins on ``monday``."""

    monday: date
    weeks: int
    week_width: float
    left: float
    offset: float
    weekend: tuple[int, ...]

    @cached_property
    def _weekdays(self) -> tuple[int, ...]:
        worked = tuple(day for day in range(WEEK) if day not in self.weekend)
        return worked or tuple(range(WEEK))

    @cached_property
    def _before(self) -> tuple[int, ...]:
        """For each weekday, how many worked ones come before it; one more entry for the end of the week."""
        return tuple(sum(worked < day for worked in self._weekdays) for day in range(WEEK + 1))

    @property
    def day_width(self) -> float:
        """Pixels of one worked day."""
        return self.week_width / len(self._weekdays)

    @property
    def width(self) -> float:
        """Pixels of the whole axis, scrolled or not."""
        return self.weeks * self.week_width

    def week_left(self, week: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.left - self.offset + week * self.week_width

    def weeks_in(self, left: float, right: float) -> range:
        """The columns of which something lies between two places."""
        first = floor((left - self.left + self.offset) / self.week_width)
        last = floor((right - self.left + self.offset) / self.week_width)
        return range(max(0, first), min(self.weeks, last + 1))

    def start(self, day: date) -> float:
        """Where ``day`` begins."""
        week, weekday = divmod((day - self.monday).days, WEEK)
        return self.week_left(week) + self._before[weekday] * self.day_width

    def end(self, day: date) -> float:
        """Where ``day`` ends."""
        week, weekday = divmod((day - self.monday).days, WEEK)
        return self.week_left(week) + self._before[weekday + 1] * self.day_width

    def day_at(self, x: float) -> date:
        """The day that lies at ``x``; also to the left of the first column and to the right of the last."""
        weeks = (x - self.left + self.offset) / self.week_width
        week = floor(weeks)
        at = min(len(self._weekdays) - 1, int((weeks - week) * len(self._weekdays)))
        return self.monday + timedelta(days=week * WEEK + self._weekdays[at])

    def monday_of(self, week: int) -> date:
        """The Monday of a column."""
        return self.monday + timedelta(days=week * WEEK)


def axis_for(view: PlanView, last: date, left: float, room: float, least: float = LEAST_WEEK) -> Axis:
    """All weeks up to ``last`` into ``room`` pixels, or ``least`` pixels a week where they do not fit."""
    first = view.schedule.first_day
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // WEEK + 1
    return Axis(monday, weeks, max(least, room / weeks), left, 0.0, view.workbook.engagement.calendar.weekend)


def last_day(view: PlanView, span: Span | None = None) -> date:
    """The last day that has to be seen: of the tasks, of their baseline, and of a forecast that is not too far away."""
    plan = view.schedule
    days = [plan.window_end + timedelta(days=WEEK)]
    if plan.launch:  # it lies after the end of every task
        days.append(plan.launch)
    if view.agreed_end is not None:
        days.append(view.agreed_end)
    if span is not None:
        days.append(min(span.p90, max(days) + timedelta(days=_FURTHER)))
    if view.today - max(days) < timedelta(days=_FURTHER):
        days.append(view.today)
    return max(days)
