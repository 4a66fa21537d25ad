"""Top and foot of a page: what it asks, how far it is, and the way back and on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import StateToken
from desktop.session.view import PageView
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import caption, heading, lead

_STATES: dict[str, StateToken] = {"done": "done", "problem": "risk", "started": "progress", "empty": "open"}


class PageHead(QWidget):
    """Kicker, title and lead; the chip at the right says how many checks are met."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        self._kicker, self._chip = caption(theme, ""), StateChip(theme, "open", "", small=True)
        row.addWidget(self._kicker, 1)
        row.addWidget(self._chip)
        column.addLayout(row)
        self.title, self._lead = heading(theme, ""), lead(theme, "")
        column.addWidget(self.title)
        column.addWidget(self._lead)

    def show_words(self, kicker: str, title: str, words: str) -> None:
        """For pages without checks."""
        self._say(kicker, title, words)
        self._chip.hide()

    def _say(self, kicker: str, title: str, words: str) -> None:
        self._kicker.setText(kicker)
        self.title.setText(title)
        self._lead.setText(words)
        self._lead.setVisible(bool(words))

    def show_view(self, view: PageView) -> None:
        """Show the words and the state of a declared page."""
        self._say(view.kicker, view.title, view.lead)
        state = (
            say("wizard.done") if view.state == "done" else say("shell.done-of", done=view.done, total=len(view.checks))
        )
        self._chip.show_state(_STATES[view.state], state)
        self._chip.setVisible(bool(view.checks))


class PageFoot(QWidget):
    """Back and Next with the names of the pages they lead to; nothing is ever locked."""

    back_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ways: dict[str, tuple[str, str] | None] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        self.back = Button(theme, "", Kind.PLAIN, "arrow-left")
        self.next = Button(theme, "", Kind.PRIMARY, "arrow-right", sign_after=True)
        self._words = caption(theme, say("wizard.free"))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self.next)
        self.back.clicked.connect(self.back_pressed)
        self.next.clicked.connect(self.next_pressed)

    def show_ways(self, back: tuple[str, str] | None, onward: tuple[str, str] | None) -> None:
        """Page id and name to either side; None hides the button."""
        if self._ways == {"back": back, "next": onward}:
            return
        self._ways = {"back": back, "next": onward}
        for button, way, key in ((self.back, back, "wizard.back"), (self.next, onward, "wizard.next")):
            button.setVisible(way is not None)
            if way:
                button.setText(say(key, name=way[1].replace("&", "&&")))
                announce(button, say(key, name=way[1]))
                button.updateGeometry()

    def way(self, name: str) -> str | None:
        """The page id that ``back`` or ``next`` leads to."""
        way = self._ways.get(name)
        return way[0] if way else None

    def say(self, text: str, *, problem: bool) -> None:
        """Words between the buttons."""
        self._words.setText(text)
        self._words.set_ink("block" if problem else "quiet")
