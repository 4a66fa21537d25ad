"""What stands beside a project: copies that a syncing service made of it, and temporaries that a crash left."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desktop.files.atomic import TEMPORARY
from desktop.files.problem import Refused
from desktop.files.reading import read_regular
from desktop.files.schema import FORMAT

ORPHAN_AGE = timedelta(days=1)
_HEAD = 2048  # bytes; the envelope stands first and has about 400
_TEMPORARY = re.compile(re.escape(TEMPORARY) + r"[0-9a-f]{16}\.tmp")
_BY_SERVICE = re.compile(
    r"-[^\s/\\]{1,63}"  # OneDrive: the name of the other computer
    r"| ?\([^()]*(?:conflicted copy|conflict|Konflikt)[^()]*\)"  # Dropbox, Nextcloud
    r"| ?\(\d{1,3}\)"  # Google Drive, browsers
    r"|\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
    re.IGNORECASE,
)
_ENDINGS = (".readiness.json", ".json")


@dataclass(frozen=True)
class ConflictCopy:
    """Another file with the same project in it, in a different state."""

    path: Path
    revision: str


def conflict_copies(project: Path, project_id: str, revision: str) -> tuple[ConflictCopy, ...]:
    """Copies beside ``project`` that a syncing service named, hold the same project and are at another revision."""
    beginning = project.name.removesuffix(_ending(project.name))
    try:
        names = sorted(one.name for one in project.parent.iterdir() if _is_copy_name(one.name, beginning, project.name))
    except OSError:
        return ()
    copies = (_same_project(project.with_name(name), project_id) for name in names)
    return tuple(copy for copy in copies if copy and copy.revision != revision)


def clean_orphans(folder: Path, now: datetime) -> int:
    """Remove our own temporaries that are older than a day; returns how many. What cannot be removed stays."""
    removed = 0
    try:
        entries = [entry for entry in os.scandir(folder) if _TEMPORARY.fullmatch(entry.name)]
    except OSError:
        return 0
    for entry in entries:
        with suppress(OSError):
            age = now.timestamp() - entry.stat(follow_symlinks=False).st_mtime
            if entry.is_file(follow_symlinks=False) and age > ORPHAN_AGE.total_seconds():
                Path(entry.path).unlink()
                removed += 1
    return removed


def _ending(name: str) -> str:
    return next((ending for ending in _ENDINGS if name.endswith(ending)), "")


def _is_copy_name(name: str, beginning: str, own: str) -> bool:
    """Services put their mark before the last ending or before both: ``a.readiness (1).json``, ``a (1).readiness.json``."""
    if name == own or not name.startswith(beginning):
        return False
    rest = name[len(beginning) :]
    inner = rest.removesuffix(_ending(rest)) if rest.endswith(_ENDINGS) else ""
    return bool(_BY_SERVICE.fullmatch(inner.removeprefix(".readiness")))


def _same_project(path: Path, project_id: str) -> ConflictCopy | None:
    try:
        head = read_regular(path)[:_HEAD]
    except Refused:
        return None
    said = dict(re.findall(rb'"(format|project|revision)"\s*:\s*"([^"]*)"', head))
    if said.get(b"format") != FORMAT.encode() or said.get(b"project") != project_id.encode():
        return None
    return ConflictCopy(path, said.get(b"revision", b"").decode("ascii", "replace"))
