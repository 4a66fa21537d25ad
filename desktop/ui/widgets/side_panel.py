"""The right column: what makes the page done, why it matters, and the evidence."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, icon
from desktop.ui.widgets.words import Words, caption, strong


class SideSection(QWidget):
    """A headed block; put content into ``body``."""

    def __init__(self, theme: Theme, name: str, note: str = "") -> None:
        super().__init__()
        announce(self, name, note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(strong(theme, name), 1)
        self._note = Words(theme, note, "caption", "quiet", wrap=False)
        row.addWidget(self._note)
        self.body.addLayout(row)

    def set_note(self, note: str) -> None:
        self._note.setText(note)


class CheckLine(QWidget):
    """One condition: state icon, what it is, and underneath what the evidence says."""

    def __init__(self, theme: Theme, state: StateToken, text: str, detail: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 0, 0, 0)
        column.setSpacing(0)
        self._text, self._detail = Words(theme, ""), caption(theme, "")
        self._shown: tuple[StateToken, str, str] | None = None
        column.addWidget(self._text)
        column.addWidget(self._detail)
        self.show_state(state, text, detail)

    def show_state(self, state: StateToken, text: str, detail: str = "") -> None:
        if self._shown == (state, text, detail):
            return
        self._shown = (state, text, detail)
        self._state = state
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._detail.set_ink("block" if state == "block" else "quiet")
        announce(self, text, detail)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = (self._theme.line() - 16) / 2
        with QPainter(self) as painter:
            icon(painter, QPointF(0, top), self._theme, STATE_ICONS[self._state], self._state)


class Fact(QWidget):
    """Why it matters: one figure, what it says, and where it comes from."""

    def __init__(self, theme: Theme, figure: str, text: str, source: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        announce(self, f"{figure} {text}", source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if figure:
            column.addWidget(Words(theme, figure, "display"))
        column.addWidget(Words(theme, text))
        column.addSpacing(4)
        column.addWidget(Words(theme, source, "caption", "quiet", selectable=False))
