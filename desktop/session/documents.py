"""Project files as the window needs them: opened, saved, recovered, and every refusal in words."""

from __future__ import annotations  # the start page must not wait for the document's models

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.files.home import has_copies
from desktop.resources import resource
from desktop.text import say

if TYPE_CHECKING:
    from desktop.files.lock import Lock, LockState, Who
    from desktop.files.recovery import RecoveryStore
    from desktop.workbook import Workbook


@dataclass(frozen=True)
class Document:
    """A project as it stands on the disk, with what the next save and the reports need.

    ``read_only``: a newer version wrote it and lets this one only look. ``copies`` lie beside it and hold the same
    project in another state.
    """

    workbook: Workbook
    revision: str
    project: str
    opened: object
    notices: tuple[str, ...] = ()
    read_only: bool = False
    copies: tuple[Path, ...] = ()


@dataclass(frozen=True)
class LostWork:
    """Unsaved work of a session that ended early. ``path`` None: it was never saved; ``revision``: what it builds on."""

    id: str
    name: str
    path: Path | None
    written: datetime
    revision: str | None = None


class Documents:
    """The files of projects. What is refused is raised, and ``sentence`` says why."""

    def __init__(self) -> None:
        self._copies: RecoveryStore | None = None
        self._lock: Lock | None = None

    @property
    def _store(self) -> RecoveryStore:
        """One store for the process: it holds the mark that says that this work is still open."""
        if self._copies is None:
            from desktop.files.recovery import RecoveryStore

            self._copies = RecoveryStore()
        return self._copies

    def open(self, path: Path) -> Document:
        """Read a project."""
        from desktop.files.project import open_project

        return _document(open_project(path))

    def save(self, path: Path, workbook: Workbook, known: Document | None) -> Document:
        """Write a project so that the old file or the new one is whole at every moment.

        Under another name than ``known`` it becomes a project of its own. What a newer minor version put in stays; of a
        newer major version only what was read here can be kept.
        """
        from desktop.files.project import Opened, forked, same_file, save_project

        opened = known.opened if known and isinstance(known.opened, Opened) else None
        if opened and not same_file(path, opened.path):
            opened = None if opened.read_only else forked(opened)
        return _document(save_project(path, workbook, opened).opened)

    def claim(self, path: Path, over: LockState | None = None) -> LockState | None:
        """Mark the project as open here instead of the one before; else what stands in the way, and nothing has changed.

        ``over`` is the state that is opened all the same.
        """
        from desktop.files.lock import Lock, take

        found = take(path, _me(), datetime.now(UTC), over)
        if not isinstance(found, Lock):
            return found
        self.release(but=path)
        self._lock = found
        return None

    def release(self, but: Path | None = None) -> None:
        """The project is no longer open here, unless it is the one at ``but``."""
        from desktop.files.lock import lock_path

        if self._lock is not None and (but is None or self._lock.path != lock_path(but)):
            self._lock.release()
            self._lock = None

    def let_go(self, project: str) -> None:
        """Work has ended here; a recovery copy that is left would be offered again."""
        self._store.let_go(project)

    def sample(self) -> Workbook:
        """The fictitious engagement that ships with the app."""
        from desktop.files.project import open_project

        return open_project(resource("samples", "northwind.readiness.json")).workbook

    def new_id(self) -> str:
        """An id for a project that has no file yet."""
        from uuid import uuid4

        return str(uuid4())

    def keep(self, project: str, workbook: Workbook, known: Document | None, about: tuple[str, Path | None]) -> None:
        """Write a recovery copy; ``about`` is the document's name and file."""
        from desktop.files.codec import encode
        from desktop.files.project import Opened
        from desktop.files.recovery import About

        opened = known.opened if known and isinstance(known.opened, Opened) else None
        data, _ = encode(workbook, opened.decoded if opened else None, project)
        name, path = about
        said = About(name, str(path) if path else None, known.revision if known else None, datetime.now(UTC))
        self._store.write(project, data, said)

    def lost(self) -> tuple[LostWork, ...]:
        """What can be recovered, the latest first."""
        return self._pending() if has_copies() else ()

    def _pending(self) -> tuple[LostWork, ...]:
        return tuple(
            LostWork(
                copy.project_id,
                copy.about.name,
                Path(copy.about.path) if copy.about.path else None,
                copy.about.written.astimezone().replace(tzinfo=None),
                copy.about.saved_revision,
            )
            for copy in self._store.pending()
        )

    def recover(self, project: str) -> Workbook:
        """The recovered content; raises Refused or KeyError where it is gone."""
        from desktop.files.codec import decode

        store = self._store
        copy = next((one for one in store.pending() if one.project_id == project), None)
        if copy is None:
            raise KeyError(project)
        return decode(store.read(copy)).workbook

    def decline(self, project: str) -> None:
        """Do not offer this copy again."""
        self._store.decline(project)

    def clear(self, project: str) -> None:
        """There is nothing left to recover of this project."""
        self._store.clear(project)

    def sentence(self, error: BaseException) -> tuple[str, str]:
        """What happened, and what is safe or to be done; never a traceback and never a value of the document."""
        from desktop.exchange.problems import SourceRefusedError
        from desktop.files.problem import Refused, sentence

        match error:
            case Refused():
                return say("shell.trouble"), sentence(error.problem)
            case SourceRefusedError():
                return say("shell.trouble"), str(error)
            case OSError():
                return say("shell.trouble"), say("shell.trouble.system", why=error.strerror or type(error).__name__)
            case MemoryError():
                return say("shell.trouble"), say("shell.trouble.memory")
            case _:
                return say("shell.trouble.unexpected"), say("shell.trouble.kind", kind=type(error).__name__)


def _me() -> Who:
    import getpass
    import os
    import platform

    from desktop.files.lock import Who

    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        user = "?"
    return Who(user, platform.node(), say("shell.app"), os.getpid())


def _document(opened: object) -> Document:
    from desktop.files.problem import sentence
    from desktop.files.project import Opened

    assert isinstance(opened, Opened)
    said = tuple(sentence(notice) for notice in opened.notices)
    copies = tuple(copy.path for copy in opened.copies)
    envelope = opened.envelope
    return Document(opened.workbook, envelope.revision, envelope.project, opened, said, opened.read_only, copies)
