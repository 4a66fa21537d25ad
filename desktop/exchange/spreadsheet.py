"""A worksheet into a ``Table``, after the preflight: text stays text, dates become ISO, numbers lose their float noise."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from desktop.exchange.delimited import LONGEST_CELL
from desktop.exchange.preflight import Findings, inspect
from desktop.exchange.problems import ImportProblem, SourceRefusedError
from desktop.exchange.table import ColumnKey, Record, Table, arrange

_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
Sheet = Any  # openpyxl's read-only worksheet; its published types do not let it be read
_BREAK = "_x000D_"  # how a carriage return is written inside a cell
PEEK = 60  # rows by which the sheet with the inventory is told from cover sheets and lists


def read_spreadsheet(data: bytes, *, sheet: str = "") -> Table:
    """The table on ``sheet``, or on the sheet that holds most near its top. Raises SourceRefusedError."""
    stream = io.BytesIO(data)
    findings = inspect(stream, len(data))
    try:
        return _read(stream, sheet, findings)
    except SourceRefusedError:
        raise
    except Exception as damage:  # openpyxl raises whatever it trips over; all of it means that the file is not sound
        raise SourceRefusedError("workbook-damaged") from damage


def _read(stream: io.BytesIO, wanted: str, findings: Findings) -> Table:
    from openpyxl import load_workbook

    workbook = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
    try:
        sheets = [found for found in workbook.worksheets if hasattr(found, "reset_dimensions")]
        if not sheets:
            raise SourceRefusedError("empty")
        for found in sheets:
            found.reset_dimensions()  # the stated size is a claim; the cells say how large a sheet is
        names = tuple(found.title for found in sheets)
        if wanted and wanted not in names:
            raise SourceRefusedError("no-such-sheet", sheet=wanted)
        chosen = next((found for found in sheets if found.title == wanted), None) or max(sheets, key=_fullness)
        return _table(chosen, names, findings)
    finally:
        workbook.close()


def _fullness(sheet: Sheet) -> tuple[bool, int]:
    rows = islice(sheet.iter_rows(values_only=True), PEEK)
    return sheet.sheet_state == "visible", sum(1 for row in rows for value in row if value not in (None, ""))


def _table(sheet: Sheet, names: tuple[str, ...], findings: Findings) -> Table:
    flags: list[_Flag] = []
    records = tuple(_records(sheet, flags) if findings.counts.formulas else _plain_records(sheet, flags))
    width = max((len(record.cells) for record in records), default=0)
    squared = [Record(record.cells + ("",) * (width - len(record.cells)), record.number) for record in records]
    arranged = arrange(squared)
    if not arranged.headers:
        raise SourceRefusedError("empty")
    table = Table(
        headers=arranged.headers,
        rows=tuple(record.cells for record in arranged.records),
        row_numbers=tuple(record.number for record in arranged.records),
        preamble=arranged.preamble,
        sheet=sheet.title,
        sheets=names,
    )
    flagged = (flag.problem(table.columns) for flag in flags)
    return replace(table, problems=(*_dropped(findings), *flagged, *arranged.problems))


@dataclass(frozen=True, slots=True)
class _Flag:
    """A cell that needs a look, before it is known which row is the header."""

    code: str
    row: int
    at: int
    text: str

    def problem(self, columns: tuple[ColumnKey, ...]) -> ImportProblem:
        return ImportProblem(self.code, self.row, str(columns[self.at]) if self.at < len(columns) else "", self.text)


def _records(sheet: Sheet, flags: list[_Flag]) -> Iterator[Record]:
    """Rows of a workbook with formulas: each cell says itself whether it was typed or calculated."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = _texts((cell.value for cell in row), number)
        for at, (cell, text) in enumerate(zip(row, cells, strict=True)):
            if text and cell.data_type in ("f", "e"):
                flags.append(_Flag("formula" if cell.data_type == "f" else "error-cell", number, at, text))
        yield Record(cells, number)


def _plain_records(sheet: Sheet, flags: list[_Flag]) -> Iterator[Record]:
    """Rows of a workbook without a formula, in half the time."""
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = _texts(row, number)
        if not _ERRORS.isdisjoint(cells):
            flags.extend(_Flag("error-cell", number, at, text) for at, text in enumerate(cells) if text in _ERRORS)
        yield Record(cells, number)


def _texts(values: Iterable[Any], number: int) -> tuple[str, ...]:
    cells = tuple(value if type(value) is str and _BREAK not in value else _text(value) for value in values)
    if max(map(len, cells), default=0) > LONGEST_CELL:
        raise SourceRefusedError("cell-too-long", row=number, characters=f"{LONGEST_CELL:,}")
    return cells


def _text(value: Any) -> str:
    """A cell as text: ISO for dates, up to 15 digits for numbers (what Excel itself keeps), its own words for truth."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace(_BREAK, "\r")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return _number(value) if isinstance(value, float) else str(getattr(value, "text", None) or value)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def _dropped(findings: Findings) -> Iterator[ImportProblem]:
    """What a workbook holds beside cells and is never followed: links to other files, macros."""
    if findings.external_links:
        yield ImportProblem("links-dropped", values=(("n", str(findings.external_links)),))
    if findings.macros:
        yield ImportProblem("macros-dropped")
