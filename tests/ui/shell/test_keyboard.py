"""Everything without a mouse: Tab reaches every stop in reading order and gets out of every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from tests.northwind import sample
from tests.window import open_window, settle


def _says(widget: QWidget) -> str:
    return str(widget.text()) if isinstance(widget, QAbstractButton) else ""


def walk(window: MainWindow, most: int = 200) -> list[str]:
    """What Tab stops at, from the first field of the page until it comes round again."""
    window.activateWindow()
    window.work.host.page.focus_first()
    first, left = window.focusWidget(), False  # in a table Tab goes from cell to cell before it leaves
    seen: list[str] = []
    for _ in range(most):
        focus = window.focusWidget()
        seen.append(focus.accessibleName() or _says(focus))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if left and window.focusWidget() is first:
            return seen
        left = left or window.focusWidget() is not first
    pytest.fail(f"Tab never came round: {seen[-5:]}")


def test_the_keyboard_reaches_every_field_in_reading_order(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        settle()
        seen = list(dict.fromkeys(walk(window)))
        page = ["Client", "Industry", "Confidentiality line", "Start date", "Currency", "Country", "Region"]
        week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        after = ["Other days off", "Add a day off", "Next: People", "Done: Client named"]
        assert seen[: len(page) + len(week) + len(after)] == page + week + after
        assert seen.index("Find anything") > seen.index("Done: Country chosen")


@pytest.mark.parametrize("page", ["people", "profile", "sprint-1", "sprint-2", "sprint-3", "sprint-4"])
def test_the_keyboard_gets_out_of_every_page(qtbot: QtBot, page: str) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go(page)
        settle()
        seen = walk(window)
        assert any(name.startswith("Next: ") for name in seen)
        assert "Find anything" in seen
        assert "" not in seen
