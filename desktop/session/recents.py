"""The files a user worked on lately, with what each still needed when it was last open."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.session.settings import read_json, write_json

KEPT = 12


@dataclass(frozen=True)
class Recent:
    """One file. ``opened`` is a local time in ISO form; the counts are those of its last opening or saving."""

    path: str
    name: str
    opened: str
    pinned: bool = False
    fictitious: bool = False
    systems: int = 0
    in_sprint: int = 0
    done: int = 0
    total: int = 0
    late: int = 0

    @property
    def file(self) -> Path:
        """Where it lies, or lay."""
        return Path(self.path)

    @property
    def when(self) -> datetime:
        """When it was last open."""
        return datetime.fromisoformat(self.opened)


class Recents:
    """The list, pinned files first and then the newest; kept in one small file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = {entry.path: entry for entry in _read(file)}

    def all(self) -> tuple[Recent, ...]:
        """Every remembered file, in the order of the start page."""
        newest = sorted(self._known.values(), key=lambda entry: entry.opened, reverse=True)
        return tuple(sorted(newest, key=lambda entry: not entry.pinned))

    def remember(self, entry: Recent) -> None:
        """Put a file on top; a pin that it has stays. The oldest unpinned files fall off the end."""
        pinned = entry.pinned or (entry.path in self._known and self._known[entry.path].pinned)
        self._known[entry.path] = replace(entry, pinned=pinned)
        for old in [other for other in self.all() if not other.pinned][KEPT:]:
            del self._known[old.path]
        self._write()

    def pin(self, path: str, *, pinned: bool) -> None:
        """Keep a file on top, or let it move with the others."""
        if path in self._known:
            self._known[path] = replace(self._known[path], pinned=pinned)
            self._write()

    def forget(self, path: str) -> None:
        """Take a file off the list; the file itself stays."""
        if self._known.pop(path, None):
            self._write()

    def relocate(self, path: str, found: Path) -> None:
        """The file has moved to ``found``."""
        if entry := self._known.pop(path, None):
            self._known[str(found)] = replace(entry, path=str(found))
            self._write()

    def _write(self) -> None:
        write_json(self._file, [asdict(entry) for entry in self.all()])


def _read(file: Path) -> Iterable[Recent]:
    found = read_json(file)
    for entry in found if isinstance(found, list) else ():
        if recent := _recent(entry):
            yield recent


def _recent(entry: Any) -> Recent | None:
    try:
        known = {each.name: entry[each.name] for each in fields(Recent) if each.name in entry}
        recent = Recent(**known)
        _ = recent.when, recent.file
    except (KeyError, TypeError, ValueError):
        return None
    return recent
