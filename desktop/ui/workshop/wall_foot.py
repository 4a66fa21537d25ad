"""The line under the question: back and on, the keys that do something now, and what the room is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import LEFT, announce
from desktop.ui.workshop.wall import Wall
from desktop.ui.workshop.wall_head import key_cap

_HEIGHT = 64
Hints = Sequence[tuple[str, str]]


class WallFoot(QWidget):
    """``back`` and ``on`` when the buttons are pressed; the keyboard stays on the board."""

    back = Signal()
    on = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wall = Wall(theme, 1)
        self._hints: Hints = ()
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.previous = Button(theme, say("workshop.previous"), Kind.PLAIN, "arrow-left")
        self.next = Button(theme, say("workshop.reveal"), Kind.PRIMARY, "arrow-right", sign_after=True)
        row = QHBoxLayout(self)
        self._row = row
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.next)
        for button, signal in ((self.previous, self.back), (self.next, self.on)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)

    def set_edge(self, edge: int) -> None:
        """Begin and end where the board's rows do."""
        self._row.setContentsMargins(edge, 0, edge, 0)

    def show_hints(self, hints: Hints, on: str, told: str, scale: float) -> None:
        """The keys with what they do, the words of the primary button, and a sentence that goes before the keys."""
        self._hints, self._told = hints, told
        if scale != self._wall.scale:
            self._wall = Wall(self._theme, scale)
            self.updateGeometry()
        self.next.setText(on)
        self.next.updateGeometry()
        spoken = ", ".join(say("workshop.hint", keys=key, what=what) for key, what in hints)
        announce(self, told or spoken, spoken if told else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, max(48, round(self._wall.px(_HEIGHT))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        wall, middle = self._wall, self.height() / 2
        left, right = self.previous.geometry().right() + wall.px(28), self.next.geometry().left() - wall.px(16)
        with QPainter(self) as painter:
            if self._told:
                room = QRectF(left, 0, right - left, self.height())
                wall.write(painter, room, self._told, "wall_small_strong", "risk", LEFT)
                return
            for key, what in self._hints:
                width = wall.width(what, "wall_small")
                if left + wall.px(48) + width > right:
                    return
                left += key_cap(painter, wall, QPointF(left, middle), key) + wall.px(8)
                wall.write(painter, QRectF(left, 0, width + 4, self.height()), what, "wall_small", "quiet", LEFT)
                left += width + wall.px(24)
