"""A table of a page: short records edited like a spreadsheet, with what does not fit said underneath."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.session.view import Row
from desktop.text import say
from desktop.ui.fields.make import Setting
from desktop.ui.fields.row_table import RowTable
from desktop.ui.fields.table_model import CellEdit
from desktop.ui.pages.form import People
from desktop.ui.widgets.words import Words
from desktop.workbook.path import Path


class RowList(QWidget):
    """The same signals as ``Records``, for tables and for the week's tasks."""

    edited = Signal(object, object)
    added = Signal(object)
    removed = Signal(object, str)
    moved = Signal(object, str, int)

    def __init__(self, setting: Setting, row: Row) -> None:
        super().__init__()
        self._setting, self._row = setting, row
        self._refused: dict[Path, str] = {}
        self.table = RowTable(setting, row)
        self.table.edited.connect(self._cell)
        self.table.add_wanted.connect(lambda: self.added.emit(self._row))
        self.table.move_wanted.connect(lambda entry, by: self.moved.emit(self._row, entry, by))
        self.table.remove_wanted.connect(lambda entry: self.removed.emit(self._row, entry))
        self._why = Words(setting.theme, "", "caption", "block")
        self._why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(self._why)

    @property
    def path(self) -> Path:
        """The place of the list in the document."""
        return self._row.path

    def _cell(self, edit: CellEdit) -> None:
        self._refused.pop(edit.row.path, None)
        self.edited.emit(edit.row, edit.value)
        self._say_refused()

    def refuse(self, row: Row, sentence: str) -> None:
        """The value of a cell does not fit; the cell shows what the workbook holds, and the reason stands below."""
        self._refused[row.path] = say("wizard.cell-refused", field=row.label, why=sentence)
        self._say_refused()

    def _say_refused(self) -> None:
        self._why.setText("\n".join(self._refused.values()))
        self._why.setVisible(bool(self._refused))

    def show_row(self, row: Row, people: People) -> None:
        """Show the records of ``row``; a cell that is open for typing stays open."""
        self._row, self._setting = row, replace(self._setting, people=people)
        self.table.show_row(self._setting, row)

    def flush(self) -> int:
        """Send the cell that is open; returns how many cells cannot be read."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.table.grid and self.table.grid.isAncestorOf(focus):
            self.table.flush()
        return len(self.stuck())

    def stuck(self) -> tuple[tuple[int, int], ...]:
        """The cells whose text cannot be read, by line and column."""
        model = self.table.model
        cells = ((line, at) for line in range(model.rowCount()) for at in range(model.columnCount()))
        return tuple((line, at) for line, at in cells if self._unread(line, at))

    def _unread(self, line: int, at: int) -> bool:
        model: Any = self.table.model
        column = model.column(at)
        return column is not None and model.problem(line, at) not in ("", model.cell(line, column).problem)

    def has_problem(self) -> bool:
        """Some cell needs a look."""
        return bool(self.table.model.problems())

    def open_last(self) -> None:
        """Begin with the first cell of the newest row."""
        model = self.table.model
        if model.rowCount():
            self.table.grid.setCurrentIndex(model.index(model.rowCount() - 1, 0))
            self.table.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Give the keyboard to the first cell with a problem, else to the first."""
        self.table.focus_first()

    def focus_place(self, path: Path) -> bool:
        """Give the keyboard to the cell at ``path``."""
        at = len(self._row.path)
        if path[:at] != self._row.path:
            return False
        lines = [n for n, entry in enumerate(self._row.entries) if len(path) > at and entry.id == path[at]]
        self.focus_first()
        if lines:
            self.table.grid.setCurrentIndex(self.table.model.index(lines[0], 0))
        return True
