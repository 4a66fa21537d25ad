"""Copies of unsaved work, so that a crash costs seconds. Pure file logic: when to write is the session's to say."""

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from desktop.files.atomic import replace_atomically
from desktop.files.guard import hold
from desktop.files.home import RECOVERY, private_folder
from desktop.files.problem import Refused
from desktop.files.reading import read_regular

_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_ABOUT_LIMIT = 65_536  # bytes
_COPY, _ABOUT, _DECLINED, _LIVE = ".readiness.json", ".about", ".declined", ".live"


@dataclass(frozen=True)
class About:
    """What the offer to recover says. ``path`` None: the project was never saved. ``saved_revision``: what it builds on."""

    name: str
    path: str | None
    saved_revision: str | None
    written: datetime


@dataclass(frozen=True)
class RecoveryCopy:
    """Unsaved work that a process left behind when it ended; ``size`` in bytes."""

    project_id: str
    path: Path
    about: About
    size: int


@cache
def _handles(_folder: Path) -> dict[str, int]:
    """The locks that this process holds in a folder, by project: a process has them once, however many stores it makes."""
    return {}


class RecoveryStore:
    """The recovery copies of this user; one for each project.

    While a store keeps copies of a project it holds the system's lock on a file beside them, which dies with the process.
    That is how the next start tells what a crash left behind from what another window is still working on.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or private_folder(RECOVERY)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._held = _handles(self._folder)

    def write(self, project_id: str, data: bytes, about: About) -> None:
        """Keep ``data`` as the project's recovery copy; raises Refused when the disk does not take it."""
        said = asdict(about) | {"written": about.written.astimezone(UTC).isoformat()}
        self._mark_live(project_id)
        replace_atomically(self._place(project_id, _COPY), data)
        replace_atomically(self._place(project_id, _ABOUT), json.dumps(said, ensure_ascii=False).encode())

    def pending(self) -> tuple[RecoveryCopy, ...]:
        """The copies to offer, the latest first: not those that somebody is working on, not the declined ones."""
        found = (self._copy(path) for path in self._folder.glob(f"*{_COPY}"))
        offered = (copy for copy in found if copy and not self._live(copy.project_id))
        return tuple(sorted(offered, key=lambda copy: copy.about.written, reverse=True))

    def read(self, copy: RecoveryCopy) -> bytes:
        """The work itself, to be decoded like any project; raises Refused when it is gone."""
        return read_regular(copy.path)

    def decline(self, project_id: str) -> None:
        """Never offer this copy again. It stays on the disk until a newer one or a save takes its place."""
        data = read_regular(self._place(project_id, _COPY))
        replace_atomically(self._place(project_id, _DECLINED), hashlib.sha256(data).hexdigest().encode())

    def clear(self, project_id: str) -> None:
        """The work is saved or deliberately thrown away: nothing is left to recover."""
        self.let_go(project_id)
        for ending in (_COPY, _ABOUT, _DECLINED, _LIVE):
            with suppress(OSError):
                self._place(project_id, ending).unlink(missing_ok=True)

    def let_go(self, project_id: str) -> None:
        """Work on the project has ended here, with or without a crash; a copy that is left is offered again."""
        handle = self._held.pop(project_id, None)
        if handle is not None:
            os.close(handle)

    def _mark_live(self, project_id: str) -> None:
        if project_id not in self._held:
            with suppress(OSError):
                handle = hold(self._place(project_id, _LIVE))
                if handle is not None:
                    self._held[project_id] = handle

    def _live(self, project_id: str) -> bool:
        try:
            handle = hold(self._place(project_id, _LIVE))
        except OSError:
            return False
        if handle is None:
            return True
        os.close(handle)
        return False

    def _place(self, project_id: str, ending: str) -> Path:
        if not _ID.fullmatch(project_id):  # it comes from a file, and it names one here
            raise ValueError(project_id)
        return self._folder / f"{project_id}{ending}"

    def _copy(self, path: Path) -> RecoveryCopy | None:
        project_id = path.name.removesuffix(_COPY)
        if not _ID.fullmatch(project_id):
            return None
        with suppress(Refused):
            data = read_regular(path)
            if self._declined(project_id) == hashlib.sha256(data).hexdigest():
                return None
            return RecoveryCopy(project_id, path, self._about(project_id, path), len(data))
        return None

    def _declined(self, project_id: str) -> str:
        try:
            return read_regular(self._place(project_id, _DECLINED), _ABOUT_LIMIT).decode("ascii", "replace")
        except Refused:
            return ""

    def _about(self, project_id: str, path: Path) -> About:
        """What is known of a copy; without its note it is still offered, by the time of the file."""
        try:
            said = json.loads(read_regular(self._place(project_id, _ABOUT), _ABOUT_LIMIT))
            return About(**(said | {"written": datetime.fromisoformat(said["written"])}))
        except (Refused, ValueError, TypeError, KeyError):
            changed = path.stat().st_mtime
            return About("", None, None, datetime.fromtimestamp(changed, UTC))
