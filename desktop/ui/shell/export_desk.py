"""Exports from the window: ask where to, run beside the window, say where it went."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.session.settings import SettingsFile
from desktop.text import say
from desktop.ui.jobs import Jobs, Progress
from desktop.ui.shell.desk import Desk
from desktop.ui.shell.job_banner import JobBanner


class ExportDesk(QObject):
    """Writes trackers, board summaries and calendars of the document on the desk."""

    def __init__(self, desk: Desk, banner: JobBanner, settings: SettingsFile) -> None:
        super().__init__(banner)
        self._desk, self._banner, self._settings = desk, banner, settings
        self.jobs = Jobs(self)
        self._target: Path | None = None
        self.jobs.progressed.connect(banner.step)
        self.jobs.succeeded.connect(self._done)
        self.jobs.failed.connect(self._failed)
        self.jobs.cancelled.connect(self._stopped)
        banner.cancelled.connect(self.jobs.cancel)

    def export(self, kind: str, system_id: str | None) -> bool:
        """Write ``tracker`` or ``board`` for a system, or for all that entered the sprint, or the ``calendar`` of all.

        False where nothing was begun.
        """
        session = self._desk.session
        if session is None:
            return False
        if self.jobs.busy:
            self._banner.begin(say("shell.job.busy"))
            return False
        self._desk.flush()
        target = self._desk.dialogs.save_file(kind, self._suggested(kind, system_id))
        if target is None:
            return False
        self._settings.remember_folder("export", target)
        workbook, revision, today, method = session.workbook, self._desk.revision, session.today(), session.method
        self._target = target

        def work(progress: Progress) -> Path:
            from desktop.session.exporting import CALENDAR, export, export_calendar, make_report

            if kind == CALENDAR:
                export_calendar(workbook, method, today, datetime.now(UTC), target)
                return target

            report = make_report(workbook, revision, today, system_id, method)
            export(kind, report, target, force=True, progress=progress)
            return target

        self._banner.begin(say(f"shell.job.{kind}", name=target.name))
        return self.jobs.start(kind, work)

    def _suggested(self, kind: str, system_id: str | None) -> Path:
        session = self._desk.session
        name = self._desk.name or self._desk.suggested_file().name.removesuffix(".readiness.json")
        system = session.workbook.systems.get(system_id or "") if session else None
        if system is not None:
            name = "-".join("".join(c if c.isalnum() else " " for c in system.name).split())[:60]
        return self._settings.folder("export") / say(f"shell.job.{kind}-file", name=name)

    def _done(self, result: object) -> None:
        if isinstance(result, Path):
            self._banner.tell_written(result)

    def _failed(self, error: BaseException) -> None:
        headline, detail = self._desk.projects.sentence(error)
        self._banner.tell("block", headline, detail)

    def _stopped(self) -> None:
        self._banner.tell("open", say("shell.job.cancelled"), say("shell.job.cancelled.detail"))
