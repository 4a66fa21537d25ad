"""A name in a box with a cross to take it away."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.paint import announce, box, words


class RemovableChip(QWidget):
    """``removed`` when the cross is pressed; ``remove_name`` says so aloud, for example "Remove Maria Keller"."""

    removed = Signal()

    def __init__(self, theme: Theme, text: str, remove_name: str, *, active: bool = False) -> None:
        super().__init__()
        self._theme, self._text, self._active = theme, text, active
        announce(self, text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cross = IconButton(theme, "x", remove_name, parent=self)
        self.cross.clicked.connect(self.removed)

    def sizeHint(self) -> QSize:
        width = min(self._theme.text_width(self._text), 320)
        return QSize(round(width) + 46, self._theme.scaled(32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.cross.sizeHint()
        self.cross.setGeometry(
            self.width() - size.width() - 3, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, frame, ink = ("accent_soft", "accent", "accent") if self._active else ("sunk", "line", "text")
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), RADIUS_CELL, self._theme.colour(fill), self._theme.colour(frame))
            words(painter, QRectF(self.rect()).adjusted(12, 0, -32, 0), self._text, self._theme, ink)
