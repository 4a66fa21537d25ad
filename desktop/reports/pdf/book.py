"""The document while it is composed: pages in order, blocks placed one below the other, figures noted with their page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.reports.pdf.fragment import Figure, Fragment, moved
from desktop.reports.pdf.marks import Mark
from desktop.reports.pdf.paper import CONTENT_BOTTOM, CONTENT_TOP, MARGIN


@dataclass(frozen=True)
class Placed:
    """A figure with the number of the page that shows it, from 1."""

    figure: Figure
    page: int


@dataclass
class Page:
    """One page: who it is about, which section, its bookmark (none on continued pages) and its marks."""

    subject: str
    section: str
    bookmark: str | None
    level: int
    marks: list[Mark] = field(default_factory=list)


class Book:
    """Fills pages from the top; begins a new one where a block does not fit."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.ledger: list[Placed] = []
        self._y = CONTENT_TOP

    @property
    def room(self) -> float:
        """Points left on the page."""
        return CONTENT_BOTTOM - self._y

    def begin(self, subject: str, section: str, bookmark: str | None, level: int = 0) -> None:
        """A new page."""
        self.pages.append(Page(subject, section, bookmark, level))
        self._y = CONTENT_TOP

    def place(self, fragment: Fragment, gap: float = 0.0) -> None:
        """Put a block below what stands, ``gap`` points apart; on a new page where it does not fit."""
        if not fragment.marks:
            return
        if gap + fragment.height > self.room and self._y > CONTENT_TOP:
            self._continue()
        start = self._y + (gap if self._y > CONTENT_TOP else 0.0)
        page = self.pages[-1]
        page.marks += [moved(mark, MARGIN, start) for mark in fragment.marks]
        self.ledger += [Placed(figure, len(self.pages)) for figure in fragment.figures]
        self._y = start + fragment.height

    def divide(self, gap: float = 13.0) -> None:
        """A thin rule between two blocks, with room around it; none at the head of a page."""
        if self._y == CONTENT_TOP or self.room < 2 * gap + 40:
            return
        rule = Fragment()
        rule.rule(0)
        rule.height = 0.6
        self.place(rule, gap)
        self._y += gap

    def place_table(self, lead: Fragment, header: Fragment, rows: Iterable[Fragment]) -> None:
        """A block's head, the table's header and its rows; the header stands again on each new page."""
        rows = list(rows)
        first = rows[0].height if rows else 0.0
        if lead.height + header.height + first > self.room:
            self._continue()
        self.place(lead)
        self.place(header)
        for row in rows:
            if row.height > self.room:
                self._continue()
                self.place(header)
            self.place(row)

    def _continue(self) -> None:
        page = self.pages[-1]
        self.begin(page.subject, page.section, None, page.level)
