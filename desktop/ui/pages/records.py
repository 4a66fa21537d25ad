"""Records as cards that fold: each a form, with a way to add and to remove."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.view import Entry, Row
from desktop.text import count, say
from desktop.ui.fields.make import Setting
from desktop.ui.pages.form import Form, People
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Line
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import caption
from desktop.workbook.path import Path


class Record(QWidget):
    """One record: its name in the head, its form inside, made when it is opened for the first time."""

    edited = Signal(object, object)
    removed = Signal(str)

    def __init__(self, setting: Setting, entry: Entry, untitled: str) -> None:
        super().__init__()
        self._setting, self._untitled, self.entry = setting, untitled, entry
        self.form: Form | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._fold = Collapsible(setting.theme, entry.title or untitled, "")
        self._fold.head.toggled.connect(self._opened)
        column.addWidget(self._fold)
        column.addWidget(Line(setting.theme))
        self._name()

    @property
    def head(self) -> QWidget:
        """The line that folds and unfolds it."""
        return self._fold.head

    @property
    def is_open(self) -> bool:
        """The form is in sight."""
        return self._fold.is_open

    def open(self) -> Form:
        """Unfold, and return the form."""
        self._fold.set_open(opened=True)
        return self._made()

    def _opened(self, opened: bool) -> None:  # noqa: FBT001  # a Qt slot
        if opened:
            self._made()

    def _made(self) -> Form:
        if self.form is None:
            self.form = Form(self._setting, _own(self.entry))
            self.form.edited.connect(self.edited)
            self._fold.body.addWidget(self.form)
            if self.entry.fixed:
                return self.form
            remove = Button(self._setting.theme, say("wizard.remove"), Kind.QUIET, "trash-2", small=True)
            announce(remove, say("wizard.remove-named", name=self.entry.title or self._untitled))
            remove.clicked.connect(lambda _checked=False: self.removed.emit(self.entry.id))
            self._fold.body.addWidget(remove, 0, Qt.AlignmentFlag.AlignRight)
        return self.form

    def show_entry(self, entry: Entry, people: People) -> None:
        """Show other values."""
        changed, self.entry = entry != self.entry, entry
        self._setting = replace(self._setting, people=people)
        if self.form is not None:
            self.form.show_rows(_own(entry), people)
        if changed:
            self._name()

    def _name(self) -> None:
        name = self.entry.title or self._untitled
        self._fold.head.setText(name)
        problems = sum(bool(row.problem) for row in self.entry.rows)
        missing = sum(row.value in (None, "", ()) and not row.optional for row in self.entry.rows)
        lacks = say("wizard.record.problem") if problems else count("wizard.record.missing", missing) if missing else ""
        self._fold.head.set_note(" · ".join(part for part in (self.entry.note, lacks) if part))


class Records(QWidget):
    """A list of records; empty, it says what belongs there."""

    edited = Signal(object, object)
    added = Signal(object)
    removed = Signal(object, str)

    def __init__(self, setting: Setting, row: Row) -> None:
        super().__init__()
        self._setting, self._row = setting, row
        self.records: dict[str, Record] = {}
        announce(self, row.label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._empty = caption(setting.theme, row.empty_text)
        self._column.addWidget(self._empty)
        foot = QHBoxLayout()
        self.add = Button(setting.theme, row.add_label, Kind.PLAIN, "plus", small=True)
        self.add.clicked.connect(lambda _checked=False: self.added.emit(self._row))
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.show_row(row, setting.people)
        if len(row.entries) == 1:
            self.records[row.entries[0].id].open()

    def show_row(self, row: Row, people: People) -> None:
        """Show the records of ``row``; records that stay keep their widgets."""
        fresh = [entry for entry in row.entries if entry.id not in self.records]
        wanted = {entry.id for entry in row.entries}
        for gone in [key for key in self.records if key not in wanted]:
            self.records.pop(gone).deleteLater()
        for entry in row.entries:
            if entry.id in self.records:
                self.records[entry.id].show_entry(entry, people)
        self._setting = replace(self._setting, people=people)
        for entry in fresh:
            self._insert(entry, at=row.entries.index(entry))
        self._row = row
        self._empty.setVisible(not row.entries)

    def _insert(self, entry: Entry, at: int) -> Record:
        record = Record(self._setting, entry, say("wizard.untitled"))
        record.edited.connect(self.edited)
        record.removed.connect(lambda entry_id: self.removed.emit(self._row, entry_id))
        self.records[entry.id] = record
        self._column.insertWidget(1 + at, record)
        return record

    def focus_first(self) -> None:
        """Give the keyboard to the first record, or to the way of adding one."""
        first = next((self.records[entry.id] for entry in self._row.entries), None)
        (first.head if first is not None else self.add).setFocus(Qt.FocusReason.TabFocusReason)

    def open_last(self) -> None:
        """Unfold the newest record and begin with its first field."""
        if self._row.entries:
            form = self.records[self._row.entries[-1].id].open()
            next(iter(form.frames.values())).editor.focus_first()

    def flush(self) -> int:
        """Send what is typed in every open record."""
        return sum(record.form.flush() for record in tuple(self.records.values()) if record.form)

    def focus_place(self, path: Path) -> bool:
        """Give the keyboard to the field at ``path``, or to the way of adding the first record."""
        at = len(self._row.path)
        if path[:at] != self._row.path:
            return False
        record = self.records.get(path[at]) if len(path) > at else None
        record = record or next((r for r in self.records.values() if _lacks(r.entry)), None)
        if record is None:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        form = record.open()
        for row in form.rows:
            if path[: len(row.path)] == row.path or (len(path) <= at + 1 and _open(row)):
                form.frames[row.id].editor.focus_first()
                return True
        next(iter(form.frames.values())).editor.focus_first()
        return True


def _own(entry: Entry) -> tuple[Row, ...]:
    """The fields to fill in: the name of an entry of the method stands in its head already."""
    return tuple(row for row in entry.rows if not row.fixed)


def _open(row: Row) -> bool:
    return bool(row.problem) or (row.value in (None, "", ()) and not row.optional)


def _lacks(entry: Entry) -> bool:
    return any(_open(row) for row in entry.rows)
