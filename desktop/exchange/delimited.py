"""Comma-, semicolon-, tab- and bar-separated text into a ``Table``: no cell lost, every oddity reported."""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from desktop.exchange.dialect import Dialect, detect_dialect, lines_of
from desktop.exchange.encoding import Decoded, decode
from desktop.exchange.problems import ImportProblem, SourceRefusedError
from desktop.exchange.table import MOST_COLUMNS, MOST_ROWS, Record, Table, arrange

_LINE_END = re.compile(r"\r\n|\r|\n")
LARGEST = 64 * 1024 * 1024  # bytes, as for every file that the app opens
LONGEST_CELL = 200_000  # characters, as the document keeps them
STRAYS_SHOWN = 50
SEEN = 4096  # characters by which text is told from what is none
MOST_CONTROLS = 20  # among these; a text has none but tabs and line ends, a damaged one a few
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_delimited(data: bytes, *, encoding: str = "", delimiter: str = "") -> Table:
    """The table in ``data``; ``encoding`` and ``delimiter`` override what is detected.

    Raises SourceRefusedError for a file that is too large, empty, no text, or holds a cell longer than the document keeps.
    """
    if len(data) > LARGEST:
        raise SourceRefusedError("too-large", megabytes=LARGEST // 1024 // 1024)
    try:
        decoded = decode(data, encoding)
    except (LookupError, UnicodeError):  # not a name of an encoding, or not one for texts
        raise SourceRefusedError("unknown-encoding", encoding=encoding) from None
    if len(_CONTROLS.findall(decoded.text, 0, SEEN)) > MOST_CONTROLS:
        raise SourceRefusedError("not-a-table")
    dialect = Dialect(delimiter) if delimiter else detect_dialect(decoded.text)
    records = tuple(_records(decoded.text, dialect))
    arranged = arrange(records)
    if not arranged.headers:
        raise SourceRefusedError("empty")
    return Table(
        headers=arranged.headers,
        rows=tuple(record.cells for record in arranged.records),
        row_numbers=tuple(record.number for record in arranged.records),
        lines=tuple(record.line for record in arranged.records),
        preamble=arranged.preamble,
        encoding=decoded.encoding,
        dialect=dialect.name,
        problems=(*_quoting(decoded.text, dialect, records), *_strays(decoded, records), *arranged.problems),
    )


def _records(text: str, dialect: Dialect) -> Iterator[Record]:
    reader = _reader(text, dialect, strict=False)
    first_line = 2 if dialect.skip else 1
    line = first_line
    for number, cells in enumerate(reader, start=first_line):
        if max(map(len, cells), default=0) > LONGEST_CELL:
            raise SourceRefusedError("cell-too-long", row=number, characters=f"{LONGEST_CELL:,}")
        if number > 2 * MOST_ROWS:
            raise SourceRefusedError("too-many-cells")
        yield Record(tuple(cells), number, line)
        line = first_line + reader.line_num


def _reader(text: str, dialect: Dialect, *, strict: bool) -> Any:
    csv.field_size_limit(LARGEST)  # the default of 131,072 would refuse what the document can keep
    lines = _bounded(lines_of(text, dialect.skip), dialect.delimiter)
    return csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote, strict=strict)


def _bounded(lines: Iterator[str], delimiter: str) -> Iterator[str]:
    """Lines, refused before the reader makes millions of cells or rows of them."""
    for at, line in enumerate(lines):
        if at > 20 * MOST_ROWS or line.count(delimiter) > 20 * MOST_COLUMNS:
            raise SourceRefusedError("too-many-cells")
        yield line


def _quoting(text: str, dialect: Dialect, records: tuple[Record, ...]) -> tuple[ImportProblem, ...]:
    """The first row whose quotation marks are not as they should be; from there on, rows may run into each other."""
    reader = _reader(text, dialect, strict=True)
    at = 0
    try:
        for _ in reader:
            at += 1
    except csv.Error:
        row = records[min(at, len(records) - 1)].number
        return (ImportProblem("quotes", row),)
    return ()


def _strays(decoded: Decoded, records: tuple[Record, ...]) -> tuple[ImportProblem, ...]:
    """Where bytes stand that the encoding does not know; beyond the first fifty places only their number."""
    if not decoded.strays:
        return ()
    ends = [end.start() for end in _LINE_END.finditer(decoded.text)]
    lines = [record.line for record in records]
    places = sorted({bisect_right(lines, bisect_right(ends, stray) + 1) - 1 for stray in decoded.strays})
    shown = [
        ImportProblem("stray-byte", records[max(at, 0)].number, values=(("encoding", decoded.encoding),))
        for at in places[:STRAYS_SHOWN]
    ]
    if len(places) > STRAYS_SHOWN:
        shown.append(ImportProblem("more-strays", values=(("n", str(len(places) - STRAYS_SHOWN)),)))
    return tuple(shown)
