"""What the mouse does on the plan: move a bar, pull a line from its end, fold a band, and scroll where the view ends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from desktop.ui.plan.drag import Drag
from desktop.ui.plan.link_drag import LinkDrag, on_knob

if TYPE_CHECKING:
    from desktop.ui.plan.table import PlanTable

_EDGE, _MOST = 32.0, 24.0  # pixels from the edge where scrolling begins, and the furthest that one step goes
_STEP_MS = 30


class Pointer(QObject):
    """Serves the mouse of one table. ``over`` is the task whose bar the mouse is on."""

    def __init__(self, table: "PlanTable") -> None:
        super().__init__(table)
        self._table = table
        self.drag = Drag(table.show_tried)
        self.line = LinkDrag(table.show_tried)
        self.over = ""
        self._at = QPointF()
        self._creeping = QTimer(self)
        self._creeping.setInterval(_STEP_MS)
        self._creeping.timeout.connect(self.creep)

    @property
    def busy(self) -> bool:
        """A bar is being moved, or a line pulled."""
        return self.drag.active or self.line.pulled is not None

    def bar_at(self, at: QPointF) -> str:
        """The task whose bar, or the knob on it, lies at a place of the viewport."""
        name, bar = self._bar_in_row(at)
        return name if bar.adjusted(-2, -5, 2, 8).contains(at) or (name and on_knob(bar, at)) else ""

    def _bar_in_row(self, at: QPointF) -> tuple[str, QRectF]:
        table, row = self._table, self._table.row_under(at)
        name, scene = table.rows.task(row), table.scene()
        entry = scene.view.entry(name) if scene is not None and name else None
        if scene is None or entry is None or at.x() < table.chart_place()[0]:
            return "", QRectF()
        return name, scene.bar(entry, table.rowViewportPosition(row))

    def press(self, event: QMouseEvent) -> bool:
        """True where that is all that is to be done."""
        table, at = self._table, event.position()
        row = table.row_under(at)
        if event.button() is not Qt.MouseButton.LeftButton or row < 0:
            return False
        if not table.rows.task(row):
            table.rows.fold(table.rows.rows[row][0])
            return True
        return False

    def take(self, event: QMouseEvent) -> None:
        """After the row was chosen: take the bar that was pressed, or the knob at its end."""
        table, at = self._table, event.position()
        name, plan, axis = self.bar_at(at), table.plan, table.timeline.axis
        if event.button() is not Qt.MouseButton.LeftButton or not name or plan is None or axis is None:
            return
        if on_knob(self._bar_in_row(at)[1], at):
            self.line.take(plan, name, at)
            table.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.drag.take(plan, axis, name, at)

    def move(self, event: QMouseEvent) -> bool:
        """True while something is held."""
        self._at = event.position()
        if self.line.pulled is None and self.drag.held is None:
            self._hover()
            return False
        self._follow()
        if self.busy and not self._creeping.isActive() and self._pull() != (0, 0):
            self._creeping.start()
        return True

    def _hover(self) -> None:
        over = self.bar_at(self._at)
        cross = bool(over) and on_knob(self._bar_in_row(self._at)[1], self._at)
        shape = Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.SizeHorCursor
        self._table.viewport().setCursor(shape if over else Qt.CursorShape.ArrowCursor)
        self.show_over(over)

    def show_over(self, name: str) -> None:
        """The mouse is on another bar, or on none."""
        if name != self.over:
            changed, self.over = (self.over, name), name
            self._table.update_rows(changed)

    def _follow(self) -> None:
        """Whatever is held goes to where the hand is."""
        axis = self._table.timeline.axis
        if self.line.pulled is not None:
            self.line.move(self._at, self._table.rows.task(self._table.row_under(self._at)))
            self._table.viewport().update()
        elif axis is not None:
            self.drag.move(axis, self._at)

    def _pull(self) -> tuple[int, int]:
        """How far the view is to scroll in one step, sideways and down; a bar keeps its row."""
        table = self._table
        left, room = table.chart_place()
        x = _beyond(self._at.x(), left, left + room)
        y = _beyond(self._at.y(), table.rowHeight(0), table.viewport().height()) if self.line.pulled else 0.0
        return round(x), round(y)

    def creep(self) -> None:
        """One step of scrolling while the hand is near the edge."""
        x, y = self._pull()
        if (x, y) == (0, 0) or not self.busy:
            self._creeping.stop()
            return
        self._table.creep(x, y)
        self._follow()

    def release(self) -> bool:
        """Let go: True where something was held and has been dealt with."""
        table, active = self._table, self.busy
        self._creeping.stop()
        pulled, dropped = self.line.drop(), self.drag.drop()
        if not active:
            return False
        table.settle()
        if pulled is not None and pulled.target:
            table.linked.emit(pulled.name, pulled.target)
        elif dropped is not None and dropped[1]:
            table.moved.emit(*dropped, False)
        self._hover()
        return True

    def give_up(self) -> bool:
        """Put back what is held; False where nothing is."""
        if not self.busy:
            return False
        self._creeping.stop()
        self.drag.cancel()
        self.line.drop()
        self._table.settle()
        return True


def _beyond(at: float, low: float, high: float) -> float:
    """How far inside the edge of a stretch ``at`` is, or beyond it: the closer to the end the faster."""
    if high - low < 3 * _EDGE:
        return 0.0
    if at > high - _EDGE:
        return min(_MOST, (at - high + _EDGE) / 2)
    return -min(_MOST, (low + _EDGE - at) / 2) if at < low + _EDGE else 0.0
