"""The runs of one test set as a table for Qt."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.session.evidence import RunLine
from desktop.text import say
from desktop.ui.widgets.tips import plain_tip

COLUMNS = ("on", "version", "scored", "share", "between", "against", "word")
NUMBERS = frozenset({"scored", "share"})
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class RunsModel(QAbstractTableModel):
    """Newest first, as the view gives them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RunLine, ...] = ()

    def show_rows(self, rows: Sequence[RunLine]) -> bool:
        """Other rows; False where they are the same."""
        if tuple(rows) == self.rows:
            return False
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return getattr(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(getattr(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(f'evidence.column.{column}')}: {getattr(row, column)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(f"evidence.column.{COLUMNS[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section] in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def tab_separated(self, rows: Sequence[int]) -> str:
        """The given rows as text to paste into a spreadsheet, with a header line."""
        lines = ["\t".join(say(f"evidence.column.{column}") for column in COLUMNS)]
        lines += ["\t".join(" ".join(getattr(self.rows[at], column).split()) for column in COLUMNS) for at in rows]
        return "\n".join(lines)
