"""Tab goes through list, board and check-in, out again, and past nothing without a name."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.northwind import sample
from tests.ui.shell.test_keyboard import walk
from tests.window import open_window, settle

CLAIMS = "0001-claims-triage"


def test_the_keyboard_gets_through_the_check_in_and_out(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("checkin", CLAIMS)
        settle()
        seen = walk(window)
        assert {"One task at a time", "Close check-in", "Note on the sponsor", "Add decision"} <= set(seen)
        assert "Find anything" in seen
        assert "" not in seen, seen


def test_tab_goes_through_one_line_of_the_list_and_out(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("tasks", CLAIMS)
        settle()
        window.activateWindow()
        page = window.work.host.page
        page.focus_first()
        columns = len(page.table.visible_columns())
        for _ in range(columns - 1):
            qtbot.keyClick(page.table, Qt.Key.Key_Tab)
        assert window.focusWidget() is page.table
        assert page.table.currentIndex().row() == 0
        qtbot.keyClick(page.table, Qt.Key.Key_Tab)
        assert window.focusWidget() is not page.table


def test_the_board_is_one_stop_a_column(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("tasks", CLAIMS)
        shown = window.work.host.page
        shown.shape.set_value("board")
        shown._show_shape()
        settle()
        seen = walk(window)
        assert {"Open", "In progress", "Blocked", "Done"} <= set(seen)
        assert "" not in seen
