"""The rail with its sections, kept in step with the workbook; narrow windows show it as signs and numbers.

The section of the page in front stands open; the others are folded until their heading is pressed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.reports.palette import RAIL_FOLDED_WIDTH, RAIL_WIDTH, StateToken
from desktop.session.rail_entry import RailEntry, RailSection
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.rail import RailHeading, RailItem
from desktop.ui.widgets.scroll_page import clear_ground

_WIDEST = 256  # pixels

STATES: dict[str, StateToken] = {"done": "done", "problem": "risk", "started": "progress", "empty": "open"}


class RailPanel(QWidget):
    """Shows the sections of ``rail()``; ``chosen`` is sent with the page's id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._folded = theme, False
        self._sections: tuple[RailSection, ...] = ()
        self._items: dict[str, RailItem] = {}
        self._headings: dict[str, RailHeading] = {}
        self._here, self._current = "", ""
        self._pressed: dict[str, bool] = {}
        announce(self, say("shell.rail"))
        theme.changed.connect(self._fit)
        self._fit()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        clear_ground(self._area)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 1, 0)
        outside.addWidget(self._area)

    def show_sections(self, sections: tuple[RailSection, ...], here: str) -> None:
        """Show where one can go and mark ``here``; rows stay the same widgets while the places are the same."""
        if (sections, here) == (self._sections, self._here):
            return
        known, self._sections = _shape(self._sections), sections
        built = _shape(sections) != known
        if built:
            self._build(sections)
        for section in sections:
            for entry in section.entries:
                self._update(entry)
        if built or here != self._here:
            self._arrive(here)
        self._fold()

    def _arrive(self, here: str) -> None:
        """The section of a place that one goes to opens, and the one left behind folds unless it was opened by hand."""
        self._here = here
        for page, item in self._items.items():
            item.setAutoExclusive(False)
            item.setChecked(page == here)
            item.setAutoExclusive(True)
        home = next((s.title for s in self._sections if any(entry.page == here for entry in s.entries)), "")
        if home:
            self._current = home
            self._pressed.pop(home, None)

    def _press(self, title: str) -> None:
        self._pressed[title] = not self.is_open(title)
        self._fold()

    def is_open(self, title: str) -> bool:
        """Whether the places under this heading can be seen; those without a heading always can."""
        return not title or self._pressed.get(title, title == self._current)

    def set_folded(self, *, folded: bool) -> None:
        """Signs and numbers only."""
        if folded != self._folded:
            self._folded = folded
            self._fit()
            self._fold()

    def _fit(self) -> None:
        """Large text gets a wider rail, up to a measure that leaves the page its room."""
        self.setFixedWidth(RAIL_FOLDED_WIDTH if self._folded else min(self._theme.scaled(RAIL_WIDTH), _WIDEST))

    def focus_first(self) -> None:
        """Give the keyboard to the place that is shown."""
        for item in self._items.values():
            if item.isChecked():
                item.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, sections: tuple[RailSection, ...]) -> None:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(0)
        self._items, self._headings = {}, {}
        for section in sections:
            if section.title:
                column.addSpacing(4)
                self._headings[section.title] = heading = RailHeading(
                    self._theme, section.title, section.note, section.icon
                )
                heading.clicked.connect(lambda _checked=False, title=section.title: self._press(title))
                column.addWidget(heading)
            for entry in section.entries:
                column.addWidget(self._item(entry))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _item(self, entry: RailEntry) -> RailItem:
        label = entry.label if entry.number is None else say("shell.numbered", n=entry.number, name=entry.label)
        item = RailItem(self._theme, label, entry.icon)
        item.number = "" if entry.number is None else str(entry.number)
        item.clicked.connect(lambda _checked=False, page=entry.page: self.chosen.emit(page))
        self._items[entry.page] = item
        return item

    def _update(self, entry: RailEntry) -> None:
        state = STATES[entry.state] if entry.state else None
        word = say(f"shell.state.{entry.state}") if entry.state else ""
        self._items[entry.page].show_state(state, entry.note, ", ".join(part for part in (word, entry.note) if part))

    def _fold(self) -> None:
        for section in self._sections:
            is_open = self.is_open(section.title)
            if section.title:
                heading = self._headings[section.title]
                heading.set_narrow(narrow=self._folded)
                heading.show_state(section.note, is_open=is_open, warns=section.needs_work)
            for entry in section.entries:
                self._items[entry.page].setVisible(is_open)
                self._items[entry.page].set_folded(folded=self._folded)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("surface"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))


def _shape(sections: tuple[RailSection, ...]) -> tuple[object, ...]:
    return tuple((section.title, tuple(entry.page for entry in section.entries)) for section in sections)
