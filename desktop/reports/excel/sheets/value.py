"""Value case: inputs, totals and the three numbers of each system as formulas, one block a system."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import height
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import (
    CAPTION,
    CELL,
    CHANGE,
    HEADER,
    NUMBER,
    QUIET_CELL,
    SECTION,
    TOTAL,
    TOTAL_NAME,
    Look,
)
from desktop.reports.excel.marks import allow_numbers, mark_words
from desktop.reports.excel.page import Page
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.sprint import MoneyLine

ENDS = ("low", "likely", "high")
_LETTERS = {"low": "B", "likely": "C", "high": "D"}
_PARTS = ("continuing", "investment", "benefits", "running")
_RESULT_ROWS = 8  # header, five results, the note on the cases and a gap
_TALL = 17.5
_ITEM, _SOURCE, _CHECK, _LAST = 1, 5, 6, 6
_WIDTHS = {"A": 38, "B": 13, "C": 13, "D": 13, "E": 34, "F": 12, "G": 3}


@dataclass(frozen=True)
class ValueBlock:
    """Rows of one system's block: a total for each part, the months to launch, the horizon, and the result rows."""

    sheet: str
    first: int
    totals: Mapping[str, int]
    launch: int
    horizon: int
    net: int
    payback: int
    roi: int

    def at(self, row: int, end: str = "likely") -> str:
        """One cell of the block, absolute with the sheet's name."""
        return f"'{self.sheet}'!${_LETTERS[end]}${row}"

    def total(self, part: str, end: str) -> str:
        """The cell of a part's total."""
        return self.at(self.totals[part], end)


def write_value_inputs(book: Book) -> tuple[Page, tuple[ValueBlock, ...]]:
    """Inputs and totals of all systems; results follow once the cash sheet stands (``write_results``)."""
    page = book.page("value")
    page.title(say("tracker.sheet-value"), say("tracker.value-lead", currency=book.report.currency))
    for letter, width in _WIDTHS.items():
        page.sheet.column_dimensions[letter].width = width
    blocks = tuple(_inputs(page, book, report) for _, report in book.numbered)
    if not blocks:
        page.caption(say("tracker.nothing-yet"))
    finish(page.sheet, book.report)
    return page, blocks


def _inputs(page: Page, book: Book, report: SystemReport) -> ValueBlock:
    first = page.row
    if report is not book.report.systems[0]:
        page.break_before()
    page.pen.text(page.sheet, first, _ITEM, report.system.name, SECTION)
    page.sheet.row_dimensions[first].height = 24
    page.row += 1
    value, totals, results = report.sprint.value, {}, page.row
    page.row = results + _RESULT_ROWS
    launch, horizon = _timing(page, value.months_to_launch, value.horizon_months)
    for part in _PARTS:
        totals[part] = _part(page, book, part, tuple(getattr(value, part).values()))
    return ValueBlock(page.sheet.title, first, totals, launch, horizon, results + 3, results + 4, results + 5)


def _part(page: Page, book: Book, part: str, lines: tuple[MoneyLine, ...]) -> int:
    _head(page, say(f"tracker.value-{part}", currency=book.report.currency), say("tracker.source"))
    first = page.row
    for line in lines or (MoneyLine(),):
        _line(page, line)
    last = page.row - 1
    allow_numbers(page.sheet, f"B{first}:D{last}", "-1000000000000", "1000000000000")
    mark_words(page.sheet, f"F{first}:F{last}", {say("tracker.incomplete"): "8A4B08"})
    _total(page, first, last)
    page.sheet.row_dimensions[page.row].height = 9
    page.row += 1
    return last + 1


def _head(page: Page, name: str, source: str) -> None:
    right = HEADER.but(align="right")
    page.pen.band(page.sheet, page.row, range(1, _LAST + 1), HEADER)
    page.pen.word(page.sheet, page.row, _ITEM, name, HEADER)
    for column, end in enumerate(ENDS, start=2):
        page.pen.word(page.sheet, page.row, column, say(f"tracker.{end}"), right)
    if source:
        page.pen.word(page.sheet, page.row, _SOURCE, source, HEADER.but(indent=1))
    page.sheet.row_dimensions[page.row].height = 20
    page.row += 1


def _line(page: Page, line: MoneyLine) -> None:
    row = page.row
    page.put(row, _ITEM, line.name or None, CELL.tinted())
    for column, end in enumerate(ENDS, start=2):
        page.put(row, column, getattr(line.amount, end), NUMBER.tinted())
    page.put(row, _SOURCE, line.source or None, QUIET_CELL.tinted().but(indent=1))
    ordered = f"IF(AND(B{row}<=C{row},C{row}<=D{row}),{_word('complete')},{_word('incomplete')})"
    blank = f'IF(AND(COUNT(B{row}:D{row})=0,A{row}=""),"",{_word("incomplete")})'
    page.formula(row, _CHECK, f"IF(COUNT(B{row}:D{row})=3,{ordered},{blank})", QUIET_CELL)
    page.sheet.row_dimensions[row].height = height([(line.name, 38), (line.source, 34)])
    page.row += 1


def _total(page: Page, first: int, last: int) -> None:
    """A total stands only where every line is complete, as in the report."""
    row, whole = page.row, f"COUNTIF($F${first}:$F${last},{_word('complete')})=ROWS($F${first}:$F${last})"
    page.pen.word(page.sheet, row, _ITEM, say("tracker.total"), TOTAL_NAME)
    for column, letter in enumerate(_LETTERS.values(), start=2):
        page.formula(row, column, f'IF({whole},SUM({letter}{first}:{letter}{last}),"")', TOTAL)
    page.pen.band(page.sheet, row, range(_SOURCE, _LAST + 1), TOTAL_NAME)
    page.sheet.row_dimensions[row].height = _TALL
    page.row += 1


def _timing(page: Page, launch: int | None, horizon: int) -> tuple[int, int]:
    row = page.row
    for offset, (key, value, look) in enumerate(
        (("launch", launch, NUMBER.tinted()), ("horizon", horizon, NUMBER)),
    ):
        page.pen.band(page.sheet, row + offset, range(1, _LAST + 1), CELL)
        page.pen.word(page.sheet, row + offset, _ITEM, say(f"tracker.{key}"), CELL)
        page.put(row + offset, 3, value, look)
        page.pen.word(page.sheet, row + offset, _SOURCE, say(f"tracker.{key}-unit"), QUIET_CELL.but(indent=1))
        page.sheet.row_dimensions[row + offset].height = _TALL
    page.sheet.row_dimensions[row + 2].height = 9
    allow_numbers(page.sheet, f"C{row}", "0", "60", whole=True)
    page.row = row + 3
    return row, row + 1


def write_results(page: Page, block: ValueBlock, cash: Mapping[str, str]) -> None:
    """The three numbers. ``cash`` holds the range of the cash to date, month by month, for each case."""
    page.row = block.net - 3
    _head(page, say("tracker.results"), say("tracker.unit"))
    page.sheet.row_dimensions[page.row - 1].height = 20
    net = {end: f"IF(ISNUMBER({_last(cash[end], block)}),{_last(cash[end], block)},{quoted('')})" for end in ENDS}
    for row, part in ((block.net - 2, "continuing"), (block.net - 1, "investment")):
        totals = {end: f'IF(ISNUMBER({block.total(part, end)}),{block.total(part, end)},"")' for end in ENDS}
        _result(page, row, f"result-{part}", totals, NUMBER)
    _result(page, block.net, "result-net", net, TOTAL)
    _result(page, block.payback, "result-payback", {end: _payback(block, end, cash[end]) for end in ENDS}, NUMBER)
    _result(page, block.roi, "result-roi", {end: _roi(block, end) for end in ENDS}, NUMBER.but(form=CHANGE))
    page.pen.word(page.sheet, block.roi + 1, _ITEM, say("tracker.value-cases"), CAPTION)


def _result(page: Page, row: int, key: str, formulas: Mapping[str, str], look: Look) -> None:
    page.pen.band(page.sheet, row, range(1, _LAST + 1), CELL)
    page.pen.word(page.sheet, row, _ITEM, say(f"tracker.{key}"), CELL.but(bold=look.bold))
    for column, end in enumerate(ENDS, start=2):
        page.formula(row, column, formulas[end], look)
    page.pen.word(page.sheet, row, _SOURCE, say(f"tracker.{key}-unit"), QUIET_CELL.but(indent=1))
    page.sheet.row_dimensions[row].height = 19


def _last(cash: str, block: ValueBlock) -> str:
    return f"INDEX({cash},{block.at(block.horizon)})"


def _payback(block: ValueBlock, end: str, cash: str) -> str:
    """The month from which cash to date stays at or above zero; not applicable where it ends below."""
    net, month = block.at(block.net, end), f"(ROW({cash})-MIN(ROW({cash}))+1)"
    last_below = f"SUMPRODUCT(MAX(({cash}<0)*{month}))"
    return f'IF(ISNUMBER({net}),IF({net}>=0,{last_below}+1,{_word("na")}),"")'


def _roi(block: ValueBlock, end: str) -> str:
    """Net return over all money spent; costs are high in the low case and the reverse."""
    cost = {"low": "high", "likely": "likely", "high": "low"}[end]
    net, months = block.at(block.net, end), f"MAX({block.at(block.horizon)}-{block.at(block.launch)},0)"
    spent = f"({block.total('investment', cost)}+{block.total('running', cost)}*{months})"
    return f'IF(ISNUMBER({net}),IF({spent}=0,{_word("na")},ROUND({net}/{spent},4)),"")'


def _word(key: str) -> str:
    return quoted(say(f"tracker.{key}"))


def close_value(page: Page) -> None:
    """Guard the sheet where it holds formulas."""
    if page.has_formulas:
        protect(page.sheet)
