"""A source as it was read: every cell as text, in its place, with the row number that a person would look for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop.exchange.problems import ImportProblem, SourceRefusedError

HEADER_SEARCH = 15  # rows of titles and notes that may stand above the header
MOST_COLUMNS = 2_000
MOST_ROWS = 200_000
MOST_CELLS = 10_000_000  # rows times columns once rows are squared off
MOST_KEPT = 60_000_000  # bytes of a project file; beyond 64 MiB it could not be opened again
_OF_SYSTEM, _OF_CELL = 700, 10  # bytes that a project file spends on a system and on each cell beside the text


@dataclass(frozen=True, order=True, slots=True)
class ColumnKey:
    """A column by its header and, because headers repeat, by which of the columns with this header it is (from 1)."""

    header: str
    occurrence: int = 1

    def __str__(self) -> str:
        shown = " ".join(self.header.split()) or "—"
        return shown if self.occurrence == 1 else f"{shown} ({self.occurrence})"


@dataclass(frozen=True)
class Table:
    """All cells of one source.

    ``row_numbers`` count as a spreadsheet does, from 1, the header and blank rows included; ``lines`` are the lines of
    a text file where the rows begin, empty for a workbook. ``preamble`` holds the rows above the header.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    lines: tuple[int, ...] = ()
    preamble: tuple[tuple[str, ...], ...] = ()
    encoding: str = ""
    dialect: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    name: str = ""
    sha256: str = ""
    problems: tuple[ImportProblem, ...] = field(default=())

    @cached_property
    def columns(self) -> tuple[ColumnKey, ...]:
        """The key of every column, in order."""
        seen: Counter[str] = Counter()
        keys = []
        for header in self.headers:
            seen[header] += 1
            keys.append(ColumnKey(header, seen[header]))
        return tuple(keys)

    def cells(self, column: int) -> tuple[str, ...]:
        """One column from top to bottom."""
        return tuple(row[column] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Record:
    """One row while a file is being read: its cells, its number in a spreadsheet and its line in a text file."""

    cells: tuple[str, ...]
    number: int
    line: int = 0


@dataclass(frozen=True)
class Arranged:
    """Records sorted into preamble, header and rows of equal width."""

    preamble: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]
    records: tuple[Record, ...]
    problems: tuple[ImportProblem, ...]


def arrange(records: Sequence[Record]) -> Arranged:
    """Find the header and square the rows off: short rows get empty cells, long ones an unnamed column, both reported.

    Rows without any text are left out; they hold nothing. Raises SourceRefusedError for more than an inventory can be.
    """
    filled = [record for record in records if any(cell.strip() for cell in record.cells)]
    if not filled:
        return Arranged((), (), (), ())
    at = _header_at(filled)
    body = filled[at + 1 :]
    headers = _trimmed(filled[at].cells)
    expected = len(headers)
    width = max([expected, *(len(_trimmed(record.cells)) for record in body)])
    if width > MOST_COLUMNS or len(body) > MOST_ROWS or width * len(body) > MOST_CELLS:
        raise SourceRefusedError("too-many-cells")
    if len(body) * (_OF_SYSTEM + _OF_CELL * width) + sum(len(cell) for row in body for cell in row.cells) > MOST_KEPT:
        raise SourceRefusedError("too-many-cells")
    problems = tuple(problem for record in body if (problem := _ragged(record, expected)))
    return Arranged(
        preamble=tuple(record.cells for record in filled[:at]),
        headers=_padded(headers, width),
        records=tuple(Record(_padded(record.cells, width), record.number, record.line) for record in body),
        problems=problems,
    )


def _header_at(records: Sequence[Record]) -> int:
    """The first row that fills at least half as many cells as the widest of the rows at the top."""
    filled = [sum(1 for cell in record.cells if cell.strip()) for record in records[:HEADER_SEARCH]]
    enough = max(filled) / 2
    return next(at for at, count in enumerate(filled) if count >= enough)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells without the empty ones at the end, which spreadsheets add where a column was once formatted."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells[:width] + ("",) * (width - len(cells))


def _ragged(record: Record, expected: int) -> ImportProblem | None:
    found = len(record.cells)
    values = (("found", str(found)), ("expected", str(expected)))
    if len(_trimmed(record.cells)) > expected:
        return ImportProblem("row-too-long", record.number, values=values)
    if found < expected:
        return ImportProblem("row-too-short", record.number, values=values)
    return None
