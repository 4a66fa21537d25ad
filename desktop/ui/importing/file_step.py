"""Step 1: which file, and how it was read. What was detected can be overruled."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.exchange.table import Table
from desktop.session.view import Choice
from desktop.text import count, say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.notice import EmptyState, Notice
from desktop.ui.widgets.words import Words, caption, strong

ENCODINGS = ("utf-8", "cp1252", "cp1250", "latin-1", "utf-16")
SEPARATORS = (",", ";", "\t", "|")
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


class FileStep(QWidget):
    """``file_wanted`` asks for a file dialog; ``read_again`` carries encoding, separator and sheet to read it with."""

    file_wanted = Signal()
    read_again = Signal(str, str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._empty = EmptyState(
            theme, "import", say("importing.file.title"), say("importing.file.text"), say("importing.file.choose")
        )
        self._empty.chosen.connect(self.file_wanted)
        self._refused = Notice(theme, "block", "")
        self._refused.hide()
        self._card = Card(theme, say("importing.file.read"))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(6)
        self._values: dict[str, Words] = {}
        for row, fact in enumerate(("file", "rows", "columns", "encoding", "dialect")):
            self._values[fact] = strong(theme, "")
            self._facts.addWidget(caption(theme, say(f"importing.fact.{fact}")), row, 0)
            self._facts.addWidget(self._values[fact], row, 1)
        self._facts.setColumnStretch(1, 1)
        self._card.body.addLayout(self._facts)
        self._overrule(theme)
        again = Button(theme, say("importing.file.other"), Kind.PLAIN, "folder-open")
        again.clicked.connect(self.file_wanted)
        self._card.body.addWidget(again)
        for part in (self._refused, self._empty, self._card):
            column.addWidget(part)
        column.addStretch(1)
        self._card.hide()

    def _overrule(self, theme: Theme) -> None:
        detected = Choice("", say("importing.detected"))
        self._encoding = ChoiceEditor(theme, (detected, *(Choice(name, name) for name in ENCODINGS)))
        self._separator = ChoiceEditor(
            theme, (detected, *(Choice(sign, say(f"exchange.dialect.{_NAMES[sign]}")) for sign in SEPARATORS))
        )
        self._sheet = ChoiceEditor(theme, ())
        row = QHBoxLayout()
        row.setSpacing(16)
        self._frames = {}
        for name, editor in (("encoding", self._encoding), ("separator", self._separator), ("sheet", self._sheet)):
            frame = FieldFrame(theme, say(f"importing.overrule.{name}"), editor)
            editor.set_value("")
            editor.edited.connect(lambda value, name=name: self._again(name, str(value or "")))
            self._frames[name] = frame
            row.addWidget(frame, 1)
        self._chosen = {"encoding": "", "separator": "", "sheet": ""}
        self._card.body.addLayout(row)

    def _again(self, name: str, value: str) -> None:
        self._chosen[name] = value
        self.read_again.emit(self._chosen["encoding"], self._chosen["separator"], self._chosen["sheet"])

    def show_reading(self, path: Path) -> None:
        """A file is being read."""
        self._refused.hide()
        self._values["file"].setText(path.name)

    def show_refused(self, sentence: str) -> None:
        """The file could not be read; what stood here before stays."""
        self._refused.say(sentence, say("importing.file.safe"))
        self._refused.show()

    def show_table(self, table: Table) -> None:
        """The file as it was read."""
        self._refused.hide()
        self._empty.hide()
        self._card.show()
        self._values["file"].setText(table.name)
        self._values["rows"].setText(count("importing.rows", len(table.rows)))
        self._values["columns"].setText(count("importing.columns", len(table.headers)))
        self._values["encoding"].setText(table.encoding or say("importing.workbook"))
        dialect = say(f"exchange.dialect.{table.dialect}") if table.dialect else table.sheet
        self._values["dialect"].setText(dialect)
        workbook = bool(table.sheets)
        self._frames["encoding"].setVisible(not workbook)
        self._frames["separator"].setVisible(not workbook)
        self._frames["sheet"].setVisible(len(table.sheets) > 1)
        if workbook:
            self._sheet.set_choices(tuple(Choice(sheet, sheet) for sheet in table.sheets))
            self._sheet.set_value(table.sheet)
