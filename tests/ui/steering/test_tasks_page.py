"""All tasks in the window: typing, pasting, many at once, the board, and two thousand of them."""

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.session.all_tasks import COLUMNS
from desktop.ui.steering.tasks_page import TasksPage
from desktop.workbook import Workbook
from desktop.workbook.path import replace_at
from desktop.workbook.plan import PlanTask, TaskStatus
from tests.northwind import sample
from tests.window import open_window, settle

CLAIMS = "0001-claims-triage"


@pytest.fixture
def window():
    with open_window() as shown:
        shown.desk.begin(sample(), pristine=True)
        shown.work.go("tasks", CLAIMS)
        settle()
        yield shown


def page_of(window) -> TasksPage:
    page = window.work.host.page
    assert isinstance(page, TasksPage)
    return page


def at(page: TasksPage, title: str, column: str):
    line = next(n for n, row in enumerate(page.model.rows) if row.task.title == title)
    return page.model.index(line, COLUMNS.index(column))


def task(window, name: str) -> PlanTask:
    return window.desk.session.workbook.systems[CLAIMS].plan.tasks[name]


def choose(page: TasksPage, *cells) -> None:
    page.table.setCurrentIndex(cells[0])
    for cell in cells:
        page.table.selectionModel().select(cell, QItemSelectionModel.SelectionFlag.Select)


def test_the_headline_counts_and_the_list_shows_one_system_until_asked_for_all(window):
    page = page_of(window)
    assert {row.task.system for row in page.model.rows} == {CLAIMS}
    assert "system" not in page.table.visible_columns()
    page.scope.set_value("all")
    page._rescope()
    assert len({row.task.system for row in page.model.rows}) == 3
    assert "system" in page.table.visible_columns()


def test_a_cell_is_typed_into_and_one_undo_takes_it_back(qtbot: QtBot, window):
    page, before = page_of(window), window.desk.session.workbook
    cell = at(page, "Book a release slot for the write-back", "percent")
    choose(page, cell)
    page.table.edit(cell)
    line = page.table.findChild(QLineEdit)
    line.setText("90")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert task(window, "release-slot").percent == 90
    assert page.model.rows[cell.row()].task.percent == 90, "the line stays where it is"
    window.work.undo()
    assert window.desk.session.workbook == before


def test_what_cannot_be_read_stays_in_the_cell_with_the_reason(window):
    page, before = page_of(window), window.desk.session.workbook
    cell = at(page, "Book a release slot for the write-back", "due")
    page.model.fill([cell], "31.2.")
    assert page.model.text(page.model.rows[cell.row()], "due") == "31.2."
    assert not page.notice.isHidden()
    assert page.flush() == 1
    assert window.desk.session.workbook == before


def test_a_day_that_is_too_early_is_told_with_the_earliest(window):
    page, before = page_of(window), window.desk.session.workbook
    page.model.fill([at(page, "Write back to core claims", "due")], "2026-11-03")
    assert not page.notice.isHidden()
    assert "cannot end before" in page.notice.accessibleDescription()
    assert window.desk.session.workbook == before


def test_selected_tasks_get_an_owner_a_status_and_a_day_in_one_step_each(window):
    page, session = page_of(window), window.desk.session
    titles = ("Book a release slot for the write-back", "Write back to core claims")
    choose(page, *(at(page, title, "task") for title in titles))
    steps = session.edits
    page.bar.wanted.emit("owner", "Tomas Novak")
    assert {task(window, name).owner for name in ("release-slot", "write-back")} == {"0003-novak"}
    page.bar.wanted.emit("status", "In progress")
    assert {task(window, name).status for name in ("release-slot", "write-back")} == {TaskStatus.IN_PROGRESS}
    assert session.edits == steps + 2
    assert len(page.table.chosen_rows()) == 2, "the selection stays"


def test_a_column_is_pasted_with_validation_and_one_value_fills_the_selection(qtbot: QtBot, window):
    page = page_of(window)
    first = at(page, "Book a release slot for the write-back", "note")
    below = page.model.index(first.row() + 1, first.column())
    choose(page, first)
    QGuiApplication.clipboard().setText("one\ntwo")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [page.model.rows[cell.row()].task.note for cell in (first, below)] == ["one", "two"]
    choose(page, first, below)
    QGuiApplication.clipboard().setText("both")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [page.model.rows[cell.row()].task.note for cell in (first, below)] == ["both", "both"]
    page.table.clearSelection()
    page.table.setCurrentIndex(at(page, "Book a release slot for the write-back", "percent"))
    QGuiApplication.clipboard().setText("150")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Line 1, Done" in page.notice.accessibleDescription()


def test_copied_cells_are_tab_separated(qtbot: QtBot, window):
    page = page_of(window)
    cell = at(page, "Book a release slot for the write-back", "percent")
    choose(page, cell, page.model.index(cell.row(), COLUMNS.index("status")))
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "80 %\tIn progress"


def test_a_filter_reads_as_a_sentence_and_an_empty_result_offers_to_show_all(window):
    page = page_of(window)
    page.filters.pick("statuses", TaskStatus.BLOCKED, on=True)
    assert page.filters.chips["statuses"].text() == "Status: Blocked"
    assert [row.task.title for row in page.model.rows] == ["Replace the shared credential"]
    page.filters.search.setText("nothing like it")
    assert not page._none.isHidden()
    page._none.action.click()
    assert len(page.model.rows) == len(page._all)


def test_a_card_is_moved_by_keyboard_and_keeps_it(qtbot: QtBot, window):
    page = page_of(window)
    page.shape.set_value("board")
    page._show_shape()
    blocked = page.board.columns[TaskStatus.BLOCKED]
    blocked.setCurrentIndex(blocked.cards.index(0, 0))
    qtbot.keyClick(blocked, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    moved = task(window, "service-account")
    assert (moved.status, moved.blocker) == (TaskStatus.IN_PROGRESS, "")
    here = page.board.columns[TaskStatus.IN_PROGRESS]
    assert "Replace the shared credential" in {row.task.title for row in here.chosen()}
    window.work.undo()
    assert task(window, "service-account").status is TaskStatus.BLOCKED


def test_a_dropped_card_takes_the_column_s_status(window):
    page = page_of(window)
    page.shape.set_value("board")
    page._show_shape()
    column = page.board.columns[TaskStatus.DONE]
    column.dropped.emit(TaskStatus.DONE, ((CLAIMS, "plan", "release-slot"),))
    assert task(window, "release-slot").status is TaskStatus.DONE


def test_a_sprint_task_that_is_said_to_be_done_says_that_its_check_decides(window):
    window.work.go("tasks", "0002-underwriting-notes")
    page = page_of(window)
    page.shape.set_value("board")
    page._show_shape()
    row = next(row for row in page.model.rows if row.task.missing is not None)
    page.board.moved.emit((row,), TaskStatus.DONE)
    assert not page.notice.isHidden()
    after = next(one for one in page._all if one.ref == row.ref)
    assert after.task.claimed


def test_a_link_leads_to_its_task_through_any_filter(window):
    page = page_of(window)
    page.filters.pick("statuses", TaskStatus.DONE, on=True)
    assert page.focus_place(("systems", CLAIMS, "plan", "tasks", "release-slot"))
    assert [row.task.id for row in page.table.chosen_rows()] == ["release-slot"]


def test_without_any_task_the_page_says_where_they_come_from():
    with open_window() as window:
        window.desk.begin(Workbook(), pristine=True)
        window.work.go("tasks")
        settle()
        assert not page_of(window)._empty.isHidden()


def test_two_thousand_tasks_are_painted_a_screen_at_a_time(window):
    page = page_of(window)
    many = {f"t{n:04d}": PlanTask(title=f"Task {n}") for n in range(2_000)}
    window.desk.begin(replace_at(sample(), ("systems", CLAIMS, "plan", "tasks"), many), pristine=True)
    window.work.go("tasks", CLAIMS)
    page = page_of(window)
    painted: list[int] = []
    before = page.table._cells.paint
    page.table._cells.paint = lambda painter, option, index: (
        painted.append(index.row()),
        before(painter, option, index),
    )  # type: ignore[method-assign]
    page.table.viewport().repaint()
    page.table.scrollToBottom()
    page.table.viewport().repaint()
    settle()
    assert len(page.model.rows) > 2_000
    assert 0 < len(set(painted)) < 120
    assert page.head.findChildren(type(page._hint))
    assert date(2026, 11, 21) == window.desk.session.today()
