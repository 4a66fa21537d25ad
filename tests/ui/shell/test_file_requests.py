"""A file that the system asks the running app to open is opened in its window."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.files.project import save_project
from desktop.ui.shell.file_requests import FileRequests
from tests.northwind import sample
from tests.window import open_window, settle


def test_an_open_event_opens_the_file_and_other_events_go_on(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Bürgschaft ä.readiness.json"
    save_project(path, sample())
    with open_window() as window:
        requests = FileRequests(window, window.take_file)
        qapp.installEventFilter(requests)
        try:
            qapp.sendEvent(qapp, QFileOpenEvent(str(path)))
            settle()
        finally:
            qapp.removeEventFilter(requests)
        assert window.desk.path == path
        assert not requests.eventFilter(qapp, QEvent(QEvent.Type.User))
