"""The list with the keys of a spreadsheet: type to change, Ctrl+C and Ctrl+V with Excel, Ctrl+D down, Delete empties."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.session.all_tasks import COLUMNS, EDITABLE, TaskRow
from desktop.session.task_paste import Pasted
from desktop.text import say
from desktop.ui.steering.task_cells import ROW_HEIGHT, TaskCells
from desktop.ui.steering.task_header import TaskHeader
from desktop.ui.steering.task_model import Index, TaskModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce

_WIDTHS = {
    "task": 214, "system": 160, "track": 110, "owner": 132, "start": 72, "due": 92, "slip": 76, "percent": 104,
    "status": 116, "blocker": 138, "note": 110,
}  # fmt: skip
_YIELDING = ("start", "note", "track")  # hidden in this order where the window is narrow

_GIVES = 56  # pixels that the blocker gives up before the list scrolls sideways


class TaskTable(QTableView):
    """``sorted_by`` a column and whether it descends; ``pasted`` what a paste would do; ``chosen`` when rows change."""

    sorted_by = Signal(str, bool)
    pasted = Signal(object)
    chosen = Signal()

    def __init__(self, theme: Theme, model: TaskModel) -> None:
        super().__init__()
        self._theme, self.tasks = theme, model
        self._several = True
        self._cells = TaskCells(theme, self, self.same_column)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._dress()
        announce(self, say("tasks.table"), say("tasks.keys"))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        theme.changed.connect(self._rescale)
        self._rescale()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("cells", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget())  # Qt paints a frame into a bare corner
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = TaskHeader(self._theme, self)
        self.setHorizontalHeader(head)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(COLUMNS.index("due"), Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(
            lambda section, order: self.sorted_by.emit(COLUMNS[section], order == Qt.SortOrder.DescendingOrder)
        )

    def show_several(self, *, several: bool) -> None:
        """Whether tasks of more than one system are listed: only then does a column name it."""
        if several != self._several:
            self._several = several
            self._fit()

    def visible_columns(self) -> tuple[str, ...]:
        """The columns in sight, left to right."""
        return tuple(column for at, column in enumerate(COLUMNS) if not self.isColumnHidden(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every column its width; the task takes what is left, and the least needed columns go first."""
        room = self.viewport().width()
        shown = [column for column in COLUMNS if column != "system" or self._several]
        for column in _YIELDING:
            if sum(self._theme.scaled(_WIDTHS[name]) for name in shown) > room:
                shown.remove(column)
        spare = room - sum(self._theme.scaled(_WIDTHS[name]) for name in shown)
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column not in shown)
            extra = (
                max(0, spare) if column == "task" else max(spare, -_GIVES) if column == "blocker" and spare < 0 else 0
            )
            self.setColumnWidth(at, self._theme.scaled(_WIDTHS[column]) + extra)

    def _rescale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(ROW_HEIGHT))
        self._fit()
        self.viewport().update()

    def same_column(self, index: Index) -> list[Index]:
        """The selected cells of the column that ``index`` is in, and itself."""
        chosen: list[Index] = [one for one in self.selectedIndexes() if one.column() == index.column()]
        return chosen if any(one.row() == index.row() for one in chosen) else [index, *chosen]

    def chosen_rows(self) -> tuple[TaskRow, ...]:
        """The tasks of which a cell is selected, top to bottom."""
        return tuple(self.tasks.rows[at] for at in sorted({index.row() for index in self.selectedIndexes()}))

    def choose_refs(self, refs: Sequence[object], current: int = -1) -> None:
        """Select whole rows again after the list was rebuilt."""
        wanted, selection = set(refs), QItemSelection()
        last = len(COLUMNS) - 1
        for at, row in enumerate(self.tasks.rows):
            if row.ref in wanted:
                selection.select(self.tasks.index(at, 0), self.tasks.index(at, last))
                current = at if current < 0 else current
        if current >= 0:
            self.setCurrentIndex(self.tasks.index(current, max(self.currentIndex().column(), 0)))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_D and control:
            self._fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.tasks.fill([index for index in self.selectedIndexes() if COLUMNS[index.column()] in EDITABLE], "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step_down()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._at_edge(event.key()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step_down(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() + 1 < self.tasks.rowCount():
            self.setCurrentIndex(self.tasks.index(index.row() + 1, index.column()))

    def _at_edge(self, key: int) -> bool:
        """The next Tab, or Shift+Tab, would leave the line: the keyboard goes on, arrows and Enter change the line."""
        at, columns = self.currentIndex(), self.visible_columns()
        edge = columns[-1] if key == Qt.Key.Key_Tab else columns[0]
        return not at.isValid() or COLUMNS[at.column()] == edge

    def _fill_down(self) -> None:
        """The topmost selected cell of each column fills those below it."""
        for section in sorted({index.column() for index in self.selectedIndexes()}):
            cells = sorted(
                (one for one in self.selectedIndexes() if one.column() == section), key=lambda one: one.row()
            )
            self.tasks.fill(cells[1:], self.tasks.text(self.tasks.rows[cells[0].row()], COLUMNS[section]))

    def copy(self) -> None:
        """The selected cells as tab-separated lines; whole rows with the headings."""
        chosen = self.selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = [name for name in self.visible_columns() if any(COLUMNS[i.column()] == name for i in chosen)]
        if rows:
            whole = len(columns) == len(self.visible_columns())
            QGuiApplication.clipboard().setText(self.tasks.copied(rows, columns, header=whole))

    def paste(self, text: str) -> None:
        """Lay ``text`` over the cells from the current one on; a single value fills every selected cell."""
        at, columns = self.currentIndex(), self.visible_columns()
        if not at.isValid() or COLUMNS[at.column()] not in columns or not text.strip("\r\n"):
            return
        single = "\t" not in text and "\n" not in text.strip("\r\n")
        if single and len(self.selectedIndexes()) > 1:
            self.tasks.fill(list(self.selectedIndexes()), text.strip("\r\n"))
            return
        here = columns[columns.index(COLUMNS[at.column()]) :]
        found: Pasted = self.tasks.pasted(at, here, text)
        self.pasted.emit(found)
