"""Working days: weekends, public holidays of country and region, and the client's own days off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from desktop.workbook import Calendar


@dataclass(frozen=True)
class WorkingDays:
    """Answers which days are worked. Public holidays come from the ``holidays`` library, loaded on first use."""

    calendar: Calendar

    def off(self, day: date) -> str | None:
        """Why nobody works on ``day``: a holiday's name, the reason of an own day off, ``""`` for a weekend; else None."""
        for own in self.calendar.days_off.values():
            if own.day == day:
                return own.label
        if day.weekday() in self.calendar.weekend:
            return ""
        return _holidays(self.calendar.country, self.calendar.region, day.year).get(day)

    def works(self, day: date) -> bool:
        """``day`` is a working day."""
        return self.off(day) is None

    def first_from(self, day: date) -> date:
        """``day`` itself or the first working day after it."""
        for step in range(400):
            if self.works(day + timedelta(days=step)):
                return day + timedelta(days=step)
        return day  # a calendar without any working day: leave the day as it is

    def nth_from(self, day: date, nth: int) -> date:
        """The ``nth`` working day counted from ``day``, 1 being the first."""
        found = self.first_from(day)
        for _ in range(nth - 1):
            found = self.first_from(found + timedelta(days=1))
        return found

    def moved(self, day: date, days: int) -> date:
        """``day`` moved by so many working days; negative: earlier. 0 gives ``day`` or the first working day after it."""
        if days >= 0:
            return self.nth_from(day, days + 1)
        found, step = day, timedelta(days=1)
        for _ in range(-days):
            found -= step
            while not self.works(found) and day - found < timedelta(days=4_000):
                found -= step
        return found


@cache
def _holidays(country: str | None, region: str, year: int) -> Mapping[date, str]:
    if country is None:
        return MappingProxyType({})
    from holidays import country_holidays

    try:
        return MappingProxyType(dict(country_holidays(country, subdiv=region or None, years=year)))
    except NotImplementedError:  # a country or region that the library does not know: weekends still hold
        return MappingProxyType({})
