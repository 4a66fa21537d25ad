"""The rows of the plan for Qt: bands and their tasks. What is typed becomes edits; what cannot be read stays in its cell."""

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.session.entry import Unread
from desktop.session.plan_page import CUT, Narrowed, PlanView, rows_of
from desktop.session.plan_page_cells import (
    CHART,
    COLUMNS,
    EDITABLE,
    START,
    TITLE,
    Reading,
    cell_text,
    edit_text,
    read_cell,
)
from desktop.session.plan_page_edits import set_cell, several
from desktop.session.plan_page_words import task_words
from desktop.text import count, say
from desktop.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, str]
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class PlanModel(QAbstractTableModel):
    """Shows one ``PlanView``. ``edited`` carries an edit, ``unread_changed`` the sentence about what cannot be read."""

    edited = Signal(object)
    unread_changed = Signal(str)

    def __init__(self, parent: QObject, reading: Reading, tag: Callable[[], str]) -> None:
        super().__init__(parent)
        self._reading, self._tag = reading, tag
        self.view: PlanView | None = None
        self.settled: PlanView | None = None
        self.rows: tuple[Row, ...] = ()
        self.narrowed, self.folded = Narrowed(), frozenset[str]()
        self._unread: dict[tuple[str, str], Unread] = {}
        self.lines: dict[str, int] = {}
        self.heads: tuple[int, ...] = ()

    def show_view(self, view: PlanView | None) -> None:
        """Other dates in the same rows, or other rows."""
        before, self.view, self.settled = self.settled, view, view
        if view is not None:
            self._unread = {key: wrong for key, wrong in self._unread.items() if key[0] in view.tasks}
        kept = view is not None and before is not None and self.narrowed == Narrowed() and before.order is view.order
        if view is None or before is None or not kept:
            self._arrange()
            return
        if not same_dates(before, view):
            self._tell_all(dated=same_look(before, view))
        changed = [name for name, task in view.tasks.items() if task is not before.tasks[name]]
        for row in (self.lines[name] for name in changed if name in self.lines):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def show_moving(self, view: PlanView) -> None:
        """Dates that are only being tried: rows stay as they are, and so does what ``settled`` holds."""
        self.view = view

    def show_settled(self) -> None:
        """Nothing is being tried any more."""
        self.view = self.settled

    def narrow(self, narrowed: Narrowed) -> None:
        """Show only some of the tasks."""
        self.narrowed = narrowed
        self._arrange()

    def fold(self, band: str) -> None:
        """Fold a band that is open, open one that is folded."""
        self.folded = self.folded ^ {band}
        self._arrange()

    def unfold_for(self, name: str) -> None:
        """Make sure that a task has a row."""
        if self.view is not None and name in self.view.tasks and self.row_of(name) is None:
            self.folded, self.narrowed = frozenset(), Narrowed()
            self._arrange()

    def _arrange(self) -> None:
        rows = rows_of(self.view, self.narrowed, self.folded) if self.view else ()
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.lines = {name: at for at, (_, name) in enumerate(rows) if name}
            self.heads = tuple(at for at, (_, name) in enumerate(rows) if not name)
            self.endResetModel()
        elif rows:
            self._tell_all()

    def _tell_all(self, *, dated: bool = False) -> None:
        """Every row may be another one, or only what depends on dates."""
        if self.rows:
            first = COLUMNS.index(START) if dated else 0
            self.dataChanged.emit(self.index(0, first), self.index(len(self.rows) - 1, len(COLUMNS) - 1))

    def task(self, row: int) -> str:
        """The task of a row; empty for a band."""
        return self.rows[row][1] if 0 <= row < len(self.rows) else ""

    def row_of(self, name: str) -> int | None:
        """The row of a task, if it has one."""
        return self.lines.get(name)

    def row_of_band(self, row: int) -> int:
        """The row of the band that a row belongs to."""
        return self.heads[max(0, bisect_right(self.heads, row) - 1)] if self.heads else row

    def next_band(self, row: int) -> int | None:
        """The row of the band after the one that a row belongs to."""
        at = bisect_right(self.heads, row)
        return self.heads[at] if at < len(self.heads) else None

    def unread(self, name: str, column: str) -> Unread | None:
        """What was typed into a cell and could not be read."""
        return self._unread.get((name, column))

    @property
    def troubles(self) -> int:
        """How many cells hold something that cannot be read."""
        return len(self._unread)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return say(f"planpage.column.{COLUMNS[section]}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        band, name = self.rows[index.row()]
        editable = name and band != CUT and COLUMNS[index.column()] in EDITABLE
        return base | Qt.ItemFlag.ItemIsEditable if editable else base

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if self.view is None or not index.isValid():
            return None
        band, name = self.rows[index.row()]
        column = COLUMNS[index.column()]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._text(band, name, column)
        if role == _Role.EditRole and name:
            wrong = self.unread(name, column)
            return wrong.typed if wrong else edit_text(self.view, name, column, self._reading)
        if role == _Role.ToolTipRole and name:
            wrong = self.unread(name, column)
            return plain_tip(wrong.sentence if wrong else task_words(self.view, name))
        return None

    def _text(self, band: str, name: str, column: str) -> str:
        if not name:
            return band_title(band) if column == TITLE else ""
        wrong = self.unread(name, column)
        if wrong is not None:
            return wrong.typed
        assert self.view is not None
        return task_words(self.view, name) if column == CHART else cell_text(self.view, name, column)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        name, column = self.task(index.row()), COLUMNS[index.column()]
        if role != _Role.EditRole or self.view is None or not name:
            return False
        text = str(value)
        if text == edit_text(self.view, name, column, self._reading):
            self._forget(name, column)
            return True
        found = read_cell(self.view, name, column, text, self._reading)
        if isinstance(found, Unread):
            self._unread[name, column] = found
            self.unread_changed.emit(found.sentence)
            self.dataChanged.emit(index, index)
            return False
        self._forget(name, column)
        self.edited.emit(set_cell(self.view, name, column, found, self._tag()))
        return True

    def paste(self, row: int, columns: tuple[str, ...], text: str) -> None:
        """Fill the cells of ``columns`` from ``row`` down as one edit; what cannot be read stays in its cell, and is said."""
        if self.view is None:
            return
        edits, names = [], [name for band, name in self.rows[row:] if name and band != CUT]
        for name, line in zip(names, text.rstrip("\r\n").splitlines(), strict=False):
            for column, cell in zip(columns, line.split("\t"), strict=False):
                found = read_cell(self.view, name, column, cell, self._reading) if column in EDITABLE else None
                if isinstance(found, Unread):
                    self._unread[name, column] = found
                    self.unread_changed.emit(found.sentence)
                elif column in EDITABLE:
                    self._forget(name, column)
                    edits.append(set_cell(self.view, name, column, found, self._tag()))
        if edits:
            self.edited.emit(several(tuple(edits), count("planpage.edit.paste", len(edits))))
        self.dataChanged.emit(self.index(row, 0), self.index(len(self.rows) - 1, len(COLUMNS) - 1))

    def _forget(self, name: str, column: str) -> None:
        if self._unread.pop((name, column), None) is not None:
            left = next(iter(self._unread.values()), None)
            self.unread_changed.emit(left.sentence if left else "")


def same_look(before: PlanView, after: PlanView) -> bool:
    """Names and owners are painted as they were: nobody is called otherwise, and the same tasks are bold."""
    return before.workbook.people is after.workbook.people and before.stand.critical == after.stand.critical


def same_dates(before: PlanView, after: PlanView) -> bool:
    """Nothing that is painted of one task depends on a change of another."""
    around = (before.today, before.baseline_id) == (after.today, after.baseline_id)
    same = before.schedule is after.schedule and before.baseline is after.baseline
    return around and same and before.workbook.people is after.workbook.people


def band_title(band: str) -> str:
    """What the weeks of a band are for."""
    return say(f"planpage.band.{band}")
