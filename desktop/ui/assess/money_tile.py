"""The three numbers of the board: what waiting costs, what it takes, and what it brings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.session.assess_tiles import Amount
from desktop.text import say
from desktop.ui.assess.tile import Tile
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Line
from desktop.ui.widgets.words import Words, caption

_NUMBERS = 3


class MoneyTile(Tile):
    """One line a number: its name with the range below, and the likely figure at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("assess.money"), say("assess.money.leads"))
        self._names, self._figures, self._beside = [], [], []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for number in range(_NUMBERS):
            name, figure = Words(theme, ""), Words(theme, "", "title", wrap=False)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            beside = caption(theme, "")
            grid.addWidget(name, 4 * number, 0)
            grid.addWidget(figure, 4 * number, 1)
            grid.addWidget(beside, 4 * number + 1, 0, 1, 2)
            if number < _NUMBERS - 1:
                grid.setRowMinimumHeight(4 * number + 2, 6)
                grid.addWidget(Line(theme), 4 * number + 3, 0, 1, 2)
            self._names.append(name)
            self._figures.append(figure)
            self._beside.append(beside)
        self.body.addWidget(holder)
        self.body.addStretch(1)

    def show_amounts(self, shown: Sequence[Amount]) -> None:
        """Other figures."""
        for amount, name, figure, beside in zip(shown, self._names, self._figures, self._beside, strict=True):
            name.setText(amount.name)
            figure.setText(amount.figure or say("assess.money.none"))
            figure.set_ink(amount.state)
            beside.setText(amount.beside)
