"""The three steps as one line: which is done, which is now, which comes."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, announce, box, centred_icon, words

STEPS = ("file", "columns", "preview")
_DOT, _GAP = 24, 40


class StepLine(QWidget):
    """Numbers in circles with their names; done steps carry a tick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._now = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """``now`` counts from 0."""
        self._now = now
        announce(self, say("importing.step", n=now + 1, of=len(STEPS), name=say(f"importing.step.{STEPS[now]}")))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._theme.scaled(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        left = 0.0
        with QPainter(self) as painter:
            for at, step in enumerate(STEPS):
                left = self._paint_step(painter, left, at, say(f"importing.step.{step}"))

    def _paint_step(self, painter: QPainter, left: float, at: int, name: str) -> float:
        theme, middle = self._theme, self.height() / 2
        dot = QRectF(left, middle - _DOT / 2, _DOT, _DOT)
        reached, now = at <= self._now, at == self._now
        box(
            painter,
            dot,
            _DOT / 2,
            theme.colour("accent") if reached else None,
            None if reached else theme.colour("edge"),
        )
        if at < self._now:
            centred_icon(painter, dot, theme, "check", "on_accent", 14)
        else:
            ink = "on_accent" if reached else "quiet"
            words(painter, dot, str(at + 1), theme, ink, "strong", align=CENTRE)
        role, ink = ("strong", "text") if now else ("body", "quiet")
        width = QFontMetricsF(theme.font(role)).horizontalAdvance(name) + 4
        words(painter, QRectF(dot.right() + 8, 0, width, self.height()), name, theme, ink, role)
        right = dot.right() + 8 + width + 12
        if at < len(STEPS) - 1:
            painter.setPen(theme.colour("edge"))
            painter.drawLine(QPointF(right, middle), QPointF(right + _GAP, middle))
        return right + _GAP + 12
