"""The task list as Qt sees it. ``edited`` carries changes; what cannot be read is kept in its cell with the reason."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.session.all_tasks import COLUMNS, EDITABLE, TaskRow, standing_word
from desktop.session.entry import Unread
from desktop.session.task_edits import Field, TaskChange, TaskRef
from desktop.session.task_paste import Pasted, Reader, cell_text, pasted, read_cell, tab_separated
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
RIGHT_COLUMNS = frozenset({"slip"})
_NOWHERE = QModelIndex()


class TaskModel(QAbstractTableModel):
    """The rows that are shown, in their order. Columns are all there are; the view hides some."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[TaskRow] = ()
        self.reader: Callable[[], Reader] | None = None
        self.short: Callable[..., str] = day
        self._unread: dict[tuple[TaskRef, str], Unread] = {}

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show other rows; the same tasks in the same order keep editor and selection."""
        if rows == self.rows:
            return
        if [row.ref for row in rows] == [row.ref for row in self.rows]:
            other = [at for at, pair in enumerate(zip(rows, self.rows, strict=True)) if pair[0] is not pair[1]]
            self.rows = rows
            self.dataChanged.emit(self.index(other[0], 0), self.index(other[-1], len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self._unread.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()] in EDITABLE else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.problem(row, column) or _tip(row, column, self.text(row, column))) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(f'tasks.column.{column}')}: {self.text(row, column)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.problem(row, column) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return say(f"tasks.column.{COLUMNS[section]}")

    def text(self, row: TaskRow, column: str) -> str:
        """What stands in a cell: what was typed and could not be read, else the value."""
        unread = self._unread.get((row.ref, column)) if self._unread else None
        return unread.typed if unread else cell_text(row, column, self.short)

    def problem(self, row: TaskRow, column: str) -> str:
        """Why the text in a cell could not be taken; empty where it could."""
        unread = self._unread.get((row.ref, column)) if self._unread else None
        return unread.sentence if unread else ""

    def stuck(self) -> int:
        """How many cells hold something that could not be read."""
        return len(self._unread)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return self.fill((index,), str(value)) if role == Qt.ItemDataRole.EditRole else False

    def fill(self, cells: Sequence[Index], typed: str) -> bool:
        """Put what was typed into cells of editable columns, as one change."""
        changes: list[TaskChange] = []
        for index in cells:
            row, column = self.rows[index.row()], COLUMNS[index.column()]
            if column not in EDITABLE or self.reader is None or typed == self.text(row, column):
                continue
            self._unread.pop((row.ref, column), None)
            read = read_cell(self.reader(), _field(column), typed)
            if isinstance(read, Unread):
                self._unread[row.ref, column] = read
                self.refused.emit(read.sentence)
            else:
                changes.append(TaskChange(row.ref, _field(column), read))
            self.dataChanged.emit(index, index)
        if changes:
            self.edited.emit(tuple(changes))
        return bool(changes)

    def pasted(self, at: Index, columns: Sequence[str], text: str) -> Pasted:
        """What pasting ``text`` at a cell would change; ``columns`` are those to the right, the cell's own first."""
        if self.reader is None:
            return Pasted(())
        return pasted(self.reader(), self.rows[at.row() :], columns, text)

    def copied(self, rows: Sequence[int], columns: Sequence[str], *, header: bool) -> str:
        """Cells as tab-separated lines."""
        return tab_separated([self.rows[at] for at in rows], columns, self.short, header=header)


def _field(column: str) -> Field:
    return column  # type: ignore[return-value]  # the editable columns are the fields


def _tip(row: TaskRow, column: str, text: str) -> str:
    if column in ("task", "status", "due"):
        said = standing_word(row)
        made = say("tasks.tip.deliverable", what=row.task.deliverable) if row.task.deliverable else ""
        return " ".join(part for part in (row.task.title, made, said) if part)
    return text
