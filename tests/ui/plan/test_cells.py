"""The plan is edited like a spreadsheet: each cell, paste from Excel, and what cannot be read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.session.plan_page_cells import AFTER, COLUMNS, DAYS, OWNER, PERCENT, START, STATE, TITLE
from desktop.ui.main_window import MainWindow
from desktop.workbook.plan import TaskStatus
from tests.planned import book, tasks
from tests.ui.plan.conftest import Show
from tests.ui.plan.hand import given, line_of, now, write


def test_cells_are_edited_like_a_spreadsheet(window: MainWindow, show: Show) -> None:
    page = show()
    write(page, "access", TITLE, "Access to all data")
    write(page, "access", DAYS, "2 – 4 – 9")
    write(page, "access", PERCENT, "25 %")
    write(page, "access", OWNER, "Priya Raman")
    write(page, "alerts", AFTER, "1")
    write(page, "alerts", STATE, "blocked")
    found = given(window)
    effort = found["access"].effort
    assert (found["access"].title, found["access"].percent, found["access"].owner) == ("Access to all data", 25, "p3")
    assert (effort.low, effort.likely, effort.high) == (2, 4, 9)
    assert found["access"].status is TaskStatus.IN_PROGRESS
    first = page.model.view.order[0]
    assert found["alerts"].after == (first,)
    assert found["alerts"].status is TaskStatus.BLOCKED
    for _ in range(6):
        window.do("undo")
    assert now(window) == book()


def test_a_day_in_the_start_cell_moves_the_task(window: MainWindow, show: Show) -> None:
    page = show()
    write(page, "alerts", START, "2026-12-03")
    assert given(window)["alerts"].delay == 3
    assert page.model.view.schedule.tasks["alerts"].start == date(2026, 12, 3)


def test_a_new_name_in_the_owner_cell_becomes_a_person_in_the_same_step(window: MainWindow, show: Show) -> None:
    page = show()
    write(page, "access", OWNER, "Lukas Weber")
    owner = given(window)["access"].owner
    assert now(window).people[owner].name == "Lukas Weber"
    window.do("undo")
    assert now(window) == book()


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        (DAYS, "many", "is not an effort"),
        (DAYS, "8 – 4 – 2", "is not an effort"),
        (PERCENT, "120", "whole number from 0 to 100"),
        (AFTER, "99", "names no task"),
        (AFTER, "6", "already waits for this one"),
        (STATE, "nearly", "is no status"),
        (START, "soon", "is not a day"),
    ],
)
def test_what_cannot_be_read_stays_in_its_cell_and_says_why(
    window: MainWindow, show: Show, column: str, text: str, said: str
) -> None:
    page = show()
    write(page, "access", column, text)
    assert now(window) == book()
    assert said in page.trouble.text()
    assert page.flush() == 1
    index = page.model.index(page.model.row_of("access"), COLUMNS.index(column))
    assert index.data() == text
    write(page, "access", column, {DAYS: "5", PERCENT: "0", AFTER: "1", STATE: "done", START: "2026-11-03"}[column])
    assert page.trouble.isHidden()
    assert page.flush() == 0


def test_a_task_of_ones_own_is_added_and_named_at_once(window: MainWindow, show: Show) -> None:
    page = show()
    page.table.choose("pipeline")
    QTest.keyClick(page.table, Qt.Key.Key_Insert)
    line = line_of(page)
    QTest.keyClicks(line, "Ask the works council")
    QTest.keyClick(line, Qt.Key.Key_Return)
    (added,) = given(window).keys() - tasks().keys()
    assert given(window)[added].title == "Ask the works council"
    assert given(window)[added].after == ("pipeline",)
    assert given(window)[added].band == "5-8"


def test_rows_are_copied_as_excel_takes_them(show: Show) -> None:
    page = show()
    page.table.choose("launch")
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\t")
    assert copied[:4] == ["6", "Launch review", "Maria Keller", "2"]


def test_a_column_from_excel_fills_the_cells_below_in_one_step(window: MainWindow, show: Show) -> None:
    page = show()
    first, second, third, *_ = (name for _, name in page.model.rows if name)
    page.table.choose(first, OWNER)
    QGuiApplication.clipboard().setText("Lukas Weber\t3\nLukas Weber\tmany\nTomas Novak\t8\n")
    QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = given(window)
    (added,) = now(window).people.keys() - {"p1", "p2", "p3"}
    assert [found[name].owner for name in (first, second, third)] == [added, added, "p2"]
    assert [found[name].effort.likely for name in (first, second, third)] == [3, tasks()[second].effort.likely, 8]
    assert page.model.unread(second, DAYS).typed == "many"
    assert "is not an effort" in page.trouble.text()
    window.do("undo")
    assert now(window) == book()
