"""The decisions before: sealed, superseded, and kept."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session.decision import PastView
from desktop.text import say
from desktop.ui.decision.readout import Readout
from desktop.ui.decision.seal_card import SEAL_STATES
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.words import caption


class HistoryCard(Card):
    """One folded line a decision, the newest first; opened, it shows what was decided then."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("decision.history"), " ")
        self._shown: tuple[PastView, ...] | None = None
        self.body.setSpacing(8)
        self._empty = caption(theme, say("decision.history-empty"))
        self.body.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)

    def show_history(self, history: tuple[PastView, ...]) -> None:
        """Show these decisions."""
        if history == self._shown:
            return
        self._shown = history
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for at, past in enumerate(history):
            if at:
                self._list.addWidget(Line(self._theme))
            self._list.addWidget(self._past(past))
        self._empty.setVisible(not history)

    def _past(self, past: PastView) -> QWidget:
        fold = Collapsible(self._theme, past.headline, past.sealed)
        fold.body.setSpacing(10)
        chip = StateChip(self._theme, SEAL_STATES[past.state], past.word, small=True)
        fold.body.addWidget(chip)
        lines = Readout(self._theme)
        lines.show_lines((*past.lines, (say("decision.seal.hash"), past.sha256)))
        fold.body.addWidget(lines)
        return fold
