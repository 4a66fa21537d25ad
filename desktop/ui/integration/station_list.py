"""The list beside the map: one line for each system in the order of the phases, with what it lacks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.session.integration import StationLine
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import RIGHT, announce, icon, words
from desktop.ui.widgets.tips import plain_tip

LINE = Qt.ItemDataRole.UserRole
SIGNS = {"risk": "triangle-alert", "block": "octagon-x"}
Index = QModelIndex | QPersistentModelIndex
_PAD, _MOST = 16, 9


class StationModel(QAbstractListModel):
    """The lines, as they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[StationLine, ...] = ()

    def show_lines(self, lines: Sequence[StationLine]) -> None:
        """Other lines; while they are of the same systems only their words are told anew."""
        same = [line.id for line in lines] == [line.id for line in self.shown]
        if not same:
            self.beginResetModel()
        self.shown = tuple(lines)
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.shown[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.name, line.phase, line.detail, line.flag) if part)
        return None


class StationCells(QStyledItemDelegate):
    """Paints a line: name and phase, then how data flows and what is missing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: StationLine = index.data(LINE)
        theme = self._theme
        return QSize(160, round(theme.line() + theme.line("caption") * (2 if line.flag else 1) + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: StationLine = index.data(LINE)
        rect, theme = QRectF(option.rect), self._theme
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        phase = theme.text_width(line.phase, "caption_strong") + 2
        row = QRectF(rect.left() + _PAD, rect.top() + 8, rect.width() - 2 * _PAD, theme.line())
        ink, role = ("accent", "caption_strong") if line.first else ("quiet", "caption")
        words(painter, row, line.phase, theme, ink, role, align=RIGHT)
        words(painter, row.adjusted(0, 0, -phase - 8, 0), line.name, theme, "text", "strong")
        small = QRectF(row.left(), row.bottom(), row.width(), theme.line("caption"))
        words(painter, small, line.detail, theme, "quiet", "caption")
        if line.flag:
            small.translate(0, theme.line("caption") + 1)
            icon(painter, QPointF(small.left(), small.center().y() - 7), theme, SIGNS[line.state], line.state, 14)
            words(painter, small.adjusted(20, 0, 0, 0), line.flag, theme, line.state, "caption_strong")
        painter.restore()


class StationList(QListView):
    """``chosen`` when another line is in front; ``entered`` on Enter: the keyboard goes to the map."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines = StationModel()
        self._cells = StationCells(theme)
        self.setModel(self.lines)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        announce(self, say("integration.list"))
        self.selectionModel().currentChanged.connect(self._picked)
        self.activated.connect(lambda _index: self.entered.emit())
        theme.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[StationLine], current: str) -> None:
        """Show the systems and mark the one that is chosen."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        self.lines.show_lines(lines)
        at = next((row for row, line in enumerate(lines) if line.id == current), -1)
        self.setCurrentIndex(self.lines.index(at) if at >= 0 else QModelIndex())
        selection.blockSignals(False)
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        """As high as its lines, up to nine of them."""
        heights = [self.sizeHintForRow(row) for row in range(min(len(self.lines.shown), _MOST))]
        self.setFixedHeight(sum(heights) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _picked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.shown[index.row()].id)
