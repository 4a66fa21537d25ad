"""JSON Lines: one object a line, read line by line so that a large file needs no more memory than a small one."""

import codecs
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from desktop.exchange.evaluation.batch import Batch, Example, ResultsRefusedError
from desktop.exchange.evaluation.columns import suggest_columns
from desktop.exchange.evaluation.file import LARGEST_TABLE, at_most, parsed
from desktop.exchange.evaluation.heading import headed
from desktop.exchange.evaluation.promptfoo import is_promptfoo_entry, promptfoo_lines
from desktop.exchange.evaluation.rows import RowReader, reader_for
from desktop.exchange.evaluation.tabular import SAMPLES, Tabular
from desktop.workbook.kept_texts import Keep

LONGEST_LINE = 4 * 1024 * 1024  # bytes
PEEK = 50  # objects whose names are the columns, and that say day and version; later ones may leave some out
NESTED = 2  # levels under which a name is still looked for, as in "scores.correct"
_ITEMS = frozenset(
    {"example", "sample", "case", "test", "item", "record", "row", "meta", "metadata"}
)  # whose id names the example


def lines_source(file: BinaryIO, keep: Keep) -> Tabular | Batch:
    """The examples of a JSON Lines file, read from where it stands, with the texts of those that ``keep`` wants.

    promptfoo's lines say themselves what is right.
    """
    encoding = utf16_or_utf8(file.read(4))
    file.seek(0)
    lines = _lines(file) if encoding == "utf-8-sig" else _wide_lines(file, encoding)
    records = _records(lines)
    first = next(records, None)
    if first is None:
        raise ResultsRefusedError("no-rows")
    whole = itertools.chain([first], records)
    return promptfoo_lines(first[1], whole, keep) if is_promptfoo_entry(first[1]) else _source("jsonl", whole, keep)


def records_source(records: list[dict[str, Any]], keep: Keep) -> Tabular:
    """The examples of a JSON list of objects, likewise."""
    return _source("json", iter(enumerate(records, start=1)), keep)


def utf16_or_utf8(start: bytes) -> str:
    """The encoding that a byte order mark states; JSON without one is UTF-8."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _source(kind: str, records: Iterator[tuple[int, Any]], keep: Keep) -> Tabular:
    first = list(itertools.islice(records, PEEK))
    names: dict[str, None] = {}
    for number, record in first:
        names.update(dict.fromkeys(_flat(record, number)))
    if not names:
        raise ResultsRefusedError("no-rows")
    headings = tuple(names)

    def make(columns: Mapping[str, str] | None) -> Batch:
        reader = reader_for(_plain_headings(headings, columns), columns, keep)
        batch = Batch(kind, _examples(itertools.chain(first, records), headings, reader))
        return headed(batch, reader.columns, [_cells(record, number, headings) for number, record in first])

    found = suggest_columns(_plain_headings(headings, None))
    samples = tuple(_cells(record, number, headings) for number, record in first[:SAMPLES])
    return Tabular(kind, headings, samples, {role: headings[at] for role, at in found.items()}, make)


def _plain_headings(headings: tuple[str, ...], said: Mapping[str, str] | None) -> tuple[str, ...]:
    """Nested names by their last part, unless a person names them whole or the part stands for several.

    The ``id`` of something else than the example, as in ``model.id``, keeps its whole name: it tells no examples apart.
    """
    chosen = set((said or {}).values())
    tails = [_tail(heading) for heading in headings]
    return tuple(
        heading if heading in chosen or tails.count(tail) > 1 else tail
        for heading, tail in zip(headings, tails, strict=True)
    )


def _tail(heading: str) -> str:
    before, _, last = heading.rpartition(".")
    of_another = last.casefold() == "id" and before and before.rpartition(".")[2].casefold() not in _ITEMS
    return heading if of_another else last


def _examples(records: Iterable[tuple[int, Any]], headings: tuple[str, ...], reader: RowReader) -> Iterator[Example]:
    for number, record in records:
        yield reader.example(_cells(record, number, headings), number)


def _cells(record: Any, number: int, headings: tuple[str, ...]) -> tuple[Any, ...]:
    values = _flat(record, number)
    return tuple(values.get(heading) for heading in headings)


def _flat(record: Any, number: int) -> dict[str, Any]:
    """An object's values by name, those of objects inside it by ``outer.inner``."""
    if not isinstance(record, dict):
        raise ResultsRefusedError("line-no-object", row=number)
    return dict(_leaves(record, "", NESTED))


def _leaves(record: dict[str, Any], before: str, levels: int) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, dict) and levels:
            yield from _leaves(value, f"{before}{name}.", levels - 1)
        else:
            yield f"{before}{name}", value


def _records(lines: Iterator[str]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip("\0 \r\n\t"):
            yield number, _object(line, number)


def _lines(file: BinaryIO) -> Iterator[str]:
    """Lines of UTF-8, one at a time."""
    for number in itertools.count(1):
        line = file.readline(LONGEST_LINE + 1)
        if not line:
            return
        if len(line) > LONGEST_LINE:
            raise ResultsRefusedError("line-too-long", row=number, megabytes=LONGEST_LINE // 1024 // 1024)
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeError:
            raise ResultsRefusedError("not-utf8", row=number) from None


def _wide_lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    """Lines of UTF-16, which some Windows tools write; read in one piece, for their ends cannot be found byte by byte."""
    data = file.read(LARGEST_TABLE + 1)
    at_most(len(data), LARGEST_TABLE)
    try:
        return iter(data.decode(encoding).split("\n"))
    except UnicodeError:
        raise ResultsRefusedError("not-utf8", row=1) from None


def _object(line: str, number: int) -> Any:
    try:
        return parsed(line)
    except ValueError:
        raise ResultsRefusedError("line-damaged", row=number) from None
