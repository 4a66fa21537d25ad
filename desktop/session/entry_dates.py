"""Reads days as people type them: ``+3d``, ``next fri``, ``12.3.``, ``2026-03-12``, ``12 Mar``. Today is passed in."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.session.entry import Unread

FIRST_YEAR, LAST_YEAR = (
    1970,
    2199,
)  # no day of an engagement lies outside; beyond it calendars and sums of days give out
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_OFFSET = re.compile(r"([+-])\s*(\d{1,4})\s*(d|day|days|w|week|weeks|m|month|months|y|year|years)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*([a-zäé]{3,9})\.?,?\s*(\d{4})?")
_MONTH_DAY = re.compile(r"([a-zäé]{3,9})\.?\s*(\d{1,2}),?\s*(\d{4})?")
_NAMED_DAY = re.compile(r"(?:(next|this|last)\s+)?([a-z]{3,9})")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}


@dataclass(frozen=True, slots=True)
class DateNotation:
    """How a region writes days: month first or not, and its names of months and weekdays (from January, from Monday)."""

    month_first: bool = False
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()


def read_date(text: str, today: date, notation: DateNotation | None = None) -> date | Unread | None:
    """The day that ``text`` means. Without a year it is the one nearest to ``today``, at most half a year away."""
    typed = " ".join(text.strip().lower().split())
    if not typed:
        return None
    style = notation or DateNotation()
    unread = Unread("fields.date_unread", text.strip())
    try:
        found = _offset(typed, today) or _named(typed, today, style) or _written(typed, today, style)
    except (ValueError, OverflowError):
        return unread
    return found if found is not None and FIRST_YEAR <= found.year <= LAST_YEAR else unread


def _offset(typed: str, today: date) -> date | None:
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    match = _OFFSET.fullmatch(typed)
    if match is None:
        return None
    number = int(match[1] + match[2])
    unit = (match[3] or "d")[0]
    if unit in "dw":
        return today + timedelta(days=number * (7 if unit == "w" else 1))
    return _months_on(today, number * (12 if unit == "y" else 1))


def _months_on(day: date, number: int) -> date:
    month = day.year * 12 + day.month - 1 + number
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day.day, monthrange(year, index + 1)[1]))


def _named(typed: str, today: date, style: DateNotation) -> date | None:
    match = _NAMED_DAY.fullmatch(typed)
    weekday = _place(match[2], _WEEKDAYS, style.weekdays) if match else None
    if match is None or weekday is None:
        return None
    ahead = (weekday - today.weekday()) % 7
    if match[1] == "last":
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    if match[1] == "this":
        return today + timedelta(days=weekday - today.weekday())
    return today + timedelta(days=ahead or 7)


def _written(typed: str, today: date, style: DateNotation) -> date | None:
    if match := _ISO.fullmatch(typed):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(typed):
        first, second = int(match[1]), int(match[3])
        month_first = style.month_first and match[2] != "."
        day, month = (second, first) if month_first else (first, second)
        return _nearest(day, month, match[4], today)
    for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        if match := pattern.fullmatch(typed):
            month_index = _place(match[month_at], _MONTHS, style.months)
            return None if month_index is None else _nearest(int(match[day_at]), month_index + 1, match[3], today)
    return None


def _nearest(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    fitting = (today.year - 1, today.year, today.year + 1)
    days = [date(y, month, day) for y in fitting if day <= monthrange(y, month)[1]]
    if not days:
        raise ValueError(day)
    return min(days, key=lambda found: (abs((found - today).days), found < today))


def _place(word: str, english: tuple[str, ...], local: tuple[str, ...]) -> int | None:
    """Index of a month or weekday by its first three letters at least, in English or the person's language."""
    for index, short in enumerate(english):
        if word.startswith(short):
            return index
    for index, name in enumerate(local):
        if len(word) >= 3 and name.lower().rstrip(".").startswith(word):
            return index
    return None
