"""Nothing is shown as a window of its own for a moment: it would flash, and take the keyboard from the field one types in."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.every_page import PAGES
from tests.northwind import sample
from tests.window import open_window, settle


class Shown(QObject):
    """Notes each widget that is shown without a place in a window."""

    def __init__(self) -> None:
        super().__init__()
        self.page, self.found = "", set[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.add(f"{self.page}: {type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_page_shows_a_part_before_it_has_its_place(qtbot: QtBot) -> None:
    shown, app = Shown(), QApplication.instance()
    assert app is not None
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        app.installEventFilter(shown)
        for shown.page in PAGES:
            window.work.go(shown.page)
            settle()
            assert window.isActiveWindow(), shown.page
        app.removeEventFilter(shown)
    assert shown.found == set()
