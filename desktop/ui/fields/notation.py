"""The person's notation of numbers and days, taken from Qt's locale and handed to the readers as plain values."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from desktop.session.entry import Notation
from desktop.session.entry_dates import DateNotation


@dataclass(frozen=True, slots=True)
class Region:
    """Everything that differs between regions: numbers, days, the first day of the week and how a day is written out."""

    numbers: Notation
    dates: DateNotation
    first_weekday: int
    locale_name: str

    def short(self, day: date) -> str:
        """For the field itself, always with four figures for the year."""
        locale = QLocale(self.locale_name)
        pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
        if "yyyy" not in pattern:
            pattern = pattern.replace("yy", "yyyy")
        return locale.toString(QDate(day.year, day.month, day.day), pattern)

    def long(self, day: date) -> str:
        """Weekday, day, month in words."""
        return QLocale(self.locale_name).toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")

    def month(self, day: date) -> str:
        return QLocale(self.locale_name).toString(QDate(day.year, day.month, day.day), "MMMM yyyy")

    def weekday_letters(self) -> tuple[str, ...]:
        """Short names from the first day of this region's week on."""
        locale = QLocale(self.locale_name)
        order = [(self.first_weekday - 1 + step) % 7 + 1 for step in range(7)]
        return tuple(locale.standaloneDayName(day, QLocale.FormatType.ShortFormat)[:2] for day in order)

    def weekday_names(self) -> tuple[str, ...]:
        """Short names, Monday first."""
        locale = QLocale(self.locale_name)
        return tuple(locale.standaloneDayName(day, QLocale.FormatType.ShortFormat) for day in range(1, 8))


def region(locale: QLocale | None = None) -> Region:
    """The region of ``locale``; without one that of the system."""
    here = locale or QLocale()
    pattern = here.dateFormat(QLocale.FormatType.ShortFormat)
    long_form = QLocale.FormatType.LongFormat
    return Region(
        numbers=Notation(here.decimalPoint(), here.groupSeparator() or "\u202f"),
        dates=DateNotation(
            month_first=0 <= pattern.find("M") < pattern.find("d"),
            months=tuple(here.monthName(month, long_form) for month in range(1, 13)),
            weekdays=tuple(here.dayName(day, long_form) for day in range(1, 8)),
        ),
        first_weekday=int(here.firstDayOfWeek().value),
        locale_name=here.name(),
    )
