"""What a file of results is, by its content and never by its name, and the examples in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from desktop.exchange.evaluation.batch import Batch, Example, Notice, ResultsRefusedError
from desktop.exchange.evaluation.columns import suggest_columns
from desktop.exchange.evaluation.file import LARGEST_DOCUMENT, LARGEST_LINES, LARGEST_TABLE, at_most, opened, parsed
from desktop.exchange.evaluation.heading import headed
from desktop.exchange.evaluation.json_lines import lines_source, records_source, utf16_or_utf8
from desktop.exchange.evaluation.rows import reader_for
from desktop.exchange.evaluation.tabular import SAMPLES, Tabular
from desktop.exchange.problems import SourceRefusedError
from desktop.workbook.kept_texts import Keep

if TYPE_CHECKING:
    from desktop.exchange.table import Table

_ZIP = b"PK\x03\x04"
_LONGEST_FIRST = 4 * 1024 * 1024  # bytes of a line that may be an example


Source = Tabular | Batch  # a log or the results of a tool say themselves what is right


@contextmanager
def open_results(
    path: Path, columns: Mapping[str, str] | None = None, sheet: str = "", keep: Keep = Keep.NONE
) -> Iterator[Batch]:
    """The results in the file at ``path``, to be read while it is open.

    ``columns`` says which heading holds a role (see ``columns.HEADINGS``); what it leaves out is found by its heading.
    ``keep`` says which examples come with their texts.
    Raises ResultsRefusedError, also while examples are read, and SourceRefusedError for a table that is not sound.
    """
    with open_source(path, sheet, keep) as source:
        yield batch_of(source, columns)


def batch_of(source: Source, columns: Mapping[str, str] | None) -> Batch:
    """The examples of a source, once; raises ResultsRefusedError where the columns do not tell right from wrong."""
    return source.make(columns) if isinstance(source, Tabular) else source


@contextmanager
def open_source(path: Path, sheet: str = "", keep: Keep = Keep.NONE) -> Iterator[Source]:
    """What the file at ``path`` is, before any column is chosen; raises as ``open_results`` does."""
    with opened(path) as (file, size):
        start = file.read(4096)
        file.seek(0)
        if not start.strip(b"\0\r\n\t "):
            raise ResultsRefusedError("empty")
        if start.startswith(_ZIP):
            yield _packed(path, file, size, sheet, keep)
        elif _looks_like_json(start):
            yield _json(file, size, keep)
        else:
            yield _table(path, size, sheet, keep)


def _looks_like_json(start: bytes) -> bool:
    try:
        text = start.decode(utf16_or_utf8(start), "ignore")
    except LookupError:
        return False
    return text.lstrip("\ufeff \r\n\t").startswith(("{", "["))


def _packed(path: Path, file: BinaryIO, size: int, sheet: str, keep: Keep) -> Source:
    from desktop.exchange.evaluation.inspect_archive import archive_batch, is_inspect_archive

    if is_inspect_archive(file, size):
        return archive_batch(file, keep)
    return _table(path, size, sheet, keep)


def _table(path: Path, size: int, sheet: str, keep: Keep) -> Source:
    from desktop.exchange.source import read_source
    from desktop.exchange.table import MOST_COLUMNS, MOST_ROWS

    at_most(size, LARGEST_TABLE)
    try:
        table = read_source(path, sheet=sheet)
    except SourceRefusedError as refused:
        if refused.problem.code == "too-many-cells":
            raise ResultsRefusedError("table-too-many", rows=f"{MOST_ROWS:,}", columns=f"{MOST_COLUMNS:,}") from refused
        raise ResultsRefusedError("table", why=str(refused)) from refused
    found = suggest_columns(table.headers)
    suggested = {role: table.headers[at] for role, at in found.items()}
    kind = "xlsx" if table.sheet else "csv"
    samples = table.rows[:SAMPLES]
    return Tabular(kind, table.headers, samples, suggested, partial(_rows, table, keep), table.sheet, table.sheets)


def _rows(table: "Table", keep: Keep, columns: Mapping[str, str] | None) -> Batch:
    reader = reader_for(table.headers, columns, keep)
    if not table.rows:
        raise ResultsRefusedError("no-rows")
    rows = zip(table.rows, table.row_numbers, strict=True)
    examples: Iterator[Example] = (reader.example(cells, number) for cells, number in rows)
    kind = "xlsx" if table.sheet else "csv"
    torn = tuple(
        Notice("ragged", problem.row) for problem in table.problems if problem.code in {"row-too-long", "row-too-short"}
    )
    return headed(Batch(kind, examples, notices=torn), reader.columns, table.rows)


def _json(file: BinaryIO, size: int, keep: Keep) -> Source:
    """JSON Lines where the first line is an object of its own and not the whole file; else one document."""
    if _begins_with_object(file) and not (size <= LARGEST_DOCUMENT and _is_whole(file)):
        at_most(size, LARGEST_LINES)
        file.seek(0)
        return lines_source(file, keep)
    at_most(size, LARGEST_DOCUMENT, "document-too-large")
    file.seek(0)
    data = file.read()
    encoding = utf16_or_utf8(data[:4])
    try:
        found = parsed(data.decode(encoding))
    except (ValueError, UnicodeError):
        if encoding == "utf-8-sig":
            raise ResultsRefusedError("json-damaged") from None
        file.seek(0)  # the ends of lines in UTF-16 are not seen byte by byte, so it may be JSON Lines after all
        return lines_source(file, keep)
    return _document(found, keep)


def _begins_with_object(file: BinaryIO) -> bool:
    """Whether the first line is a whole object."""
    file.seek(0)
    try:
        return isinstance(parsed(file.readline(_LONGEST_FIRST)), dict)
    except ValueError:
        return False


def _is_whole(file: BinaryIO) -> bool:
    """Nothing but blanks follows the first line, which has just been read."""
    file.seek(0)
    file.readline(_LONGEST_FIRST)
    return not file.read(64 * 1024).strip()


def _document(found: Any, keep: Keep) -> Source:
    from desktop.exchange.evaluation.inspect_log import is_inspect_log, log_batch
    from desktop.exchange.evaluation.promptfoo import is_promptfoo, is_promptfoo_entry, promptfoo_batch, promptfoo_lines

    if is_inspect_log(found):
        return log_batch(found, keep)
    if is_promptfoo(found):
        return promptfoo_batch(found, keep)
    records = [found] if isinstance(found, dict) else found
    if isinstance(records, list) and records and is_promptfoo_entry(records[0]):
        return promptfoo_lines(records[0], enumerate(records, 1), keep)
    if isinstance(records, list) and records and all(isinstance(record, dict) for record in records):
        return records_source(records, keep)
    raise ResultsRefusedError("json-unknown")
