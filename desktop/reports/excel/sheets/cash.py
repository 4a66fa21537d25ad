"""Cash by month: one row a system and month, the flow and the sum to date in each case, and the chart of it."""

from collections.abc import Iterator
from typing import Any

from desktop.reports.excel.book import Book
from desktop.reports.excel.charts import label_at, line, quiet_axes, titled
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import ACCENT, CELL, NUMBER
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.value_block import COST, ENDS, ValueBlock
from desktop.text import say

_LABEL = {"low": (3, "b"), "likely": (2, "t"), "high": (9, "t")}  # apart, also where the curves run close
_STYLE = {"low": (1.25, "dash"), "likely": (2.75, None), "high": (1.25, None)}


def write_cash(book: Book, values: tuple[ValueBlock, ...]) -> tuple[Page, Block, tuple[range, ...]]:
    """The sheet, and for each system the rows of its months."""
    page = book.page("cash")
    columns = _columns(book)
    page.set_widths(columns)
    page.title(say("tracker.sheet-cash"), say("tracker.cash-lead", currency=book.report.currency))
    block = page.table(columns, _rows(book, values), "CashByMonth")
    spans, first = [], block.first
    for _, report in book.numbered:
        spans.append(range(first, first + report.sprint.value.horizon_months))
        first = spans[-1].stop
    _arrange(page, book, spans)
    page.sheet.freeze_panes = f"A{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)
    protect(page.sheet)
    return page, block, tuple(spans)


def _arrange(page: Page, book: Book, spans: list[range]) -> None:
    """Months that cannot be computed yet are hidden; every other system begins on a new page."""
    from openpyxl.worksheet.pagebreak import Break

    shown = 0
    for (_, report), rows in zip(book.numbered, spans, strict=True):
        ready = report.numbers.likely is not None
        for row in rows:
            page.sheet.row_dimensions[row].hidden = not ready
        if ready and shown:
            page.sheet.row_breaks.append(Break(id=rows[0] - 1))
        shown += ready


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 46, CELL, hidden=book.single),
        Column("month", say("tracker.month"), 10, NUMBER),
        *(Column(f"flow_{end}", say(f"tracker.flow-{end}"), 16, NUMBER) for end in ENDS),
        *(Column(end, say(f"tracker.cash-{end}"), 16, NUMBER.but(bold=end == "likely")) for end in ENDS),
    )


def _rows(book: Book, values: tuple[ValueBlock, ...]) -> Iterator[Row]:
    for (no, report), block in zip(book.numbered, values, strict=True):
        for month in range(1, report.sprint.value.horizon_months + 1):
            flows = {f"flow_{end}": Formula(_known(block, end, _flow(block, end))) for end in ENDS}
            sums = {end: Formula(_known(block, end, _sum(block, end))) for end in ENDS}
            yield {"no": no, "system": report.system.name, "month": month, **flows, **sums}


def _known(block: ValueBlock, end: str, formula: str) -> str:
    """Blank while an input is missing; a case needs investment, benefit, running cost and the months to launch."""
    inputs = [block.total(part, end) for part in ("investment", "benefits", "running")]
    cells = ",".join((*inputs, block.at(block.live, end)))
    return f'IF(COUNT({cells})=4,{formula},"")'


def _flow(block: ValueBlock, end: str) -> str:
    """The investment spread evenly over the likely months to launch; benefit less running cost once the case is live."""
    live, once, monthly = block.at(block.live, end), block.total("investment", COST[end]), block.at(block.monthly, end)
    building = f"MAX({block.at(block.launch)},1)"
    return f"IF({{month}}<={building},-{once}/{building},0)+IF({{month}}>{live},{monthly},0)"


def _sum(block: ValueBlock, end: str) -> str:
    """The sum of the flows up to this month in closed form, so that sorting the rows changes nothing."""
    live, once, monthly = block.at(block.live, end), block.total("investment", COST[end]), block.at(block.monthly, end)
    building = f"MAX({block.at(block.launch)},1)"
    spent = f"-{once}*MIN({{month}},{building})/{building}"
    return f"ROUND({spent}+{monthly}*MAX({{month}}-{live},0),2)"


def cash_chart(page: Page, block: Block, rows: range, title: str) -> Any:
    """Cash to date in the three cases, in thousands."""
    from openpyxl.chart import LineChart, Reference
    from openpyxl.chart.series import SeriesLabel
    from openpyxl.utils import column_index_from_string

    def values(key: str) -> Any:
        column = column_index_from_string(block.columns[key])
        return Reference(page.sheet, min_col=column, min_row=rows[0], max_row=rows[-1])

    chart: Any = LineChart()
    for series_no, end in enumerate(ENDS):
        chart.add_data(values(end))
        points, dash = _STYLE[end]
        line(chart.series[series_no], ACCENT, points=points, dash=dash)
        chart.series[series_no].tx = SeriesLabel(v=say(f"tracker.case-{end}"))
        back, place = _LABEL[end]
        label_at(chart.series[series_no], max(len(rows) - back, 0), ACCENT, place)
    chart.set_categories(values("month"))
    titled(chart, title)
    quiet_axes(chart, "#,##0,;−#,##0,;0")
    chart.legend = None
    chart.x_axis.tickLblSkip = 1 if len(rows) <= 30 else 6
    return chart
