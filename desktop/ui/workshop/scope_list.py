"""Which questions: options one below the other, each with how many it holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.ticks import Radio


class ScopeList(QWidget):
    """``chosen`` carries the option's value when a person picks one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.marks: dict[str, Radio] = {}
        announce(self, say("workshop.scope"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_scopes(self, offered: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show these options; the same ones stay the same widgets."""
        if [value for value, _ in offered] != list(self.marks):
            self._build([value for value, _ in offered])
        for value, words in offered:
            self.marks[value].setText(words)
            self.marks[value].updateGeometry()
        if chosen in self.marks:
            self.marks[chosen].setChecked(True)

    def _build(self, values: Sequence[str]) -> None:
        for mark in self.marks.values():
            mark.hide()
            mark.deleteLater()
        self.marks = {value: Radio(self._theme, "") for value in values}
        for value, mark in self.marks.items():
            mark.clicked.connect(lambda _checked=False, picked=value: self.chosen.emit(picked))
            self._column.addWidget(mark)
