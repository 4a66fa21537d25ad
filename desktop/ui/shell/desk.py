"""The open document: opening, saving, closing and recovering it. It knows no page; the window listens to its signals."""

from __future__ import annotations  # the start page must not wait for the document's models

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.session.documents import Document, Documents, LostWork
from desktop.ui.dialogs import Dialogs
from desktop.ui.jobs import Jobs

if TYPE_CHECKING:
    from desktop.session.session import Change, Session
    from desktop.workbook import Workbook

_LOG = logging.getLogger("readiness")


@dataclass(frozen=True)
class Clock:
    """Where the present day and the present moment come from."""

    today: Callable[[], date]
    now: Callable[[], datetime]


class Desk(QObject):
    """Holds at most one open document."""

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    saved = Signal()
    saving = Signal()
    failed = Signal(str, str)
    refused = Signal(str, str)

    def __init__(
        self, projects: Documents, dialogs: Dialogs, start: Callable[[Workbook, Path | None], Session], clock: Clock
    ) -> None:
        super().__init__()
        self.projects, self.dialogs, self.clock = projects, dialogs, clock
        self._start = start
        self.session: Session | None = None
        self.path: Path | None = None
        self.saved_at: datetime | None = None
        self.flush: Callable[[], int] = lambda: 0
        self.project = ""
        self.read_only = False
        self._on_disk: Document | None = None
        self._kept: Workbook | None = None
        self._method_notices: tuple[str, ...] = ()
        self._jobs = Jobs(self)
        self._after: Callable[[], None] | None = None
        self._jobs.succeeded.connect(self._has_saved)
        self._jobs.failed.connect(self._has_failed)

    @property
    def name(self) -> str:
        """What the document is called."""
        return self.path.name.removesuffix(".json").removesuffix(".readiness") if self.path else ""

    @property
    def revision(self) -> str:
        """The revision on disk; empty for a document that was never saved."""
        return self._on_disk.revision if self._on_disk else ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be known of the file that was opened, as sentences."""
        return (*(self._on_disk.notices if self._on_disk else ()), *self._method_notices)

    @property
    def copies(self) -> tuple[Path, ...]:
        """Files beside the one that is open that hold the same project in another state."""
        return self._on_disk.copies if self._on_disk else ()

    @property
    def unsaved(self) -> bool:
        """There is something that is on no disk."""
        return self.session is not None and self.session.unsaved

    def begin(self, workbook: Workbook, *, pristine: bool) -> bool:
        """Open a document that has no file yet; ``pristine`` means that nothing would be lost by closing it."""
        if not self.close():
            return False
        self._take(workbook, None, None)
        if not pristine and self.session:
            self.session.mark_never_saved()
        return True

    def open(self, path: Path) -> bool:
        """Open a file; False where it was refused, which ``refused`` then says, or where the user stayed.

        Whatever stands in the way, the document that is open stays open until the other one takes its place.
        """
        try:
            self.projects.open(path)  # a file that cannot be opened is no reason to ask about this one
            if not self._may_leave():
                return False
            found = self.projects.open(path)  # again: leaving may just have saved this very file
        except Exception as error:  # noqa: BLE001  # every refusal becomes a sentence
            self.refused.emit(*self.projects.sentence(error))
            return False
        read_only = self._claim(path)
        if read_only is None:
            return False
        self._put_away(None if read_only else path)
        self._take(found.workbook, path, found)
        self.read_only = read_only or found.read_only
        return True

    def _claim(self, path: Path) -> bool | None:
        """Mark the file as open here: True where it may only be read, None where the user stayed away."""
        try:
            state = self.projects.claim(path)
        except Exception:  # noqa: BLE001  # a lock is a courtesy; comparing bytes guards the file when it is saved
            return False
        if state is None:
            return False
        answer = self.dialogs.locked(state)
        if answer == "open-anyway":
            with suppress(Exception):
                self.projects.claim(path, state)
        return None if answer == "cancel" else answer == "read-only"

    def _take(self, workbook: Workbook, path: Path | None, on_disk: Document | None) -> None:
        from desktop.session.method_upgrade import take_over

        self.session, self.path, self._on_disk = self._start(workbook, path), path, on_disk
        self._method_notices = take_over(self.session)
        self.project = on_disk.project if on_disk else self.projects.new_id()
        self._kept = None
        self.saved_at, self.read_only = None, False
        self.session.listen(self._heard)
        self.opened.emit()

    def _heard(self, change: Change) -> None:
        self.changed.emit(change)

    def save(self, after: Callable[[], None] | None = None) -> bool:
        """Save where the file is known, else ask for a place; ``after`` runs once it is on disk."""
        return self.save_to(self.path, after) if self.path and not self.read_only else self.save_as(after)

    def save_as(self, after: Callable[[], None] | None = None) -> bool:
        """Ask for a place and save there."""
        if self.session is None:
            return False
        chosen = self.dialogs.save_file("project", self.path or self.suggested_file())
        return self.save_to(chosen, after) if chosen else False

    def suggested_file(self) -> Path:
        """A file name made from the client's name."""
        client = self.session.workbook.engagement.client if self.session else ""
        plain = "-".join("".join(c if c.isalnum() else " " for c in client.casefold()).split())
        return Path(f"{plain or 'engagement'}.readiness.json")

    def save_to(self, path: Path, after: Callable[[], None] | None = None) -> bool:
        """Write in the background what stands now; typing can go on meanwhile."""
        if self.session is None:
            return False
        self.flush()
        self._jobs.wait()
        workbook, known = self.session.workbook, self._on_disk
        self._after = after
        self.saving.emit()
        return self._jobs.start("save", lambda _progress: (path, workbook, self.projects.save(path, workbook, known)))

    def _has_saved(self, result: object) -> None:
        if not isinstance(result, tuple) or self.session is None:
            return
        before, (self.path, workbook, self._on_disk) = self.path, result
        if self.path != before:
            self.read_only = False
            with suppress(Exception):
                self.projects.claim(self.path)
        self._forget_copy()  # it is older than the file now; what was typed meanwhile is kept at the next turn
        self.project = self._on_disk.project
        self.saved_at = self.clock.now()
        self.session.mark_saved(workbook)
        self.saved.emit()
        after, self._after = self._after, None
        if after:
            after()

    def _has_failed(self, error: BaseException) -> None:
        self._after = None
        self.failed.emit(*self.projects.sentence(error))

    def close(self) -> bool:
        """Close the document; with changes the user chooses, and False means that it stays open."""
        if not self._may_leave():
            return False
        self._put_away()
        return True

    def _may_leave(self) -> bool:
        """Whether the document may be closed: nothing would be lost, or the user has saved it or lets it go."""
        if self.session is None:
            return True
        self._jobs.wait()
        unread = self.flush()
        if self.session.unsaved or unread:
            answer = self.dialogs.leave(self.name or self.suggested_file().name, unread)
            if answer == "cancel":
                return False
            if answer == "save" and not self._save_now():
                return False
        return True

    def _put_away(self, claimed: Path | None = None) -> None:
        """Close the document without asking; ``claimed`` is marked as open here already, in its place."""
        if self.session is None:
            return
        self._forget_copy()
        self.projects.release(but=claimed)
        self.session = self.path = self._on_disk = self._kept = None
        self.closed.emit()

    def _save_now(self) -> bool:
        done: list[bool] = []
        if not self.save(lambda: done.append(True)):
            return False
        self._jobs.wait()
        return bool(done)

    def _forget_copy(self) -> None:
        if self._kept is not None:
            self.projects.clear(self.project)
            self._kept = None

    def keep(self, *, at_once: bool = False) -> None:
        """Write a recovery copy of what is on no disk yet. A disk that takes none must not disturb the work."""
        session = self.session
        if session is None or not session.unsaved or session.workbook is self._kept:
            return
        if self._jobs.busy and not at_once:
            return
        self._kept = session.workbook
        try:
            self.projects.keep(self.project, session.workbook, self._on_disk, (self.name or self.client, self.path))
        except Exception:  # noqa: BLE001
            _LOG.warning("no recovery copy", exc_info=True)

    @property
    def client(self) -> str:
        """The client's name, for documents without a file."""
        return self.session.workbook.engagement.client if self.session else ""

    def recover(self, lost: LostWork) -> bool:
        """Open recovered work: over the file that it builds on, else as a document that was never saved."""
        if not self._may_leave():
            return False
        workbook, known = self.projects.recover(lost.id), self._built_on(lost)
        read_only = self._claim(lost.path) if lost.path and known else False
        if read_only is None:
            return False
        self._put_away(lost.path if known and not read_only else None)
        self._take(workbook, lost.path if known else None, known)
        self.project, self.read_only = lost.id, read_only
        if self.session:
            self.session.mark_never_saved()
        self.keep()  # from now on the copy is this window's, to be offered to no other and to go with the next save
        return True

    def _built_on(self, lost: LostWork) -> Document | None:
        """The file as the lost work knew it; one that was saved by somebody since must not be written over."""
        if lost.path is None:
            return None
        try:
            found = self.projects.open(lost.path)
        except Exception:  # noqa: BLE001  # a file that cannot be read is no base
            return None
        return found if found.revision == lost.revision else None

    def finish(self) -> None:
        """Wait for a running save before the app ends."""
        self._jobs.wait()
