"""How a cell of the portfolio is painted: every mark stands beside its word or number."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.analysis.portfolio import STALL_MONTHS, PortfolioRow
from desktop.text import say
from desktop.ui.portfolio.model import COLUMNS, ROW, impact_word, months_word, owner_word, rung_word, stage_word
from desktop.ui.theme import Theme
from desktop.ui.widgets.marks import paint_rungs
from desktop.ui.widgets.paint import RIGHT, box, icon, words
from desktop.ui.widgets.tips import plain_tip
from desktop.workbook import Impact, Stage

_STAGES = (Stage.IDEA, Stage.BUILD, Stage.PILOT, Stage.OPERATION)
_IMPACT_BARS = {None: 0, Impact.NEITHER: 1, Impact.SAFETY: 2, Impact.RIGHTS: 2, Impact.BOTH: 3}
_NUMBER, _BLOCKS = 52, 80
_SIGN, _AROUND = 60, 2  # the large dot of the first stage reaches over the left edge
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_LONGEST = 24.0  # months at which a bar is full


class PortfolioCells(QStyledItemDelegate):
    """Paints the cells from tokens."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._signs: dict[tuple[str, int, int, float], QPixmap] = {}
        theme.changed.connect(self._signs.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self._theme.scaled(36))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: PortfolioRow = index.data(ROW)
        rect = QRectF(option.rect)
        state = option.state.value  # plain numbers: flags are slow to compare, and every cell asks
        painter.save()
        if state & _SELECTED:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._cell(painter, rect.adjusted(8, 0, -8, 0), row, COLUMNS[index.column()])
        if state & _FOCUSED:
            box(painter, rect.adjusted(1, 1, -1, -2), 4, None, self._theme.colour("accent"), 2)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            QToolTip.showText(event.globalPos(), plain_tip(str(index.data())), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _cell(self, painter: QPainter, rect: QRectF, row: PortfolioRow, column: str) -> None:
        match column:
            case "name":
                words(painter, rect, row.name, self._theme, "text", "body")
            case "unit":
                words(painter, rect, row.unit, self._theme, "quiet")
            case "stage":
                self._stage(painter, rect, row)
            case "rung":
                self._rung(painter, rect, row)
            case "months":
                self._months(painter, rect, row)
            case "owner":
                self._owner(painter, rect, row)
            case _:
                self._impact(painter, rect, row)

    def _stage(self, painter: QPainter, rect: QRectF, row: PortfolioRow) -> None:
        """Four dots on a line, the present one large; retired and unknown have words only."""
        token = "text" if row.stage else "quiet"
        longest = self._theme.text_width(say(f"portfolio.stage.{Stage.OPERATION.value}"))
        dots = 62 if rect.width() >= 62 + longest else 0
        if row.stage in _STAGES and dots:
            self._sign(painter, rect, self._draw_stage, _STAGES.index(row.stage))
        words(painter, rect.adjusted(dots, 0, 0, 0), stage_word(row), self._theme, token)

    def _rung(self, painter: QPainter, rect: QRectF, row: PortfolioRow) -> None:
        """The number, and the rungs as blocks where there is room for them; a dash where nobody has assessed it."""
        known = row.rung is not None
        words(painter, rect, rung_word(row), self._theme, "text" if known else "quiet", figures=known)
        if row.rung is not None and rect.width() >= _BLOCKS:
            paint_rungs(painter, QPointF(rect.left() + 20, rect.center().y() - 6.5), self._theme, row.rung)

    def _months(self, painter: QPainter, rect: QRectF, row: PortfolioRow) -> None:
        """Months since start as a bar, darker beyond 4.7 where the system is stalled, and the number at its right."""
        bar = QRectF(rect.left(), rect.center().y() - 6, rect.width() - _NUMBER, 12)
        if row.months is not None and bar.width() > 20:
            full, limit = min(row.months, _LONGEST) / _LONGEST * bar.width(), limit_at(rect.width())
            box(painter, QRectF(bar.left(), bar.top(), min(full, limit), 12), 1, self._theme.colour("heat2"))
            if full > limit:
                token = "heat3" if row.stalled else "heat1"
                box(painter, QRectF(bar.left() + limit, bar.top(), full - limit, 12), 1, self._theme.colour(token))
            painter.setPen(self._theme.colour("text"))
            painter.drawLine(QPointF(bar.left() + limit, rect.top()), QPointF(bar.left() + limit, rect.bottom()))
        role, token = ("strong", "text") if row.stalled else ("body", "quiet")
        words(painter, rect, months_word(row), self._theme, token, role, align=RIGHT, figures=True)

    def _owner(self, painter: QPainter, rect: QRectF, row: PortfolioRow) -> None:
        known = row.owner_is_person
        sign, token, role = ("user-check", "text", "body") if known else ("circle-x", "block", "strong")
        icon(painter, QPointF(rect.left(), rect.center().y() - 8), self._theme, sign, "quiet" if known else "block")
        words(painter, rect.adjusted(24, 0, 0, 0), owner_word(row), self._theme, token, role)

    def _impact(self, painter: QPainter, rect: QRectF, row: PortfolioRow) -> None:
        """Three rising bars, as many filled as there is harm to fear."""
        filled = _IMPACT_BARS[row.impact]
        bars = 30 if rect.width() >= 30 + self._theme.text_width(impact_word(row)) else 0
        if bars:
            self._sign(painter, rect, self._draw_impact, filled)
        token = "text" if row.impact else "quiet"
        words(painter, rect.adjusted(bars, 0, 0, 0), impact_word(row), self._theme, token)

    def _sign(self, painter: QPainter, rect: QRectF, draw: Callable[[QPainter, float, int], None], value: int) -> None:
        """A sign at the left of ``rect``, drawn once for each value: many rows show the same few."""
        ratio = max(1.0, painter.deviceTransform().m11())
        key = (draw.__name__, value, round(rect.height()), ratio)
        found = self._signs.get(key)
        if found is None:
            found = QPixmap(math.ceil(_SIGN * ratio), math.ceil(rect.height() * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            with QPainter(found) as inside:
                inside.setRenderHint(QPainter.RenderHint.Antialiasing)
                inside.translate(_AROUND, 0)
                draw(inside, rect.height() / 2, value)
            self._signs[key] = found
        painter.drawPixmap(rect.topLeft() - QPointF(_AROUND, 0), found)

    def _draw_stage(self, painter: QPainter, middle: float, now: int) -> None:
        painter.setPen(self._theme.colour("edge"))
        painter.drawLine(QPointF(4, middle), QPointF(46, middle))
        for at in range(4):
            size = 5.0 if at == now else 3.0
            reached = at <= now
            painter.setPen(self._theme.colour("accent" if reached else "edge"))
            painter.setBrush(self._theme.colour("accent" if reached else "surface"))
            painter.drawEllipse(QPointF(4 + 14 * at, middle), size, size)

    def _draw_impact(self, painter: QPainter, middle: float, filled: int) -> None:
        for at, height in enumerate((5, 9, 13)):
            place = QRectF(at * 7, middle + 6.5 - height, 5, height)
            box(painter, place, 1, self._theme.colour("text" if at < filled else "line"))


def limit_at(width: float) -> float:
    """Where the line of 4.7 months stands in a months cell whose inside is ``width`` wide."""
    return STALL_MONTHS / _LONGEST * (width - _NUMBER)


def column_widths(total: int) -> tuple[int, ...]:
    """Widths of the columns for a table that is ``total`` pixels wide."""
    shares = (0.225, 0.135, 0.14, 0.09, 0.155, 0.14, 0.115)
    widths = [int(total * share) for share in shares]
    widths[0] += total - sum(widths)
    return tuple(widths)
