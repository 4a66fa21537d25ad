"""The two charts of the dashboard: the weeks, and the money."""

from typing import TYPE_CHECKING, Any

from desktop.reports.excel.book import Book
from desktop.reports.excel.charts import fill, legend_below, line, quiet_axes, titled
from desktop.reports.excel.look import ACCENT, LINE, OCHRE
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.cash import cash_chart

from desktop.reports.excel.plain import one_line  # isort: skip
from desktop.text import say

if TYPE_CHECKING:
    from desktop.reports.excel.sheets.dashboard import Parts

_COLOURS = (ACCENT, "8A4B08", "5568B8", "6B6B73", "C7A27C", "A4B3E0")
_HEIGHT = 7.0


def add_dashboard_charts(page: Page, book: Book, parts: "Parts", weeks: range, row: int) -> None:
    """Tasks by week on the left, cash to date on the right."""
    chart = _weeks(page, weeks)
    chart.height, chart.width = _HEIGHT, 13.0
    page.sheet.add_chart(chart, f"A{row}")
    money = _money(book, parts)
    if money is not None:
        money.height, money.width = _HEIGHT, 19.4
        page.sheet.add_chart(money, f"F{row}")


def _weeks(page: Page, weeks: range) -> Any:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 55
    data = Reference(page.sheet, min_col=2, max_col=4, min_row=weeks[0] - 1, max_row=weeks[-1])
    chart.add_data(data, titles_from_data=True)
    chart.set_categories(Reference(page.sheet, min_col=1, min_row=weeks[0], max_row=weeks[-1]))
    for series, colour in zip(chart.series, (ACCENT, OCHRE, LINE), strict=True):
        fill(series, colour)
    titled(chart, say("tracker.chart-weeks"))
    quiet_axes(chart, "0")
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    legend_below(chart)
    return chart


def _money(book: Book, parts: "Parts") -> Any:
    """One system: its three cases. Several: the likely case of each, up to six."""
    ready = [(n, report) for n, report in enumerate(book.report.systems) if report.numbers.likely is not None]
    if not ready:
        return None
    cash_page = Page(book.workbook[parts.cash.sheet], book.pen)
    title = say("tracker.chart-cash", currency=book.report.currency)
    if len(book.report.systems) == 1:
        return cash_chart(cash_page, parts.cash, parts.months[0], title)
    return _likely_of_each(cash_page, parts, [(n, report.system.name) for n, report in ready[: len(_COLOURS)]], title)


def _likely_of_each(page: Page, parts: "Parts", systems: list[tuple[int, str]], title: str) -> Any:
    from openpyxl.chart import LineChart, Reference
    from openpyxl.chart.series import SeriesLabel
    from openpyxl.utils import column_index_from_string

    chart: Any = LineChart()
    likely = column_index_from_string(parts.cash.columns["likely"])
    for place, (number, name) in enumerate(systems):
        rows = parts.months[number]
        chart.add_data(Reference(page.sheet, min_col=likely, min_row=rows[0], max_row=rows[-1]))
        line(chart.series[place], _COLOURS[place], points=2.25)
        chart.series[place].tx = SeriesLabel(v=one_line(name, 40))
    longest = max((parts.months[number] for number, _ in systems), key=len)
    month = column_index_from_string(parts.cash.columns["month"])
    chart.set_categories(Reference(page.sheet, min_col=month, min_row=longest[0], max_row=longest[-1]))
    titled(chart, title)
    quiet_axes(chart, "#,##0,;−#,##0,;0")
    legend_below(chart)
    chart.x_axis.tickLblSkip = 1 if len(longest) <= 30 else 6
    return chart
