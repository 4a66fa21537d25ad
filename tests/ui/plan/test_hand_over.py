"""Adding people on the page: choose tasks and a person, see the launch, hand over in one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.main_window import MainWindow
from desktop.ui.plan.page import PlanPage
from desktop.workbook import Workbook
from tests.planned import book, task
from tests.ui.plan.conftest import Show
from tests.ui.plan.hand import given, now
from tests.ui.shell.test_window import nameless
from tests.window import settle


def slow() -> Workbook:
    """Tomas gives two days a week; the rest of the people five."""
    return book({"a": task("A", 10, "p2", "9-12"), "b": task("B", 12, "p2", "9-12", "a")})


def opened(page: PlanPage) -> PlanPage:
    page.outlook.wait()
    settle()
    page.out.click()
    page.ways_out.cards.buttons["add-people"].click()
    settle()
    return page


def test_the_best_is_chosen_at_first_and_is_said_before_it_is_taken(window: MainWindow, show: Show) -> None:
    page = opened(show(slow()))
    panel = page.ways_out.panel
    assert panel.isVisible()
    assert panel.chosen() == ("a", "b")
    assert panel.person.box.text() in ("Maria Keller", "Priya Raman")
    assert "working days earlier" in panel.answer.text()
    assert panel.apply.hasFocus()
    assert now(window) == slow()
    assert nameless(window) == []


def test_handing_over_is_one_step_that_leads_to_what_was_said(window: MainWindow, show: Show) -> None:
    page = opened(show(slow()))
    said = page.ways_out.panel.answer.text()
    page.ways_out.panel.apply.click()
    assert {one.owner for one in given(window).values()} < {"p1", "p3"}
    launch = page.model.view.schedule.launch
    assert f"Launch on {launch.day} {launch:%B}" in said
    assert not page.ways_out.panel.isVisible()
    assert window.work.undo_bar.isVisible()
    window.do("undo")
    assert now(window) == slow()


def test_other_tasks_and_people_are_seen_at_once(window: MainWindow, show: Show) -> None:
    page = opened(show(slow()))
    panel = page.ways_out.panel
    both = panel.answer.text()
    panel.boxes["a"].click()
    assert panel.chosen() == ("b",)
    assert panel.answer.text() != both
    panel.boxes["b"].click()
    assert not panel.apply.isEnabled()
    assert "see here" in panel.answer.text()
    panel.boxes["a"].click()
    panel.person.box.clear()
    QTest.keyClicks(panel.person.box, "Nadia Roth")
    panel.person.flush()
    assert panel.apply.isEnabled()
    panel.apply.click()
    owner = given(window)["a"].owner
    assert now(window).people[owner].name == "Nadia Roth"
    assert given(window)["b"].owner == "p2"
    window.do("undo")
    assert now(window) == slow()


def test_escape_and_the_button_lead_back_to_the_ways_out(window: MainWindow, show: Show) -> None:
    page = opened(show(slow()))
    QTest.keyClick(page.ways_out.panel, Qt.Key.Key_Escape)
    assert page.ways_out.cards.isVisible()
    assert page.ways_out.cards.buttons["add-people"].hasFocus()
    page.ways_out.cards.buttons["add-people"].click()
    page.ways_out.panel.back.click()
    assert page.ways_out.cards.isVisible()
    assert now(window) == slow()


def test_it_closes_where_the_plan_is_another_one(window: MainWindow, show: Show) -> None:
    page = opened(show(slow()))
    page.table.choose("b")
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert not page.ways_out.panel.isVisible()
