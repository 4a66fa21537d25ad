"""One chart a system: the share of right answers run by run, with its interval and the agreed threshold."""

from math import floor
from typing import Any

from desktop.reports.excel.book import Book
from desktop.reports.excel.charts import label_at, line, quiet_axes, titled
from desktop.reports.excel.columns import Block
from desktop.reports.excel.look import ACCENT, OCHRE
from desktop.reports.excel.page import Page
from desktop.reports.report import SystemReport
from desktop.text import say

# openpyxl 3.1.5 writes ``minus`` before ``plus``; the schema wants the reverse, and Excel may offer to repair the file.
_SCHEMA_ORDER = ("errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "val", "spPr")
_CHART_POINTS = 216.0  # height of a chart and the gap below it


def add_interval_charts(page: Page, book: Book, runs: Block) -> None:
    """Charts one under the other, right of the tables, for every system that has a run."""
    first, placed = runs.first, 0
    for _, report in book.numbered:
        if report.evaluation.runs:
            rows = range(first, first + len(report.evaluation.runs))
            chart = _chart(page, runs, rows, threshold=report.evaluation.threshold is not None)
            chart.y_axis.scaling.min = _floor(report)
            titled(chart, say("tracker.chart-evaluation", system=report.system.name))
            page.sheet.add_chart(chart, f"Q{_row_below(page, placed * _CHART_POINTS)}")
            placed += 1
        first += len(report.sprint.scoring.runs)
    page.sheet.column_dimensions["P"].width = 3


def _floor(report: SystemReport) -> float:
    """Where the axis begins: a full ten per cent below everything shown."""
    lowest = min(*(run.interval.low for run in report.evaluation.runs), report.evaluation.threshold or 1.0, 1.0)
    return float(max(0, floor(lowest * 10 - 0.2))) / 10


def _row_below(page: Page, points: float) -> int:
    """The row that stands ``points`` below row 4."""
    row, below = 4, 0.0
    while below < points:
        below += float(page.sheet.row_dimensions[row].height or 15)
        row += 1
    return row


def _chart(page: Page, runs: Block, rows: range, *, threshold: bool) -> Any:
    from openpyxl.chart import LineChart, Reference
    from openpyxl.utils import column_index_from_string

    def values(key: str) -> Any:
        column = column_index_from_string(runs.columns[key])
        return Reference(page.sheet, min_col=column, min_row=rows[0], max_row=rows[-1])

    chart: Any = LineChart()
    chart.add_data(values("share"))
    if threshold:
        chart.add_data(values("limit"))
        _threshold(chart.series[1], len(rows))
    chart.set_categories(values("on"))
    _score(chart.series[0], runs, rows)
    quiet_axes(chart, "0 %")
    chart.x_axis.number_format = "d mmm"
    chart.legend = None
    chart.y_axis.scaling.max = 1
    chart.height, chart.width = 7.2, 13.5
    return chart


def _score(series: Any, runs: Block, rows: range) -> None:
    from openpyxl.chart.data_source import NumDataSource, NumRef
    from openpyxl.chart.error_bar import ErrorBars
    from openpyxl.chart.shapes import GraphicalProperties

    line(series, ACCENT, points=2)
    series.marker.symbol, series.marker.size = "circle", 7
    series.marker.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    series.marker.graphicalProperties.line.solidFill = ACCENT
    up, down = (NumDataSource(numRef=NumRef(f=runs.part(key, rows[0], rows[-1]))) for key in ("up", "down"))
    bars: Any = ErrorBars(errDir="y", errBarType="both", errValType="cust", noEndCap=False, plus=up, minus=down)
    bars.__elements__ = _SCHEMA_ORDER
    bars.spPr = GraphicalProperties()
    bars.spPr.line.solidFill = ACCENT
    series.errBars = bars
    _name(series, say("tracker.series-score"))
    series.dLbls = None


def _threshold(series: Any, count: int) -> None:
    from openpyxl.chart.shapes import GraphicalProperties

    line(series, OCHRE, points=1.25, dash="dash")
    series.marker.symbol, series.marker.size = "dash", 12
    series.marker.graphicalProperties = GraphicalProperties(solidFill=OCHRE)
    series.marker.graphicalProperties.line.solidFill = OCHRE
    _name(series, say("tracker.threshold"))
    label_at(series, count - 1, OCHRE, "b")


def _name(series: Any, text: str) -> None:
    from openpyxl.chart.series import SeriesLabel

    series.tx = SeriesLabel(v=text)
