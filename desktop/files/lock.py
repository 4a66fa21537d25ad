"""A lock file beside the project: a courtesy that tells people who has it open. Comparing bytes before saving guards it.

It is never broken because of its age; whoever meets one is told what it says and chooses.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from desktop.files.atomic import temporary_beside
from desktop.files.guard import guarded
from desktop.files.problem import Problem, Refused
from desktop.files.processes import is_alive
from desktop.files.reading import read_regular, real_path

LIMIT = 4096  # bytes; our own text has about 200
OLD = timedelta(days=3)
_AHEAD = timedelta(minutes=10)  # clocks of two computers may be that far apart


class Choice(StrEnum):
    """What can be done about a project in this state."""

    TAKE = "take"
    READ_ONLY = "read-only"
    OPEN_ANYWAY = "open-anyway"


class Kind(StrEnum):
    """The states of a lock; each has a sentence ``files.lock-<kind>``."""

    FREE = "free"
    OWN = "own"
    DEAD = "dead"
    LIVE = "live"
    OTHER_HOST = "other-host"
    OLD = "old"
    FUTURE = "future"
    EMPTY = "empty"
    BINARY = "binary"
    READ_ONLY_FOLDER = "read-only-folder"


_TAKEN = (Kind.FREE, Kind.OWN, Kind.DEAD)


@dataclass(frozen=True)
class Who:
    """Who opens: shown to the next person who meets the lock."""

    user: str
    host: str
    app: str
    pid: int


@dataclass(frozen=True)
class LockState:
    """What stands beside the project now. ``since`` None where the lock does not say."""

    kind: Kind
    seen: bytes | None = None
    who: Who | None = None
    since: datetime | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the user may do, the safe thing first."""
        if self.kind in _TAKEN:
            return (Choice.TAKE,)
        return (Choice.READ_ONLY,) if self.kind is Kind.READ_ONLY_FOLDER else (Choice.READ_ONLY, Choice.OPEN_ANYWAY)

    @property
    def problem(self) -> Problem:
        """The state as a problem with its sentence: who has it open, where and since when."""
        since = f"{self.since.astimezone():%Y-%m-%d %H:%M}" if self.since else "?"
        who = self.who or Who("?", "?", "?", 0)
        return Problem(f"lock-{self.kind}", "", {"user": who.user, "host": who.host, "app": who.app, "since": since})


@dataclass(frozen=True)
class Lock:
    """A lock that this process holds; ``text`` is what it wrote, so that it never removes another's."""

    path: Path
    text: bytes

    def release(self) -> None:
        """Remove the lock file if it is still ours. Never fails: a lock that stays is met as "dead" later."""
        with suppress(OSError, Refused):
            if read_regular(self.path, LIMIT) == self.text:
                self.path.unlink()


def lock_path(project: Path) -> Path:
    """Where the lock of a project stands: hidden, beside the real file."""
    real = real_path(project)
    return real.with_name(f".{real.name}.lock")


def examine(project: Path, me: Who, now: datetime) -> LockState:
    """What the lock beside ``project`` says, without changing anything."""
    path = lock_path(project)
    try:
        text = read_regular(path, LIMIT)
    except Refused as refused:
        if refused.problem.code != "missing":
            return LockState(Kind.BINARY)
        writable = os.access(path.parent, os.W_OK)
        return LockState(Kind.FREE if writable else Kind.READ_ONLY_FOLDER)
    if not text.strip():
        return LockState(Kind.EMPTY, text)
    return _understood(text, me, now)


def take(project: Path, me: Who, now: datetime, over: LockState | None = None) -> Lock | LockState:
    """Create the lock, or say what stands in the way.

    ``over`` is a state that the user has been shown and opens anyway: exactly that lock is replaced, no other.
    A free lock, our own and a dead process's on this computer are taken without it.
    """
    with guarded(lock_path(project)):
        state = examine(project, me, now)
        agreed = over is not None and over.seen == state.seen
        if state.kind not in _TAKEN and not (agreed and Choice.OPEN_ANYWAY in state.choices):
            return state
        try:
            return _write(lock_path(project), _text(me, now), state)
        except FileExistsError:  # another computer was faster
            return examine(project, me, now)


def _write(path: Path, text: bytes, state: LockState) -> Lock | LockState:
    """The lock appears with its whole text in one step, and only where no other computer was faster."""
    temporary = temporary_beside(path)
    try:
        temporary.write_bytes(text)
        try:
            if state.kind is Kind.FREE:
                _appear(temporary, path, text)
            else:
                temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError:
        return LockState(Kind.READ_ONLY_FOLDER)
    return Lock(path, text)


def _appear(temporary: Path, path: Path, text: bytes) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # no hard links here: exclusive creation, with an instant in which the lock is empty
        with path.open("xb") as stream:
            stream.write(text)


def _text(me: Who, now: datetime) -> bytes:
    since = now.astimezone(UTC).isoformat(timespec="microseconds")
    said = {"user": me.user, "host": me.host, "app": me.app, "pid": me.pid, "since": since}
    return json.dumps(said, indent=1, ensure_ascii=False).encode() + b"\n"


def _understood(text: bytes, me: Who, now: datetime) -> LockState:
    try:
        said = json.loads(text)
        who = Who(str(said["user"])[:80], str(said["host"])[:80], str(said["app"])[:80], int(said["pid"]))
        since = datetime.fromisoformat(said["since"])
        since = since if since.tzinfo else since.replace(tzinfo=UTC)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return LockState(Kind.BINARY, text)
    return LockState(_kind(who, since, me, now), text, who, since)


def _kind(who: Who, since: datetime, me: Who, now: datetime) -> Kind:
    if who.host == me.host:
        if who.pid == me.pid:
            return Kind.OWN
        return Kind.LIVE if is_alive(who.pid) else Kind.DEAD
    if since > now + _AHEAD:
        return Kind.FUTURE
    return Kind.OLD if now - since > OLD else Kind.OTHER_HOST
