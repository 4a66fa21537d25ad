"""What the five sheets of the diagnosis share: how a sheet is begun and the words that formulas compare."""

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Column
from desktop.reports.excel.look import CELL, NUMBER
from desktop.reports.excel.page import Page
from desktop.text import say


def begin(book: Book, name: str) -> Page:
    """A new sheet of the diagnosis; ``name`` is the key of its title."""
    return Page(book.workbook.create_sheet(say(f"tracker-assessment.sheet-{name}")), book.pen)


def head(page: Page, columns: tuple[Column, ...], name: str) -> None:
    """Widths, title and lead of a sheet."""
    page.set_widths(columns)
    page.title(say(f"tracker-assessment.sheet-{name}"), say(f"tracker-assessment.{name}-lead"))


def whose(book: Book) -> tuple[Column, Column]:
    """The system's number, hidden, and its name, hidden where there is only one."""
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 20, CELL.but(size=9), hidden=book.single),
    )


def not_applicable() -> str:
    """The word for an answer that does not apply; blank is not answered, 0 is a level."""
    return say("tracker.na")


def voice(perspective: str) -> str:
    """The name of one of the four perspectives."""
    return say(f"tracker-assessment.voice-{perspective}")
