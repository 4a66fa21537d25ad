"""What of the plan can be seen: rows, columns, and the row of a band that stays at the top while its tasks scroll."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF

from desktop.session.plan_page_cells import CHART, COLUMNS
from desktop.ui.plan.paint_plan import Sight

if TYPE_CHECKING:
    from desktop.ui.plan.table import PlanTable


class Sticky(NamedTuple):
    """The row of a band that is scrolled away and shown at ``top`` instead; the next band pushes it out."""

    row: int
    top: int


def sticky_of(table: "PlanTable") -> Sticky | None:
    """None where the row of the band can be seen itself."""
    first, rows = table.rowAt(0), table.rows
    if first < 0 or not rows.rows:
        return None
    band, height = rows.row_of_band(first), table.rowHeight(0)
    if table.rowViewportPosition(band) >= 0:
        return None
    following = rows.next_band(first)
    room = table.rowViewportPosition(following) - height if following is not None else 0
    return Sticky(band, min(0, room))


def sight_of(table: "PlanTable", dirty: QRect) -> Sight:
    """Everything of the view that lies in ``dirty``."""
    height, top = table.rowHeight(0), table.rowViewportPosition(0)
    first = max(0, (dirty.top() - top) // height)
    last = min(len(table.rows.rows), (dirty.bottom() - top) // height + 1)
    left, room = table.chart_place()
    places = {
        column: (float(table.columnViewportPosition(at)), float(table.columnWidth(at)))
        for at, column in enumerate(COLUMNS)
        if not table.isColumnHidden(at)
    }
    return Sight(
        rows=range(first, last),
        top=top,
        height=height,
        places=places,
        chart=QRectF(left, dirty.top(), room, dirty.height()),
        dirty=QRectF(dirty),
        picked=frozenset(index.row() for index in table.selectionModel().selectedRows()),
        current=table.current,
        ring=_ring(table),
    )


def _ring(table: "PlanTable") -> QRectF | None:
    """The cell that the keyboard is on; on the chart, where the bar itself is framed, the row of the table."""
    index = table.currentIndex()
    if not table.hasFocus() or not index.isValid():
        return None
    rect = QRectF(table.visualRect(index)).adjusted(0, 1, 0, -1)
    if table.column == CHART or not table.current:
        return QRectF(1, rect.top(), table.chart_place()[0] - 6, rect.height())
    return rect
