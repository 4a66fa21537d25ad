"""Arriving on a page: where the keyboard lands, and what keeps its room when there is little."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.rail import RailItem
from desktop.workbook import System, Workbook
from desktop.workbook.edits.systems import add_system
from tests.northwind import sample
from tests.window import open_window, settle


@pytest.fixture
def window(qtbot: QtBot):
    with open_window() as made:
        made.desk.begin(sample(), pristine=True)
        made.activateWindow()
        yield made
        made.theme.set_text_scale(1.0)


def arrive(window: MainWindow, page: str) -> QWidget:
    window.work.go("engagement")
    window.work.host.page.focus_first()
    settle()
    window.work.go(page)
    settle()
    return window.focusWidget()


def test_the_keyboard_lands_on_the_work_and_not_on_a_button_that_commits(window):
    assert arrive(window, "plan") is window.work.host.page.table
    assert arrive(window, "checkin") is window.work.host.page.turn
    assert arrive(window, "tasks") is window.work.host.page.table


def test_arriving_on_the_tasks_chooses_none_of_them(window):
    arrive(window, "tasks")
    page = window.work.host.page
    assert page.table.currentIndex().isValid()
    assert page.table.chosen_rows() == ()


def test_a_chosen_place_in_the_rail_keeps_the_keyboard(window):
    item = next(item for item in window.work.rail.findChildren(RailItem) if item.text() == "People")
    item.setFocus()
    item.click()
    assert window.focusWidget() is item


def test_a_system_without_a_task_sees_the_way_in_alone(qtbot: QtBot):
    with open_window() as window:
        window.desk.begin(add_system(Workbook(), System(id="0001-x", name="X")), pristine=True)
        for name in ("tasks", "checkin"):
            window.work.go(name, "0001-x")
            settle()
            page = window.work.host.page
            assert page._empty.isVisible()
            beside = (page.table, page.board, page._none, page._foot) if name == "tasks" else (page.turn, page.sponsor)
            assert not any(part.isVisible() for part in beside)


@pytest.mark.parametrize("width", [1024, 1280, 1440])
def test_the_name_of_the_system_is_whole_in_every_window(window, width):
    window.resize(width, 720)
    settle()
    top = window.work.top
    assert top.system.width() >= top.system.sizeHint().width()


def test_in_the_rail_names_come_before_notes(window):
    window.theme.set_text_scale(1.5)
    window.resize(1280, 720)
    window.work.go("sprint-4")
    settle()
    for item in window.work.rail.findChildren(RailItem):
        if item.isVisible():
            room = item.width() - 66
            beside = item._note if item._note_room() >= 0 else ""
            noted = window.theme.text_width(beside, "caption") + 8 if beside else 0
            assert window.theme.text_width(item.text(), "body") + noted <= room, item.text()
            assert beside == item._note or item._note in item.toolTip()
