"""The rows of the portfolio as Qt sees them. Cells are painted by ``cells``; texts here serve copying and screen readers."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.analysis.portfolio import PortfolioRow
from desktop.text import say
from desktop.text.formatting import number

COLUMNS = ("name", "unit", "stage", "rung", "months", "owner", "impact")
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def stage_word(row: PortfolioRow) -> str:
    """The stage in words."""
    return say(f"portfolio.stage.{row.stage.value if row.stage else 'unknown'}")


def impact_word(row: PortfolioRow) -> str:
    """What a wrong output can harm, in words."""
    return say(f"portfolio.impact.{row.impact.value if row.impact else 'unknown'}")


def owner_word(row: PortfolioRow) -> str:
    """The owner's name, or that none is known."""
    return row.owner or say("portfolio.owner.unknown")


def months_word(row: PortfolioRow) -> str:
    """Months since the start with one decimal; a dash where the start is not known."""
    return "–" if row.months is None else number(row.months, 1)


def rung_word(row: PortfolioRow) -> str:
    """The number of the rung; a dash where the system is not assessed."""
    return "–" if row.rung is None else number(row.rung)


_TEXTS: dict[str, Callable[[PortfolioRow], str]] = {
    "name": lambda row: row.name,
    "unit": lambda row: row.unit,
    "stage": stage_word,
    "rung": rung_word,
    "months": months_word,
    "owner": owner_word,
    "impact": impact_word,
}


class PortfolioModel(QAbstractTableModel):
    """The rows that are shown, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[PortfolioRow] = ()

    def show_rows(self, rows: Sequence[PortfolioRow]) -> None:
        """Show other rows."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[COLUMNS[index.column()]](row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {_TEXTS[COLUMNS[index.column()]](row)}"
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(f"portfolio.column.{COLUMNS[section]}")
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            right = COLUMNS[section] == "months"
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def tab_separated(self, rows: Sequence[int]) -> str:
        """The given rows as text to paste into a spreadsheet, with a header line."""
        lines = ["\t".join(say(f"portfolio.column.{column}") for column in COLUMNS)]
        cells = ([_TEXTS[column](self.rows[at]) for column in COLUMNS] for at in rows)
        lines += ["\t".join(" ".join(cell.split()) for cell in line) for line in cells]
        return "\n".join(lines)
