"""The examples whose texts a run keeps, as a table for Qt."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.session.evidence_texts import TextLine
from desktop.text import say
from desktop.ui.widgets.tips import plain_tip

COLUMNS = ("name", "slice", "input", "expected", "given", "word")
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class TextsModel(QAbstractTableModel):
    """In the order of the file, as many as the filter lets through."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[TextLine, ...] = ()

    def show_rows(self, rows: Sequence[TextLine]) -> bool:
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
            return f"{say(f'evidence.texts.{column}')}: {getattr(row, column)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(f"evidence.texts.{COLUMNS[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def tab_separated(self, rows: Sequence[int]) -> str:
        """The given examples with their whole texts, to paste into a spreadsheet, with a header line."""
        labels = dict.fromkeys(part.label for at in rows for part in self.rows[at].parts)
        heads = [say(f"evidence.texts.{column}") for column in ("name", "slice", "word")]
        lines = ["\t".join([*heads, *labels])]
        for row in (self.rows[at] for at in rows):
            said = {part.label: part.text for part in row.parts}
            cells = (row.name, row.slice, row.word, *(said.get(label, "") for label in labels))
            lines.append("\t".join(_cell(cell) for cell in cells))
        return "\n".join(lines)


def _cell(text: str) -> str:
    """One line; a text that a spreadsheet would take for a formula is marked as a text, for nobody here has written it."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat
