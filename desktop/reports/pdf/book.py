"""The document while it is composed: pages in order, blocks placed one below the other, figures noted with their page."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.reports.pdf.fragment import Figure, Fragment, moved, within
from desktop.reports.pdf.marks import Mark, Path, Tag
from desktop.reports.pdf.paper import CONTENT_BOTTOM, CONTENT_TOP, INNER, MARGIN

_TAIL_GAP = 5.0
_KEPT_WHOLE = 190.0  # a table lower than this goes to the next page rather than break in two


@dataclass(frozen=True)
class Placed:
    """A figure with the number of the page that shows it, from 1."""

    figure: Figure
    page: int


@dataclass
class Page:
    """One page: who it is about, which section, its bookmark (none on continued pages), its foot and its marks."""

    subject: str
    section: str
    bookmark: str | None
    level: int
    foot: str = ""
    marks: list[Mark] = field(default_factory=list)


class Book:
    """Fills pages from the top; begins a new one where a block does not fit. ``foot`` is said on each page from now on."""

    def __init__(self) -> None:
        self.foot = ""
        self.pages: list[Page] = []
        self.ledger: list[Placed] = []
        self._y = CONTENT_TOP
        self._gap: float | None = None  # room and a rule asked for before the next block
        self._ruled = False  # the last block ended with a rule of its own

    @property
    def room(self) -> float:
        """Points left on the page."""
        return CONTENT_BOTTOM - self._y

    def begin(self, subject: str, section: str, bookmark: str | None, level: int = 0) -> None:
        """A new page."""
        self.pages.append(Page(subject, section, bookmark, level, self.foot))
        self._y, self._gap, self._ruled = CONTENT_TOP, None, False

    def place(self, fragment: Fragment, gap: float = 0.0) -> None:
        """Put a block below what stands, ``gap`` points apart; on a new page where it does not fit."""
        if not fragment.marks:
            return
        asked = gap if self._gap is None else (1 if self._ruled else 2) * self._gap
        if asked + fragment.height > self.room and self._y > CONTENT_TOP:
            self._continue()
        self._separate(gap)
        page = self.pages[-1]
        page.marks += [moved(mark, MARGIN, self._y) for mark in fragment.marks]
        self.ledger += [Placed(figure, len(self.pages)) for figure in fragment.figures]
        self._y, self._ruled = self._y + fragment.height, False

    def divide(self, gap: float = 12.0) -> None:
        """A thin rule before the next block, with room around it; none at the head of a page or below a table."""
        self._gap = gap

    def _separate(self, gap: float) -> None:
        asked, self._gap = self._gap, None
        if self._y == CONTENT_TOP:
            return
        if asked is None:
            self._y += gap
        elif self._ruled:
            self._y += asked + 4
        else:
            self.pages[-1].marks.append(moved(Path(((0, 0), (INNER, 0)), stroke="line"), MARGIN, self._y + asked))
            self._y += 2 * asked

    def place_table(
        self, lead: Fragment, header: Fragment, rows: Iterable[Fragment], tail: Fragment | None = None
    ) -> None:
        """A block's head, the table's header and its rows; the header stands again on each new page.

        ``tail`` is a note that stays with the last row.
        """
        rows = list(rows)
        whole = lead.height + header.height + sum(row.height for row in rows)
        first = whole if whole < _KEPT_WHOLE else lead.height + header.height + (rows[0].height if rows else 0.0)
        if first + 2 * (self._gap or 0) > self.room:
            self._continue()
        table = Tag("Table")
        self.place(lead)
        self._place_row(header, table)
        last = (tail.height + _TAIL_GAP) if tail else 0.0
        for place, row in enumerate(rows, start=1):
            if row.height + (last if place == len(rows) else 0.0) > self.room:
                self._continue()
                self._place_row(header, None)
            self._place_row(row, table)
        self._ruled = bool(rows)
        if tail:
            self.place(tail, _TAIL_GAP)

    def prepend(self, other: "Book") -> None:
        """Put another book's pages before these, whose figures move on by as many pages."""
        moved_on = [replace(placed, page=placed.page + len(other.pages)) for placed in self.ledger]
        self.pages, self.ledger = [*other.pages, *self.pages], [*other.ledger, *moved_on]

    def _place_row(self, row: Fragment, table: Tag | None) -> None:
        """A row of ``table``; None for a header that is said again and need not be read out again."""
        placed = Fragment()
        placed.include(row, 0, 0)
        placed.marks = within(placed.marks, table) if table else [replace(mark, tags=()) for mark in placed.marks]
        self.place(placed)

    def _continue(self) -> None:
        page = self.pages[-1]
        self.begin(page.subject, page.section, None, page.level)
