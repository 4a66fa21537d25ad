"""A bar under the hand: dependents follow, a drop is one edit, undo puts everything back, keys do the same."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.session.plan_page_words import moving_words
from desktop.ui.main_window import MainWindow
from desktop.ui.plan.page import PlanPage
from desktop.workbook import Workbook
from desktop.workbook.plan import TaskStatus
from tests.planned import book, task
from tests.ui.plan.conftest import Show
from tests.window import settle

LEFT = Qt.MouseButton.LeftButton


def now(window: MainWindow) -> Workbook:
    return window.desk.session.workbook


def middle(page: PlanPage, name: str) -> QPoint:
    """The middle of a task's bar in the viewport."""
    row, scene = page.model.row_of(name), page.table.scene()
    rect = scene.bar(scene.view.schedule.tasks[name], page.table.rowViewportPosition(row))
    return rect.center().toPoint()


def drag(page: PlanPage, name: str, days: int, *, drop: bool = True) -> None:
    """Press on a bar, go sideways by working days in two steps, and let go."""
    at = middle(page, name)
    step = QPoint(round(page.table.timeline.axis.day_width * days), 0)
    QTest.mousePress(page.table.viewport(), LEFT, pos=at)
    QTest.mouseMove(page.table.viewport(), at + step / 2)
    QTest.mouseMove(page.table.viewport(), at + step)
    if drop:
        QTest.mouseRelease(page.table.viewport(), LEFT, pos=at + step)


def test_a_dragged_bar_takes_along_what_waits_for_it_before_it_is_let_go(window: MainWindow, show: Show) -> None:
    page = show()
    before = page.table.plan.schedule.tasks
    drag(page, "pipeline", 12, drop=False)
    tried = page.table.plan.schedule.tasks
    days = page.table.plan.prepared.frame.days.index
    moved = {name: days(entry.start) - days(before[name].start) for name, entry in tried.items()}
    assert {name: by for name, by in moved.items() if by} == {"pipeline": 12, "tests": 2, "launch": 2}
    assert "2 tasks follow" in moving_words(page.model.settled, page.table.plan, "pipeline")
    assert now(window) == book()
    QTest.mouseRelease(page.table.viewport(), LEFT, pos=middle(page, "pipeline"))


def test_dragging_a_critical_task_moves_the_launch_by_as_much_and_undo_restores_everything(
    window: MainWindow, show: Show
) -> None:
    page = show()
    decision = page.table.plan.schedule.decision
    drag(page, "tests", 5)
    assert now(window).systems["s1"].plan.tasks["tests"].delay == 5
    assert page.table.plan.schedule.decision == decision + timedelta(days=7)
    assert page.head._heading.text().endswith("launch on 14\u00a0January")
    window.do("undo")
    assert now(window) == book()
    assert page.table.plan.schedule.decision == decision


def test_keys_do_what_the_mouse_does(window: MainWindow, show: Show) -> None:
    page = show()
    drag(page, "tests", 6)
    dragged = now(window)
    window.do("undo")
    page.table.choose("tests")
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    QTest.keyClick(page.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert now(window) == dragged
    window.do("undo")
    assert now(window) == book()


def test_presses_of_a_key_are_one_step_of_undo_for_each_task(window: MainWindow, show: Show) -> None:
    page = show()
    for name in ("tests", "launch"):
        page.table.choose(name)
        for _ in range(3):
            QTest.keyClick(page.table, Qt.Key.Key_Right)
    window.do("undo")
    assert {key: one.delay for key, one in now(window).systems["s1"].plan.tasks.items() if one.delay} == {"tests": 3}


def test_a_bar_goes_no_further_back_than_its_weeks_and_what_it_waits_for(window: MainWindow, show: Show) -> None:
    page = show()
    drag(page, "tests", -20)
    assert now(window) == book()
    page.table.choose("tests")
    QTest.keyClick(page.table, Qt.Key.Key_Left)
    assert now(window) == book()


def test_escape_puts_a_bar_back(window: MainWindow, show: Show) -> None:
    page = show()
    before = page.table.plan.schedule
    drag(page, "pipeline", 4, drop=False)
    assert page.table.plan.schedule != before
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.table.plan.schedule == before
    QTest.mouseRelease(page.table.viewport(), LEFT, pos=middle(page, "pipeline"))
    assert now(window) == book()


def test_a_finished_task_cannot_be_moved(window: MainWindow, show: Show) -> None:
    done = {"a": task("A", 3, "p1", "1-4", status=TaskStatus.DONE, percent=100, finished_on=date(2026, 11, 4))}
    page = show(book(done))
    drag(page, "a", 3)
    page.table.choose("a")
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert now(window) == book(done)


@pytest.mark.parametrize("days", [1, 2, 5, 11])
def test_a_drop_snaps_to_working_days(window: MainWindow, show: Show, days: int) -> None:
    page = show()
    drag(page, "launch", days)
    entry = page.table.plan.schedule.tasks["launch"]
    assert entry.start.weekday() < 5
    assert now(window).systems["s1"].plan.tasks["launch"].delay == days


def test_the_capacity_follows_the_bar(window: MainWindow, show: Show) -> None:
    two = {"a": task("A", 5, "p1", "1-4"), "b": task("B", 5, "p1", "1-4")}
    page = show(book(two))
    assert page.strip.people[0].over == 1
    drag(page, "b", 5, drop=False)
    assert page.strip.people[0].over == 0
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.strip.people[0].over == 1


def test_undo_comes_back_to_the_task(window: MainWindow, show: Show) -> None:
    page = show()
    drag(page, "launch", 2)
    page.table.choose("access")
    window.work.go("findings")
    window.do("undo")
    settle()
    assert window.work.host.page is page
    assert page.table.current == "launch"
