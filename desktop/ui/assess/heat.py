"""Five conditions by four perspectives: a number in each cell, a dashed one where a voice is missing, and the spread."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desktop.analysis.scoring import HIGHEST
from desktop.reports.palette import RADIUS_CELL, contrast
from desktop.session.assess import VIEWS, view_words
from desktop.session.assess_dashboard import HeatCell, HeatRow
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, LEFT, announce, box, icon, words
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words

_CELL, _ROW, _LINE = 72, 34, 40
READABLE, _STEP = 4.5, 0.05  # contrast of text (WCAG 2.2, AA), and how far a colour gives way to reach it


def heat_fill(theme: Theme, level: float) -> tuple[QColor, QColor]:
    """Ground and ink for a level from 0 to 4. Levels between two steps lie between their colours, so 1.5 is not 2.0."""
    low = min(3, max(0, int(level)))
    part, palette = level - low, theme.palette
    inks = (palette.heat_text[low], palette.heat_text[low + 1])
    one, other = theme.colour(f"heat{low}"), theme.colour(f"heat{low + 1}")
    nearer = _STEP if part >= 0.5 else -_STEP  # half way
    while True:
        ground = _between(one, other, part)
        ink = max(inks, key=lambda ink: contrast(ink, ground.name()))
        if contrast(ink, ground.name()) >= READABLE or not 0 < part < 1:
            return ground, QColor(ink)
        part = min(1.0, max(0.0, part + nearer))  # neither ink reads there: go towards the nearer step


def _between(one: QColor, other: QColor, part: float) -> QColor:
    return QColor(*(round(a + (b - a) * part) for a, b in zip(_rgb(one), _rgb(other), strict=True)))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def paint_level(painter: QPainter, rect: QRectF, theme: Theme, level: int | None) -> None:
    """The badge of a level that counts; None: the question does not apply."""
    if level is None:
        box(painter, rect, RADIUS_CELL, theme.colour("sunk"), theme.colour("edge"))
        words(painter, rect, say("assess.none"), theme, "quiet", align=CENTRE)
        return
    ground, ink = heat_fill(theme, level)
    box(painter, rect, RADIUS_CELL, ground, theme.colour("edge") if level == 0 else None)
    painter.setFont(theme.font("strong", figures=True))
    painter.setPen(ink)
    painter.drawText(rect, int(CENTRE), str(level))


class MeanCell(QWidget):
    """What one perspective says about one condition."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mean: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cell(self, group: str, cell: HeatCell) -> None:
        """The mean of that perspective's levels, or that it has given none."""
        self._mean = cell.mean
        value = say("assess.heat.none") if cell.mean is None else number(cell.mean, 1)
        announce(self, say("assess.heat.cell", group=group, view=view_words(cell.perspective), value=value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_CELL, self._theme.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._mean is None:
                self._missing(painter, rect)
                return
            ground, ink = heat_fill(self._theme, self._mean)
            frame = self._theme.colour("line") if self._mean < 1 else None
            box(painter, rect, RADIUS_CELL, ground, frame)
            painter.setFont(self._theme.font("strong", figures=True))
            painter.setPen(ink)
            painter.drawText(rect, int(CENTRE), number(self._mean, 1))

    def _missing(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CELL, RADIUS_CELL)
        words(painter, rect, say("assess.heat.none"), self._theme, "quiet", "caption", align=CENTRE)


class SpreadMark(QWidget):
    """How far the voices lie apart, as a line from the lowest to the highest; marked where they disagree."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: HeatRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_row(self, row: HeatRow) -> None:
        """The spread of one condition."""
        self._row = row
        apart = count("assess.heat.questions-apart", row.questions) if row.questions else ""
        said = say("assess.heat.apart", spread=self._words()) if row.apart and not row.questions else self._words()
        announce(self, ". ".join(part for part in (said, apart) if part))
        self.setToolTip(plain_tip(apart))
        self.update()

    def _words(self) -> str:
        spread = self._row.spread if self._row else None
        return say("assess.heat.alone") if spread is None else number(spread, 1)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(104), self._theme.scaled(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        apart = self._row is not None and self._row.apart
        with QPainter(self) as painter:
            ink, role = ("risk", "strong") if apart else ("text", "body")
            rect = QRectF(self.rect()).adjusted(8 + _LINE + 8, 0, 0, 0)
            self._dumbbell(painter, QRectF(8, 0, _LINE, self.height()), ink if apart else "edge")
            words(painter, rect, self._words(), self._theme, ink, role, figures=True)
            if apart:
                at = rect.topLeft()
                at.setX(at.x() + self._theme.text_width("0.0", "strong") + 6)
                at.setY((self.height() - 16) / 2)
                icon(painter, at, self._theme, "triangle-alert", "risk")

    def _dumbbell(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        means = self._row.means if self._row else ()
        middle = rect.center().y()
        painter.fillRect(QRectF(rect.left(), middle - 0.5, rect.width(), 1), self._theme.colour("line"))
        if not means:
            return
        low, high = (rect.left() + rect.width() * end / HIGHEST for end in (min(means), max(means)))
        colour = self._theme.colour(ink)
        painter.fillRect(QRectF(low, middle - 1, high - low, 2), colour)
        for end in (low, high):
            box(painter, QRectF(end - 3, middle - 3, 6, 6), 3, colour)


class RowName(QAbstractButton):
    """The condition's name; leads to its questions."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(name)
        announce(self, say("assess.heat.row", name=name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(plain_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.text_width(self.text())) + 8, self._theme.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ink = "accent" if self.underMouse() else "text"
            painter.setFont(self._theme.font())
            painter.setPen(self._theme.colour(ink))
            painter.drawText(QRectF(self.rect()), int(LEFT) | int(Qt.TextFlag.TextWordWrap), self.text())


class HeatMap(QWidget):
    """The whole grid; ``chosen`` carries the id of a condition."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cells: dict[str, tuple[tuple[MeanCell, ...], SpreadMark]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        for column, view in enumerate(VIEWS, 1):
            head = Words(theme, view_words(view.value), "caption", "quiet")
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, theme.scaled(_CELL))
        self._grid.addWidget(Words(theme, say("assess.heat.spread"), "caption", "quiet", wrap=False), 0, 5)

    def show_rows(self, rows: Sequence[HeatRow]) -> None:
        """Show the conditions, and say the whole table aloud."""
        for at, row in enumerate(rows, 1):
            if row.group not in self._cells:
                self._add(at, row)
            cells, mark = self._cells[row.group]
            for widget, cell in zip(cells, row.cells, strict=True):
                widget.show_cell(row.name, cell)
            mark.show_row(row)
        said = (w.accessibleName() for cells, mark in self._cells.values() for w in (*cells, mark))
        announce(self, say("assess.heat"), "\n".join(said))

    def _add(self, at: int, row: HeatRow) -> None:
        name = RowName(self._theme, row.name)
        name.clicked.connect(lambda _checked=False, group=row.group: self.chosen.emit(group))
        self._grid.addWidget(name, at, 0)
        cells = tuple(MeanCell(self._theme) for _ in row.cells)
        for column, cell in enumerate(cells, 1):
            self._grid.addWidget(cell, at, column)
        mark = SpreadMark(self._theme)
        self._grid.addWidget(mark, at, 5)
        self._cells[row.group] = (cells, mark)
