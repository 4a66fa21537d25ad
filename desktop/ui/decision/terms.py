"""The conditions of a decision, each with how it stands and the day on which it was met."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import StateToken
from desktop.session.decision import TermView
from desktop.text import say
from desktop.ui.fields.dates import DateEditor
from desktop.ui.fields.notation import region
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.marks import ProgressSegments, StateChip
from desktop.ui.widgets.words import Words, caption

STATES: dict[str, StateToken] = {"met": "done", "late": "risk", "due": "track", "open": "open"}
_DAY = 176


class TermLine(QWidget):
    """One condition. ``met`` carries the day that was entered, or None."""

    met = Signal(object)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._text, self._detail = Words(theme), caption(theme, "")
        self._chip = StateChip(theme, "open", "", small=True)
        self.day = DateEditor(theme, region(), lambda: today, say("decision.met-day"))
        self.day.edited.connect(self.met)
        self.day.setFixedWidth(theme.scaled(_DAY))
        self._shown: tuple[str, date | None] | None = None
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(16)
        texts.setSpacing(2)
        texts.addWidget(self._text)
        texts.addWidget(self._detail)
        row.addLayout(texts, 1)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)

    def show_term(self, term: TermView) -> None:
        """Show how the condition stands; a day that is being typed stays."""
        self._text.setText(term.text)
        self._detail.setText(term.detail)
        self._chip.show_state(STATES[term.state], term.word)
        self.day.name(say("decision.met-named", text=term.text[:120]))
        if self._shown is None or self._shown[1] != term.met_on:
            self.day.set_value(term.met_on)
        self._shown = (term.id, term.met_on)


class TermsCard(Card):
    """``met`` carries a condition's id and the day it was met on, or None."""

    met = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("decision.terms"), " ")
        self._ids: tuple[str, ...] = ()
        self.lines: dict[str, TermLine] = {}
        self.body.setSpacing(8)
        self._bar = ProgressSegments(theme, 0, 1, "")
        self.body.addWidget(self._bar)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)

    def show_terms(self, terms: tuple[TermView, ...], today: date) -> None:
        """Show the conditions in this order; a line stays the same widget while its condition exists."""
        if tuple(term.id for term in terms) != self._ids:
            self._build(terms, today)
        for term in terms:
            self.lines[term.id].show_term(term)
        met = sum(term.state == "met" for term in terms)
        words = say("decision.terms-note", met=met, total=len(terms))
        self._bar.show_progress(met, len(terms), words)
        if self.note is not None:
            self.note.setText(words)

    def _build(self, terms: tuple[TermView, ...], today: date) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._ids, self.lines = tuple(term.id for term in terms), {}
        for at, term in enumerate(terms):
            if at:
                self._list.addWidget(Line(self._theme))
            self.lines[term.id] = line = TermLine(self._theme, today)
            line.met.connect(lambda value, known=term.id: self.met.emit(known, value))
            self._list.addWidget(line)

    def flush(self) -> int:
        """Send the days that are typed; returns how many cannot be read."""
        for line in tuple(self.lines.values()):
            line.day.flush()
        return sum(line.day.unread is not None for line in self.lines.values())
