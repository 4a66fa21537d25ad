"""Four ways out of a plan that does not fit, beside each other: what each would change, and one press to take it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.planning.schedule_fit import Option
from desktop.session.plan_page_words import Way
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.words import caption, strong


class Ways(QWidget):
    """``taken`` carries the way whose button was pressed."""

    taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Way, ...] = ()
        self.buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)

    def show_ways(self, found: tuple[Way, ...]) -> None:
        """Show these; the same ones stay the same widgets."""
        if found == self._shown:
            return
        self._shown, self.buttons = found, {}
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for way in found:
            self._row.addWidget(self._card(way), 1)

    def option(self, kind: str) -> Option | None:
        """The way of one kind."""
        return next((way.option for way in self._shown if way.option.kind == kind), None)

    def _card(self, way: Way) -> Card:
        card = Card(self._theme)
        card.body.setContentsMargins(14, 10, 14, 12)
        card.body.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(strong(self._theme, way.title), 1)
        word = say("planpage.way.fits" if way.fits else "planpage.way.misses")
        head.addWidget(StateChip(self._theme, "done" if way.fits else "risk", word, small=True))
        card.body.addLayout(head)
        card.body.addWidget(caption(self._theme, way.effect, "text"))
        card.body.addStretch(1)
        if way.action:
            card.body.addWidget(self._button(way))
        return card

    def _button(self, way: Way) -> Button:
        button = Button(self._theme, way.action, small=True)
        button.setAccessibleDescription(way.effect)
        button.clicked.connect(lambda _checked=False, taken=way: self.taken.emit(taken))
        self.buttons[way.option.kind] = button
        return button
