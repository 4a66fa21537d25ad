"""The hidden sheet: what may be chosen, and the register of the systems that formulas count by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from desktop.planning.schedule_days import DayCount
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column
from desktop.reports.excel.look import DATE
from desktop.reports.excel.words import states
from desktop.text import say

_YEAR = 365


@dataclass(frozen=True)
class Lists:
    """The ranges of the lists."""

    states: str
    people: str
    register: Block
    working_days: str


def write_lists(book: Book) -> Lists:
    """States, people and the register side by side on a hidden sheet."""
    page = book.page("lists")
    columns = (
        Column("no", say("tracker.no"), 8),
        Column("id", say("tracker.system-id"), 20),
        Column("name", say("tracker.system"), 40),
        Column("start", say("tracker.start"), 14, DATE),
    )
    page.set_widths(columns)
    rows = ({"no": no, "id": r.system.id, "name": r.system.name, "start": r.start} for no, r in book.numbered)
    register = page.table(columns, rows)
    word = states()
    names = sorted({person.name for person in book.report.workbook.people.values() if person.name.strip()})
    lists = Lists(
        _column(book, page.sheet.title, 6, word.choices),
        _column(book, page.sheet.title, 7, names),
        register,
        _working_days(book, page.sheet.title, 8),
    )
    page.sheet.sheet_state = "hidden"
    return lists


def _working_days(book: Book, title: str, column: int) -> str:
    """Every working day from the first task's start to a year after the last one's end: slips are counted on it."""
    tasks = [task for report in book.report.systems for task in report.steering.tasks]
    days = [day for task in tasks for day in (task.start, task.finish, task.planned) if day] or [
        book.report.stamp.as_of
    ]
    count = DayCount(book.report.workbook.engagement.calendar, min(days))
    last = count.index(max(days) + timedelta(days=_YEAR))
    sheet = book.workbook[title]
    for at in range(last + 1):
        book.pen.put(sheet, at + 1, column, count.day(at), DATE)
    from desktop.reports.excel.page import letter

    return f"'{title}'!${letter(column)}$1:${letter(column)}${last + 1}"


def _column(book: Book, title: str, column: int, values: Iterable[str]) -> str:
    from desktop.reports.excel.look import CELL
    from desktop.reports.excel.page import letter

    sheet, row = book.workbook[title], 1
    for row, value in enumerate(values, start=1):  # the last row is wanted
        book.pen.text(sheet, row, column, value, CELL)
    return f"'{title}'!${letter(column)}$1:${letter(column)}${row}"
