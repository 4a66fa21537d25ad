"""Value case: results, inputs and what follows from them, all as live formulas, one block a system.

A block prints on up to three pages: the numbers with their charts; the inputs; what moves the value most, and what one
handled case costs.
"""

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import height
from desktop.reports.excel.frame import finish
from desktop.reports.excel.labels import choice, labels
from desktop.reports.excel.look import CELL, NUMBER, QUIET_CELL, SECTION, SHARE, TOTAL, TOTAL_NAME
from desktop.reports.excel.marks import allow_list, allow_numbers, mark_words
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.value_block import (
    AT_HIGH,
    AT_LOW,
    CHECK,
    ITEM,
    KIND,
    LAST,
    LETTERS,
    OWNER,
    PARTS,
    RANK,
    SOURCE,
    TALL,
    ValueBlock,
    early,
    gap,
    guard_lines,
    head,
    late,
    whole,
    word,
    write_line,
)
from desktop.reports.excel.sheets.value_tornado import tornado_rows
from desktop.reports.excel.sheets.value_units import units_rows
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.sprint import MoneyLine

_WIDTHS = {"A": 38, "B": 13, "C": 13, "D": 13, "E": 40, "F": 14, "G": 20, "H": 12}
_RESULTS = 13  # header, seven results, note, the simulated head and two rows, a gap
_CHART_ROWS = 16
_WORKING = 6  # header, four rows, a gap
_KIND_BIND = "sprint.value.continuing/kind"


def write_value_inputs(book: Book, lists: Lists) -> tuple[Page, tuple[ValueBlock, ...]]:
    """Inputs and totals of all systems; what follows from them is written once the cash sheet stands."""
    page = book.page("value")
    page.title(say("tracker.sheet-value"), say("tracker.value-lead", currency=book.report.currency))
    for letter, width in _WIDTHS.items():
        page.sheet.column_dimensions[letter].width = width
    for letter in (AT_LOW, AT_HIGH, RANK):
        page.sheet.column_dimensions[letter].hidden = True
    blocks = tuple(_inputs(page, book, lists, report) for _, report in book.numbered)
    if not blocks:
        page.caption(say("tracker.nothing-yet"))
    finish(page.sheet, book.report)
    return page, blocks


def _inputs(page: Page, book: Book, lists: Lists, report: SystemReport) -> ValueBlock:
    first = page.row
    if report is not book.report.systems[0]:
        page.break_before()
    page.pen.text(page.sheet, first, ITEM, report.system.name, SECTION)
    page.sheet.row_dimensions[first].height = 24
    results = first + 1
    page.row = results + _RESULTS + (_CHART_ROWS if report.numbers.likely is not None else 0)
    page.break_before()
    launch = _timing(page, book, lists, report)
    totals, rows = dict[str, int](), dict[str, range]()
    for part in PARTS:
        rows[part] = _part(page, book, lists, part, tuple(getattr(report.sprint.value, part).values()))
        totals[part] = rows[part].stop
    working = page.row
    page.row = working + _WORKING
    page.break_before()
    end, follows = page.row, sum(len(rows[part]) for part in PARTS[1:]) + 1
    page.row += tornado_rows(follows) + units_rows(report.sprint.value.unit)
    return ValueBlock(
        page.sheet.title, first, results, totals, rows, launch, launch + 1, launch + 2, working, end
    )  # fmt: skip


def results_end(block: ValueBlock) -> int:
    """The row that the charts hang from."""
    return block.results + _RESULTS


def _part(page: Page, book: Book, lists: Lists, part: str, lines: tuple[MoneyLine, ...]) -> range:
    kind = say("value.tracker.kind") if part == "continuing" else ""
    head(
        page,
        say(f"tracker.value-{part}", currency=book.report.currency),
        say("tracker.source"),
        kind,
        say("tracker.owner"),
    )
    first = page.row
    for line in lines or (MoneyLine(),):
        kind = choice(book.report.method, _KIND_BIND, line.kind) or ""
        page.put(
            page.row, KIND, kind or None, (QUIET_CELL.tinted() if part == "continuing" else QUIET_CELL).but(indent=1)
        )
        write_line(page, (line.name, line.amount, line.source, book.person(line.owner)), NUMBER)
    rows = range(first, page.row)
    if part == "continuing":
        words = ",".join(labels(book.report.method, _KIND_BIND))
        allow_list(page.sheet, f"F{rows[0]}:F{rows[-1]}", quoted(words), strict=True)
    guard_lines(page, lists, rows, ("-1000000000000", "1000000000000"))
    _total(page, rows)
    gap(page)
    return rows


def _total(page: Page, rows: range) -> None:
    """A total stands only where every line is complete, as in the report."""
    page.pen.word(page.sheet, page.row, ITEM, say("tracker.total"), TOTAL_NAME)
    for column, letter in enumerate(LETTERS.values(), start=2):
        text = f'IF({whole(rows)},SUM({letter}{rows[0]}:{letter}{rows[-1]}),"")'
        page.formula(page.row, column, text, TOTAL)
    page.pen.band(page.sheet, page.row, range(SOURCE, LAST + 1), TOTAL_NAME)
    page.sheet.row_dimensions[page.row].height = TALL
    page.row += 1


def _timing(page: Page, book: Book, lists: Lists, report: SystemReport) -> int:
    """The launch as a range in months, the horizon, and the discount rate; returns the row of the launch."""
    value = report.sprint.value
    named = (say("value.tracker.early"), say("tracker.likely"), say("value.tracker.late"))
    head(page, say("value.tracker.timing"), say("tracker.source"), owner=say("tracker.owner"), ends=named)
    row = page.row
    rate = None if value.discount_rate is None else value.discount_rate / 100
    cells = (
        ("launch", (value.launch_early, value.months_to_launch, value.launch_late), value.launch_source),
        ("horizon", (None, value.horizon_months, None), say("tracker.horizon-unit")),
        ("rate", (None, rate, None), value.discount_source),
    )
    for place, (key, amounts, source) in enumerate(cells, start=row):
        page.pen.band(page.sheet, place, range(1, LAST + 1), CELL)
        name = "value.tracker.rate" if key == "rate" else f"tracker.{key}"
        page.pen.word(page.sheet, place, ITEM, say(name), CELL)
        for column, amount in enumerate(amounts, start=2):
            look = NUMBER.but(form=SHARE) if key == "rate" else NUMBER
            tinted = key == "launch" or (key == "rate" and column == 3)
            page.put(place, column, amount, look.tinted() if tinted else look)
        _source(page, place, source, own=key == "horizon")
        page.sheet.row_dimensions[place].height = height([(source, 38)])
    page.put(row, OWNER, book.person(value.launch_owner), QUIET_CELL.tinted().but(indent=1))
    ordered = f"IF(AND({early(row)}<=C{row},C{row}<={late(row)}),{word('complete')},{word('incomplete')})"
    page.formula(row, CHECK, f'IF(ISNUMBER(C{row}),{ordered},"")', QUIET_CELL.but(indent=1))
    mark_words(page.sheet, f"H{row}", {say("tracker.incomplete"): "8A4B08"})
    allow_list(page.sheet, f"G{row}", lists.people, strict=False)
    allow_numbers(page.sheet, f"B{row}:D{row}", "0", "60", whole=True)
    allow_numbers(page.sheet, f"C{row + 2}", "0", "1")
    page.row = row + 3
    gap(page)
    return row


def _source(page: Page, row: int, source: str, *, own: bool) -> None:
    look = QUIET_CELL.but(indent=1)
    if own:
        page.pen.word(page.sheet, row, SOURCE, source, look)
    else:
        page.put(row, SOURCE, source or None, look.tinted())
