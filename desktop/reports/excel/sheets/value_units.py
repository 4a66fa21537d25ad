"""What one handled case costs at pilot and at target volume, as live formulas on inputs of their own."""

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import height
from desktop.reports.excel.labels import choice, labels
from desktop.reports.excel.look import CAPTION, CELL, NUMBER, QUIET_CELL, Look
from desktop.reports.excel.marks import allow_list
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.value_block import (
    ENDS,
    ITEM,
    KIND,
    LAST,
    LETTERS,
    SOURCE,
    TALL,
    gap,
    guard_lines,
    head,
    whole,
    word,
    write_line,
)
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.base import Range
from desktop.workbook.unit_case import CostBasis, UnitCase, UnitCost

_BIND = "sprint.value.unit.costs/basis"
_FINE = NUMBER.but(form="#,##0.00##;−#,##0.00##")
_CENTS = NUMBER.but(form="#,##0.00;−#,##0.00")
_FIGURES = ("calls", "worth", "pilot", "target")
_RESULTS = 7
_LIMITS = ("0", "1000000000000")
_OTHER = {"low": "high", "likely": "likely", "high": "low"}


def units_rows(unit: UnitCase) -> int:
    """How many rows inputs and results take, with their heads, the gap and the note."""
    return 1 + max(len(unit.costs), 1) + len(_FIGURES) + 1 + 1 + _RESULTS + 2


def write_units(page: Page, book: Book, lists: Lists, report: SystemReport) -> int:
    """Inputs and results; returns the row of the first result (fixed cost a month)."""
    unit = report.sprint.value.unit
    paid = say("value.tracker.paid")
    head(
        page,
        say("value.tracker.units", currency=book.report.currency),
        say("tracker.source"),
        paid,
        say("tracker.owner"),
    )
    costs = _costs(page, book, lists, tuple(unit.costs.values()))
    first = page.row
    for key in _FIGURES:
        figure, row = getattr(unit, key), page.row
        write_line(page, ("", figure.amount, figure.source, book.person(figure.owner)), _look(figure.amount))
        page.pen.word(page.sheet, row, ITEM, say(f"value.tracker.{key}"), CELL)
        page.pen.band(page.sheet, row, range(KIND, KIND + 1), CELL)
        page.formula(row, LAST, _complete(row), QUIET_CELL.but(indent=1))
    guard_lines(page, lists, range(first, page.row), _LIMITS)
    gap(page)
    return _results(page, book, costs, dict(zip(_FIGURES, range(first, page.row), strict=False)))


def _look(amount: Range) -> Look:
    """Amounts below a cent show as many decimals as they have, up to four."""
    given = [value for value in (amount.low, amount.likely, amount.high) if value is not None]
    return _FINE if any(value != round(value, 2) for value in given) else NUMBER


def _complete(row: int) -> str:
    ordered = f"IF(AND(B{row}<=C{row},C{row}<=D{row}),{word('complete')},{word('incomplete')})"
    return f'IF(COUNT(B{row}:D{row})=0,"",IF(COUNT(B{row}:D{row})=3,{ordered},{word("incomplete")}))'


def _costs(page: Page, book: Book, lists: Lists, costs: tuple[UnitCost, ...]) -> range:
    first, method = page.row, book.report.method
    for cost in costs or (UnitCost(),):
        page.put(page.row, KIND, choice(method, _BIND, cost.basis), QUIET_CELL.tinted().but(indent=1))
        write_line(page, (cost.name, cost.amount, cost.source, book.person(cost.owner)), _look(cost.amount))
    rows = range(first, page.row)
    allow_list(page.sheet, f"F{rows[0]}:F{rows[-1]}", quoted(",".join(labels(method, _BIND))), strict=True)
    guard_lines(page, lists, rows, _LIMITS)
    return rows


def _results(page: Page, book: Book, costs: range, figures: dict[str, int]) -> int:
    head(page, say("value.tracker.unit-results"), say("tracker.unit"))
    fixed, variable = page.row, page.row + 1
    call = quoted(choice(book.report.method, _BIND, CostBasis.CALL) or "")
    calls = f"AND(COUNTIF($F${costs[0]}:$F${costs[-1]},{call})>0,$H${figures['calls']}<>{word('complete')})"
    paid = f"COUNTA($F${costs[0]}:$F${costs[-1]})=ROWS($F${costs[0]}:$F${costs[-1]})"
    known = f"AND({whole(costs)},{paid},NOT({calls}))"
    by = {basis: quoted(choice(book.report.method, _BIND, basis) or "") for basis in CostBasis}
    sums = {end: {b: _sum(costs, by[b], LETTERS[end]) for b in CostBasis} for end in ENDS}
    _row(page, "fixed", {end: f'IF({known},{sums[end][CostBasis.MONTH]},"")' for end in ENDS}, NUMBER)
    each = {
        end: f"{sums[end][CostBasis.CASE]}+{sums[end][CostBasis.CALL]}*N({LETTERS[end]}{figures['calls']})"
        for end in ENDS
    }
    _row(page, "variable", {end: f'IF({known},{text},"")' for end, text in each.items()}, _FINE)
    for volume in ("pilot", "target"):
        at = figures[volume]
        case = {e: f"ROUND({LETTERS[e]}{fixed}/{LETTERS[_OTHER[e]]}{at}+{LETTERS[e]}{variable},4)" for e in ENDS}
        ready = f"AND(ISNUMBER(C{fixed}),$H{at}={word('complete')},N($B{at})>0)"
        _row(page, f"case-{volume}", {e: f'IF({ready},{text},"")' for e, text in case.items()}, _CENTS.but(bold=True))
        spent = page.row - 1
        left = {e: f"{LETTERS[e]}{figures['worth']}-{LETTERS[_OTHER[e]]}{spent}" for e in ENDS}
        worth = f"AND(ISNUMBER(C{spent}),$H{figures['worth']}={word('complete')})"
        _row(page, f"left-{volume}", {e: f'IF({worth},{text},"")' for e, text in left.items()}, _CENTS)
    _row(page, "pays-from", {e: _pays_from(e, fixed, variable, figures["worth"]) for e in ENDS}, NUMBER)
    page.pen.word(page.sheet, page.row, ITEM, say("value.tracker.unit-note"), CAPTION)
    page.row += 2
    return fixed


def _sum(costs: range, basis: str, letter: str) -> str:
    return f"SUMIF($F${costs[0]}:$F${costs[-1]},{basis},{letter}{costs[0]}:{letter}{costs[-1]})"


def _pays_from(end: str, fixed: int, variable: int, worth: int) -> str:
    left = f"({LETTERS[_OTHER[end]]}{worth}-{LETTERS[end]}{variable})"
    ready = f"AND(ISNUMBER(C{fixed}),$H{worth}={word('complete')})"
    needed = f"ROUNDUP(ROUND({LETTERS[end]}{fixed}/{left},9),0)"
    return f'IF({ready},IF({left}>0,{needed},{word("na")}),"")'


def _row(page: Page, key: str, formulas: dict[str, str], look: Look) -> None:
    page.pen.band(page.sheet, page.row, range(1, LAST + 1), CELL)
    page.pen.word(page.sheet, page.row, ITEM, say(f"value.tracker.{key}"), CELL.but(bold=look.bold))
    for column, end in enumerate(ENDS, start=2):
        page.formula(page.row, column, formulas[end], look)
    page.pen.word(page.sheet, page.row, SOURCE, say(f"value.tracker.{key}-unit"), QUIET_CELL.but(indent=1, wrap=False))
    page.sheet.row_dimensions[page.row].height = max(TALL, height([]))
    page.row += 1
