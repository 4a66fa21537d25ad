"""The RACI matrix as a table model: one row a duty, one column a person, and how many duties each answers for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.session.raci_keys import typed
from desktop.session.view import Entry, Row
from desktop.text import say
from desktop.ui.widgets.tips import plain_tip
from desktop.workbook.path import REMOVED

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RaciModel(QAbstractTableModel):
    """``edited`` carries the row of a cell and its new mark, or ``REMOVED``. The last line counts and is read only."""

    edited = Signal(object, object)

    def __init__(self, row: Row, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = row

    def show_row(self, row: Row) -> None:
        """The matrix as it is now; with the same people and duties only its cells are drawn anew."""
        shape = ([c.id for c in row.columns], [e.id for e in row.entries])
        same = shape == ([c.id for c in self.row.columns], [e.id for e in self.row.entries])
        if not same:
            self.beginResetModel()
            self.row = row
            self.endResetModel()
            return
        self.row = row
        if row.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.row.entries) + bool(self.row.columns)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.row.columns)

    def entry(self, line: int) -> Entry | None:
        """The duty of a line; None for the line that counts."""
        return self.row.entries[line] if line < len(self.row.entries) else None

    def cell(self, line: int, at: int) -> Row | None:
        """The cell of a duty and a person."""
        entry = self.entry(line)
        return entry.rows[at + 1] if entry else None

    def mark(self, line: int, at: int) -> str:
        """The letters of a cell, empty where there are none."""
        cell = self.cell(line, at)
        return str(cell.value) if cell and cell.value else ""

    def held(self, at: int) -> int:
        """How many duties the person of a column answers for."""
        return sum("A" in self.mark(line, at) for line in range(len(self.row.entries)))

    def press(self, line: int, at: int, letter: str) -> None:
        """A letter was typed into a cell."""
        cell = self.cell(line, at)
        if cell is not None:
            self.put(line, at, typed(cell.value, letter))

    def put(self, line: int, at: int, mark: str | None) -> None:
        """Set or clear a cell."""
        cell = self.cell(line, at)
        if cell is not None and (cell.value or None) != mark:
            self.edited.emit(cell, REMOVED if mark is None else mark)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, at = index.row(), index.column()
        entry, column = self.entry(line), self.row.columns[at]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.mark(line, at) if entry else str(self.held(at))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            word = mark_words(self.mark(line, at))
            return say("launch.raci.cell", duty=entry.title, name=column.label, mark=word) if entry else self._load(at)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(mark_words(self.mark(line, at)) if entry else self._load(at))
        return None

    def _load(self, at: int) -> str:
        column = self.row.columns[at]
        held = say("launch.raci.load", name=column.label, n=self.held(at), total=len(self.row.entries))
        return f"{held} {column.problem}".strip()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            column = self.row.columns[section]
            shown = "\n".join(part for part in (column.label, column.help, column.problem) if part)
            return plain_tip(shown) if role == Qt.ItemDataRole.ToolTipRole else column.label
        entry = self.entry(section)
        if entry is None:
            return say("launch.raci.answers-for")
        shown = "\n".join(part for part in (entry.title, entry.rows[0].help, entry.note) if part)
        return plain_tip(shown) if role == Qt.ItemDataRole.ToolTipRole else entry.title


def mark_words(mark: str) -> str:
    """What a mark means, in words; an empty one is no part."""
    return say(f"launch.raci.mark.{mark.lower() or 'none'}")


def sign(mark: str) -> str:
    """How a mark is written: ``A/R`` for both."""
    return say(f"launch.raci.sign.{mark.lower()}")
