"""What is there when nothing is open: the ways in, work that can be recovered, and recent files."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.session.recents import Recent
from desktop.text import say
from desktop.ui.pages.start_recents import RecentList, when_words
from desktop.ui.pages.start_ways import NARROWEST, WIDTH, StartWays
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Kind
from desktop.ui.widgets.notice import EmptyState, Notice
from desktop.ui.widgets.scroll_page import ScrollPage, clear_ground
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.words import lead, title

_FILTER_FROM = 5
_MOST = 560  # pixels of the ways in, whatever the size of the text


@dataclass(frozen=True)
class Lost:
    """Unsaved work that was found. ``saved``: there is a file that it builds on."""

    id: str
    name: str
    written: datetime
    saved: bool


class StartPage(QWidget):
    """``chosen`` carries a way in; ``answered`` what to do with lost work: its id and recover, saved or discard."""

    chosen = Signal(str)
    answered = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._recents: tuple[Recent, ...] = ()
        self._now = datetime.min  # noqa: DTZ901  # replaced before anything is shown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.ways, page = StartWays(theme), ScrollPage()
        self.ways.chosen.connect(self.chosen)
        self._area = _tall(self.ways)
        theme.changed.connect(self._fit)
        self._fit()
        row.addWidget(self._area, 2)
        row.addWidget(page, 5)
        column = page.column
        column.setContentsMargins(32, 56, 32, 24)
        self._lost = QVBoxLayout()
        self._lost.setSpacing(8)
        column.addLayout(self._lost)
        head = QHBoxLayout()
        self._recent = title(theme, say("start.recent"))
        head.addWidget(self._recent, 1)
        self.filter = SearchField(theme, say("start.filter"))
        self.filter.setMaximumWidth(240)
        head.addWidget(self.filter)
        column.addLayout(head)
        self.list = RecentList(theme)
        self._empty = lead(theme, "")
        self._first = EmptyState(
            theme, "book-open", say("start.first"), say("start.first.text"), say("start.first.action")
        )
        self._first.chosen.connect(lambda: self.chosen.emit("sample"))
        column.addWidget(self.list)
        column.addWidget(self._empty)
        column.addWidget(self._first)
        column.addStretch(1)
        self.filter.searched.connect(lambda _text: self._refill())

    def _fit(self) -> None:
        """Large text gets wider ways in."""
        least, most = (min(self._theme.scaled(width), _MOST) for width in (NARROWEST, WIDTH))
        self._area.setMinimumWidth(least)
        for part in (self.ways, self._area):
            part.setMaximumWidth(most)

    def show_recents(self, recents: tuple[Recent, ...], now: datetime) -> None:
        """Show what was open lately."""
        self._recents, self._now = recents, now
        self.filter.setVisible(len(recents) >= _FILTER_FROM)
        self._refill()

    def _refill(self) -> None:
        text = self.filter.text().strip()
        shown = self.list.show_recents(self._recents, self._now, text)
        self.list.setVisible(bool(shown))
        self._empty.setText(say("start.nothing", text=text))
        self._empty.setVisible(bool(self._recents) and not shown)
        self._first.setVisible(not self._recents)
        self._recent.setVisible(bool(self._recents))

    def show_lost(self, found: tuple[Lost, ...]) -> None:
        """Offer unsaved work, the newest first."""
        while (item := self._lost.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for lost in found:
            self._lost.addWidget(self._offer(lost))

    def _offer(self, lost: Lost) -> Notice:
        headline = say("start.lost", when=when_words(lost.written, self._now))
        detail = say("start.lost.saved" if lost.saved else "start.lost.never", name=lost.name)
        notice = Notice(self._theme, "risk", headline, detail, framed=True)
        ways = [("discard", Kind.QUIET), *([("saved", Kind.PLAIN)] if lost.saved else []), ("recover", Kind.PRIMARY)]
        for answer, kind in ways:
            button = notice.add_action(say(f"start.lost.{answer}-action"), kind)
            button.clicked.connect(lambda _checked=False, a=answer: self.answered.emit(lost.id, a))
        return notice


def _tall(ways: StartWays) -> QScrollArea:
    """With large text or long words the ways in are taller than the window."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    clear_ground(area)
    area.setWidget(ways)
    return area
