"""Where one system's value case stands on its sheet, and what all its tables share."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.reports.excel.columns import height
from desktop.reports.excel.look import CELL, HEADER, NUMBER, QUIET_CELL, Look
from desktop.reports.excel.marks import allow_list, allow_numbers, mark_words
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted
from desktop.text import say
from desktop.workbook.base import Range

ENDS = ("low", "likely", "high")
COST = {"low": "high", "likely": "likely", "high": "low"}
LETTERS = {"low": "B", "likely": "C", "high": "D"}
PARTS = ("continuing", "investment", "benefits", "running")
ITEM, SOURCE, KIND, OWNER, CHECK, LAST = 1, 5, 6, 7, 8, 8
AT_LOW, AT_HIGH, RANK = "J", "K", "L"  # hidden: the change of the present value at each end, and its order
TALL, GAP, FACT = 17.5, 9, NUMBER.but(form="0.0000")


@dataclass(frozen=True)
class ValueBlock:
    """Rows of one system's block: results, totals, timing, and the working that the formulas share."""

    sheet: str
    first: int
    results: int
    totals: Mapping[str, int]
    lines: Mapping[str, range]
    launch: int
    horizon: int
    rate: int
    working: int
    end: int

    @property
    def net(self) -> int:
        """The row of the net return."""
        return self.results + 3

    @property
    def npv(self) -> int:
        """The row of the net present value."""
        return self.results + 6

    @property
    def monthly(self) -> int:
        """The row of what a month brings once it is live."""
        return self.working + 1

    @property
    def live(self) -> int:
        """The row of the months until each case is live."""
        return self.working + 2

    @property
    def spent(self) -> int:
        """The row of what one unit spent over the build is worth today, in its likely cell."""
        return self.working + 3

    @property
    def brought(self) -> int:
        """The row of what one unit a month is worth today with the early, likely and late launch."""
        return self.working + 4

    def at(self, row: int, end: str = "likely") -> str:
        """One cell of the block, absolute with the sheet's name."""
        return f"'{self.sheet}'!${LETTERS[end]}${row}"

    def total(self, part: str, end: str) -> str:
        """The cell of a part's total."""
        return self.at(self.totals[part], end)


def head(
    page: Page, name: str, source: str = "", kind: str = "", owner: str = "", ends: tuple[str, ...] = ENDS
) -> None:
    """A header band: the name of the table, the three columns of figures, and what stands at their right."""
    right = HEADER.but(align="right")
    page.pen.band(page.sheet, page.row, range(1, LAST + 1), HEADER)
    page.pen.word(page.sheet, page.row, ITEM, name, HEADER)
    for column, end in enumerate(ends, start=2):
        page.pen.word(page.sheet, page.row, column, say(f"tracker.{end}") if end in ENDS else end, right)
    for column, text in ((SOURCE, source), (KIND, kind), (OWNER, owner)):
        if text:
            page.pen.word(page.sheet, page.row, column, text, HEADER.but(indent=1))
    page.sheet.row_dimensions[page.row].height = 20
    page.row += 1


def gap(page: Page) -> None:
    """A little room before the next table."""
    page.sheet.row_dimensions[page.row].height = GAP
    page.row += 1


def guard_lines(page: Page, lists: Lists, rows: range, limits: tuple[str, str]) -> None:
    """What may be entered in lines of amounts, and a colour for those that are not complete."""
    allow_numbers(page.sheet, f"B{rows[0]}:D{rows[-1]}", *limits)
    allow_list(page.sheet, f"G{rows[0]}:G{rows[-1]}", lists.people, strict=False)
    mark_words(page.sheet, f"H{rows[0]}:H{rows[-1]}", {say("tracker.incomplete"): "8A4B08"})


Line = tuple[str, Range, str, str | None]


def write_line(page: Page, line: Line, look: Look = NUMBER) -> None:
    """An item with its range, source and owner, and whether it is complete."""
    name, amount, source, owner = line
    row = page.row
    page.put(row, ITEM, name or None, CELL.tinted())
    for column, end in enumerate(ENDS, start=2):
        page.put(row, column, getattr(amount, end), look.tinted())
    page.put(row, SOURCE, source or None, QUIET_CELL.tinted().but(indent=1))
    page.put(row, OWNER, owner, QUIET_CELL.tinted().but(indent=1))
    page.formula(row, CHECK, complete(row), QUIET_CELL.but(indent=1))
    page.sheet.row_dimensions[row].height = height([(name, 38), (source, 38), (owner or "", 18)])
    page.row += 1


def complete(row: int) -> str:
    """Whether a line has its three amounts in order; nothing for a line that is not begun."""
    ordered = f"IF(AND(B{row}<=C{row},C{row}<=D{row}),{word('complete')},{word('incomplete')})"
    blank = f'IF(AND(COUNT(B{row}:D{row})=0,A{row}=""),"",{word("incomplete")})'
    return f"IF(COUNT(B{row}:D{row})=3,{ordered},{blank})"


def whole(rows: range) -> str:
    """True where every line of ``rows`` is complete."""
    return f"COUNTIF($H${rows[0]}:$H${rows[-1]},{word('complete')})=ROWS($H${rows[0]}:$H${rows[-1]})"


def early(row: int) -> str:
    """The earliest launch; the likely one where no range is given."""
    return f'IF($B${row}="",$C${row},$B${row})'


def late(row: int) -> str:
    """The latest launch; the likely one where no range is given."""
    return f'IF($D${row}="",$C${row},$D${row})'


def word(key: str) -> str:
    """A word of the tracker as a formula writes it."""
    return quoted(say(f"tracker.{key}"))
