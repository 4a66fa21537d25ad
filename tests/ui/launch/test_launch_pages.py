"""The pages of weeks 9 to 12: lists that begin with the method's entries, computed cells, and pictures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.charts import ChartWidget
from desktop.ui.launch.picture import LaunchPicture
from desktop.ui.pages.row_list import RowList
from desktop.ui.widgets.notice import Notice
from desktop.workbook import System
from desktop.workbook.edits.systems import add_system
from tests.northwind import sample
from tests.window import open_window, settle

CLAIMS, UNDERWRITING, EMPTY = "0001-claims-triage", "0002-underwriting-notes", "9999-empty"
PAGES = ("workflow", "raci", "launch", "rollout")


def begin(window, page, system=CLAIMS):
    window.desk.begin(add_system(sample(), System(id=EMPTY, name="Empty")), pristine=True)
    window.work.go(page, system)
    settle()
    return window.work.host.page


def table(page, card, row) -> RowList:
    block = page._cards[card]._blocks[row]
    assert isinstance(block, RowList)
    return block


def type_into(block, line, name, text):
    model = block.table.model
    at = next(n for n, column in enumerate(model.columns) if column.field == name) + int(model.titled)
    return model.setData(model.index(line, at), text)


@pytest.mark.parametrize("system", [CLAIMS, UNDERWRITING, EMPTY])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_full_flawed_and_empty(qtbot: QtBot, page, system) -> None:
    with open_window() as window:
        shown = begin(window, page, system)
        assert shown.view().id == page
        shown.focus_first()
        assert shown.focus_place(shown.view().checks[0].path)


def test_a_checklist_item_of_the_method_comes_to_life_with_its_first_word(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "launch", EMPTY)
        block = table(page, "checklist", "checklist")
        assert type_into(block, 0, "evidence", "Minutes of 4 January")
        launch = window.desk.session.workbook.systems[EMPTY].launch
        assert dict(launch.checklist)["owner-took-over"].evidence == "Minutes of 4 January"
        window.do("undo")
        assert window.desk.session.workbook.systems[EMPTY].launch is None


def test_the_methods_names_are_read_only_and_stay(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "launch")
        block = table(page, "checklist", "checklist")
        model = block.table.model
        assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
        assert not type_into(block, 0, "name", "Something else")
        block.table._ask_to_remove(0)
        assert window.desk.session.workbook.systems == begin_systems()
        own = len(model.entries) - 1
        assert type_into(block, own, "name", "Own item, renamed")


def begin_systems():
    return add_system(sample(), System(id=EMPTY, name="Empty")).systems


def test_a_measured_value_is_judged_at_once(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "rollout")
        block = table(page, "phase-1", "criteria-1")
        model = block.table.model
        state = len(model.columns)
        assert model.data(model.index(0, state)) == "Not measured"
        assert not model.flags(model.index(0, state)) & Qt.ItemFlag.ItemIsEditable
        type_into(block, 0, "value", "99.6")
        assert model.data(model.index(0, state)) == "Met, not shown"
        type_into(block, 0, "on", "19/11/2026")
        type_into(block, 0, "evidence", "Status page")
        assert model.data(model.index(0, state)) == "Met"
        type_into(block, 0, "value", "99.4")
        assert model.data(model.index(0, state)) == "Not met"


def notices(page, name):
    (picture,) = [p for p in page._pictures if isinstance(p, LaunchPicture) and p._name == name]
    return [n.accessibleName() for n in picture.findChildren(Notice) if n.isVisibleTo(page)], picture


def test_the_queue_says_by_how_much_it_is_over(qtbot: QtBot) -> None:
    with open_window() as window:
        said, picture = notices(begin(window, "workflow", UNDERWRITING), "review-queue")
        assert said == ["The queue is 39.9 hours a week over: it needs 165.9, there are 126.0."]
        chart = picture.findChild(ChartWidget)
        assert chart.table[0] == ("The queue needs", "165.9 h a week")
        assert chart.accessibleName()


def test_the_pictures_follow_what_is_typed(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "workflow")
        said, _ = notices(page, "review-queue")
        assert said == ["92 % of the reviewers' time is taken: a busy day leaves a backlog."]
        type_into(table(page, "queue", "reviewers"), 0, "hours", "12")
        settle()
        said, _ = notices(page, "review-queue")
        assert said == ["The reviewers can take the queue: it needs 80 % of their time."]


def test_an_empty_system_has_bands_and_no_other_picture(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "workflow", EMPTY)
        shown = {p._name: p.isVisibleTo(page) for p in page._pictures if isinstance(p, LaunchPicture)}
        assert shown == {"workflow-flows": False, "hand-off-bands": True, "review-queue": False}


def test_back_leads_to_the_plan_and_next_through_the_four_pages(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "workflow")
        assert page.foot.way("back") == "plan"
        for name in (*PAGES[1:], "reports"):
            window.work.host.page.foot.next_pressed.emit()
            assert window.work.host.place.page == name


def test_a_step_is_moved_by_keyboard_and_undone(qtbot: QtBot) -> None:
    with open_window() as window:
        page = begin(window, "workflow")
        block = table(page, "today", "today")
        grid, model = block.table.grid, block.table.model
        before = [entry.rows[0].value for entry in model.entries]
        grid.setCurrentIndex(model.index(1, 0))
        QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert [entry.rows[0].value for entry in model.entries] == [before[1], before[0], *before[2:]]
        assert grid.currentIndex().row() == 0
        QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert model.entries[0].rows[0].value == before[1]
        window.do("undo")
        assert window.desk.session.workbook.systems == begin_systems()
