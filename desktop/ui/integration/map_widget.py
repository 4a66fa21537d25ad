"""The integration map on screen: the drawing that the PDF prints, with boxes that can be chosen, dragged and stepped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.analysis.integration_layout import WIDTH, Held, free_place, stepped
from desktop.text import say
from desktop.ui.integration.map_picture import MapPicture
from desktop.ui.theme import Theme
from desktop.ui.theme.focus_ring import RINGED
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from desktop.reports.charts.network_map import Network

MakeNetwork = Callable[[Held | None], "Network"]
_NARROWEST, _WIDEST = 9.0, 15.0  # size of the letters in pixels between which the map fills its room
_STEP, _LEAP = 1.0, 4.0  # em by an arrow key, and with Shift
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_NEXT = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class MapWidget(QWidget):
    """``chosen`` carries the id of a box; ``placed`` id, place in tenths of an em, and whether keys moved it.

    ``opened`` asks for where the system is edited, ``released`` gives the keyboard back to the list, ``loosened`` lets a
    box find its own place again.
    """

    chosen = Signal(str)
    placed = Signal(str, object, bool)
    opened = Signal(str)
    loosened = Signal(str)
    released = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._make: MakeNetwork | None = None
        self._network: Network | None = None
        self._picture = MapPicture(theme)
        self._order: tuple[str, ...] = ()
        self._selected = self._hovered = ""
        self._pressed: QPointF | None = None
        self._grip = QPointF()
        self._held: Held | None = None
        self._lifted = ""  # while keys move a box the rest of the picture stays as it was
        self.setProperty(RINGED, True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._dress)

    def show_network(self, make: MakeNetwork, order: tuple[str, ...], table: tuple[tuple[str, ...], ...]) -> None:
        """Show a map; ``order`` is how keys go through the boxes, ``table`` tells it to those who do not see it."""
        before, self._network = self._network, make(None)
        self._make, self._held, self._order = make, None, order
        if not self._lifted or before is None or before.stations != self._network.stations:
            self._lifted = ""
            self._picture.forget()
        announce(self, say("integration.map.name"), "\n".join(", ".join(row) for row in table))
        self.updateGeometry()
        self.update()

    def select(self, key: str) -> None:
        """Mark a box."""
        if key != self._lifted:
            self._settle()
        self._selected = key
        self.update()

    @property
    def network(self) -> "Network | None":
        """What is drawn now."""
        return self._network

    def box_rect(self, key: str) -> QRectF:
        """Where a box lies in the widget."""
        if self._network is None:
            return QRectF()
        box, em = self._network.layout.boxes[key], self._em
        return QRectF(box.x * em + self._left, box.y * em, box.width * em, box.height * em)

    @property
    def _em(self) -> float:
        return max(min(self.width() / WIDTH, _WIDEST * self._theme.text_scale), 1.0)

    @property
    def _left(self) -> float:
        return (self.width() - self._em * WIDTH) / 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        em = min(width / WIDTH, _WIDEST * self._theme.text_scale)
        return round((self._network.layout.height if self._network else 8.0) * em)

    def sizeHint(self) -> QSize:
        width = round(WIDTH * 12.0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = round(WIDTH * _NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._network is None:
            return
        ratio, em = self.devicePixelRatioF(), self._em
        held = self._held.id if self._held else self._lifted or None
        with QPainter(self) as painter:
            painter.drawPixmap(QPointF(self._left, 0), self._picture.drawn(self._network, em, ratio, held))
            if held is not None and held in self._network.layout.boxes:
                painter.translate(self._left, 0)
                self._picture.paint_one(painter, self._network, em, held)
                painter.translate(-self._left, 0)
            if self._selected in self._network.layout.boxes:
                self._ring(painter, self.box_rect(self._selected))

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), 9, 9)

    def _dress(self) -> None:
        self._picture.forget()
        self.updateGeometry()
        self.update()

    def _at(self, point: QPointF) -> str:
        found = (
            (key for key in self._network.layout.boxes if self.box_rect(key).contains(point)) if self._network else ()
        )
        return next(iter(found), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and key:
            self._pressed, self._grip = event.position(), self.box_rect(key).center() - event.position()
            self._choose(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self._at(event.position()))
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._held is not None or far:
            self._hold(event.position() + self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._pressed = self._held, None
        if held is not None and self._network is not None:
            place = free_place(self._network.layout, held.id, held.x, held.y)
            self._drop()
            self.placed.emit(held.id, place, False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if key := self._at(event.position()):
            self._pressed = None
            self.opened.emit(key)

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.setToolTip(plain_tip(self._network.stations[key].name if self._network and key else ""))
            self.setCursor(Qt.CursorShape.OpenHandCursor if key else Qt.CursorShape.ArrowCursor)

    def _hold(self, middle: QPointF) -> None:
        if self._make is None or self._network is None:
            return
        box, em = self._network.layout.boxes[self._selected], self._em
        half_x, half_y = box.width / 2, box.height / 2
        bottom = self.height() / em
        x = min(max((middle.x() - self._left) / em, half_x), WIDTH - half_x)
        y = min(max(middle.y() / em, half_y), max(bottom - half_y, half_y))
        self._held = Held(self._selected, x, y)
        self._network = self._make(self._held)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def _drop(self) -> None:
        """The box goes back; where it was let go comes as an edit."""
        self._held = self._pressed = None
        self._network = self._make(None) if self._make else None
        self._picture.forget()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._selected:
            self._step(_ARROWS[key], _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP)
        elif key in _NEXT and self._order:
            at = self._order.index(self._selected) if self._selected in self._order else -1
            self._choose(self._order[(at + _NEXT[key]) % len(self._order)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self.opened.emit(self._selected)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._selected:
            self.loosened.emit(self._selected)
        elif key is Qt.Key.Key_Escape:
            self._drop() if self._held else self.released.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, way: tuple[int, int], by: float) -> None:
        if self._network is None or self._selected not in self._network.layout.boxes:
            return
        place = stepped(self._network.layout, self._selected, way[0] * by, way[1] * by)
        if place is not None:
            self._lifted = self._selected
            self.placed.emit(self._selected, place, True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._settle()

    def _settle(self) -> None:
        """Draw the whole map as it is now."""
        if self._lifted:
            self._lifted = ""
            self._picture.forget()
            self.update()

    def _choose(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._selected not in self._order and self._order:
            self._choose(self._order[0])
