"""The top of a page: a small line that says where, the question or answer, one sentence, and how the page stands."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import StateToken
from desktop.ui.theme import Theme
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.words import Words, caption, heading, lead


class PageHead(QWidget):
    """Set words again for another page; ``right`` is a row at the right for the page's own buttons."""

    def __init__(self, theme: Theme, kicker: str = "", text: str = "", sentence: str = "") -> None:
        super().__init__()
        self._kicker, self._heading, self._lead = caption(theme, ""), heading(theme, ""), lead(theme, "")
        self._state = StateChip(theme, "open", "", small=True)
        self.right = QHBoxLayout()
        self.right.setSpacing(8)
        column, top, middle = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        middle.setSpacing(16)
        top.addWidget(self._kicker, 1)
        top.addWidget(self._state)
        middle.addWidget(self._heading, 1)
        middle.addLayout(self.right)
        for row in (top, middle):
            column.addLayout(row)
        column.addWidget(self._lead)
        self._state.hide()
        self.set_words(kicker, text, sentence)

    def set_words(self, kicker: str, text: str, sentence: str = "") -> None:
        self._show(self._kicker, kicker)
        self._show(self._heading, text)
        self.set_lead(sentence)

    def set_lead(self, sentence: str) -> None:
        self._show(self._lead, sentence)

    def show_state(self, state: StateToken, word: str) -> None:
        """The state at the right of the small line; an empty word hides it."""
        self._state.show_state(state, word)
        self._state.setVisible(bool(word))

    def _show(self, words: Words, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))
