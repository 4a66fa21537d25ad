"""Paints the whole view from what is in sight of it: rows of the table, then the chart with its links and bars."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.reports.palette import RADIUS_CELL
from desktop.ui.plan.paint_cells import Places, paint_band_cells, paint_task_cells
from desktop.ui.plan.paint_chart import paint_band, paint_ground, paint_marks, paint_task
from desktop.ui.plan.paint_links import paint_links
from desktop.ui.plan.scene import Scene
from desktop.ui.plan.table_model import PlanModel
from desktop.ui.plan.timeline import Timeline
from desktop.ui.widgets.paint import box

if TYPE_CHECKING:
    from desktop.ui.plan.sight import Sticky


@dataclass(frozen=True)
class Sight:
    """What can be seen: the rows, where row 0 begins and how high rows are, the columns, and where one is.

    ``ring`` is the cell that the keyboard is on, if it is here; ``picked`` are the selected rows.
    """

    rows: range
    top: int
    height: int
    places: Places
    chart: QRectF
    picked: frozenset[int]
    current: str
    ring: QRectF | None
    dirty: QRectF

    def places_of(self) -> Places:
        """The columns that have to be painted again."""
        left, right = self.dirty.left(), self.dirty.right()
        return {name: one for name, one in self.places.items() if one[0] + one[1] >= left and one[0] <= right}


def paint_plan(painter: QPainter, scene: Scene, model: PlanModel, timeline: Timeline, sight: Sight) -> None:
    """Only the rows of ``sight`` are painted, however many there are."""
    _paint_table(painter, scene, model, sight)
    painter.save()
    painter.setClipRect(sight.chart, Qt.ClipOperation.IntersectClip)
    paint_ground(painter, scene, sight.chart, timeline.closed)
    tops = (float(sight.top), float(sight.height))
    paint_links(painter, scene, timeline.links, tops, sight.rows, sight.current)
    for row in sight.rows:
        band, name = model.rows[row]
        top = sight.top + row * sight.height
        if name:
            paint_task(painter, scene, name, top, held=name == sight.current)
        else:
            paint_band(painter, scene, band, top, sight.height)
    paint_marks(painter, scene, sight.chart)
    painter.restore()


def _paint_table(painter: QPainter, scene: Scene, model: PlanModel, sight: Sight) -> None:
    width, places = sight.chart.left() - 4, sight.places_of()
    for row in sight.rows:
        band, name = model.rows[row]
        rect = QRectF(0, sight.top + row * sight.height, width, sight.height)
        if row in sight.picked and name:
            box(painter, rect.adjusted(0, 1, 0, -1), RADIUS_CELL, scene.theme.colour("accent_soft"))
        if name:
            paint_task_cells(painter, scene, model, row, rect, places)
        else:
            paint_band_cells(painter, scene, band, rect, sight.places, folded=band in model.folded)
    if sight.ring is not None:
        box(painter, sight.ring, RADIUS_CELL, None, scene.theme.colour("accent"), 2)


def paint_sticky(
    painter: QPainter, scene: Scene, model: PlanModel, timeline: Timeline, sight: Sight, stuck: "Sticky"
) -> None:
    """The row of a band over the rows of its tasks, which scroll under it."""
    rect = QRectF(0, stuck.top, sight.chart.right(), sight.height)
    band = model.rows[stuck.row][0]
    painter.fillRect(rect, scene.theme.colour("surface"))
    cells = QRectF(0, rect.top(), sight.chart.left() - 4, rect.height())
    paint_band_cells(painter, scene, band, cells, sight.places, folded=band in model.folded)
    painter.save()
    chart = QRectF(sight.chart.left(), rect.top(), sight.chart.width(), rect.height())
    painter.setClipRect(chart, Qt.ClipOperation.IntersectClip)
    paint_ground(painter, scene, chart, timeline.closed)
    paint_band(painter, scene, band, rect.top(), sight.height)
    paint_marks(painter, scene, chart)
    painter.restore()
    painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), scene.theme.colour("line"))
