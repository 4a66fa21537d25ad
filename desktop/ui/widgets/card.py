"""Surfaces: the card that holds a topic, and the hairline between topics."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import RADIUS_CARD
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, box
from desktop.ui.widgets.words import Words, caption, title


class Card(QWidget):
    """A raised sheet with a hairline. Put content into ``body``; ``name`` is its title, ``note`` stands at its right."""

    def __init__(self, theme: Theme, name: str = "", note: str = "", *, strongly: bool = False) -> None:
        super().__init__()
        self._theme, self._strongly = theme, strongly
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 20)
        self.body.setSpacing(16)
        self.name: Words | None = None
        self.note: Words | None = None
        if name:
            self._head(name, note)

    def _head(self, name: str, note: str) -> None:
        announce(self, name)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.name, self.note = title(self._theme, name), caption(self._theme, note)
        row.addWidget(self.name, 1)
        row.addWidget(self.note)
        self.body.addLayout(row)
        self.note.setVisible(bool(note))  # not before it has its place: shown without one it would be a window

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame, width = ("accent", 2.0) if self._strongly else ("line", 1.0)
        with QPainter(self) as painter:
            fill, stroke = self._theme.colour("raised"), self._theme.colour(frame)
            box(painter, QRectF(self.rect()), RADIUS_CARD, fill, stroke, width)


class Line(QWidget):
    """A hairline across."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(8, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("line"))
