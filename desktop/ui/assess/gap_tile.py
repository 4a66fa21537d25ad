"""The six gaps: a score with bounds each, the level that the next rung needs, and the work that is left."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.analysis.scoring import HIGHEST
from desktop.session.assess_tiles import GapRow
from desktop.text import say
from desktop.text.formatting import number
from desktop.ui.assess.group_view import paint_bounds
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, RIGHT, announce, box, icon, words
from desktop.ui.widgets.tips import plain_tip

_HEIGHT, _FIGURE, _WORK, _EDGE = 28, 32, 56, 10
_NAME = 0.44  # of the width


class _Columns:
    """Where name, bounds, figure and work stand in a line of ``width``."""

    def __init__(self, theme: Theme, width: float, height: float) -> None:
        work, figure = theme.scaled(_WORK), theme.scaled(_FIGURE)
        name = width * _NAME
        right = width - work - figure
        self.name = QRectF(22, 0, name - 22, height)
        self.bounds = QRectF(name + _EDGE, 0, max(24.0, right - name - 2 * _EDGE), height)
        self.figure = QRectF(right, 0, figure, height)
        self.work = QRectF(width - work, 0, work, height)

    def at(self, level: float) -> float:
        return self.bounds.left() + self.bounds.width() * level / HIGHEST


class GapLine(QAbstractButton):
    """One gap; leads to its questions."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: GapRow | None = None
        self._needs = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: GapRow, needs: int) -> None:
        """Another state of the same gap."""
        self._row, self._needs = row, needs
        announce(self, row.words)
        self.setToolTip(plain_tip(row.words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self._theme.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        places = _Columns(self._theme, self.width(), self.height())
        with QPainter(self) as painter:
            if self.underMouse():
                box(painter, QRectF(self.rect()), 4, self._theme.colour("sunk"))
            sign, ink = ("octagon-x", "block") if row.blocking else ("triangle-alert", "risk")
            sign, ink = (sign, ink) if row.unmet else ("circle-check", "done")
            icon(painter, QPointF(0, (self.height() - 16) / 2), self._theme, sign, ink)
            fits = self._theme.text_width(row.name) <= places.name.width()
            words(painter, places.name, row.name, self._theme, role="body" if fits else "caption")
            paint_bounds(painter, places.bounds, self._theme, row.score)
            needs = QRectF(places.at(self._needs) - 0.75, 0, 1.5, self.height())
            painter.fillRect(needs, self._theme.colour("text"))
            figure = "–" if row.score.score is None else number(row.score.score, 1)
            words(painter, places.figure, figure, self._theme, "text", "strong", align=RIGHT, figures=True)
            words(painter, places.work, row.work, self._theme, "quiet", "caption", align=RIGHT, figures=True)


class _Scale(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(280, round(self._theme.line("caption")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        places = _Columns(self._theme, self.width(), self.height())
        with QPainter(self) as painter:
            for level in range(HIGHEST + 1):
                at = QRectF(places.at(level) - 10, 0, 20, self.height())
                words(painter, at, str(level), self._theme, "quiet", "caption", align=CENTRE, figures=True)
            name = say("assess.gaps.work")
            wide = places.work.adjusted(-places.figure.width(), 0, 0, 0)
            words(painter, wide, name, self._theme, "quiet", "caption", align=RIGHT)


class GapList(QWidget):
    """All six; ``chosen`` carries the id of a gap."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[GapLine] = []
        self._groups: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(_Scale(theme))

    def show_rows(self, rows: Sequence[GapRow], needs: int) -> None:
        """Show the gaps in this order."""
        while len(self._lines) < len(rows):
            self._add(len(self._lines))
        self._groups = [row.group for row in rows]
        for line, row in zip(self._lines, rows, strict=False):
            line.show_row(row, needs)
        announce(self, say("assess.gaps"), "\n".join(row.words for row in rows))

    def _add(self, at: int) -> None:
        line = GapLine(self._theme)
        line.clicked.connect(lambda: self.chosen.emit(self._groups[at]))
        self._lines.append(line)
        self._column.addWidget(line)
