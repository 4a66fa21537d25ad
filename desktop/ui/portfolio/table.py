"""The table of systems: sorts by its header, opens by Enter or double click, copies as tab-separated text."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop.text import say
from desktop.ui.portfolio.cells import PortfolioCells, column_widths
from desktop.ui.portfolio.header import PortfolioHeader
from desktop.ui.portfolio.model import COLUMNS, PortfolioModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce


class PortfolioTable(QTableView):
    """``opened`` carries the system's id; ``sorted_by`` a column and whether it descends."""

    opened = Signal(str)
    sorted_by = Signal(str, bool)
    chosen = Signal(object)

    def __init__(self, theme: Theme, model: PortfolioModel) -> None:
        super().__init__()
        self._theme, self._rows = theme, model
        self._cells = PortfolioCells(theme)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._dress()
        self._head()
        announce(self, say("portfolio.table.name"), say("portfolio.table.keys"))
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.selected_ids()))
        copy = QAction(say("portfolio.copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_rows)
        self.addAction(copy)
        theme.changed.connect(self._rescale)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _head(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = PortfolioHeader(self._theme, self)
        head.sortIndicatorChanged.connect(self._sort)
        self.setHorizontalHeader(head)
        head.setSortIndicatorShown(True)
        self._rescale()

    def show_order(self, column: str, *, descending: bool) -> None:
        """Show which column the rows are sorted by, without sorting again."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(COLUMNS.index(column), order)
        head.blockSignals(False)

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected systems, top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.rows[row].id for row in rows)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, to paste into a spreadsheet."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText(self._rows.tab_separated(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for section, width in enumerate(column_widths(self.viewport().width())):
            self.setColumnWidth(section, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.rows[index.row()].id)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        self.sorted_by.emit(COLUMNS[section], order == Qt.SortOrder.DescendingOrder)

    def _rescale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(36))
        self.viewport().update()
