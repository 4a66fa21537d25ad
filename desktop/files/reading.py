"""Reading one file without being hung, flooded or fooled by what stands under its name."""

import os
import stat
from pathlib import Path

from desktop.files.problem import Problem, Refused, from_os_error

MIB = 1024 * 1024
LIMIT = 64 * MIB
_CHUNK = 8 * MIB
# A FIFO blocks a plain open until somebody writes into it; Windows has neither the flag nor such files.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_regular(path: Path, limit: int = LIMIT) -> bytes:
    """All bytes of a regular file of at most ``limit`` bytes.

    Raises Refused: ``missing``, ``no-permission``, ``not-a-file`` (folder, FIFO, device), ``too-large`` or ``unreadable``.
    """
    if path.is_dir():  # Windows calls this a missing permission
        raise Refused(Problem("not-a-file", path.name))
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        raise Refused(from_os_error(error, path.name, "unreadable")) from error
    except ValueError as error:  # a NUL in the name
        raise Refused(Problem("missing", path.name)) from error
    try:
        return _all_of(handle, path.name, limit)
    except OSError as error:
        raise Refused(from_os_error(error, path.name, "unreadable")) from error
    finally:
        os.close(handle)


def _all_of(handle: int, name: str, limit: int) -> bytes:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise Refused(Problem("not-a-file", name))
    if about.st_size > limit:
        raise _too_large(name, limit)
    data = os.read(handle, about.st_size + 1) if about.st_size < _CHUNK * 4 else b""
    pieces, size = [data], len(data)
    while piece := os.read(handle, _CHUNK):  # a file under /proc says 0 bytes, and one may grow while it is read
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _too_large(name, limit)
    return b"".join(pieces) if len(pieces) > 1 else data


def _too_large(name: str, limit: int) -> Refused:
    return Refused(Problem("too-large", name, {"limit": f"{limit // MIB} MB" if limit >= MIB else f"{limit} bytes"}))
