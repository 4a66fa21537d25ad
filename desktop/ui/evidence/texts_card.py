"""The examples whose texts a run keeps: found by verdict and words, read whole, copied, and taken away again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.evidence_run import RunView
from desktop.session.evidence_texts import Part, TextLine, TextsView
from desktop.text import count, say
from desktop.ui.evidence.texts_table import TextsTable
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import Words, caption, lead, strong, title

_WRONG, _ALL = "wrong", "all"
_SEARCH = 320


class TextsCard(Card):
    """``forget_wanted`` carries the id of the run whose texts are to go; ``forget_all_wanted`` means those of every run."""

    forget_wanted = Signal(str)
    forget_all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._texts: TextsView | None = None
        self._words = ""
        self.body.setSpacing(12)
        self._title, self._lead = title(theme, ""), lead(theme, "")
        self.verdict = SegmentedChoice(
            theme,
            ((_WRONG, say("evidence.texts.only-wrong")), (_ALL, say("evidence.texts.every"))),
            say("evidence.texts.show"),
        )
        self.verdict.set_value(_ALL)
        self.search = SearchField(theme, say("evidence.texts.search"))
        self._found = caption(theme, "")
        self.table, self.reading = TextsTable(theme), Reading(theme)
        self.copy = Button(theme, say("evidence.texts.copy"), Kind.QUIET, "copy", small=True)
        self.forget = Button(theme, say("evidence.texts.forget"), Kind.QUIET, "trash-2", small=True)
        self.forget_all = Button(theme, say("evidence.texts.forget-all"), Kind.QUIET, "trash-2", small=True)
        self._filters, self._acts = QWidget(), QWidget()
        for part in (self._answer(), self._filter_row(), self.table, self.reading, self._foot()):
            self.body.addWidget(part)
        self._wire()

    def _answer(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        return holder

    def _filter_row(self) -> QWidget:
        row = QHBoxLayout(self._filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.search.setFixedWidth(_SEARCH)
        for part in (self.verdict, self.search, self._found):
            row.addWidget(part)
        row.addStretch(1)
        return self._filters

    def _foot(self) -> QWidget:
        row = FlowLayout(self._acts)
        for part in (self.copy, self.forget, self.forget_all):
            row.addWidget(part)
        return self._acts

    def _wire(self) -> None:
        self.verdict.chosen.connect(lambda _value: self._filter())
        self.search.searched.connect(self._look_for)
        self.table.chosen.connect(self.reading.show_line)
        self.copy.clicked.connect(self.table.copy_rows)
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self._texts.run_id if self._texts else ""))
        self.forget_all.clicked.connect(self.forget_all_wanted)

    def show_run(self, run: RunView, *, others: bool) -> None:
        """Show what ``run`` keeps; ``others``: further runs of the project keep texts."""
        self.setVisible(not run.typed or others)
        texts = run.texts
        for part in (self._filters, self.table, self.reading, self.copy, self.forget):
            part.setVisible(texts is not None)
        self.forget_all.setVisible(others)
        self._acts.setVisible(others or texts is not None)
        self._title.setText(texts.title if texts else say("evidence.texts.title.none"))
        self._lead.setText(texts.lead if texts else say("evidence.texts.none-kept"))
        if texts == self._texts:
            return
        self._texts = texts
        self.verdict.setVisible(texts is not None and texts.mixed)
        self.verdict.set_value(_WRONG if texts and texts.mixed else _ALL)
        self.search.clear()
        self._filter()

    def _look_for(self, typed: str) -> None:
        if typed != self._words:
            self._words = typed
            self._filter()

    def _filter(self) -> None:
        lines = self._texts.lines if self._texts else ()
        wrong_only = self.verdict.value == _WRONG
        shown = [line for line in lines if not (wrong_only and line.right) and line.holds(self._words)]
        self.table.show_rows(shown)
        self._found.setText(count("evidence.texts.found", len(shown)) if shown else say("evidence.texts.found-none"))
        self._found.setVisible(bool(self._words) or wrong_only)
        self.copy.setEnabled(bool(shown))
        self.reading.show_line(shown[0] if shown else None)


class Reading(QWidget):
    """The texts of one example, each under its label."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._line: TextLine | None = None
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(8, 8, 8, 0)

    def show_line(self, line: object) -> None:
        """Read another example; None empties it."""
        if line is self._line:
            return
        self._line = line if isinstance(line, TextLine) else None
        old = self._outside.takeAt(0)
        if old is not None and (widget := old.widget()):
            widget.hide()
            widget.deleteLater()
        if self._line is not None:
            self._outside.addWidget(self._parts(self._line.parts))

    def _parts(self, parts: tuple[Part, ...]) -> QWidget:
        """The question across; what was expected, given and reasoned side by side below it."""
        holder = QWidget()
        column, beside = QVBoxLayout(holder), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        beside.setSpacing(32)
        for part in parts:
            block = self._block(part)
            if part.label == say("evidence.texts.input"):
                column.addLayout(block)
            else:
                beside.addLayout(block, 1)
        column.addLayout(beside)
        return holder

    def _block(self, part: Part) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addWidget(strong(self._theme, part.label))
        if part.text.strip():
            block.addWidget(Words(self._theme, part.text))
        if part.note:
            block.addWidget(caption(self._theme, part.note))
        block.addStretch(1)
        return block
