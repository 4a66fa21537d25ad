"""Small signs inside text: a state as icon, word and colour; a key; the five blocks of the ladder; parts done."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CELL, STATE_ICONS, StateToken
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, announce, box, icon, words


class _Mark(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class StateChip(_Mark):
    """A state: always icon, word and colour. ``tinted`` lays it on the state's ground, ``strong`` makes the word semibold."""

    def __init__(
        self, theme: Theme, state: StateToken, word: str, *, tinted: bool = False, small: bool = False
    ) -> None:
        super().__init__(theme)
        self._tinted, self._role = tinted, "caption" if small else "body"
        self._state, self._word = state, word
        announce(self, word)

    def show_state(self, state: StateToken, word: str) -> None:
        if (state, word) == (self._state, self._word):
            return
        self._state, self._word = state, word
        announce(self, word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        pad = 20 if self._tinted else 0
        width = QFontMetricsF(self._theme.font(self._role)).horizontalAdvance(self._word)
        return QSize(round(width + 24 + pad) + 1, self._theme.scaled(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        left = 10 if self._tinted else 0
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._tinted:
                frame = self._theme.colour(self._state) if self._theme.palette.name == "high_contrast" else None
                box(painter, rect, RADIUS_CELL, self._theme.colour(f"{self._state}_tint"), frame)
            at = QPointF(left, (self.height() - 16) / 2)
            icon(painter, at, self._theme, STATE_ICONS[self._state], self._state, 16)
            words(painter, rect.adjusted(left + 23, 0, -left, 0), self._word, self._theme, self._state, self._role)


class Kbd(_Mark):
    """A key or a chord as it is printed on the keyboard, for example ``Ctrl+K``."""

    def __init__(self, theme: Theme, keys: str, ink: str = "quiet") -> None:
        super().__init__(theme)
        self._keys, self._ink_token, self._frame = keys, ink, "line" if ink == "quiet" else ink
        announce(self, keys)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(self._keys)
        return QSize(max(22, round(width) + 13), self._theme.scaled(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            frame = self._theme.colour(self._frame)
            box(painter, QRectF(self.rect()), RADIUS_CELL, None, frame)
            words(painter, QRectF(self.rect()), self._keys, self._theme, self._ink_token, "caption", align=CENTRE)


class RungBar(_Mark):
    """Five blocks, as many filled as the rung that a system stands on (0 none yet)."""

    def __init__(self, theme: Theme, rung: int, name: str, of: int = 5) -> None:
        super().__init__(theme)
        self._of = of
        self.show_rung(rung, name)

    def show_rung(self, rung: int, name: str) -> None:
        """``name`` says it in words, for example "Rung 2 of 5"."""
        self._rung = rung
        announce(self, name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._of * 12 - 2, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_rungs(painter, QPointF(0, (self.height() - 13) / 2), self._theme, self._rung, self._of)


def paint_rungs(painter: QPainter, at: QPointF, theme: Theme, rung: int, of: int = 5) -> None:
    """The blocks of a rung bar from ``at``; delegates of tables use it too."""
    for step in range(of):
        rect = QRectF(at.x() + step * 12, at.y(), 10, 13)
        if step < rung:
            box(painter, rect, 2, theme.colour("accent"))
        else:
            box(painter, rect, 2, None, theme.colour("edge"))


class ProgressSegments(QWidget):
    """One bar per thing to do, the done ones filled from the left."""

    def __init__(self, theme: Theme, done: int, total: int, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._done, self._total = done, total
        announce(self, name)

    def show_progress(self, done: int, total: int, name: str) -> None:
        announce(self, name)
        if (done, total) != (self._done, self._total):
            self._done, self._total = done, total
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        total = max(1, self._total)
        gap = 4 if total <= 16 else 2
        width = (self.width() - gap * (total - 1)) / total
        with QPainter(self) as painter:
            for step in range(total):
                rect = QRectF(step * (width + gap), 0, width, 4)
                box(painter, rect, 2, self._theme.colour("done" if step < self._done else "line"))
