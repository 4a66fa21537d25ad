"""The value sheet put together, once its inputs and the cash by month stand: results, charts, tornado, unit costs."""

from dataclasses import dataclass

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block
from desktop.reports.excel.frame import protect
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.cash import cash_chart
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.value import results_end
from desktop.reports.excel.sheets.value_block import ENDS, ValueBlock
from desktop.reports.excel.sheets.value_results import write_results, write_simulated, write_working
from desktop.reports.excel.sheets.value_tornado import tornado_chart, write_tornado
from desktop.reports.excel.sheets.value_units import write_units
from desktop.reports.report import SystemReport
from desktop.text import say

_HIGH, _WIDE, _BESIDE = 7.8, 15.4, 17.4


@dataclass(frozen=True)
class Values:
    """Where the inputs and the cash by month stand: the sheets, a block and the rows of months for each system."""

    page: Page
    blocks: tuple[ValueBlock, ...]
    cash_page: Page
    cash: Block
    months: tuple[range, ...]


def write_value(book: Book, values: Values, lists: Lists) -> None:
    """Everything that follows from the inputs, system by system."""
    for report, block, rows in zip(book.report.systems, values.blocks, values.months, strict=True):
        _write(book, values, lists, (report, block, rows))
    if values.page.has_formulas:
        protect(values.page.sheet)


def _write(book: Book, values: Values, lists: Lists, of: tuple[SystemReport, ValueBlock, range]) -> None:
    report, block, rows = of
    page, part = values.page, values.cash.part
    write_working(page, block)
    cash = {end: part(end, rows[0], rows[-1]) for end in ENDS}
    flows = {end: part(f"flow_{end}", rows[0], rows[-1]) for end in ENDS}
    write_results(page, block, cash, flows, part("month", rows[0], rows[-1]))
    write_simulated(page, block, report)
    ranked = write_tornado(page, block, book.report.currency)
    write_units(page, book, lists, report)
    if report.numbers.likely is None:
        return
    currency = book.report.currency
    chart = cash_chart(values.cash_page, values.cash, rows, say("tracker.chart-cash", currency=currency))
    chart.height, chart.width = _HIGH, _WIDE
    page.sheet.add_chart(chart, f"A{results_end(block)}")
    if report.numbers.npv is not None:
        moved = tornado_chart(page, ranked, say("value.tracker.chart-tornado", currency=currency))
        moved.height, moved.width = _HIGH, _BESIDE
        page.sheet.add_chart(moved, f"E{results_end(block)}")
