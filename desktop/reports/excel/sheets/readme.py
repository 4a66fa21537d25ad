"""Read me: what the file is, what may be changed, and what a blank means."""

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import height
from desktop.reports.excel.frame import finish
from desktop.reports.excel.look import CELL, TINT
from desktop.reports.excel.page import Page
from desktop.text import count, say
from desktop.text.formatting import day_long

_NAME, _TEXT = 26, 105
_LISTED = 20


def write_readme(book: Book) -> None:
    """The last sheet; written last, because it counts the texts that had to be changed."""
    page = book.page("readme")
    report = book.report
    page.title(say("tracker.sheet-readme"), say("tracker.readme-lead"))
    page.sheet.column_dimensions["A"].width, page.sheet.column_dimensions["B"].width = _NAME, _TEXT
    if report.workbook.engagement.fictitious:
        _line(page, "fictitious", say("tracker.readme-fictitious"))
    _line(page, "what", say("tracker.readme-what"))
    _line(page, "tinted", say("tracker.readme-tinted"))
    page.put(page.row - 1, 1, say("tracker.readme-tinted-name"), CELL.but(bold=True, fill=TINT))
    for name in ("weeks", "as-of", "blank", "protected", "calculated", "back"):
        _line(page, name, say(f"tracker.readme-{name}"))
    _line(page, "made", _made(book))
    if book.pen.changed:
        _line(page, "changed", _changed(book))
    finish(page.sheet, report)


def _line(page: Page, name: str, text: str) -> None:
    page.put(page.row, 1, say(f"tracker.readme-{name}-name"), CELL.but(bold=True))
    page.put(page.row, 2, text, CELL)
    page.sheet.row_dimensions[page.row].height = height([(text, _TEXT)]) + 4
    page.row += 1


def _made(book: Book) -> str:
    stamp = book.report.stamp
    return say(
        "tracker.readme-made",
        revision=stamp.revision or "–",
        version=stamp.app_version,
        day=day_long(stamp.as_of),
        method=book.report.method.version,
    )


def _changed(book: Book) -> str:
    places = [place for place, _, _ in book.pen.changed]
    listed = ", ".join(places[:_LISTED]) + ("…" if len(places) > _LISTED else "")
    return count("tracker.readme-changed", len(places), places=listed)
