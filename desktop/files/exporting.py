"""Writing a new file for other people: complete under its name, or not there at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desktop.files.atomic import replace, sync_folder, temporary_beside
from desktop.files.problem import Problem, Refused, writing_problem
from desktop.files.reading import real_path


def write_new(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` under a name that is free; with ``force`` also over a file. Raises Refused (``exists`` and others)."""
    with exporting(path, force=force) as stream:
        stream.write(data)


@contextmanager
def exporting(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A binary stream whose content appears under ``path`` when the block ends well, and leaves nothing when it does not.

    Any exception of the block (also a cancelled job's) passes through. Raises Refused where the name is taken and
    ``force`` is not given, and where the disk does not take the file.
    """
    target = real_path(path)
    _check_name(target, force=force)
    temporary = temporary_beside(target)
    try:
        # "x": nobody else's file is written into; the mode is the user's usual one, for an export is meant to be passed on
        stream = temporary.open("x+b")
    except OSError as error:
        raise Refused(writing_problem(error, target.name)) from error
    try:
        yield from _whole(stream, target.name)
        _commit(temporary, target, force=force)
    except BaseException as error:
        if not (isinstance(error, Refused) and error.problem.code == "in-use"):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _whole(stream: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """Lend the stream; afterwards everything is on the disk. The disk's errors are told as problems, others pass."""
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise Refused(writing_problem(error, name)) from error


def _check_name(target: Path, *, force: bool) -> None:
    try:
        taken = target.exists()
        regular = target.is_file()
    except OSError as error:
        raise Refused(writing_problem(error, target.name)) from error
    except ValueError as error:  # a NUL in the name
        raise Refused(Problem("bad-name", target.name)) from error
    if taken and not regular:
        raise Refused(Problem("not-a-file", target.name))
    if taken and not force:
        raise Refused(Problem("exists", target.name))


def _commit(temporary: Path, target: Path, *, force: bool) -> None:
    if force or os.name == "nt":
        if not force and target.exists():
            raise Refused(Problem("exists", target.name))
        replace(temporary, target)
        return
    try:
        os.link(temporary, target)  # unlike a rename it never replaces what appeared in the meantime
    except FileExistsError as error:
        raise Refused(Problem("exists", target.name)) from error
    except OSError:  # a file system without hard links
        _check_name(target, force=False)
        replace(temporary, target)
        return
    temporary.unlink()
