"""Tables: columns declared once, rows put below a header band, and the ranges that other formulas refer to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from desktop.reports.excel.look import CELL, HEADER, Look

LINE_POINTS = 13.0  # height of a line of 10 point Calibri
_PADDING, _MOST_LINES = 6.5, 12
_NARROW, _WIDE = frozenset("iljtrf.,:;'|!()[] "), frozenset("mwMW@%—…")
_RAGGED = 1.07  # lines end at words, so a text takes a little more room than its letters


@dataclass(frozen=True)
class Formula:
    """A formula for one row; ``{key}`` stands for the cell of that column in the same row, ``{row}`` for its number."""

    text: str


@dataclass(frozen=True)
class Styled:
    """A value of one row that looks different from the rest of its column; it may be a formula."""

    value: object
    look: Look


@dataclass(frozen=True)
class Column:
    """One column. ``width`` in characters; hidden ones hold ids and numbers for formulas and for the way back.

    ``slim``: one of many narrow columns of a grid; its header stands up and has no filter button.
    """

    key: str
    header: str
    width: float
    look: Look = CELL
    hidden: bool = False
    slim: bool = False

    @property
    def head_look(self) -> Look:
        """The header follows the alignment of its column; that of a slim one stands up."""
        if self.slim:
            return HEADER.but(size=8, align="center", upright="bottom", turned=90, before=self.look.before)
        return HEADER.but(align=self.look.align, indent=self.look.indent)


@dataclass(frozen=True)
class Block:
    """Where a table stands. Rows are counted from 1; an empty table keeps one blank row, so that ranges exist."""

    sheet: str
    columns: Mapping[str, str]
    first: int
    last: int

    @property
    def prefix(self) -> str:
        """The sheet's name as formulas write it."""
        return "'" + self.sheet.replace("'", "''") + "'!"

    def cells(self, key: str) -> str:
        """All cells of a column, absolute and with the sheet's name."""
        letter = self.columns[key]
        return f"{self.prefix}${letter}${self.first}:${letter}${self.last}"

    def local(self, key: str) -> str:
        """All cells of a column without the sheet's name, as validations and conditional formats want them."""
        letter = self.columns[key]
        return f"{letter}{self.first}:{letter}{self.last}"

    def part(self, key: str, first: int, last: int) -> str:
        """Some cells of a column, absolute and with the sheet's name."""
        letter = self.columns[key]
        return f"{self.prefix}${letter}${first}:${letter}${last}"

    def cell(self, key: str, row: int) -> str:
        """One cell, absolute and with the sheet's name."""
        return f"{self.prefix}${self.columns[key]}${row}"

    @property
    def rows(self) -> range:
        """The row numbers."""
        return range(self.first, self.last + 1)


def height(values: Sequence[tuple[object, float]]) -> float:
    """The row height in points that shows every text in its column, up to twelve lines; the rest stays in the cell."""
    lines = max((_lines(value, width) for value, width in values if isinstance(value, str)), default=1)
    return min(lines, _MOST_LINES) * LINE_POINTS + _PADDING


def _lines(text: str, width: float) -> int:
    lines = text[:4000].split("\n")[: _MOST_LINES + 1]
    return sum(max(1, ceil(sum(map(_letter, line)) * _RAGGED / max(width - 0.5, 1.0))) for line in lines)


def _letter(character: str) -> float:
    """The width of a letter at 10 point against a digit at 11, in which column widths are counted (Calibri's metrics)."""
    if character in _NARROW:
        return 0.5
    if character in _WIDE:
        return 1.4
    if character >= "\u2e80":
        return 1.9
    return 1.05 if character.isupper() else 0.86
