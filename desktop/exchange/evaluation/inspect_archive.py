"""An Inspect AI log in the packed format (.eval): a zip with a head and one JSON file a sample, read one at a time.

The archive is looked at before anything is unpacked: parts, stated sizes and how far they swell; ``zipfile`` then checks
each part against what it states.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from desktop.exchange.evaluation.batch import MOST_EXAMPLES, Batch, Example, ResultsRefusedError
from desktop.exchange.evaluation.file import LARGEST_ARCHIVE, MIB, at_most, parsed
from desktop.exchange.evaluation.inspect_log import headed, is_inspect_log
from desktop.exchange.evaluation.inspect_sample import SampleReader, comparable, scorer_of
from desktop.workbook.kept_texts import Keep

_HEADS = ("header.json", "_journal/start.json")
_PART, _RATIO, _RATIO_FROM = 32 * MIB, 400, MIB
_UNPACKED = 4096 * MIB  # all samples together, one after the other
_DIRECTORY = 64 * MIB  # bytes of a directory of half a million samples
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def is_inspect_archive(file: BinaryIO, size: int) -> bool:
    """Whether a packed file has the head of a log. A workbook has not, and neither has what is damaged."""
    try:
        with zipfile.ZipFile(_Bounded(file, size)) as archive:
            return any(head in archive.NameToInfo for head in _HEADS)
    except _DAMAGE:
        return False
    finally:
        file.seek(0)


def archive_batch(file: BinaryIO, keep: Keep) -> Batch:
    """The samples of the packed log in ``file``; raises ResultsRefusedError where it is not safe or not sound."""
    with _refusing_damage():
        size = file.seek(0, 2)
        at_most(size, LARGEST_ARCHIVE)
        archive = zipfile.ZipFile(file)
        names = _samples(archive)
        header = _read(archive, next(head for head in _HEADS if head in archive.NameToInfo))
        if not is_inspect_log(header):
            raise ResultsRefusedError("inspect-damaged")
        scorer = scorer_of(header, (_read(archive, name) for name in names))
    compare = not scorer and comparable(header)
    if not scorer and not compare:
        raise ResultsRefusedError("inspect-no-scores", n=len(names))
    return headed(
        "inspect-eval", header, _examples(archive, names, SampleReader(scorer, keep, compare=compare)), scorer
    )


def _samples(archive: zipfile.ZipFile) -> list[str]:
    entries = archive.infolist()
    if len(entries) > MOST_EXAMPLES:
        raise ResultsRefusedError("too-many", limit=f"{MOST_EXAMPLES:,}")
    for entry in entries:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 0x1:
            raise ResultsRefusedError("inspect-packing")
    at_most(sum(entry.file_size for entry in entries), _UNPACKED, "inspect-unpacked")
    names = sorted(name for name in archive.NameToInfo if name.startswith("samples/") and name.endswith(".json"))
    if not names:
        raise ResultsRefusedError("inspect-no-samples")
    return names


def _read(archive: zipfile.ZipFile, name: str) -> Any:
    entry = archive.getinfo(name)
    swollen = entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(1, entry.compress_size)
    if entry.file_size > _PART or swollen:
        raise ResultsRefusedError("inspect-part", megabytes=_PART // MIB)
    found = parsed(archive.read(entry))
    if not isinstance(found, dict):
        raise ResultsRefusedError("inspect-damaged")
    return found


def _examples(archive: zipfile.ZipFile, names: list[str], reader: SampleReader) -> Iterator[Example]:
    with _refusing_damage():
        for row, name in enumerate(names, start=1):
            yield reader.example(_read(archive, name), row)


@contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        yield
    except _DAMAGE as damage:
        raise ResultsRefusedError("inspect-damaged") from damage


class _Bounded:
    """A file whose single reads stay below the size of an honest directory, for a first look into a packed file."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._limit = file, min(size, _DIRECTORY)

    def read(self, n: int = -1) -> bytes:
        if n > self._limit:
            raise ValueError("directory")
        return self._file.read(n if n >= 0 else self._limit)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True
