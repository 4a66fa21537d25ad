"""Dates as people type them. Every reading is a date, nothing said, or a problem with its reason; never a guess.

A month or year without a day is read as its first day and said to be so. What two people would read differently (a day
before or after the month, a fiscal year, "23-Nov") is not read at all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from desktop.exchange.vocabulary import fold, words

DateOrder = Literal["day-first", "month-first"]
EARLIEST_YEAR = 1990  # before it, no system of an inventory began
YEARS_AHEAD = 5
_EXCEL_ZERO = date(1899, 12, 30)  # Excel counts days from here (it believes that 1900 had a 29 February)

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?(?=$|\D)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\.0+)?$")  # as many systems export days
_NUMERIC = re.compile(
    r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?)?(?=$|\D)"
)
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})(?=$|[^\d/.-])")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})$")
_YEAR = re.compile(r"(\d{4})$")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?$")
_FISCAL = re.compile(r"FY\s?'?\d|\b(?:FY|GJ|fiscal|[QH][1-4])\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?)?(?P<month>[^\W\d]{3,})\.?"
    r"(?:[\s-]+(?P<after>\d{1,2})(?:st|nd|rd|th)?,)?[\s,'’-]*(?P<year>\d{4}|\d{2})?(?=$|\W)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date or none; ``code`` names what needs a look (empty: nothing), ``note`` a value for its sentence."""

    value: date | None = None
    code: str = ""
    note: str = ""


def read_date(text: str, order: DateOrder | None, today: date) -> DateReading:
    """One cell as a date; ``order`` says how 3/4/2024 is meant in its column, None that nobody knows."""
    text = " ".join(text.split())
    folded = fold(text)
    if not folded or any(folded == word or folded.startswith(word + " ") for word in words("not_applicable")):
        return DateReading()
    if folded in words("nothing"):
        return DateReading()
    return _plausible(_written(text, order), today)


def date_order(cells: Iterable[str]) -> DateOrder | None:
    """Which comes first in this column, by the cells that leave no choice; None where none does or they disagree."""
    day_first = month_first = 0
    for cell in cells:
        found = _NUMERIC.match(cell.strip())
        if found:
            first, second = int(found.group(1)), int(found.group(3))
            day_first += first > 12 >= second
            month_first += second > 12 >= first
    if day_first and month_first > 20 * day_first:  # a few cells may be typing errors
        return "month-first"
    if month_first and day_first > 20 * month_first:
        return "day-first"
    if bool(day_first) == bool(month_first):
        return None
    return "day-first" if day_first else "month-first"


def looks_like_date(text: str) -> bool:
    """Whether a cell is written as a date of any kind, readable or not. A bare five-digit number is none."""
    return _written(" ".join(text.split()), "day-first").code not in ("date-text", "date-serial")


def _written(text: str, order: DateOrder | None) -> DateReading:
    found = _ISO.match(text)
    if found:
        return _with_rest(_day(int(found[1]), int(found[2]), int(found[3])), text[found.end() :])
    found = _COMPACT.match(text)
    if found and (reading := _day(int(found[1]), int(found[2]), int(found[3]))).value:
        return reading
    found = _NUMERIC.match(text)
    if found:
        return _with_rest(_ordered(int(found[1]), int(found[3]), _year(found[4]), found[2], order), text[found.end() :])
    if _FISCAL.search(text):
        return DateReading(code="date-fiscal")
    return _partial(text) or _named(text) or DateReading(code="date-text")


def _ordered(first: int, second: int, year: int, separator: str, order: DateOrder | None) -> DateReading:
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 else (second, first)
    elif order is None and separator == ".":  # only day-first countries write dots
        day, month = first, second
    elif order is None:
        return DateReading(code="date-ambiguous")
    else:
        day, month = (first, second) if order == "day-first" else (second, first)
    return _day(year, month, day)


def _partial(text: str) -> DateReading | None:
    found = _YEAR_MONTH.match(text)
    if found:
        return _with_rest(_first_of(int(found[1]), int(found[2])), text[found.end() :])
    found = _MONTH_YEAR.match(text)
    if found:
        return _first_of(int(found[2]), int(found[1]))
    found = _YEAR.match(text)
    if found:
        return _first_of(int(found[1]), 1)
    found = _SERIAL.match(text)
    return DateReading(_EXCEL_ZERO + timedelta(days=int(found[1])), "date-serial") if found else None


def _named(text: str) -> DateReading | None:
    found = _NAMED.match(text)
    month = _months().get(fold(found["month"])) if found else None
    if found is None or month is None:
        return None
    day, year = found["day"] or found["after"], found["year"]
    if year is None:  # "23-Nov": a day without its year, or the year written first
        return DateReading(code="date-day-or-year") if day else None
    reading = _day(_year(year), month, int(day)) if day else _first_of(_year(year), month)
    return _with_rest(reading, text[found.end() :])


@cache
def _months() -> dict[str, int]:
    """Names and usual abbreviations of the months in English and German, folded."""
    names = [(name, at) for language in ("months", "months_german") for at, name in enumerate(words(language), start=1)]
    return {name[:length]: at for name, at in names for length in (3, 4, len(name))}


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _day(year: int, month: int, day: int) -> DateReading:
    try:
        return DateReading(date(year, month, day))
    except ValueError:
        return DateReading(code="date-impossible")


def _first_of(year: int, month: int) -> DateReading:
    reading = _day(year, month, 1)
    return DateReading(reading.value, "date-partial") if reading.value else reading


def _with_rest(reading: DateReading, rest: str) -> DateReading:
    """A date followed by words is taken, and said to be; a second date after it makes a span, which is not one date."""
    if not rest.strip(" .,;") or reading.value is None:
        return reading
    if re.match(r"\s*(?:-|–|—|to|bis|until)\s*\d", rest):
        return DateReading(code="date-text")
    return DateReading(reading.value, "date-with-words")


def _plausible(reading: DateReading, today: date) -> DateReading:
    value = reading.value
    if value is None:
        return reading
    if EARLIEST_YEAR <= value.year <= today.year + YEARS_AHEAD:
        return DateReading(value, reading.code, value.isoformat() if reading.code else "")
    meant = (value - _EXCEL_ZERO).days
    if EARLIEST_YEAR <= meant <= today.year + YEARS_AHEAD:  # 2023 typed into a date cell becomes day 2023: 15 July 1905
        return DateReading(code="date-year-as-day", note=str(meant))
    return DateReading(code="date-out-of-range")
