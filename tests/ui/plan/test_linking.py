"""A line pulled from the end of a bar: what it would do before it is let go, what it may not do, and undo."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.ui.main_window import MainWindow
from desktop.ui.plan.link_drag import knob
from desktop.ui.plan.page import PlanPage
from tests.planned import book, large, task
from tests.ui.plan.conftest import Show
from tests.ui.plan.hand import given, now
from tests.ui.plan.test_moving import middle
from tests.window import settle

LEFT = Qt.MouseButton.LeftButton


def end_of(page: PlanPage, name: str) -> QPoint:
    row, scene = page.model.row_of(name), page.table.scene()
    return knob(scene.bar(scene.view.schedule.tasks[name], page.table.rowViewportPosition(row))).toPoint()


def pull(page: PlanPage, name: str, to: QPoint, *, drop: bool = True) -> None:
    view, at = page.table.viewport(), end_of(page, name)
    QTest.mousePress(view, LEFT, pos=at)
    QTest.mouseMove(view, (at + to) / 2)
    QTest.mouseMove(view, to)
    if drop:
        QTest.mouseRelease(view, LEFT, pos=to)


def test_a_line_from_bar_to_bar_lets_one_task_wait_for_the_other(window: MainWindow, show: Show) -> None:
    page = show()
    pull(page, "alerts", middle(page, "launch"))
    assert given(window)["launch"].after == ("alerts", "tests")
    assert window.desk.session.undo_name == "Let “Launch review” wait for “Alerts”"
    window.do("undo")
    assert now(window) == book()


def test_what_it_would_do_is_said_and_shown_before_it_is_let_go(window: MainWindow, show: Show) -> None:
    two = {"a": task("A", 10, "p1", "1-4"), "b": task("B", 5, "p3", "1-4")}
    page = show(book(two))
    before = page.table.plan.schedule
    pull(page, "a", middle(page, "b"), drop=False)
    tried = page.table.plan.schedule
    assert tried.tasks["b"].start > before.tasks["a"].finish
    assert page.table.pointer.line.pulled.words == "“B” then begins on 16 Nov · launch 5 days later"
    assert now(window) == book(two)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.table.plan.schedule == before
    QTest.mouseRelease(page.table.viewport(), LEFT, pos=middle(page, "b"))
    assert now(window) == book(two)


def test_a_circle_is_refused_with_a_sentence(window: MainWindow, show: Show) -> None:
    page = show()
    pull(page, "launch", middle(page, "access"), drop=False)
    assert page.table.pointer.line.pulled.refused
    QTest.mouseRelease(page.table.viewport(), LEFT, pos=middle(page, "access"))
    assert now(window) == book()
    assert (
        page.trouble.text() == "“Launch review” already waits for “Data access”, so the two would wait for each other."
    )
    assert page.trouble.isVisible()
    pull(page, "alerts", middle(page, "launch"))
    assert page.trouble.isHidden()


def test_a_link_that_is_there_is_said_and_nothing_changes(window: MainWindow, show: Show) -> None:
    page = show()
    pull(page, "tests", middle(page, "launch"))
    assert "already" in page.trouble.text()
    assert now(window) == book()


def test_a_line_let_go_beside_every_bar_or_on_its_own_does_nothing(window: MainWindow, show: Show) -> None:
    page = show()
    pull(page, "labels", QPoint(page.table.viewport().width() - 40, page.table.viewport().height() - 4))
    pull(page, "tests", middle(page, "tests"))
    assert now(window) == book()
    assert page.trouble.isHidden()


def test_the_view_scrolls_under_a_line_that_is_pulled_to_its_lower_edge(window: MainWindow, show: Show) -> None:
    page = show(large(200))
    settle()
    bar, view = page.table.verticalScrollBar(), page.table.viewport()
    name = page.model.rows[3][1]
    pull(page, name, QPoint(middle(page, name).x(), view.height() - 2), drop=False)
    before, target = bar.value(), page.table.pointer.line.pulled.target
    for _ in range(20):
        page.table.pointer.creep()
    assert bar.value() > before + 20
    assert page.table.pointer.line.pulled.target != target  # the row under the hand is another one
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    stays = bar.value()
    page.table.pointer.creep()
    assert bar.value() == stays
    QTest.mouseRelease(view, LEFT, pos=QPoint(10, 10))


def test_a_bar_held_at_the_right_edge_goes_further_than_the_weeks_in_sight(window: MainWindow, show: Show) -> None:
    page = show()
    view, at = page.table.viewport(), middle(page, "launch")
    edge = QPoint(view.width() - 3, at.y())
    QTest.mousePress(view, LEFT, pos=at)
    QTest.mouseMove(view, (at + edge) / 2)
    QTest.mouseMove(view, edge)
    before = page.table.pointer.drag.held.days
    for _ in range(30):
        page.table.pointer.creep()
    assert page.table.pointer.drag.held.days > before + 10
    assert page.table.timeline.offset > 0
    assert page.sideways.value() == round(page.table.timeline.offset)
    moved = page.table.pointer.drag.held.days
    QTest.mouseRelease(view, LEFT, pos=edge)
    assert given(window)["launch"].delay == moved
    window.do("undo")
    assert now(window) == book()


def test_the_knob_shows_on_the_bar_under_the_mouse(show: Show) -> None:
    page = show()
    QTest.mouseMove(page.table.viewport(), middle(page, "tests"))
    assert page.table.pointer.over == "tests"
    assert page.table.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(page.table.viewport(), end_of(page, "tests"))
    assert page.table.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.mouseMove(page.table.viewport(), QPoint(4, 4))
    assert page.table.pointer.over == ""
