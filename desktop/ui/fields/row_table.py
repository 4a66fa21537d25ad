"""The table inside a card for a short list of records: typed cells, keys like a spreadsheet, paste from Excel."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from desktop.method.schema import Kind as FieldKind
from desktop.session.view import Row
from desktop.text import count, say
from desktop.ui.fields.cells import Column
from desktop.ui.fields.make import Setting
from desktop.ui.fields.table_cells import CellDelegate
from desktop.ui.fields.table_model import TableModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words, caption

_ROW, _MOST_ROWS, _LEAST = 40, 14, 96
_WIDTHS = {FieldKind.DATE: 136, FieldKind.PERSON: 190, FieldKind.CHOICE: 190, FieldKind.STATE: 160}
MOST_ROWS = 100  # a short list; longer tables are imported and not pasted
_AROUND_CHOICE, _NARROWEST = 52, 96
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grid(QTableView):
    """The view with the keys of a spreadsheet. ``wanted_row`` when Enter is pressed under the last one, or a paste needs it.

    ``left_out`` follows each paste with the number of lines that found no row.
    """

    wanted_row = Signal()
    unwanted_row = Signal(int)
    moved_row = Signal(int, int)
    left_out = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("cells", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        self.horizontalHeader().setHighlightSections(False)
        theme.changed.connect(self._dress)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setModel(self, model: object) -> None:
        assert isinstance(model, TableModel)
        super().setModel(model)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._fit)
        self._dress()

    def _dress(self) -> None:
        model = self.model()
        declared = [column.width for column in model.columns if column.width] if isinstance(model, TableModel) else []
        self.horizontalHeader().setMinimumSectionSize(self._theme.scaled(min([_LEAST, *declared])))
        if isinstance(model, TableModel):
            for section in range(model.columnCount()):
                self._size_column(section, model.column(section))
            self._fit()

    def _size_column(self, section: int, column: Column | None) -> None:
        own = column.width if column is not None else None
        width = own or (self._width_of(column) if column is not None else 0)
        mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(section, mode)
        if width and column is not None:
            width = own or max(
                width, round(self._theme.text_width(column.heading, "caption") / self._theme.text_scale) + 40
            )
            self.horizontalHeader().resizeSection(section, self._theme.scaled(width))

    def _width_of(self, column: Column) -> int:
        """The column's width before scaling; 0 takes what is left. A choice is as wide as its longest answer."""
        width = _WIDTHS.get(column.kind, 112 if column.is_figure else 0)
        if not column.answers:
            return width
        longest = max(self._theme.text_width(answer) for answer in column.answers) / self._theme.text_scale
        return min(width, max(_NARROWEST, round(longest) + _AROUND_CHOICE))

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(_ROW))
        rows = min(self.model().rowCount(), _MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * self._theme.scaled(_ROW) + bar + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in _TABS and self._at_edge(event.key()):
            event.ignore()  # the keyboard goes on to what stands after the table, or before it
        elif event.key() in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier and index.isValid():
            self.moved_row.emit(index.row(), _STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER and index.isValid():
            self._down(index.row())
        elif event.key() == Qt.Key.Key_Delete and control and index.isValid():
            self.unwanted_row.emit(index.row())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty_selected()
        else:
            super().keyPressEvent(event)

    def _at_edge(self, key: int) -> bool:
        """The next Tab, or Shift+Tab, would leave the table."""
        at, model = self.currentIndex(), self.model()
        if not at.isValid():
            return True
        forward = key == Qt.Key.Key_Tab
        edge = (model.rowCount() - 1, model.columnCount() - 1) if forward else (0, 0)
        return (at.row(), at.column()) == edge

    def _down(self, row: int) -> None:
        if row + 1 < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row + 1, self.currentIndex().column()))
        else:
            self.wanted_row.emit()

    def _empty_selected(self) -> None:
        for index in self.selectedIndexes():
            self.model().setData(index, "")

    def copy(self) -> None:
        """The selected cells as tab-separated lines, as Excel takes them."""
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        rows = sorted({row for row, _ in chosen})
        sections = sorted({section for _, section in chosen})
        lines = ("\t".join(str(self.model().index(row, at).data() or "") for at in sections) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self, text: str) -> None:
        """Fill cells from the current one on; lines beyond the last row get rows of their own.

        What goes beyond the last column is left out. Lines that find no row are counted in ``left_out``.
        """
        start = self.currentIndex()
        if not start.isValid():
            return
        lines = text.rstrip("\r\n").splitlines()
        left = 0
        for down, line in enumerate(lines):
            if not self._has_row(start.row() + down):
                left = len(lines) - down
                break
            self._fill(start.row() + down, start.column(), line.split("\t"))
        self.left_out.emit(left)

    def _has_row(self, row: int) -> bool:
        """Whether there is such a row; the one after the last is asked for, up to as many as a short list can have."""
        if row == self.model().rowCount() < MOST_ROWS:
            self.wanted_row.emit()
        return row < self.model().rowCount()

    def _fill(self, row: int, column: int, cells: list[str]) -> None:
        for right, cell in enumerate(cells):
            index = self.model().index(row, column + right)
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.model().setData(index, cell)


class RowTable(QWidget):
    """Shows a ``table`` or ``assignments`` row. ``edited`` carries ``CellEdit``; the page adds and removes records."""

    edited = Signal(object)
    add_wanted = Signal()
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)

    def __init__(self, setting: Setting, row: Row) -> None:
        super().__init__()
        self._theme = setting.theme
        self._row, self._left_out = row, 0
        self.model = TableModel(setting, row, self)
        self.grid = Grid(setting.theme)
        self.grid.setModel(self.model)
        hint = say("fields.ordered_hint") if row.ordered else say("fields.table_hint")
        announce(self.grid, row.label, hint)
        self._empty = caption(setting.theme, row.empty_text)
        self._problems = Words(setting.theme, "", "caption", "block")
        self.add = Button(setting.theme, row.add_label or say("fields.add_row"), Kind.PLAIN, "plus", small=True)
        if row.fixed:
            self.add.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.grid, self._empty, self._problems):
            column.addWidget(part)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()
        self.show_row(setting, row)

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.dataChanged.connect(self._cell_changed)
        self.grid.wanted_row.connect(self._ask_for_row)
        self.grid.unwanted_row.connect(self._ask_to_remove)
        self.grid.moved_row.connect(self._ask_to_move)
        self.grid.left_out.connect(self._say_left_out)
        self.add.clicked.connect(self._ask_for_row)

    def show_row(self, setting: Setting, row: Row) -> None:
        """The list as it is now. A record that was just added gets the cell cursor."""
        grew = 0 < len(self.model.entries) < len(row.entries)
        self._row = row
        self.model.show_entries(setting, row.entries)
        self.grid.setVisible(bool(row.entries))
        self._empty.setVisible(not row.entries and bool(row.empty_text))
        if grew:
            self.grid.setCurrentIndex(self.model.index(len(row.entries) - 1, 0))
        self._report()

    def flush(self) -> None:
        """Commit the cell that is open."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The first cell with a problem, else the first cell."""
        spots = ((r, c) for r in range(self.model.rowCount()) for c in range(self.model.columnCount()))
        wrong = next((spot for spot in spots if self.model.problem(*spot)), (0, 0))
        if self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(*wrong))
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_for_row(self) -> None:
        self._left_out = 0
        if not self._row.fixed:
            self.add_wanted.emit()

    def _ask_to_remove(self, number: int) -> None:
        if not self._row.fixed and not self.model.entries[number].fixed:
            self.remove_wanted.emit(self.model.entries[number].id)

    def _ask_to_move(self, number: int, by: int) -> None:
        """The cell with the keyboard goes where its record goes."""
        target = number + by
        if self._row.ordered and 0 <= target < self.model.rowCount():
            self.move_wanted.emit(self.model.entries[number].id, by)
            self.grid.setCurrentIndex(self.model.index(target, self.grid.currentIndex().column()))

    def _say_left_out(self, lines: int) -> None:
        """Pasted lines that found no row are said until the next change."""
        self._left_out = lines
        self._report()

    def _cell_changed(self) -> None:
        self._say_left_out(0)

    def _report(self) -> None:
        left = (count("fields.paste_left", self._left_out),) if self._left_out else ()
        found = (*left, *self.model.problems()[:3])
        self._problems.setText("\n".join(found))
        self._problems.setVisible(bool(found))
