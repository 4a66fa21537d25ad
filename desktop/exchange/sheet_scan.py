"""Counting what an XML part of a workbook holds while it streams by, and stopping at the first thing that is too much."""

import re
from dataclasses import dataclass, fields
from xml.parsers.expat import ExpatError, ParserCreate

from desktop.exchange.problems import SourceRefusedError

DEPTH = 64
CELLS = 2_000_000
ROWS = 300_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
AREA = 4_000_000  # rows times columns up to the farthest cell: readers walk all of it
MERGES, MERGED_CELLS = 20_000, 200_000
VALIDATIONS = 20_000
SHEETS = 250
LONGEST_TOKEN = 512 * 1024  # bytes of one tag or comment; the parser of older systems takes quadratic time for it
LONGEST_TEXT = 2 * 1024 * 1024  # bytes between two tags; a cell has at most 32,767 characters

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")


@dataclass(frozen=True, slots=True)
class SheetCounts:
    """What one part holds, or all of them together."""

    cells: int = 0
    formulas: int = 0
    hyperlinks: int = 0


def add_counts(one: SheetCounts, other: SheetCounts) -> SheetCounts:
    """Both together."""
    return SheetCounts(*(getattr(one, item.name) + getattr(other, item.name) for item in fields(SheetCounts)))


class PartScan:
    """One XML part, fed in pieces. Raises SourceRefusedError as soon as a limit is passed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = self.rows = self.formulas = self.merges = self.merged = 0
        self.validations = self.sheets = self.hyperlinks = 0
        self._depth = self._row = self._last_row = self._last_column = self._cells_of_row = 0
        self._row_depth = DEPTH
        self._fed = self._since_tag = 0
        self._parser = ParserCreate()
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._watch = {
            "c": self._cell, "row": self._start_row, "f": self._formula, "mergeCell": self._merge,
            "dataValidation": self._validation, "sheet": self._sheet, "hyperlink": self._link,
            "Relationship": self._relationship,
        }  # fmt: skip

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        """Look at the next piece of the part."""
        try:
            self._parser.Parse(chunk, last)
        except (ExpatError, LookupError, ValueError) as error:  # broken, in an unknown encoding, a row "x"
            raise SourceRefusedError("workbook-damaged") from error
        self._fed += len(chunk)
        waiting = self._fed - max(0, self._parser.CurrentByteIndex)
        if not last and waiting > LONGEST_TOKEN:
            raise self._too_much()
        at = chunk.rfind(b"<")
        self._since_tag = self._since_tag + len(chunk) if at < 0 else len(chunk) - at
        if self._since_tag > LONGEST_TEXT:
            raise self._too_much()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise self._too_much()
        watch = self._watch.get(tag) or self._watch.get(tag.rpartition(":")[2])
        if watch:
            watch(attributes)

    def _end(self, _tag: str) -> None:
        self._depth -= 1

    def _doctype(self, *_declared: object) -> None:
        raise SourceRefusedError("workbook-entities")

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.rows += 1
        before, self._row = self._row, int(attributes.get("r", self._row + 1))
        if self._row <= before:  # a reader that walks forward would leave this row out without a word
            raise SourceRefusedError("workbook-damaged")
        self._cells_of_row, self._row_depth = 0, self._depth
        if self.rows > ROWS or self._row > LAST_ROW:
            raise self._too_much()

    def _cell(self, attributes: dict[str, str]) -> None:
        if self._depth != self._row_depth + 1:  # the list of formulas has the same tags and is no sheet
            return
        self.cells += 1
        column, row = self._cells_of_row + 1, self._row
        place = attributes.get("r")
        if place is not None:
            column, row = self._position(place)
        if column <= self._cells_of_row or row != self._row:
            raise SourceRefusedError("workbook-damaged")
        self._cells_of_row = column
        self._last_row, self._last_column = max(self._last_row, row), max(self._last_column, column)
        if self.cells > CELLS or self._last_row * self._last_column > AREA:
            raise self._too_much()

    def _position(self, place: str) -> tuple[int, int]:
        found = _PLACE.match(place)
        if not found:
            raise SourceRefusedError("workbook-damaged")
        column = 0
        for letter in found.group(1):
            column = column * 26 + ord(letter) - 64
        row = int(found.group(2))
        if column > LAST_COLUMN or row > LAST_ROW:
            raise self._too_much()
        return column, row

    def _merge(self, attributes: dict[str, str]) -> None:
        self.merges += 1
        first, _, last = attributes.get("ref", "").partition(":")
        left, top = self._position(first)
        right, bottom = self._position(last or first)
        self.merged += (abs(right - left) + 1) * (abs(bottom - top) + 1)
        if self.merges > MERGES or self.merged > MERGED_CELLS:
            raise self._too_much()

    def _validation(self, attributes: dict[str, str]) -> None:
        self.validations += 1 + attributes.get("sqref", "").count(" ")
        if self.validations > VALIDATIONS:
            raise self._too_much()

    def _sheet(self, _attributes: dict[str, str]) -> None:
        self.sheets += 1
        if self.sheets > SHEETS:
            raise self._too_much()

    def _formula(self, _attributes: dict[str, str]) -> None:
        self.formulas += self._depth == self._row_depth + 2

    def _link(self, _attributes: dict[str, str]) -> None:
        self.hyperlinks += 1

    def _relationship(self, attributes: dict[str, str]) -> None:
        """A part that points out of the archive. ``../`` is usual one folder up and never from the top."""
        if attributes.get("TargetMode") == "External":
            return
        climbs = attributes.get("Target", "").replace("\\", "/").split("/").count("..")
        if climbs > max(0, self.name.count("/") - 1):  # the relations of a part lie one folder below it
            raise SourceRefusedError("workbook-twisted")

    def _too_much(self) -> SourceRefusedError:
        return SourceRefusedError("workbook-too-much", part=self.name)


def finished(scan: PartScan) -> SheetCounts:
    """The counts of a part that has been fed completely; raises SourceRefusedError if it ends too early."""
    scan.feed(b"", last=True)
    return SheetCounts(scan.cells, scan.formulas, scan.hyperlinks)
