"""The hidden sheet: what may be chosen, and the register of the systems that formulas count by."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column
from desktop.reports.excel.look import DATE
from desktop.reports.excel.words import states
from desktop.text import say


@dataclass(frozen=True)
class Lists:
    """The ranges of the lists."""

    states: str
    people: str
    register: Block


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
        _column(book, page.sheet.title, 6, (word.open, word.problem, word.done)),
        _column(book, page.sheet.title, 7, names),
        register,
    )
    page.sheet.sheet_state = "hidden"
    return lists


def _column(book: Book, title: str, column: int, values: Iterable[str]) -> str:
    from desktop.reports.excel.look import CELL
    from desktop.reports.excel.page import letter

    sheet, row = book.workbook[title], 1
    for row, value in enumerate(values, start=1):  # the last row is wanted
        book.pen.text(sheet, row, column, value, CELL)
    return f"'{title}'!${letter(column)}$1:${letter(column)}${row}"
