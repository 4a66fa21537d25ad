"""A slider painted from tokens: the way travelled in the accent, and a tick where the project stands."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import box

_KNOB, _GROOVE = 16, 4


class Slider(QSlider):
    """Whole steps from 0; ``mark`` is the step of the project's own value. Keys are Qt's: arrows, Page, Home, End."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._mark = theme, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringed", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_mark(self, step: int) -> None:
        """Where the project stands."""
        if step != self._mark:
            self._mark = step
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self._theme.scaled(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel scrolls; a figure must not change under a passing wheel

    def _follow(self, event: QMouseEvent) -> None:
        share = (event.position().x() - _KNOB / 2) / max(1, self.width() - _KNOB)
        span = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(share, 0.0), 1.0) * span))

    def _at(self, step: int) -> float:
        span = max(1, self.maximum() - self.minimum())
        share = min(max((step - self.minimum()) / span, 0.0), 1.0)
        return _KNOB / 2 + share * (self.width() - _KNOB)

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle, knob, mark = self.height() / 2, self._at(self.value()), self._at(self._mark)
        colour = self._theme.colour
        groove = QRectF(_KNOB / 2, middle - _GROOVE / 2, self.width() - _KNOB, _GROOVE)
        with QPainter(self) as painter:
            box(painter, groove, _GROOVE / 2, colour("line"))
            moved = QRectF(min(knob, mark), groove.top(), abs(knob - mark), _GROOVE)
            box(painter, moved, 0, colour("accent"))
            painter.setPen(QPen(colour("quiet"), 1.5))
            painter.drawLine(QPointF(mark, middle - 8), QPointF(mark, middle + 8))
            painter.setPen(QPen(colour("accent" if self.isEnabled() else "edge"), 2))
            painter.setBrush(colour("raised") if self.value() == self._mark else colour("accent"))
            painter.drawEllipse(QPointF(knob, middle), _KNOB / 2 - 2, _KNOB / 2 - 2)
