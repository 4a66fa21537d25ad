"""Files that the system asks the running app to open: a double click on macOS arrives as an event, not as an argument."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent


class FileRequests(QObject):
    """Give it to the application as an event filter; ``take`` is called with each file that lies on a disk."""

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
