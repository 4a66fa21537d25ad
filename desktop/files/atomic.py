"""Replacing a file so that a crash, a full disk or a power cut at any moment leaves the whole old one or the whole new one.

Standard library only, and only what the sequence needs: the fault tests start it once per system call.
Why not QSaveFile: it takes a short ``write()`` on a full disk for success.
"""

import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.files.problem import Problem, Refused, writing_problem
from desktop.files.reading import MIB, read_regular, real_path, regular_portions

TEMPORARY = ".readiness-"  # how our own temporaries begin; orphans are known by it
SCANNER_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds; a virus scanner on Windows lets go of a file within these
SCANNED = os.name == "nt"  # where a scanner or an indexer may hold a file that nobody has open
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PRIVATE = 0o600
_PORTION = 16 * MIB  # bytes per write; some systems cut a longer one short


@dataclass(frozen=True)
class Saved:
    """The new content stands under the name. ``durable`` False: whether it outlives a power cut is not proven.

    ``path`` is the real file behind a link; ``notes`` tell what did not work beside the saving itself.
    """

    path: Path
    durable: bool
    previous: Path | None = None
    notes: tuple[Problem, ...] = ()


def stands_at(path: Path, data: bytes) -> bool:
    """Whether exactly ``data`` stands under ``path``, whatever the time stamp says; raises Refused for no readable file.

    The bytes themselves are compared: that is surer than a digest, and quicker than making one.
    """
    seen = 0
    for portion in regular_portions(path):
        if not data.startswith(portion, seen):
            return False
        seen += len(portion)
    return seen == len(data)


def replace_atomically(
    path: Path,
    data: bytes,
    *,
    keep_previous: Path | None = None,
    expected: bytes | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Saved:
    """Put ``data`` under ``path``; through a link, the real file is replaced and the link stays.

    ``keep_previous``: where the present version is kept. ``expected``: what has to stand there now, else ``changed-on-disk``.
    Raises Refused with the old file untouched and no temporary left; only ``in-use`` keeps it and tells where.
    """
    target = real_path(path)
    mode = _mode_of(target)
    temporary = write_temporary(target, data, mode)
    try:
        if expected is not None:
            _expect(target, expected)
        previous, notes = _keep(target, keep_previous) if keep_previous and mode else (None, ())
        replace(temporary, target, wait)
    except BaseException as error:
        if not (isinstance(error, Refused) and error.problem.code == "in-use"):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise
    return Saved(target, sync_folder(target.parent), previous, notes)


def write_temporary(target: Path, data: bytes, mode: int | None) -> Path:
    """A complete, flushed and read-back temporary beside ``target``; ``mode`` None means readable by its owner only."""
    temporary = temporary_beside(target)
    try:
        handle = os.open(temporary, _NEW, _PRIVATE)
    except OSError as error:
        raise Refused(writing_problem(error, target.name)) from error
    try:
        try:
            if mode is not None:
                _copy_access(handle, target, mode)
            _write_all(handle, data)
            os.fsync(handle)
            _compare(handle, data, target.name)
        finally:
            os.close(handle)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise Refused(writing_problem(error, target.name)) from error
        raise
    return temporary


def temporary_beside(target: Path) -> Path:
    """A free hidden name in the same folder, where a rename is one step. Short, so that a long project name still fits."""
    return target.with_name(f"{TEMPORARY}{os.urandom(8).hex()}.tmp")


def replace(temporary: Path, target: Path, wait: Callable[[float], None] = time.sleep) -> None:
    """Rename over ``target``, with patience for Windows scanners; raises Refused, ``in-use`` with the kept file's path."""
    pauses = SCANNER_PAUSES if SCANNED else ()
    for pause in (*pauses, None):
        try:
            temporary.replace(target)
        except PermissionError as error:
            if pause is not None:
                wait(pause)
            elif pauses:
                kept = _kept_visibly(temporary, target)
                raise Refused(Problem("in-use", target.name, {"kept": str(kept)})) from error
            else:
                raise Refused(writing_problem(error, target.name)) from error
        except OSError as error:
            raise Refused(writing_problem(error, target.name)) from error
        else:
            return


def sync_folder(folder: Path) -> bool:
    """Make a rename in ``folder`` outlive a power cut; False where the system would not confirm it.

    Windows has no such call for folders; NTFS journals a rename by itself.
    """
    if os.name == "nt":
        return True
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        os.fsync(handle)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            os.close(handle)
    return True


def _mode_of(target: Path) -> int | None:
    """The mode of the file to be replaced, None where there is none; refuses what is no file or is write-protected."""
    try:
        about = target.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(writing_problem(error, target.name)) from error
    except ValueError as error:
        raise Refused(Problem("bad-name", target.name)) from error
    if stat.S_ISLNK(about.st_mode):  # it could not be followed to its end
        raise Refused(Problem("link-loop", target.name))
    if not stat.S_ISREG(about.st_mode):
        raise Refused(Problem("not-a-file", target.name))
    if not about.st_mode & stat.S_IWUSR:
        raise Refused(Problem("write-protected", target.name))
    return stat.S_IMODE(about.st_mode) & 0o777


def _copy_access(handle: int, target: Path, mode: int) -> None:
    """Give the new file the old one's mode and group, as far as the file system has them; it stays private otherwise."""
    if os.name == "nt":
        return
    with suppress(OSError):
        about = target.stat()
        if (about.st_uid, about.st_gid) != (os.geteuid(), os.getegid()):
            os.fchown(handle, about.st_uid, about.st_gid)
    with suppress(OSError):
        os.fchmod(handle, mode)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest[:_PORTION]) :]


def _compare(handle: int, data: bytes, name: str) -> None:
    """Read back what was written; a file system that lies about it is told from one that does not."""
    os.lseek(handle, 0, os.SEEK_SET)
    seen = 0
    while piece := os.read(handle, MIB):
        if not data.startswith(piece, seen):
            raise Refused(Problem("written-wrongly", name))
        seen += len(piece)
    if seen != len(data):
        raise Refused(Problem("written-wrongly", name))


def _expect(target: Path, expected: bytes) -> None:
    try:
        stands = stands_at(target, expected)
    except Refused as refused:
        if refused.problem.code == "missing":
            raise Refused(Problem("gone", target.name)) from refused
        raise
    if not stands:
        raise Refused(Problem("changed-on-disk", target.name))


def _keep(target: Path, keep: Path) -> tuple[Path | None, tuple[Problem, ...]]:
    """Keep the present version under ``keep``. That this fails is told, and is no reason to lose the new one."""
    try:
        keep.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.link(target, keep)
        except OSError:
            _copy(target, keep)
    except (OSError, Refused):
        return None, (Problem("previous-not-kept", target.name),)
    return keep, ()


def _copy(target: Path, keep: Path) -> None:
    temporary = write_temporary(keep, read_regular(target), None)
    try:
        temporary.replace(keep)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def _kept_visibly(temporary: Path, target: Path) -> Path:
    """Give a temporary that holds unsaved work a name that people see and the orphan cleaning does not touch."""
    stem, dot, ending = target.name.partition(".")
    kept = target.with_name(f"{stem}.unsaved-{os.urandom(3).hex()}{dot}{ending}")
    try:
        temporary.rename(kept)
    except OSError:
        return temporary
    return kept
