"""A page that scrolls: one column of content, no wider than reads well, and a bar only where there is more to see."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.text import say
from desktop.ui.widgets.paint import announce

CONTENT_WIDTH = 860
WIDE = 1240  # pages without a column beside them: one left edge for all
_MARGIN = 32


def clear_ground(area: QAbstractScrollArea) -> None:
    """Let what lies behind ``area`` show through; before anything is put into it.

    The ground is made here. Asking for the one that Qt has made lets the binding look through every class of widgets
    for the one that it is, and the first window would wait for that.
    """
    ground = QWidget()
    ground.setAutoFillBackground(False)
    area.setViewport(ground)


class ScrollPage(QScrollArea):
    """Add content to ``column``. The column is centred and ``widest`` pixels at most; 0 takes all there is."""

    def __init__(self, widest: int = CONTENT_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        announce(self, say("shell.page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        clear_ground(self)
        inside, holder = QWidget(), QWidget()
        self._inside = inside
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(_MARGIN, 24, _MARGIN, 24)
        self.column.setSpacing(16)
        outer, row = QVBoxLayout(inside), QHBoxLayout()
        outer.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(holder, 1000)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        if widest:
            holder.setMaximumWidth(widest + 2 * _MARGIN)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll as little as needed to see ``part`` whole, with a margin."""
        rect = QRect(part.mapTo(self._inside, QPoint(0, 0)), part.size())
        self.ensureVisible(rect.center().x(), rect.bottom(), 0, 16)
        self.ensureVisible(rect.center().x(), rect.top(), 0, 16)

    def bring_to_top(self, part: QWidget) -> None:
        """Scroll so that ``part`` begins near the top: for what has just been opened and has not its full height yet."""
        self.verticalScrollBar().setValue(part.mapTo(self._inside, QPoint(0, 0)).y() - 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = 16 if event.size().width() < 640 else _MARGIN
        edges = self.column.contentsMargins()
        if edges.left() != margin:
            self.column.setContentsMargins(margin, edges.top(), margin, edges.bottom())
