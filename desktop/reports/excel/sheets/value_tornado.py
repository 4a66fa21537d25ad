"""What moves the net present value most: each input's change in hidden cells beside it, sorted by live formulas."""

from typing import Any

from desktop.reports.excel.charts import fill, legend_below, quiet_axes, titled
from desktop.reports.excel.look import CELL, NUMBER, SOFT_ACCENT, SOFT_OCHRE
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.value_block import (
    AT_HIGH,
    AT_LOW,
    ENDS,
    ITEM,
    LAST,
    RANK,
    TALL,
    ValueBlock,
    gap,
    head,
    word,
)
from desktop.text import say

_CHARTED, _LISTED = 8, 15
_TIE = "0.000001"  # keeps inputs that move it equally in their order; never shown
_CHANGE = NUMBER.but(form="+#,##0;−#,##0;0")


def tornado_rows(inputs: int) -> int:
    """How many rows the table takes for so many inputs, with its head and the gap below."""
    return min(inputs, _LISTED) + 2


def write_tornado(page: Page, block: ValueBlock, currency: str) -> range:
    """The table, widest first; returns its rows."""
    page.row = block.end
    inputs = _changes(page, block)
    named = (say("value.tracker.at-low"), say("value.tracker.at-high"), say("value.tracker.width"))
    head(page, say("value.tracker.tornado", currency=currency), ends=named)
    first = page.row
    for rank in range(1, min(inputs, _LISTED) + 1):
        _ranked(page, block, rank)
    rows = range(first, page.row)
    gap(page)
    return rows


def _span(block: ValueBlock, letter: str) -> str:
    return f"${letter}${block.launch}:${letter}${block.working - 1}"


def _changes(page: Page, block: ValueBlock) -> int:
    """Hidden cells beside each input: the change at its low and at its high end, and its rank; returns how many."""
    brought, spent = (block.at(row) for row in (block.brought, block.spent))
    factors = {"investment": f"-{spent}", "benefits": brought, "running": f"-{brought}"}
    count = 0
    for part, factor in factors.items():
        for row in block.lines[part]:
            known = f"AND(ISNUMBER({block.at(block.npv)}),$H{row}={word('complete')})"
            ends = [f'IF({known},ROUND(({letter}{row}-C{row})*{factor},2),"")' for letter in ("B", "D")]
            _change(page, row, ends)
            count += 1
    month, known = block.at(block.monthly), f"ISNUMBER({block.at(block.npv)})"
    ends = [
        f'IF({known},ROUND({month}*({block.at(block.brought, end)}-{brought}),2),"")' for end in (ENDS[0], ENDS[-1])
    ]
    _change(page, block.launch, ends)
    return count + 1


def _change(page: Page, row: int, ends: list[str]) -> None:
    low, high, rank = (ord(letter) - 64 for letter in (AT_LOW, AT_HIGH, RANK))
    page.formula(row, low, ends[0], NUMBER)
    page.formula(row, high, ends[1], NUMBER)
    width = f"ABS({AT_HIGH}{row}-{AT_LOW}{row})-ROW()*{_TIE}"
    page.formula(row, rank, f'IF(ISNUMBER({AT_LOW}{row}),{width},"")', NUMBER)


def _ranked(page: Page, block: ValueBlock, rank: int) -> None:
    row, ranks = page.row, _span(block, RANK)
    known, at = f"COUNT({ranks})>={rank}", f"MATCH(LARGE({ranks},{rank}),{ranks},0)"
    page.pen.band(page.sheet, row, range(1, LAST + 1), CELL)
    for column, letter, look in ((ITEM, "A", CELL), (2, AT_LOW, _CHANGE), (3, AT_HIGH, _CHANGE)):
        page.formula(row, column, f'IF({known},INDEX({_span(block, letter)},{at}),"")', look)
    page.formula(row, 4, f'IF({known},ABS(C{row}-B{row}),"")', NUMBER)
    page.sheet.row_dimensions[row].height = TALL
    page.row += 1


def tornado_chart(page: Page, rows: range, title: str) -> Any:
    """The first rows as bars to both sides of the likely case."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.series import SeriesLabel

    last = min(rows[-1], rows[0] + _CHARTED - 1)
    chart: Any = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "clustered", 100, 60
    for column, colour, name in ((2, SOFT_OCHRE, "at-low"), (3, SOFT_ACCENT, "at-high")):
        chart.add_data(Reference(page.sheet, min_col=column, min_row=rows[0], max_row=last))
        series = chart.series[-1]
        fill(series, colour)
        series.invertIfNegative = False
        series.tx = SeriesLabel(v=say(f"value.tracker.{name}"))
    chart.set_categories(Reference(page.sheet, min_col=1, min_row=rows[0], max_row=last))
    titled(chart, title)
    quiet_axes(chart, "#,##0,;−#,##0,;0")
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    legend_below(chart)
    return chart
