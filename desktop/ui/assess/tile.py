"""A card of the dashboard that leads to its page, and a row of cards that become a column where there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.words import Words, caption, strong

_GAP = 16


class Tile(Card):
    """``opened`` when its arrow is pressed; ``leads`` says where that goes, and is read aloud."""

    opened = Signal()

    def __init__(self, theme: Theme, name: str, leads: str, note: str = "") -> None:
        super().__init__(theme)
        self.body.setContentsMargins(20, 14, 16, 16)
        self.body.setSpacing(8)
        self.setAccessibleName(name)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.head: Words = strong(theme, name)
        self.beside: Words = caption(theme, note)
        self.arrow = IconButton(theme, "arrow-right", leads)
        self.arrow.clicked.connect(self.opened)
        row.addWidget(self.head, 1)
        row.addWidget(self.beside)
        row.addWidget(self.arrow)
        self.body.addLayout(row)

    def say(self, note: str) -> None:
        """What stands at the right of the name."""
        self.beside.setText(note)
        self.beside.setVisible(bool(note))


class TileRow(QWidget):
    """Tiles side by side with their shares of the width; one below the other where the row is narrower than ``least``."""

    def __init__(self, theme: Theme, tiles: tuple[tuple[QWidget, int], ...], least: int) -> None:
        super().__init__()
        self._theme, self._least = theme, least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        for tile, share in tiles:
            self._box.addWidget(tile, share)

    def arrange(self, width: int) -> None:
        """Lay the tiles out for a page of ``width``."""
        wide = width >= self._theme.scaled(self._least)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction is not self._box.direction():
            self._box.setDirection(direction)
