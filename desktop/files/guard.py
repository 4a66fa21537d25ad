"""One saver at a time on this computer: the operating system's own lock around read, check and write.

It dies with its process, so it never has to be broken. The lock file beside the project is a courtesy between people;
this is what makes "check what stands there, then replace" one step.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.files.home import private_folder
from desktop.files.problem import Problem, Refused
from desktop.files.reading import real_path

PAUSE = 0.02  # seconds between two attempts
ATTEMPTS = 500  # ten seconds: longer than a save on a slow network drive should take


@contextmanager
def guarded(path: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Hold the guard for the file behind ``path``; raises Refused ``busy`` when another process keeps it too long.

    Where the user's data folder cannot be written, saving goes on without the guard: the check still holds.
    """
    from hashlib import sha256

    real = os.path.normcase(real_path(path))
    name = sha256(os.fsencode(real)).hexdigest()[:32]
    try:
        handle = _opened(private_folder("guards") / name)
    except OSError:
        yield
        return
    try:
        _acquire(handle, path.name, wait)
        yield
    finally:
        os.close(handle)  # lets the lock go


def hold(path: Path) -> int | None:
    """Keep a file under the system's lock for as long as the returned handle is open; None where another has it."""
    handle = _opened(path)
    if _try_lock(handle):
        return handle
    os.close(handle)
    return None


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)


def _acquire(handle: int, name: str, wait: Callable[[float], None]) -> None:
    for _ in range(ATTEMPTS):
        if _try_lock(handle):
            return
        wait(PAUSE)
    raise Refused(Problem("busy", name))


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
