"""The line over the question: where the workshop is, how far, and whether the answers may be seen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_BAR
from desktop.session.workshop import Stage
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import CENTRE, LEFT, announce, box, icon
from desktop.ui.workshop.wall import Wall

_HEIGHT, _BLOCK, _GAP, _MOST = 56, 12, 4, 30


class WallHead(QWidget):
    """``left`` when *Leave* is pressed."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wall = Wall(theme, 1)
        self._stage: Stage | None = None
        self._edge = 24
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 24, 0)
        self._row = row
        self.leave = Button(theme, say("workshop.leave"), Kind.QUIET, "x", small=True)
        self.leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.leave.clicked.connect(self.left)
        row.addStretch(1)
        row.addWidget(self.leave)

    def show_stage(self, stage: Stage, scale: float, edge: int) -> None:
        """Another question, or another state of it; ``edge`` is where the text begins."""
        self._stage = stage
        self._row.setContentsMargins(0, 0, edge, 0)
        self._edge = edge
        if scale != self._wall.scale:
            self._wall = Wall(self._theme, scale)
            self.updateGeometry()
        state = say("workshop.revealed" if stage.revealed else "workshop.hidden")
        announce(self, say("workshop.place", n=stage.number, of=len(stage.marks)), f"{stage.condition}. {state}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, max(40, round(self._wall.px(_HEIGHT))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        stage, wall, middle = self._stage, self._wall, self.height() / 2
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), wall.colour("raised"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, wall.colour("line"))
            if stage is None:
                return
            margin = self._edge
            name = say("workshop.title")
            width = wall.width(name, "wall_small_strong")
            wall.write(painter, QRectF(margin, 0, width + 4, self.height()), name, "wall_small_strong", align=LEFT)
            rest = QRectF(margin + width + wall.px(24), 0, self.width() * 0.34, self.height())
            wall.write(painter, rest, stage.condition, "wall_small", "quiet", LEFT)
            right = self._marks(painter, stage, self.width() * 0.42, middle)
            self._state(painter, stage, right + wall.px(40), middle)

    def _marks(self, painter: QPainter, stage: Stage, left: float, middle: float) -> float:
        """One block a question; returns where they and their words end."""
        wall = self._wall
        if len(stage.marks) <= _MOST:
            for at, mark in enumerate(stage.marks):
                rect = QRectF(left + at * wall.px(_BLOCK + _GAP), middle - wall.px(4), wall.px(_BLOCK), wall.px(8))
                here = at + 1 == stage.number
                fill = wall.colour("accent") if mark == "done" else wall.colour("heat1") if mark == "begun" else None
                box(painter, rect, RADIUS_BAR, fill, wall.colour("accent" if here else "edge"), 2 if here else 1)
            left += len(stage.marks) * wall.px(_BLOCK + _GAP) + wall.px(12)
        text = say("workshop.place", n=stage.number, of=len(stage.marks))
        width = wall.width(text, "wall_small") * 1.1 + 8  # figures of one width take a little more
        wall.write(painter, QRectF(left, 0, width, self.height()), text, "wall_small", "quiet", LEFT, figures=True)
        return left + width

    def _state(self, painter: QPainter, stage: Stage, left: float, middle: float) -> None:
        wall, size = self._wall, round(self._wall.px(18))
        sign, ink = ("eye", "done") if stage.revealed else ("eye-off", "quiet")
        icon(painter, QPointF(left, middle - size / 2), self._theme, sign, ink, size)
        text = say("workshop.revealed" if stage.revealed else "workshop.hidden")
        room = QRectF(left + size + wall.px(8), 0, self.width(), self.height())
        wall.write(painter, room, text, "wall_small", ink, LEFT)


def key_cap(painter: QPainter, wall: Wall, at: QPointF, key: str) -> float:
    """A key as it is printed on the keyboard; returns its width."""
    width = max(wall.px(26), wall.width(key, "wall_small") + wall.px(14))
    cap = QRectF(at.x(), at.y() - wall.px(13), width, wall.px(26))
    box(painter, cap, 4, None, wall.colour("edge"))
    wall.write(painter, cap, key, "wall_small", "quiet", CENTRE)
    return width
