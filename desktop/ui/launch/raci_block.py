"""The matrix as part of a card: the grid, what the chosen duty means or its name, and a way to add one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.view import Row
from desktop.text import say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.make import Setting
from desktop.ui.fields.text import TextEditor
from desktop.ui.launch.raci_grid import RaciGrid
from desktop.ui.launch.raci_model import RaciModel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words, caption
from desktop.workbook.path import Path


class RaciBlock(QWidget):
    """The same signals as the other lists of a card."""

    edited = Signal(object, object)
    added = Signal(object)
    removed = Signal(object, str)

    def __init__(self, setting: Setting, row: Row) -> None:
        super().__init__()
        self._row, theme = row, setting.theme
        self.model = RaciModel(row, self)
        self.grid = RaciGrid(theme, self.model)
        announce(self.grid, row.label, say("launch.raci.hint"))
        self._about, self._why = caption(theme, ""), Words(theme, "", "caption", "block")
        self._name = FieldFrame(theme, say("launch.raci.duty"), TextEditor(theme, say("launch.raci.example")))
        self.remove = Button(theme, say("wizard.remove"), Kind.QUIET, "trash-2", small=True)
        self.add = Button(theme, row.add_label, Kind.PLAIN, "plus", small=True)
        self._lay_out()
        self.model.edited.connect(self._send)
        self.grid.named.connect(self._begin_name)
        self.grid.unwanted.connect(self._ask_to_remove)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.grid.verticalHeader().sectionClicked.connect(self._choose_line)
        self._name.editor.edited.connect(self._rename)
        self.remove.clicked.connect(lambda _checked=False: self._ask_to_remove(self._line()))
        self.add.clicked.connect(lambda _checked=False: self.added.emit(self._row))
        self._why.hide()
        self._tell()

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (self.grid, self._about, self._own, self._why):
            column.addWidget(part)
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)

    @property
    def path(self) -> Path:
        """The place of the duties in the document."""
        return self._row.path

    def _line(self) -> int:
        return self.grid.currentIndex().row()

    def _choose_line(self, line: int) -> None:
        self.grid.setCurrentIndex(self.model.index(line, max(self.grid.currentIndex().column(), 0)))

    def _tell(self) -> None:
        """Under the grid: what the chosen duty means, or the name of one's own."""
        entry = self.model.entry(self._line()) if self._line() >= 0 else None
        self._own.setVisible(entry is not None and not entry.fixed)
        self._about.setText(entry.rows[0].help if entry and entry.fixed else "" if entry else self._row.empty_text)
        self._about.setVisible(bool(self._about.text()) and (entry is not None or not self._row.columns))
        if entry is not None and not entry.fixed:
            self._name.editor.set_value(entry.title)

    def _send(self, cell: Row, value: object) -> None:
        self._why.hide()
        self.edited.emit(cell, value)

    def _rename(self, value: object) -> None:
        entry = self.model.entry(self._line()) if self._line() >= 0 else None
        if entry is not None and not entry.fixed:
            self._send(entry.rows[0], value)

    def _begin_name(self) -> None:
        if self._own.isVisible():
            self._name.editor.focus_first()

    def _ask_to_remove(self, line: int) -> None:
        entry = self.model.entry(line) if line >= 0 else None
        if entry is not None and not entry.fixed:
            self.removed.emit(self._row, entry.id)

    def show_row(self, row: Row, _people: object) -> None:
        """Show the matrix of ``row``; the cell with the keyboard keeps it."""
        line, at = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        self._row = replace(row)
        self.model.show_row(row)
        self.grid.fit()
        if line >= 0 and not self.grid.currentIndex().isValid() and row.columns:
            kept = (min(line, len(row.entries) - 1), min(at, len(row.columns) - 1))
            self.grid.setCurrentIndex(self.model.index(*kept))
        self._tell()

    def refuse(self, row: Row, sentence: str) -> None:
        """A name that cannot be taken."""
        self._why.setText(say("wizard.cell-refused", field=row.label, why=sentence))
        self._why.show()

    def open_last(self) -> None:
        """Name the duty that was just added."""
        if self.model.columnCount():
            self.grid.setCurrentIndex(self.model.index(len(self._row.entries) - 1, 0))
            self._begin_name()

    def flush(self) -> int:
        """Send the name that is being typed."""
        if self._own.isVisible():
            self._name.editor.flush()
        return 0

    def stuck(self) -> tuple[tuple[int, int], ...]:
        """Letters are never half typed."""
        return ()

    def has_problem(self) -> bool:
        """Some duty lacks somebody."""
        return any(entry.note for entry in self._row.entries)

    def focus_first(self) -> None:
        """The first duty that lacks somebody, else the first cell."""
        wrong = next((line for line, entry in enumerate(self._row.entries) if entry.note), 0)
        if self.model.columnCount():
            self.grid.setCurrentIndex(self.model.index(wrong, 0))
            self.grid.begin()
        else:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, path: Path) -> bool:
        """Give the keyboard to the cell at ``path``."""
        at = len(self._row.path)
        if path[:at] != self._row.path:
            return False
        self.focus_first()
        lines = [n for n, entry in enumerate(self._row.entries) if len(path) > at and entry.id == path[at]]
        people = [n for n, column in enumerate(self._row.columns) if len(path) > at + 2 and column.id == path[at + 2]]
        if lines and self.model.columnCount():
            self.grid.setCurrentIndex(self.model.index(lines[0], people[0] if people else 0))
        return True
