"""A list of records as a table model: shows the page's entries, keeps what could not be read, and reports edits."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.method.schema import Kind
from desktop.session.entry import Unread
from desktop.session.view import Entry, Row
from desktop.text import say
from desktop.ui.fields.cells import Column, columns, read_cell, show_cell
from desktop.ui.fields.make import Setting
from desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SAID_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_READ_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A new value for the field that ``row`` describes."""

    row: Row
    value: object


class TableModel(QAbstractTableModel):
    """``edited`` carries a ``CellEdit``. With titles (tasks that the method names) the first column is read-only."""

    edited = Signal(object)

    def __init__(self, setting: Setting, template: Row, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.columns = columns(template.columns)
        self.titled = template.fixed
        self._heading = template.label
        self.entries: tuple[Entry, ...] = ()
        self._unread: dict[tuple[str, str, str], Unread] = {}

    def show_entries(self, setting: Setting, entries: tuple[Entry, ...]) -> None:
        """New content. With the same records in the same order only cells are refreshed: editor and selection stay."""
        self.setting = setting
        same = [entry.id for entry in entries] == [entry.id for entry in self.entries]
        if same:
            self.entries = entries
            if entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.entries = entries
        kept = {entry.id for entry in entries}
        self._unread = {key: text for key, text in self._unread.items() if key[0] in kept}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns) + int(self.titled)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading if column else self._heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if self.editable(index.row(), index.column()) else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self.column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if column is None:
            return self._title(index.row(), role)
        if role in _READ_ROLES:
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.problem(index.row(), index.column()) or self._help(index.row(), column)) or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.problem(index.row(), index.column()) or None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.column(index.column())
        if not self.editable(index.row(), index.column()):
            return False
        if column is None or role != Qt.ItemDataRole.EditRole or str(value) == self._text(index.row(), column):
            return False
        row = self.cell(index.row(), column)
        key = (self.entries[index.row()].id, column.field, column.part)
        read = read_cell(self.setting, row, column, str(value))
        self._unread.pop(key, None)
        if isinstance(read, Unread):
            self._unread[key] = read
        self.dataChanged.emit(index, index)
        if not isinstance(read, Unread) and read != row.value:
            self.edited.emit(CellEdit(row, read))
        return True

    def column(self, section: int) -> Column | None:
        """The column on screen, None for the titles."""
        at = section - int(self.titled)
        return self.columns[at] if at >= 0 else None

    def _title(self, row: int, role: int) -> str | None:
        title = self.entries[row].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(title)
        return title if role in _SAID_ROLES else None

    def editable(self, row: int, section: int) -> bool:
        """Titles, the method's own names and computed states are read only."""
        column = self.column(section)
        return column is not None and column.kind is not Kind.STATE and not self.cell(row, column).fixed

    def _help(self, row: int, column: Column) -> str:
        """The whole of a text, which may be cut short in a narrow column, and what the method means by an own entry."""
        cell = self.cell(row, column)
        if cell.kind not in (Kind.TEXT, Kind.PARAGRAPH) or not cell.value:
            return ""
        return f"{cell.value}\n{cell.help}".strip() if cell.fixed else str(cell.value)

    def cell(self, row: int, column: Column) -> Row:
        return next(cell for cell in self.entries[row].rows if cell.id == column.field)

    def problem(self, row: int, section: int) -> str:
        """What is wrong with a cell, as a sentence; empty when nothing is."""
        column = self.column(section)
        if column is None:
            return ""
        unread = self._unread.get((self.entries[row].id, column.field, column.part))
        return unread.sentence if unread else self.cell(row, column).problem

    def problems(self) -> tuple[str, ...]:
        """All of them with row and column, in reading order, without repeats."""
        found = [
            say(
                "fields.row_problem",
                row=row + 1,
                column=str(self.headerData(at, Qt.Orientation.Horizontal)),
                sentence=text,
            )
            for row in range(self.rowCount())
            for at in range(self.columnCount())
            if (text := self.problem(row, at))
        ]
        return tuple(dict.fromkeys(found))

    def _text(self, row: int, column: Column) -> str:
        unread = self._unread.get((self.entries[row].id, column.field, column.part))
        return unread.typed if unread else show_cell(self.setting, self.cell(row, column), column)


def _alignment(column: Column | None) -> int:
    side = Qt.AlignmentFlag.AlignRight if column is not None and column.is_figure else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
