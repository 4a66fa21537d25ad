"""Burn-up: person-days done against the plan and the baseline, as figures and as one chart a system."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from desktop.planning.burn_up import BurnUp, Point
from desktop.reports.excel.book import Book
from desktop.reports.excel.charts import label_at, line, quiet_axes, titled
from desktop.reports.excel.columns import Block, Column
from desktop.reports.excel.frame import finish
from desktop.reports.excel.look import ACCENT, DATE, INK, NUMBER, ONE_PLACE, QUIET, QUIET_CELL
from desktop.reports.excel.page import Page, Row
from desktop.reports.report import SystemReport
from desktop.text import say

_CHART_ROWS, _ROW = 12, 19.5
_EPOCH = date(1899, 12, 30)


def write_burn_up(book: Book) -> None:
    """The sheet; none where no task has a day."""
    found = [(report, report.steering.burn_up) for report in book.report.systems if report.steering.burn_up]
    if not found:
        return
    page = Page(book.workbook.create_sheet(say("checkin.sheet.burn-up")), book.pen)
    columns = _columns(book)
    page.set_widths(columns)
    page.title(say("checkin.sheet.burn-up"), say("checkin.sheet.burn-lead"))
    block = page.table(columns, (row for report, curves in found for row in _rows(report, curves)), "BurnUp")
    first = block.first
    for place, (report, curves) in enumerate(found):
        rows = range(first, first + len(_days(curves)))
        first = rows.stop
        page.sheet.add_chart(_chart(page, block, rows, report, curves), f"H{block.first + place * _CHART_ROWS}")
    _pages(page, block, len(found) * _CHART_ROWS)
    for letter in "HIJKLMN":
        page.sheet.column_dimensions[letter].width = 14
    page.sheet.freeze_panes = f"A{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)


def _pages(page: Page, block: Block, charts: int) -> None:
    """Two charts on a page of paper and none across two, where there are more than two.

    Rows beside the charts are as high as those of the table.
    """
    from openpyxl.worksheet.pagebreak import Break

    last = max(block.last, block.first + charts - 1)
    for row in range(block.first, last + 1):
        page.sheet.row_dimensions[row].height = _ROW
    if charts <= 2 * _CHART_ROWS:
        return
    for row in range(block.first + 2 * _CHART_ROWS, last + 1, 2 * _CHART_ROWS):
        page.sheet.row_breaks.append(Break(id=row - 1))


def _columns(book: Book) -> tuple[Column, ...]:
    figure = NUMBER.but(form=ONE_PLACE)
    return (
        Column("system", say("tracker.system"), 24, QUIET_CELL.but(size=9, wrap=False), hidden=book.single),
        Column("day", say("checkin.burn.column.day"), 14, DATE),
        Column("agreed", say("checkin.burn.column.agreed"), 17, figure),
        Column("planned", say("checkin.burn.column.planned"), 17, figure),
        Column("done", say("checkin.burn.column.done"), 17, figure),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
    )


def _days(found: BurnUp) -> tuple[date, ...]:
    """Every day on which a curve has a point."""
    return tuple(sorted({day for points in (found.planned, found.agreed, found.done) for day, _ in points}))


def _rows(report: SystemReport, found: BurnUp) -> Iterator[Row]:
    """Done is blank after today, agreed without a baseline."""
    planned, agreed, done = (_between(points) for points in (found.planned, found.agreed, found.done))
    for day in _days(found):
        yield {
            "system": report.system.name,
            "day": day,
            "agreed": agreed(day) if found.agreed else None,
            "planned": planned(day),
            "done": done(day) if day <= found.today else None,
            "system_id": report.system.id,
        }


def _between(points: tuple[Point, ...]) -> Callable[[date], float | None]:
    """The value on a day: that of a point, and between two the straight line."""

    def at(day: date) -> float | None:
        before = [point for point in points if point[0] <= day]
        after = [point for point in points if point[0] >= day]
        if not before or not after:
            return None
        (first, low), (last, high) = before[-1], after[0]
        share = (day - first).days / max((last - first).days, 1)
        return round(float(low) + float(high - low) * share, 3)

    return at


def _chart(page: Page, block: Block, rows: range, report: SystemReport, found: BurnUp) -> Any:
    from openpyxl.chart import ScatterChart

    chart: Any = ScatterChart()
    chart.scatterStyle = "lineMarker"
    curves = [("planned", INK, 1.25, ""), ("done", ACCENT, 2.5, "")]
    for key, colour, points, dash in ([("agreed", QUIET, 1.5, "dash")] if found.agreed else []) + curves:
        series = _series(page, block, rows, key)
        line(series, colour, points=points, dash=dash or None)
        label_at(series, _labelled(found, key), colour, "r" if key == "done" else "t" if key == "planned" else "b")
        chart.series.append(series)
    titled(chart, say("checkin.sheet.burn", system=report.system.name))
    quiet_axes(chart, "0")
    chart.x_axis.number_format, chart.x_axis.majorGridlines = "d mmm", None
    days = _days(found)
    chart.x_axis.scaling.min, chart.x_axis.scaling.max = (days[0] - _EPOCH).days, (days[-1] - _EPOCH).days
    chart.legend = None
    chart.height, chart.width = 7.8, 18
    return chart


def _series(page: Page, block: Block, rows: range, key: str) -> Any:
    from openpyxl.chart import Reference, Series
    from openpyxl.utils import column_index_from_string

    def cells(name: str) -> Any:
        column = column_index_from_string(block.columns[name])
        return Reference(page.sheet, min_col=column, min_row=rows[0], max_row=rows[-1])

    return Series(cells(key), cells("day"), title=say(f"checkin.sheet.series-{key}"))


def _labelled(found: BurnUp, key: str) -> int:
    """Which point carries the curve's name: today's, or one before the end where two curves meet."""
    days = _days(found)
    if key == "done":
        return max(at for at, day in enumerate(days) if day <= found.today)
    return int(len(days) * (0.8 if key == "planned" else 0.6))
