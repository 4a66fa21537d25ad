"""Reads files of results beside the window and puts their run into the workbook, one file at a time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.session.editing import Edit
from desktop.session.evidence_edits import import_run
from desktop.session.known_columns import KnownColumns
from desktop.session.run_import import (
    Asked,
    ImportPreview,
    ReadFile,
    Wanted,
    import_preview,
    known_sets,
    likely_wanted,
    read_run_file,
)
from desktop.ui.evidence.import_panel import ImportPanel
from desktop.ui.jobs import Jobs, Progress
from desktop.ui.pages.page import Present
from desktop.workbook.kept_texts import Keep


class RunImportDesk(QObject):
    """``imported`` carries the edit and the run's set; ``started`` and ``ended`` frame the import of a file."""

    imported = Signal(object, str)
    started = Signal()
    ended = Signal()

    def __init__(
        self, panel: ImportPanel, choose: Callable[[], Path | None], known: KnownColumns, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._choose, self._known = panel, choose, known
        self._present: Present | None = None
        self._set = ""
        self._asked: Asked | None = None
        self._next: Asked | None = None
        self._found: ReadFile | None = None
        self._wanted: Wanted | None = None
        self._preview: ImportPreview | None = None
        self.jobs = Jobs(self)
        self.jobs.succeeded.connect(self._read)
        self.jobs.failed.connect(self._fail)
        self.jobs.cancelled.connect(self._begin_next)
        self.jobs.progressed.connect(lambda done, _total: panel.show_progress(done))
        panel.left.connect(self.stop)
        panel.stopped.connect(self.stop)
        panel.other_wanted.connect(self.choose_file)
        panel.mapped.connect(self._map)
        panel.sheet_chosen.connect(self._take_sheet)
        panel.wanted.connect(self._want)
        panel.keep_chosen.connect(self._keep)
        panel.import_wanted.connect(self._import)

    @property
    def active(self) -> bool:
        """A file is being read or looked at."""
        return self._asked is not None

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        if (path := self._choose()) is not None:
            self.read(path)

    def begin(self, present: Present, shown_set: str) -> None:
        """The workbook of this moment, and the set that is on show."""
        self._present, self._set = present, shown_set
        if self._found is not None and self._wanted is not None:
            self._show(self._wanted)

    def read(self, path: Path) -> None:
        """Read another file."""
        self._found = self._wanted = self._preview = None
        self._panel.show_reading(path, again=False)
        self._start(Asked(path))
        self.started.emit()

    def stop(self) -> None:
        """Nothing is to be imported; what still runs ends by itself and is forgotten."""
        self._asked = self._next = self._found = self._wanted = self._preview = None
        self.jobs.cancel()
        self.ended.emit()

    def finish(self) -> None:
        """Wait for what still runs; the page is about to go."""
        self._asked = self._next = None
        self.jobs.cancel()
        self.jobs.wait()

    def _start(self, asked: Asked) -> None:
        """Read, or once what runs now has been stopped."""
        self._asked = asked
        if self.jobs.busy:
            self._next = asked
            self.jobs.cancel()
            return
        today = self._present.today if self._present else date.min

        def work(progress: Progress) -> object:
            return asked, read_run_file(asked, today, progress)

        self.jobs.start("run", work)

    def _begin_next(self) -> None:
        following, self._next = self._next, None
        if following is not None:
            self._start(following)

    def _read(self, result: object) -> None:
        asked, found = result if isinstance(result, tuple) else (None, None)
        stale = self._next is not None or asked is not self._asked
        if stale or not isinstance(asked, Asked) or not isinstance(found, ReadFile):
            self._begin_next()
            return
        if asked.columns is None and (columns := self._known.better(found)) is not None:
            self._start(replace(asked, columns=columns))
            return
        first, self._found = self._found is None, found
        self._panel.show_file(found)
        system = self._present.system if self._present else None
        if system is None or (wanted := likely_wanted(system, found, self._set)) is None:
            self._preview = None
        else:
            self._show(self._wanted or wanted)
        if first:  # who corrects a column or chooses texts stays there
            self._panel.focus_first()

    def _fail(self, error: object) -> None:
        """Reading says itself what is wrong with a file; anything else is for the window to tell."""
        self.stop()
        if isinstance(error, BaseException):
            raise error

    def _map(self, columns: dict[str, str]) -> None:
        if self._asked is not None:
            self._again(replace(self._asked, columns=columns))

    def _take_sheet(self, sheet: str) -> None:
        if self._asked is not None:
            self._again(replace(self._asked, columns=None, sheet=sheet))

    def _keep(self, keep: Keep) -> None:
        """Whose texts stay: the file is read once more, for its texts are forgotten with each reading."""
        if self._asked is not None and keep is not self._asked.keep:
            self._again(replace(self._asked, keep=keep))

    def _again(self, asked: Asked) -> None:
        self._panel.show_reading(asked.path, again=True)
        self._start(asked)

    def _want(self, wanted: Wanted) -> None:
        self._show(wanted)

    def _show(self, wanted: Wanted) -> None:
        present, found = self._present, self._found
        if present is None or present.system is None or found is None:
            return
        self._wanted = wanted
        self._preview = import_preview(present.workbook, present.system.id, found, wanted)
        if self._preview is not None:
            self._panel.about.show_wanted(known_sets(present.system), wanted)
            self._panel.show_preview(self._preview)

    def _import(self) -> None:
        if self._panel.about.flush() or self._preview is None or self._present is None or not self._present.system_id:
            return
        if self._preview.known:
            return
        if self._found is not None:
            self._known.learn(self._found)
        edit: Edit = import_run(self._present.system_id, self._preview.run)
        run = self._preview.run
        self._asked = self._found = self._wanted = self._preview = None
        self.imported.emit(edit, run.test_set)
        self.ended.emit()
