"""A second start hands its file to the window that runs already, through a folder that only this user can look into.

No socket: the first window holds a file under the system's lock, which dies with it, and a later start leaves a note in the
folder beside it. A note that nobody takes is withdrawn, and the later start opens a window of its own.
"""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.files.guard import hold
from desktop.files.home import private_folder
from desktop.files.problem import Refused
from desktop.files.reading import MIB, read_regular

PAUSE = 0.05  # seconds between two looks at whether the note was taken
PAUSES = 60  # three seconds: a window that is busy saving still answers
_NOTE = ".note"


class Handover:
    """One user's notes. Make it once at the start; OSError where the user's data folder cannot be written."""

    def __init__(self) -> None:
        self.folder = private_folder("handover")
        self._held = hold(self.folder / "first")

    @property
    def first(self) -> bool:
        """No other window of this user runs; this one takes the notes from now on."""
        return self._held is not None

    def end(self) -> None:
        """Let a later start be the first."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def ask(self, path: Path | None, wait: Callable[[float], None] = time.sleep) -> bool:
        """Have the first window open ``path`` (None: come to the front); False where it did not take the note."""
        name = self.folder / f"{os.urandom(8).hex()}{_NOTE}"
        draft = name.with_suffix(".draft")
        draft.write_text(json.dumps({"path": str(path) if path else None}), encoding="utf-8")
        draft.replace(name)
        for _ in range(PAUSES):
            if not name.exists():
                return True
            wait(PAUSE)
        try:
            name.unlink()
        except FileNotFoundError:  # taken at the last moment
            return True
        return False

    def take(self) -> tuple[Path | None, ...]:
        """The notes that wait, oldest first; they are gone afterwards. What is no note is thrown away."""
        waiting = sorted(self.folder.glob(f"*{_NOTE}"), key=_age)
        return tuple(path for note in waiting for path in _taken(note))


def _age(note: Path) -> float:
    with suppress(OSError):
        return note.stat().st_mtime
    return 0.0


def _taken(note: Path) -> tuple[Path | None, ...]:
    try:
        said = json.loads(read_regular(note, MIB))
        note.unlink()
    except (OSError, Refused, ValueError):
        with suppress(OSError):
            note.unlink()
        return ()
    match said:
        case {"path": str(path)}:
            return (Path(path),)
        case {"path": None}:
            return (None,)
    return ()
