"""One line for a piece of evidence: what it is is read from what is typed, and can be set by hand."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import Words

KINDS = ("file", "link", "note")
_LINK, _FILE = re.compile(r"^(https?://|www\.)\S+$", re.IGNORECASE), re.compile(r"^\S.*\.[A-Za-z0-9]{2,5}$")


def kind_of(text: str) -> str:
    """What a line looks like: a link, the name of a file, or else a note."""
    plain = text.strip()
    if _LINK.match(plain):
        return "link"
    return "file" if _FILE.match(plain) and len(plain.split()) <= 8 else "note"  # a longer one is a sentence


class _Field(QLineEdit):
    closed = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.closed.emit(event.key() != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)


class EvidenceLine(QWidget):
    """``given`` carries kind and text; ``closed`` when the line is not needed any more."""

    given = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._by_hand = False
        self.whose, self.field = Words(theme, "", "strong", wrap=False), _Field()
        self.field.setMaxLength(2_000)
        self.field.setPlaceholderText(say("assess.evidence.text"))
        announce(self.field, say("assess.evidence.text"))
        self.kind = SegmentedChoice(
            theme, [(kind, say(f"assess.evidence.kind.{kind}")) for kind in KINDS], say("assess.evidence.kind")
        )
        self._row = row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addWidget(self.whose)
        row.addWidget(self.field, 1)
        row.addWidget(self.kind)
        self.field.textEdited.connect(self._guess)
        self.field.closed.connect(self._close)
        self.kind.chosen.connect(self._set_by_hand)
        self.hide()

    def set_edge(self, edge: int) -> None:
        """Begin and end where the board's rows do."""
        self._row.setContentsMargins(edge, 8, edge, 8)

    def open_for(self, whose: str) -> None:
        """Ask for a piece of evidence for a voice."""
        self.whose.setText(say("workshop.evidence", name=whose))
        self.field.clear()
        self._by_hand = False
        self.kind.set_value("note")
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _guess(self, text: str) -> None:
        if not self._by_hand:
            self.kind.set_value(kind_of(text))

    def _set_by_hand(self, _value: object) -> None:
        self._by_hand = True

    def _close(self, taken: bool) -> None:  # noqa: FBT001  # a Qt slot
        text = self.field.text().strip()
        self.hide()
        if taken and text:
            self.given.emit(self.kind.value or kind_of(text), text)
        self.closed.emit()
