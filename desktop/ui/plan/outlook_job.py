"""The forecast and the ways out, worked out beside the window: what was asked for last wins, and nothing waits for it."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.session.plan_page_outlook import Outlook, outlook
from desktop.ui.jobs import Jobs, Progress, Turns
from desktop.workbook import Workbook

_REST_MS = 250  # after the last edit; whoever moves a bar by keys does not wait for a forecast between two presses

Wanted = tuple[Workbook, str, date]


class OutlookJob(QObject):
    """``found`` carries an ``Outlook``, or None while one is being worked out."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Wanted | None = None
        self._jobs = Jobs(self)
        self._jobs.succeeded.connect(self._show)
        self._jobs.failed.connect(self._fail)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._next)

    def ask(self, workbook: Workbook, system_id: str, today: date) -> None:
        """Work this plan out, and say until then that it is not known."""
        self._wanted = (workbook, system_id, today)
        self.found.emit(None)
        self._rest.start()

    def _next(self) -> None:
        if self._wanted is None or self._jobs.busy:
            return
        wanted, self._wanted = self._wanted, None

        def work(_progress: Progress) -> Outlook:
            return outlook(*wanted, Turns())

        self._jobs.start("outlook", work)

    def _show(self, result: object) -> None:
        if self._wanted is None:
            self.found.emit(result)
        elif not self._rest.isActive():
            self._next()

    def _fail(self, _error: BaseException) -> None:
        self._show(Outlook(None, None))

    def wait(self) -> None:
        """Block until what was asked for last is there."""
        self._rest.stop()
        self._jobs.wait()
        self._next()
        self._jobs.wait()

    def finish(self) -> None:
        """Wait for what still runs; nothing more is begun."""
        self._wanted = None
        self._rest.stop()
        self._jobs.wait()
