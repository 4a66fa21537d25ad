"""A written tracker, opened again and read by the words of its headers."""

from io import BytesIO

from openpyxl import load_workbook

from desktop.reports.excel.tracker import write_tracker
from desktop.text import say


def silent(done, of):
    """Progress that nobody watches."""


def written(report) -> bytes:
    stream = BytesIO()
    write_tracker(report, stream, silent)
    return stream.getvalue()


def opened(content: bytes, *, values=False):
    return load_workbook(BytesIO(content), data_only=values)


def sheet(book, name):
    return book[say(f"tracker.sheet-{name}")]


def tables(page, anchor):
    """The rows below each header row that holds the word ``anchor``, as header → value."""
    found = []
    for row in page.iter_rows():
        heads = {cell.column: cell.value for cell in row if isinstance(cell.value, str)}
        if (
            say(f"tracker.{anchor}") in heads.values()
            and row[0].row > 3
            and str(row[0].fill.fgColor.rgb).endswith("F4F3F0")
        ):
            found.append([_record(page, line, heads) for line in _below(page, row[0].row, heads)])
    return found


def _below(page, head, columns):
    row = head + 1
    while any(page.cell(row, column).border.bottom.style for column in columns):
        yield row
        row += 1


def _record(page, row, heads):
    return {head: page.cell(row, column).value for column, head in heads.items()}


def word(key):
    return say(f"tracker.{key}")
