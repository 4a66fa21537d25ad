"""The one file that does threading: one job at a time, with progress, and a way to stop it."""

from collections.abc import Callable
from threading import Event
from time import sleep, thread_time

from PySide6.QtCore import QObject, QThread, Signal, Slot

from desktop.reports.cancel import Cancelled

_SLICE, _LONGEST_REST = 0.001, 0.05  # seconds
Progress = Callable[[int, int], None]
Work = Callable[[Progress], object]


class Turns:
    """Called again and again by work in a thread: rests for as long as it has worked since, so that the window can go on.

    Python runs one thread at a time, and the window gives its turn away at every call into Qt: work that never rests takes
    five milliseconds each time before it gives it back, and a page is painted by hundreds of calls.
    """

    def __init__(self) -> None:
        self._rested = 0.0

    def __call__(self) -> None:
        worked = thread_time() - self._rested
        if worked >= _SLICE:
            sleep(min(worked, _LONGEST_REST))
            self._rested = thread_time()


class _Thread(QThread):
    """Runs one piece of work; what it raises is kept as a value, so that nothing escapes from a thread."""

    stepped = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.stop = Event()
        self.result: object = None
        self.trouble: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._work(self._progress)
        except BaseException as trouble:  # noqa: BLE001  # handed over to the thread of the window
            self.trouble = trouble

    def _progress(self, done: int, total: int) -> None:
        if self.stop.is_set():
            raise Cancelled
        self.stepped.emit((done, total))


class Jobs(QObject):
    """Runs work beside the window. Exactly one of ``succeeded``, ``failed`` and ``cancelled`` follows each start."""

    started = Signal(str)
    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None

    @property
    def busy(self) -> bool:
        """A job is running."""
        return self._thread is not None

    def start(self, name: str, work: Work) -> bool:
        """Begin ``work`` in its own thread; False where another job is still running."""
        if self._thread is not None:
            return False
        self._thread = thread = _Thread(work, self)
        thread.stepped.connect(self._tell)
        thread.finished.connect(self._finish)
        self.started.emit(name)
        thread.start()
        return True

    def cancel(self) -> None:
        """Ask the running job to stop; it stops at its next step of progress and leaves nothing behind."""
        if self._thread is not None:
            self._thread.stop.set()

    def wait(self) -> None:
        """Block until the running job is over and its end has been told. For quitting, after ``cancel`` where wanted."""
        if self._thread is not None:
            self._thread.wait()
            self._finish()

    @Slot(object)
    def _tell(self, step: tuple[int, int]) -> None:
        if self._thread is not None:  # ``wait`` may have told the end before the last steps were heard
            self.progressed.emit(*step)

    @Slot()
    def _finish(self) -> None:
        thread = self._thread
        if thread is None or not thread.isFinished():  # told already, by ``wait``
            return
        self._thread = None
        thread.deleteLater()
        if thread.trouble is None:
            self.succeeded.emit(thread.result)
        elif isinstance(thread.trouble, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(thread.trouble)
