"""The page: a headline that answers, the strip, the filters and the table."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.analysis.portfolio import PortfolioRow, summarise
from desktop.method import Method
from desktop.session.portfolio import Filter, PortfolioRows, headline, lead, ordered
from desktop.text import count, say
from desktop.ui.portfolio.filters import FilterBar
from desktop.ui.portfolio.model import PortfolioModel
from desktop.ui.portfolio.strip import PortfolioStrip
from desktop.ui.portfolio.table import PortfolioTable
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.notice import EmptyState
from desktop.ui.widgets.words import caption, heading
from desktop.ui.widgets.words import lead as lead_words
from desktop.workbook import Workbook

_LOW = 500  # pixels at the designed text size


class PortfolioPage(QWidget):
    """``opened`` carries a system's id; the other signals say which action is wanted, the window carries it out."""

    edited = Signal(object)
    opened = Signal(str)
    import_wanted = Signal()
    add_wanted = Signal()
    sprint_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._memory = theme, PortfolioRows()
        self._rows: tuple[PortfolioRow, ...] = ()
        self._ordered: tuple[PortfolioRow, ...] = ()
        self._order = ("months", True)
        self.model = PortfolioModel()
        self.title, self._lead = heading(theme, ""), lead_words(theme, "")
        self.strip, self.filters, self.table = (
            PortfolioStrip(theme),
            FilterBar(theme),
            PortfolioTable(theme, self.model),
        )
        self._empty = EmptyState(
            theme, "layers", say("portfolio.empty.title"), say("portfolio.empty.text"), say("portfolio.import")
        )
        self._none = EmptyState(
            theme, "search", say("portfolio.none.title"), say("portfolio.none.text"), say("portfolio.filter.reset")
        )
        self._hint, self._selected = caption(theme, say("portfolio.hint")), caption(theme, "")
        self._sprint = Button(theme, say("portfolio.sprint"), Kind.PRIMARY)
        self._lay(theme)
        self._wire()
        self.table.show_order("months", descending=True)

    def _lay(self, theme: Theme) -> None:
        self._page = page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 16)
        page.setSpacing(16)
        head, words = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        self._import, self._add = (
            Button(theme, say("portfolio.import"), sign="import"),
            Button(theme, say("portfolio.add"), sign="plus"),
        )
        buttons = QHBoxLayout()
        for button in (self._import, self._add, self._sprint):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(0)
        head.addLayout(buttons)
        self._head, self._buttons = head, buttons
        page.addLayout(head)
        page.addWidget(self.strip)
        page.addWidget(self.filters)
        page.addWidget(self.table, 1)
        page.addWidget(self._empty, 1)
        page.addWidget(self._none, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._selected)
        foot.addStretch(1)
        foot.addWidget(self._hint)
        page.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The buttons stand beside the words where these keep half of the width, else under them.

        In a low window the sentences go first, so that headline and table keep their room.
        """
        narrow = self._buttons.sizeHint().width() > self.width() / 2
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._head.direction() != way:
            self._head.setDirection(way)
        low = self.height() < self._theme.scaled(_LOW)
        self._page.setSpacing(8 if low else 16)
        for words in (self._lead, self._hint):
            words.setHidden(low or not self._rows)

    def _wire(self) -> None:
        self.filters.filtered.connect(lambda _: self._refill())
        self.table.sorted_by.connect(self._sort)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._choose)
        self._import.clicked.connect(self.import_wanted)
        self._add.clicked.connect(self.add_wanted)
        self._empty.chosen.connect(self.import_wanted)
        self._none.chosen.connect(self.filters.reset)
        self._sprint.clicked.connect(lambda: self.sprint_wanted.emit(self.table.selected_ids()))

    def show_portfolio(self, workbook: Workbook, today: date, method: Method | None = None) -> None:
        """Show the portfolio of ``workbook`` as it stands ``today``; filter, order and scroll stay."""
        rows = self._memory.rows(workbook, today, method)
        if rows == self._rows and rows:
            return
        self._rows = rows
        summary = summarise(rows)
        self.title.setText(headline(summary))
        self._lead.setText(lead(summary))
        self.strip.show_summary(summary)
        self._arrange()

    def flush(self) -> None:
        """Nothing is typed here that could be lost."""

    def focus_first_problem(self) -> None:
        """The table is where one looks."""
        self.table.setFocus()

    def show_filter(self, wanted: Filter) -> None:
        """Filter from outside."""
        self.filters.set_filter(wanted)

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001  # a Qt slot
        self._order = (column, descending)
        self._arrange()

    def _arrange(self) -> None:
        """Sort once; a filter keeps the order."""
        column, descending = self._order
        self._ordered = ordered(self._rows, column, descending=descending)
        self._refill()

    def _refill(self) -> None:
        shown = self._memory.matching(self._ordered, self.filters.filter)
        self.model.show_rows(shown)
        self.filters.show_count(len(shown))
        self._empty.setVisible(not self._rows)
        self._none.setVisible(bool(self._rows) and not shown)
        for part in (self.strip, self.filters):
            part.setVisible(bool(self._rows))
        self._fit()
        self.table.setVisible(bool(shown))
        self._choose(self.table.selected_ids())

    def _choose(self, ids: tuple[str, ...]) -> None:
        self._selected.setText(count("portfolio.selected", len(ids)) if ids else "")
        self._sprint.setEnabled(bool(ids))
        self._sprint.setVisible(bool(self._rows))
