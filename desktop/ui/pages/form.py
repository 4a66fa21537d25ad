"""A form: one framed editor per row, labels above, short fields side by side where there is room for two."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.method.schema import Kind
from desktop.session.view import Row
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.make import Setting, make_field
from desktop.ui.fields.person import PeopleEditor, PersonEditor
from desktop.workbook import Person

People = Mapping[str, Person]

_SHORT = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.DATE, Kind.CHOICE, Kind.PERSON})
_TWO_COLUMNS = 520


class Form(QWidget):
    """Shows rows and keeps what is being typed; ``edited`` carries the row and its new value."""

    edited = Signal(object, object)

    def __init__(self, setting: Setting, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self._setting = setting
        self._rows: dict[str, Row] = {}
        self._refused: dict[str, str] = {}
        self.frames: dict[str, FieldFrame] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self._columns = 0
        for row in rows:
            self._add(row)
        self._arrange(2)

    def _add(self, row: Row) -> None:
        frame = make_field(self._setting, row)
        frame.editor.edited.connect(lambda value, known=row.id: self._edited(known, value))
        self._rows[row.id], self.frames[row.id] = row, frame

    def _edited(self, row_id: str, value: object) -> None:
        self._refused.pop(row_id, None)
        self.edited.emit(self._rows[row_id], value)
        if row_id not in self._refused:
            self.frames[row_id].set_problem(self._rows[row_id].problem or None)

    def show_rows(self, rows: tuple[Row, ...], people: People) -> None:
        """Show other values; an editor whose value did not change is not touched."""
        if people is not self._setting.people:
            self._setting = replace(self._setting, people=people)
            for frame in self.frames.values():
                if isinstance(frame.editor, (PersonEditor, PeopleEditor)):
                    frame.editor.set_people(people)
        for row in rows:
            known = self._rows[row.id]
            if row != known:
                self._rows[row.id] = row
                self._show(row, known)

    def _show(self, row: Row, known: Row) -> None:
        frame = self.frames[row.id]
        if row.choices != known.choices and isinstance(frame.editor, ChoiceEditor):
            frame.editor.set_choices(row.choices)
        if row.value != known.value:
            self._refused.pop(row.id, None)
            frame.editor.set_value(row.value)
        frame.set_problem(self._refused.get(row.id) or row.problem or None)

    def refuse(self, row_id: str, sentence: str) -> None:
        """The value that was sent last for a row does not fit; it stays in the field with the reason."""
        self._refused[row_id] = sentence
        self.frames[row_id].set_problem(sentence)

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be taken as they are."""
        for frame in tuple(self.frames.values()):
            frame.editor.flush()
        return sum(self.is_stuck(row_id) for row_id in self.frames)

    def is_stuck(self, row_id: str) -> bool:
        """What stands in the field is not in the workbook, because it cannot be read or does not fit."""
        return bool(self.frames[row_id].editor.unread) or row_id in self._refused

    def row(self, row_id: str) -> Row:
        """The row as it is shown."""
        return self._rows[row_id]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in reading order."""
        return tuple(self._rows.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= _TWO_COLUMNS else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        line, column = 0, 0
        kinds = list(self._rows.values())
        for at, row in enumerate(kinds):
            pairs = columns == 2 and row.kind in _SHORT
            if not pairs:
                line, column = (line + 1, 0) if column else (line, 0)
                self._grid.addWidget(self.frames[row.id], line, 0, 1, columns, Qt.AlignmentFlag(0))
                line += 1
                continue
            self._grid.addWidget(self.frames[row.id], line, column, 1, 1, Qt.AlignmentFlag.AlignTop)
            last = column == 1 or at + 1 == len(kinds) or kinds[at + 1].kind not in _SHORT
            line, column = (line + 1, 0) if last else (line, 1)
