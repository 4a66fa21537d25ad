"""The simulation beside the window: always of the newest value case, one at a time."""

from PySide6.QtCore import QObject, Signal

from desktop.analysis.value_simulation import Simulation, simulate
from desktop.ui.jobs import Jobs
from desktop.workbook.sprint import ValueCase


class Simulating(QObject):
    """``done`` carries the simulation of the value case that was asked for last, None where one cannot be simulated."""

    done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: ValueCase | None = None
        self._running: ValueCase | None = None
        self._shown: ValueCase | None = None
        self._jobs = Jobs(self)
        self._jobs.succeeded.connect(self._finished)
        self._jobs.failed.connect(lambda _trouble: self._finished(None))

    def ask(self, value: ValueCase) -> None:
        """Simulate ``value`` unless that is what is shown; what runs is let go on and then thrown away."""
        self._asked = value
        if value != self._shown:
            self._start()

    def _start(self) -> None:
        value = self._asked
        if value is None or self._jobs.busy:
            return
        self._running = value
        self._jobs.start("simulate", lambda _progress: simulate(value))

    def _finished(self, found: object) -> None:
        if self._running != self._asked:
            self._start()
            return
        self._shown = self._running
        self.done.emit(found if isinstance(found, Simulation) else None)

    def wait(self) -> None:
        """Block until nothing runs and the newest result has been told."""
        while self._jobs.busy:
            self._jobs.wait()
