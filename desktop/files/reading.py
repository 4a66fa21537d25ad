"""Reading one file without being hung, flooded or fooled by what stands under its name."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from desktop.files.problem import Problem, Refused, from_os_error

MIB = 1024 * 1024
LIMIT = 64 * MIB
# A FIFO blocks a plain open until somebody writes into it; Windows has neither the flag nor such files.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_regular(path: Path, limit: int = LIMIT) -> bytes:
    """All bytes of a regular file of at most ``limit`` bytes.

    Raises Refused: ``missing``, ``no-permission``, ``not-a-file`` (folder, FIFO, device), ``too-large`` or ``unreadable``.
    """
    portions = list(regular_portions(path, limit, limit + 1))
    return portions[0] if len(portions) == 1 else b"".join(portions)


def regular_portions(path: Path, limit: int = LIMIT, portion: int = MIB) -> Iterator[bytes]:
    """The same file piece by piece, each of at most ``portion`` bytes; raises like ``read_regular``."""
    if path.is_dir():  # Windows calls this a missing permission
        raise Refused(Problem("not-a-file", path.name))
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        raise Refused(from_os_error(error, path.name, "unreadable")) from error
    except ValueError as error:  # a NUL in the name
        raise Refused(Problem("missing", path.name)) from error
    try:
        yield from _portions(handle, path.name, limit, portion)
    except OSError as error:
        raise Refused(from_os_error(error, path.name, "unreadable")) from error
    finally:
        os.close(handle)


def real_path(path: Path) -> Path:
    """The file behind any links; raises Refused where the way there cannot be read."""
    try:
        return Path(os.path.realpath(path))
    except OSError as error:
        raise Refused(from_os_error(error, path.name, "unreadable")) from error
    except ValueError as error:  # a NUL in the name
        raise Refused(Problem("bad-name", path.name.replace("\0", "?"))) from error


def _portions(handle: int, name: str, limit: int, portion: int) -> Iterator[bytes]:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise Refused(Problem("not-a-file", name))
    if about.st_size > limit:
        raise _too_large(name, limit)
    seen = 0
    # a file under /proc says 0 bytes, and one may grow while it is read
    while piece := os.read(handle, min(portion, max(about.st_size - seen, 0) + 1)):
        seen += len(piece)
        if seen > limit:
            raise _too_large(name, limit)
        yield piece


def _too_large(name: str, limit: int) -> Refused:
    return Refused(Problem("too-large", name, {"limit": f"{limit // MIB} MB" if limit >= MIB else f"{limit} bytes"}))
