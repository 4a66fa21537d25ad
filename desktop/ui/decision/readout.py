"""A decision as it is read: label and text side by side; and figures as they were sealed beside those of now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.session.decision_rests import ChangeLine, RestLine
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words, caption, strong

_LABEL = 168


class Readout(QWidget):
    """Label on the left, text on the right. The same lines stay the same widgets."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, theme.scaled(_LABEL))
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show other lines."""
        if lines == self._shown:
            return
        self._shown = lines
        _clear(self._grid)
        for at, (label, text) in enumerate(lines):
            name, words = Words(self._theme, label, "body", "quiet"), Words(self._theme, text)
            announce(words, label, text)
            self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, at, 1)


class RestsCard(Card):
    """What the decision rests on: now, and when it was sealed where that is different."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("decision.rests"), " ")
        self._shown: object = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self.body.addLayout(self._grid)
        self._more = Collapsible(theme, say("decision.changes"))
        self._changes = QVBoxLayout()
        self._changes.setSpacing(10)
        self._more.body.addLayout(self._changes)
        self.body.addWidget(self._more)

    def show_rests(self, rests: tuple[RestLine, ...], changes: tuple[ChangeLine, ...], note: str) -> None:
        """Show the figures and, folded, every fact that is different since the seal."""
        if self.note is not None:
            self.note.setText(note)
        if (rests, changes) == self._shown:
            return
        self._shown = (rests, changes)
        _clear(self._grid)
        sealed = any(rest.then for rest in rests)
        for column, stretch in enumerate((2, 3, 3) if sealed else (2, 5)):
            self._grid.setColumnStretch(column, stretch)
        if sealed:
            self._columns()
        for at, rest in enumerate(rests, start=2):
            self._line(at, rest, sealed=sealed)
        self._more.setVisible(bool(changes))
        self._more.head.set_note(say("decision.changes-note", n=len(changes)))
        _clear(self._changes)
        for change in changes:
            self._changes.addWidget(self._change(change))

    def _columns(self) -> None:
        for column, key in ((1, "then"), (2, "now")):
            self._grid.addWidget(caption(self._theme, say(f"decision.rests-{key}")), 0, column)
        self._grid.addWidget(Line(self._theme), 1, 0, 1, 3)

    def _line(self, at: int, rest: RestLine, *, sealed: bool) -> None:
        label = Words(self._theme, rest.label, "body", "quiet")
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        if not sealed:
            self._grid.addWidget(_said(self._theme, rest.now, rest.label), at, 1, Qt.AlignmentFlag.AlignTop)
            return
        self._grid.addWidget(_said(self._theme, rest.then, rest.label), at, 1, Qt.AlignmentFlag.AlignTop)
        if not rest.changed:
            same = Words(self._theme, say("decision.same"), "body", "quiet")
            self._grid.addWidget(same, at, 2, Qt.AlignmentFlag.AlignTop)
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_said(self._theme, rest.now, rest.label))
        column.addWidget(StateChip(self._theme, "risk", say("decision.is-changed"), small=True))
        self._grid.addWidget(holder, at, 2)

    def _change(self, change: ChangeLine) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(self._theme, change.label))
        column.addWidget(caption(self._theme, say("decision.then-now", then=change.then, now=change.now)))
        announce(holder, change.label, say("decision.then-now", then=change.then, now=change.now))
        return holder


def _said(theme: Theme, text: str, label: str) -> Words:
    words = strong(theme, text)
    announce(words, label, text)
    return words


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
