"""A file of results as bytes: a regular file, not larger than its kind may be, never waited for."""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from desktop.exchange.evaluation.batch import ResultsRefusedError

MIB = 1024 * 1024
LARGEST_TABLE = 64 * MIB
LARGEST_DOCUMENT = 64 * MIB
LARGEST_LINES = 1024 * MIB  # JSON Lines are read line by line
LARGEST_ARCHIVE = 512 * MIB
MOST_VALUES = 5_000_000  # each costs up to a hundred times its two bytes once it is a value


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file and its size in bytes; raises ResultsRefusedError where it cannot be read. A pipe would hang a plain open."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise ResultsRefusedError("missing") from None
    except OSError as error:
        raise ResultsRefusedError("unreadable") from error
    known = os.fstat(handle)
    if not stat.S_ISREG(known.st_mode):
        os.close(handle)
        raise ResultsRefusedError("not-a-file")
    with os.fdopen(handle, "rb") as file:
        yield file, known.st_size


def at_most(size: int, limit: int, code: str = "too-large") -> None:
    """Raises ResultsRefusedError where ``size`` bytes are more than ``limit``."""
    if size > limit:
        raise ResultsRefusedError(code, megabytes=limit // MIB)


def parsed(data: bytes | str) -> Any:
    """A JSON text as values; raises ValueError for what is none, is not UTF-8, is nested beyond reason or made of crumbs."""
    text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise ValueError("values")
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested") from None
