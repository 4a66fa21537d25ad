"""Files that others ask the running app to open: the system, by an event, and a second start, by a note."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent

from desktop.files.handover import Handover


class FileRequests(QObject):
    """Give it to the application as an event filter; ``take`` is called with each file that lies on a disk.

    A double click on macOS arrives as an event, not as an argument.
    """

    def __init__(self, parent: QObject, take: Callable[[Path], None]) -> None:
        super().__init__(parent)
        self._take = take

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        if event.file():
            path = Path(event.file()).absolute()
            QTimer.singleShot(0, self, lambda: self._take(path))  # a question must not wait inside an event
        return True


class Notes(QObject):
    """Hears of the notes of later starts; ``take`` is called with each file, or with None to come to the front."""

    def __init__(self, parent: QObject, handover: Handover, take: Callable[[Path | None], None]) -> None:
        super().__init__(parent)
        self._handover, self._take = handover, take
        self._watcher = QFileSystemWatcher([str(handover.folder)], self)
        self._watcher.directoryChanged.connect(lambda _folder: self._look())
        QTimer.singleShot(0, self, self._look)  # one may have come before anybody watched

    def _look(self) -> None:
        for path in self._handover.take():
            QTimer.singleShot(0, self, lambda path=path: self._take(path))
