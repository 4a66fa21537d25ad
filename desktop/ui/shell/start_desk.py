"""Behind the start page: recent files, lost work, and the page on which a file was left."""

from __future__ import annotations  # the start page must not wait for the document's models

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.session.documents import LostWork
from desktop.session.recents import Recents
from desktop.session.settings import SettingsFile
from desktop.ui.pages.start import Lost, StartPage
from desktop.ui.shell.desk import Desk
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.workbook import Workbook

_PLACES_KEPT = 20


@dataclass(frozen=True)
class Belongings:
    """What the window keeps for its user."""

    theme: Theme
    settings: SettingsFile
    recents: Recents


class StartDesk(QObject):
    """Carries out what the start page asks for."""

    def __init__(self, page: StartPage, desk: Desk, own: Belongings) -> None:
        super().__init__(page)
        self._page, self._desk, self._own = page, desk, own
        self.lost: dict[str, LostWork] = {}
        page.answered.connect(self._answer)
        page.list.opened.connect(lambda path: desk.open(Path(path)))
        page.list.pinned.connect(self._pin)
        page.list.located.connect(self._locate)
        page.list.forgotten.connect(self._forget)

    def show(self) -> None:
        """Show what is known now."""
        found = self._desk.projects.lost()
        self.lost = {one.id: one for one in found}
        self.show_recents()
        self._page.show_lost(tuple(Lost(one.id, one.name, one.written, one.path is not None) for one in found))

    def show_recents(self) -> None:
        """Show the list of files as it is now."""
        self._page.show_recents(self._own.recents.all(), self._desk.clock.now())

    def _later(self) -> None:
        """Rows are made anew, so never from within the click on one."""
        QTimer.singleShot(0, self, self.show_recents)

    def _pin(self, path: str, pinned: bool) -> None:  # noqa: FBT001  # a Qt slot
        self._own.recents.pin(path, pinned=pinned)
        self._later()

    def _forget(self, path: str) -> None:
        self._own.recents.forget(path)
        self._later()

    def _locate(self, path: str) -> None:
        found = self._desk.dialogs.open_file("project", self._own.settings.folder("project"))
        if found is not None:
            self._own.recents.relocate(path, found)
            self._desk.open(found)

    def _answer(self, lost_id: str, answer: str) -> None:
        lost = self.lost[lost_id]
        if answer == "recover":
            self._desk.recover(lost)
            return
        self._desk.projects.decline(lost_id)
        if answer == "saved" and lost.path is not None:
            self._desk.open(lost.path)
        else:
            QTimer.singleShot(0, self, self.show)

    def first_place(self, workbook: Workbook, path: Path | None) -> tuple[str, str | None]:
        """Where to begin: on the page where the file was left, else where there is something to do."""
        known = self._own.settings.present.last_pages.get(str(path), "").split("|")
        entered = [system.id for system in workbook.systems.values() if system.sprint]
        if len(known) == 2 and known[0]:
            return known[0], known[1] or (entered[0] if entered else None)
        if not workbook.systems:
            return "engagement", None
        return "portfolio", entered[0] if entered else None

    def note_place(self, path: Path, page: str, system_id: str | None) -> None:
        """Remember the page on which a file is left."""
        known = {**self._own.settings.present.last_pages, str(path): f"{page}|{system_id or ''}"}
        self._own.settings.change(last_pages=dict(list(known.items())[-_PLACES_KEPT:]))
