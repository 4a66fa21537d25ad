"""Lines that lead somewhere, and a list of them that shows the first few until one asks for all."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.session.assess_dashboard import Link
from desktop.text import say
from desktop.ui.assess.heat import paint_level
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import announce, box, icon, words
from desktop.ui.widgets.pressable import Pressable
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words, caption

# Icon and ink by what a line says: why a criterion is not met, or how serious a warning is.
_MARKS = {
    "unanswered": ("circle", "open"),
    "blocking": ("octagon-x", "block"),
    "below": ("triangle-alert", "risk"),
    "claimed": ("file-text", "risk"),
    "serious": ("octagon-x", "block"),
    "caution": ("triangle-alert", "risk"),
    "yes": ("circle-check", "done"),
    "no": ("octagon-x", "block"),
    "open": ("circle", "open"),
    "not-applicable": ("minus", "quiet"),
    "info": ("info", "progress"),
    "planned": ("chart-gantt", "accent"),
    "late": ("triangle-alert", "risk"),
    "soon": ("circle-dot", "progress"),
}
_PLAIN = ("list-checks", "quiet")
LEVEL, NOT_APPLICABLE = "level-", "level-na"  # marks that are painted as the badge of a level
_BADGE = 20


class _OneLine(QWidget):
    """A title that is shortened where there is no room for it; the tool tip has it whole."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(text))

    def sizeHint(self) -> QSize:
        return QSize(160, round(self._theme.line()))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            words(painter, QRectF(self.rect()), self._text, self._theme)


class LinkLine(Pressable, QWidget):
    """Icon, words and detail; ``pressed`` by mouse, Enter or Space. ``brief``: the title takes one line, no more."""

    pressed = Signal()

    def __init__(self, theme: Theme, link: Link, *, brief: bool = False, bare: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._mark = link.mark
        self._sign, self._ink = _MARKS.get(link.mark, _PLAIN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringed", True)
        column, row = QVBoxLayout(), QHBoxLayout(self)
        row.setContentsMargins(28, 4, 4, 4)
        row.setSpacing(12)
        column.setSpacing(0)
        column.addWidget(_OneLine(theme, link.title) if brief else Words(theme, link.title))
        if not bare:
            column.addWidget(caption(theme, link.detail))
        column.addStretch(1)  # a taller neighbour must not pull title and detail apart
        row.addLayout(column, 1)
        if link.right:
            ink = self._ink if link.mark in _MARKS else "quiet"
            right = Words(theme, link.right, "caption", ink, wrap=False)
            row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
        announce(self, link.title, ". ".join(part for part in (link.right, link.detail) if part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self.underMouse():
                box(painter, self.rect().toRectF(), RADIUS_CELL, self._theme.colour("sunk"))
            if self._mark.startswith(LEVEL):
                self._badge(painter)
                return
            top = 4 + (self._theme.line() - 16) / 2
            icon(painter, QPointF(4, top), self._theme, self._sign, self._ink)

    def _badge(self, painter: QPainter) -> None:
        rect = QRectF(0, 4 + (self._theme.line() - _BADGE) / 2, _BADGE, _BADGE)
        level = None if self._mark == NOT_APPLICABLE else int(self._mark.removeprefix(LEVEL))
        paint_level(painter, rect, self._theme, level)


class LinkList(QWidget):
    """Shows ``links``; ``chosen`` carries the one that was pressed.

    ``brief`` keeps titles to one line, ``bare`` also leaves the details to the screen reader, until all are asked for.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, empty: str, shown: int = 6, columns: int = 1, *, brief: bool = False, bare: bool = False
    ) -> None:
        super().__init__()
        self._brief, self._bare = brief, bare
        self._columns = columns
        self._theme, self._most = theme, shown
        self._links: tuple[Link, ...] | None = None
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._lines = QGridLayout()
        self._lines.setVerticalSpacing(4)
        self._lines.setHorizontalSpacing(24)
        column.addLayout(self._lines)
        self._empty = Words(theme, empty, "body", "quiet")
        self._more = Button(theme, "", Kind.QUIET, small=True, inline=True)
        self._more.clicked.connect(self._toggle)
        column.addWidget(self._empty)
        column.addWidget(self._more)

    def show_links(self, links: Sequence[Link]) -> None:
        """Show other links; the same ones stay the same widgets."""
        if tuple(links) != self._links:
            self._links = tuple(links)
            self._fill()

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        links = self._links or ()
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for at, link in enumerate(links if self._all else links[: self._most]):
            line = LinkLine(self._theme, link, brief=self._brief and not self._all, bare=self._bare and not self._all)
            line.pressed.connect(lambda chosen=link: self.chosen.emit(chosen))
            row, column = divmod(at, self._columns)
            self._lines.addWidget(line, row, column)
            self._lines.setColumnStretch(column, 1)
        self._empty.setVisible(not links)
        self._more.setVisible(len(links) > self._most)
        self._more.setText(say("assess.show-fewer") if self._all else say("assess.show-all", n=len(links)))
        self._more.updateGeometry()
