"""The table of runs: the one that is chosen is shown below it."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.reports.palette import STATE_ICONS
from desktop.session.evidence import RunLine
from desktop.text import say
from desktop.ui.evidence.runs_model import COLUMNS, NUMBERS, ROW, RunsModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT, RIGHT, announce, box, icon, words

_SHARES = {"on": 0.11, "version": 0.22, "scored": 0.09, "share": 0.09, "between": 0.14, "against": 0.2, "word": 0.15}
_MOST_ROWS = 8
_PAD = 8


class RunsTable(QTableView):
    """``chosen`` carries the id of a run, ``removal_wanted`` that of one to delete."""

    chosen = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._model, self._cells = theme, RunsModel(), _Cells(theme)
        self.setModel(self._model)
        self.setItemDelegate(self._cells)
        self._dress()
        announce(self, say("evidence.runs.name"), say("evidence.runs.keys"))
        self.selectionModel().selectionChanged.connect(self._tell)
        self._act(say("evidence.copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy_rows)
        self._act(say("evidence.delete"), QKeySequence(QKeySequence.StandardKey.Delete), self._remove)
        theme.changed.connect(self._rescale)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._rescale()

    def _act(self, text: str, keys: QKeySequence, act: object) -> None:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.addAction(action)

    def show_rows(self, rows: tuple[RunLine, ...], chosen: str) -> None:
        """Show runs, the ``chosen`` one selected; sends nothing."""
        model = self.selectionModel()
        blocked = model.blockSignals(True)
        if self._model.show_rows(rows):
            self._rescale()
        at = next((at for at, row in enumerate(rows) if row.id == chosen), -1)
        if at >= 0 and at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at, 0))
        model.blockSignals(blocked)
        self.viewport().update()

    def copy_rows(self) -> None:
        """Put the selected run on the clipboard, to paste into a spreadsheet."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if rows:
            QGuiApplication.clipboard().setText(self._model.tab_separated(rows))

    def _remove(self) -> None:
        if self.currentIndex().isValid():
            self.removal_wanted.emit(self._model.rows[self.currentIndex().row()].id)

    def _tell(self, selected: QItemSelection) -> None:
        if indexes := selected.indexes():
            self.chosen.emit(self._model.rows[indexes[0].row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self._remove()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, int(room * _SHARES[column]))

    def _rescale(self) -> None:
        row, head = self._theme.scaled(36), self._theme.scaled(32)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(head)
        shown = min(max(1, self._model.rowCount()), _MOST_ROWS)
        self.setFixedHeight(head + shown * row + 2)
        self.viewport().update()


class _Cells(QStyledItemDelegate):
    """Paints the cells from tokens; the standing is icon, word and colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: RunLine = index.data(ROW)
        rect, state = QRectF(option.rect), option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._cell(painter, rect.adjusted(_PAD, 0, -_PAD, 0), row, COLUMNS[index.column()])
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, rect.adjusted(1, 1, -1, -2), 4, None, self._theme.colour("accent"), 2)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, row: RunLine, column: str) -> None:
        if column == "word":
            at = QPointF(rect.left(), rect.center().y() - 8)
            icon(painter, at, self._theme, STATE_ICONS[row.state], row.state)
            words(painter, rect.adjusted(24, 0, 0, 0), row.word, self._theme, row.state)
            return
        role = "strong" if column == "share" else "body"
        ink = "block" if column == "against" and row.fallen else "quiet" if column == "against" else "text"
        align = RIGHT if column in NUMBERS else LEFT
        figures = column not in {"version", "word"}
        words(painter, rect, getattr(row, column), self._theme, ink, role, align=align, figures=figures)
