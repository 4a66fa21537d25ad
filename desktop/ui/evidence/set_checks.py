"""What a test set is worth: its checks, one under the other, each with the way to what would change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.analysis.verdict import State
from desktop.reports.palette import StateToken
from desktop.session.evidence import CheckLine as Line
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.side_panel import CheckLine

_TOKENS: dict[State, StateToken] = {"met": "done", "open": "open", "failed": "block"}


class SetChecks(QWidget):
    """Shows the checks of a set; ``change_wanted`` carries the place in the document."""

    change_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other checks; the same ones stay the same widgets."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(self._row(line))

    def _row(self, line: Line) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(CheckLine(self._theme, _TOKENS[line.state], line.label, line.detail), 1)
        if line.at:
            change = Button(self._theme, say("evidence.checks.change"), Kind.QUIET, small=True)
            announce(change, say("evidence.checks.change.name", label=line.label))
            change.clicked.connect(lambda _checked=False, at=line.at: self.change_wanted.emit(at))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return holder
