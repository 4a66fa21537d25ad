"""One chart a test set: the share of right answers run by run, with its interval and the agreed threshold."""

from collections.abc import Sequence
from math import floor
from typing import Any

from desktop.reports.excel.charts import label_at, line, quiet_axes, titled
from desktop.reports.excel.columns import Block
from desktop.reports.excel.look import ACCENT, OCHRE
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.evaluation_sets import NumberedSet
from desktop.text import say

# openpyxl 3.1.5 writes ``minus`` before ``plus``; the schema wants the reverse, and Excel may offer to repair the file.
_SCHEMA_ORDER = ("errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "val", "spPr")
_CHART_POINTS = 216.0  # height of a chart and the gap below it


def add_interval_charts(page: Page, sets: Sequence[NumberedSet], runs: Block) -> None:
    """Charts one under the other, right of the tables, for every test set that has a run."""
    for placed, one in enumerate(sets):
        rows = range(runs.first + one.before, runs.first + one.before + len(one.found.runs))
        chart = _chart(page, runs, rows, threshold=one.report.evaluation.threshold is not None)
        chart.y_axis.scaling.min = _floor(one)
        name = one.report.system.name
        titled(chart, say("evidence.sheet.chart", system=name, set=one.found.name) if one.found.name else _title(name))
        page.sheet.add_chart(chart, f"W{row_below_charts(page, placed)}")
    page.sheet.column_dimensions["V"].width = 3


def _title(system: str) -> str:
    return say("tracker.chart-evaluation", system=system)


def _floor(one: NumberedSet) -> float:
    """Where the axis begins: a full ten per cent below everything shown."""
    lowest = min(*(run.interval.low for run in one.found.runs), one.report.evaluation.threshold or 1.0, 1.0)
    return float(max(0, floor(lowest * 10 - 0.2))) / 10


def row_below_charts(page: Page, count: int) -> int:
    """The row below so many charts, counted from row 4."""
    points, row, below = count * _CHART_POINTS, 4, 0.0
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
