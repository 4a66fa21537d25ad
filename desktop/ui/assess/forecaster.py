"""The forecast of a launch, worked out beside the window: thousands of simulated plans take about a second."""

from dataclasses import dataclass
from operator import is_

from PySide6.QtCore import QObject, Signal

from desktop.session.assess_outlook import Outlook, launch_outlook
from desktop.ui.jobs import Jobs, Progress, Turns
from desktop.ui.pages.page import Present


@dataclass(frozen=True)
class _Asked:
    """What a forecast rests on. Frozen parts of the document are the same while nothing in them has changed."""

    present: Present
    basis: tuple[object, ...]

    def same(self, other: "_Asked | None") -> bool:
        """It rests on the very same things, on the same day."""
        if other is None or self.present.today != other.present.today:
            return False
        return all(map(is_, self.basis, other.basis))


def _asked(present: Present) -> _Asked | None:
    """What a forecast for the chosen system rests on; None where it has no plan with a task."""
    plan = present.system.plan if present.system else None
    if plan is None or not plan.tasks:
        return None
    return _Asked(present, (plan, present.workbook.people, present.workbook.engagement))


class Forecaster(QObject):
    """Works out what was asked for last; ``found`` when there is another outlook to show."""

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._jobs.succeeded.connect(self._take)
        self._jobs.failed.connect(self._take_nothing)
        self._wanted: _Asked | None = None
        self._running: _Asked | None = None
        self._known: tuple[_Asked, Outlook | None] | None = None

    @property
    def busy(self) -> bool:
        """A forecast is being worked out."""
        return self._running is not None

    def ask(self, present: Present) -> Outlook | None:
        """The outlook where it is known; else None, and it is worked out where there is a plan."""
        self._wanted = _asked(present)
        if self._wanted is None:
            return None
        if self._known is not None and self._wanted.same(self._known[0]):
            return self._known[1]
        if not self.busy:
            self._begin(self._wanted)
        return None

    def _begin(self, asked: _Asked) -> None:
        present, self._running = asked.present, asked

        def work(_progress: Progress) -> Outlook | None:
            return launch_outlook(present.workbook, present.system_id or "", present.today, Turns())

        self._jobs.start("forecast", work)

    def _take_nothing(self, _error: BaseException) -> None:
        self._take(None)

    def _take(self, result: object) -> None:
        if self._running is None:
            return
        self._known = (self._running, result if isinstance(result, Outlook) else None)
        self._running = None
        if self._wanted is not None and not self._wanted.same(self._known[0]):
            self._begin(self._wanted)  # something has changed meanwhile
            return
        self.found.emit()

    def wait(self) -> None:
        """Block until nothing is being worked out."""
        while self._jobs.busy:
            self._jobs.wait()

    def finish(self) -> None:
        """Wait for the forecast that still runs; nobody wants it any more."""
        self._wanted = None
        self._jobs.wait()
