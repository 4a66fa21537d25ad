"""Which column of a file of results holds what: found by its heading, corrected by a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.session.run_import import ColumnChoice, ReadFile
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.words import caption

_FIRST = 8  # kinds of content that are shown; the others are folded
_COLUMNS = 2
_HEADING = 60


class ColumnsCard(Card):
    """``mapped`` carries what each kind of content is read from, ``sheet_chosen`` another sheet of a workbook."""

    mapped = Signal(object)
    sheet_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("evidence.import.columns"), say("evidence.import.columns.note"))
        self._theme = theme
        self._found: ReadFile | None = None
        self.editors: dict[str, ChoiceEditor] = {}
        self._frames: dict[str, FieldFrame] = {}
        self._inside: QWidget | None = None
        self.body.setSpacing(12)
        self.body.addWidget(caption(theme, say("evidence.import.columns.need")))

    def show_file(self, found: ReadFile) -> None:
        """Show the choice as the file was read with it; other headings need other editors."""
        before, self._found = self._found, found
        self.setVisible(bool(found.headings))
        if before is None or (before.headings, before.sheets) != (found.headings, found.sheets):
            self._build(found)
        for choice in found.columns:
            at = str(found.headings.index(choice.heading)) if choice.heading else ""
            self.editors[choice.role].set_value(at)
            self._frames[choice.role].set_help(say("evidence.import.cells", cells=choice.cells) if choice.cells else "")

    def _build(self, found: ReadFile) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self.editors, self._frames = {}, {}
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if len(found.sheets) > 1:
            column.addWidget(self._sheets(found))
        headings = (Choice("", say("evidence.import.none")), *_choices(found.headings))
        column.addLayout(self._grid(found.columns[:_FIRST], headings))
        more = Collapsible(self._theme, say("evidence.import.more"))
        more.body.addLayout(self._grid(found.columns[_FIRST:], headings))
        column.addWidget(more)
        self.body.addWidget(inside)

    def _sheets(self, found: ReadFile) -> FieldFrame:
        editor = ChoiceEditor(self._theme, _choices(found.sheets))
        editor.set_value(str(found.sheets.index(found.sheet)))
        editor.edited.connect(lambda value: self.sheet_chosen.emit(found.sheets[int(str(value))]))
        return FieldFrame(self._theme, say("evidence.import.sheet"), editor)

    def _grid(self, choices: tuple[ColumnChoice, ...], headings: tuple[Choice, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for at, choice in enumerate(choices):
            editor = ChoiceEditor(self._theme, headings)
            editor.edited.connect(lambda value, role=choice.role: self._choose(role, value))
            frame = FieldFrame(self._theme, choice.label, editor)
            self.editors[choice.role], self._frames[choice.role] = editor, frame
            grid.addWidget(frame, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _choose(self, role: str, value: object) -> None:
        """A heading can be chosen for one kind of content only; who had it before goes without."""
        found = self._found
        if found is None:
            return
        heading = found.headings[int(str(value))] if value else ""
        kept = {name: "" if heading and had == heading else had for name, had in found.mapping.items()}
        self.mapped.emit({**kept, role: heading})


def _choices(names: tuple[str, ...]) -> tuple[Choice, ...]:
    """Headings repeat and may be anything, so a choice is its place."""
    return tuple(Choice(str(at), _short(name)) for at, name in enumerate(names))


def _short(text: str) -> str:
    flat = " ".join(text.split()) or "—"
    return flat if len(flat) <= _HEADING else flat[: _HEADING - 1] + "…"
