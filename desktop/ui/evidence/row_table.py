"""What the tables of this page have in common: rows that are chosen, columns that share the width, keys and their names."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QStyledItemDelegate, QTableView

from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import box

_MOST_ROWS = 8
_ROW, _HEAD, _PAD = 36, 32, 8


class RowTable(QTableView):
    """A table as high as its rows, eight at the most, over ``model``; ``cells`` paints it."""

    def __init__(self, theme: Theme, model: QAbstractTableModel, cells: QStyledItemDelegate) -> None:
        super().__init__()
        self._theme = theme
        self._cells = cells  # a view does not own its delegate
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(cells)
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
        self._dress_heads()
        theme.changed.connect(self.rescale)

    def _dress_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rescale()

    def add_act(self, text: str, keys: QKeySequence, act: Callable[[], object]) -> None:
        """An entry of the context menu, with its keys while the table has the keyboard."""
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)

    def chosen_rows(self) -> list[int]:
        """The rows that are selected, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def shares(self) -> Mapping[int, float]:
        """The part of the width that each section takes."""
        return {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Lay the columns over the width that there is."""
        room = self.viewport().width()
        for section, share in self.shares().items():
            self.setColumnWidth(section, int(room * share))

    def rescale(self) -> None:
        """Another size of text, or another number of rows."""
        row, head = self._theme.scaled(_ROW), self._theme.scaled(_HEAD)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(head)
        shown = min(max(1, self._rows.rowCount()), _MOST_ROWS)
        self.setFixedHeight(head + shown * row + 2)
        self.viewport().update()


@contextmanager
def cell_frame(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, theme: Theme) -> Iterator[QRectF]:
    """The ground, line and focus ring of a cell; gives the room for what stands in it."""
    painter.save()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("accent_soft"))
    painter.setPen(theme.colour("line"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    yield rect.adjusted(_PAD, 0, -_PAD, 0)
    if state & QStyle.StateFlag.State_HasFocus:
        box(painter, rect.adjusted(1, 1, -1, -2), 4, None, theme.colour("accent"), 2)
    painter.restore()
