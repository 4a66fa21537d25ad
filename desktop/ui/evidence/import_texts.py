"""The wish to keep texts of examples: off until a person asks for it, and off again with the next file."""

from PySide6.QtCore import Signal

from desktop.session.evidence_texts import bound_words
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import Words, caption
from desktop.workbook.kept_texts import Keep


class WishCard(Card):
    """``keep_chosen`` carries whose texts are to stay."""

    keep_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("evidence.texts.wish"))
        self.body.setSpacing(12)
        options = tuple((keep.value, say(f"evidence.texts.keep.{keep.value}")) for keep in Keep)
        self.choice = SegmentedChoice(theme, options, say("evidence.texts.wish"))
        self.choice.chosen.connect(lambda value: self.keep_chosen.emit(Keep(value)))
        self._words = Words(theme, "")
        self.body.addWidget(Words(theme, say("evidence.texts.meaning")))
        self.body.addWidget(self.choice)
        self.body.addWidget(self._words)
        self.body.addWidget(caption(theme, bound_words()))
        self.forget()

    def forget(self) -> None:
        """Another file: nothing is to be kept of it unless a person says so."""
        self.choice.set_value(Keep.NONE.value)
        self._words.setText("")

    def show_words(self, words: str) -> None:
        """Say what will be kept."""
        self._words.setText(words)
