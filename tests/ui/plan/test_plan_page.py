"""The plan page: answers, cells, filters, generating, ways out, and what is worked out beside the window."""

import threading
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.method import load_method
from desktop.session.plan_page_cells import CHART, COLUMNS, TITLE
from desktop.session.plan_page_edits import generate
from desktop.session.plan_page_generate import generation
from desktop.session.plan_page_outlook import outlook
from desktop.ui.main_window import MainWindow
from desktop.ui.plan import outlook_job
from desktop.ui.plan.menu import Wishes, plan_menu
from desktop.ui.theme import Mode
from desktop.workbook.plan import PlanTask, TaskStatus
from tests.planned import book, large, task
from tests.ui.plan.conftest import Show
from tests.ui.plan.hand import given, now, write
from tests.ui.shell.test_window import nameless
from tests.unit.planning.assessed import assessed
from tests.window import Answers, open_window, settle

METHOD = load_method()


def late() -> dict[str, PlanTask]:
    """Two tasks of which the second cannot end within twelve weeks."""
    return {"a": task("A", 4, "p1", "9-12"), "b": task("B", 30, "p1", "9-12", "a")}


@pytest.mark.parametrize("full", [False, True])
def test_every_control_has_a_name(window: MainWindow, show: Show, full: bool) -> None:
    page = show(book() if full else book({}))
    page.outlook.wait()
    settle()
    assert nameless(window) == []


def test_the_headline_is_an_answer(show: Show) -> None:
    assert show().head._heading.text() == "All 6 tasks fit the twelve weeks; launch on 7\u00a0January"
    assert (
        show(book(late())).head._heading.text() == "1 of 2 tasks fit the twelve weeks; launch moves to 12\u00a0February"
    )


def test_only_what_is_in_sight_is_painted(window: MainWindow, show: Show) -> None:
    page = show(large())
    settle()
    page.table.viewport().repaint()
    height = page.table.rowHeight(0)
    assert len(page.table.painted) <= page.table.viewport().height() // height + 2
    page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum())
    page.table.viewport().repaint()
    assert page.table.painted.stop == len(page.model.rows) == 503
    assert len(page.table.painted) <= page.table.viewport().height() // height + 2


def test_space_goes_round_the_states_and_del_cuts_with_a_way_back(window: MainWindow, show: Show) -> None:
    page = show()
    page.table.choose("access")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert given(window)["access"].status is TaskStatus.IN_PROGRESS
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert given(window)["access"].status is TaskStatus.DONE
    window.do("undo")
    window.do("undo")
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert "access" not in given(window)  # added by hand: it goes altogether
    assert window.work.undo_bar.isVisible()
    window.work.undo_bar.undo.click()
    assert now(window) == book()


def test_several_chosen_tasks_change_in_one_step(window: MainWindow, show: Show) -> None:
    page = show()
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert {one.status for key, one in given(window).items() if key != "labels"} == {TaskStatus.IN_PROGRESS}
    window.do("undo")
    assert now(window) == book()


def test_the_menu_offers_what_the_keys_do(window: MainWindow, show: Show) -> None:
    page = show()
    page.table.choose("access")
    done: list[object] = []
    wishes = Wishes(done.append, done.append, done.append, *(lambda: done.append("x") for _ in range(3)))
    menu = plan_menu(page.table, page.model.view, wishes)
    by_name = {action.text().partition("\t")[0]: action for action in menu.actions()}
    by_name["One day later"].trigger()
    by_name["Status"].menu().actions()[2].trigger()
    by_name["Progress"].menu().actions()[1].trigger()
    assert done == [1, TaskStatus.BLOCKED, 25]
    assert not by_name["One day earlier"].isEnabled()
    slack = next(a for a in by_name["Columns"].menu().actions() if a.text() == "Slack")
    slack.trigger()
    assert not page.table.shows("slack")
    menu.deleteLater()


def test_filters_narrow_the_rows_and_say_how_many(show: Show) -> None:
    page = show()
    page.filters.only._picked(page.filters.only._segments[1])
    assert {name for _, name in page.model.rows if name} == {"tests", "launch"}
    page.filters.person._picked("p3")
    assert {name for _, name in page.model.rows if name} == {"tests"}
    assert page.filters.count.text == "One of 6 tasks"


def test_a_band_folds_by_key_and_stays_folded(window: MainWindow, show: Show) -> None:
    page = show()
    page.table.setCurrentIndex(page.model.index(0, COLUMNS.index(CHART)))
    QTest.keyClick(page.table, Qt.Key.Key_Left)
    assert page.model.rows[0] == ("1-4", "")
    assert page.model.rows[1] == ("5-8", "")
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.model.rows[1][0] == "1-4"


def test_the_forecast_is_worked_out_beside_the_window(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    begin, going = threading.Event(), threading.Event()

    def slow(*asked: object) -> object:
        threads.append(threading.get_ident())
        going.set()
        assert begin.wait(30)
        return outlook(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(outlook_job, "outlook", slow)
    page = show()
    page.outlook._rest.stop()
    page.outlook._next()
    assert going.wait(30)
    assert page.facts["forecast"].fact.answer == "Working out the forecast…"
    page.table.choose("launch")
    QTest.keyClick(page.table, Qt.Key.Key_Right)  # the page goes on working meanwhile
    assert page.model.view.tasks["launch"].delay == 1
    begin.set()
    page.outlook.wait()
    settle()
    assert threading.get_ident() not in threads
    assert len(threads) == 2  # what was asked for last is what is shown
    expected = outlook(page.model.view.workbook, "s1", page.model.view.today)
    assert page._outlook == expected
    assert "8 in 10" in page.facts["forecast"].fact.detail


def test_each_way_out_is_one_edit_that_undo_takes_back(window: MainWindow, show: Show) -> None:
    start = book(late())
    page = show(start)
    page.outlook.wait()
    settle()
    assert page.out.isVisible()
    page.out.click()
    assert "start-earlier" not in page.ways_out.cards.buttons  # that day is over
    page.ways_out.cards.buttons["cut-scope"].click()
    assert now(window).systems["s1"].plan.tasks.keys() == {"a"}
    window.do("undo")
    assert now(window) == start
    page.outlook.wait()
    settle()
    page.ways_out.cards.buttons["move-date"].click()
    assert len(now(window).systems["s1"].plan.baselines) == 2
    window.do("undo")
    assert now(window) == start
    page.outlook.wait()
    settle()
    page.ways_out.cards.buttons["add-people"].click()
    assert now(window) == start
    assert page.ways_out.panel.isVisible()


def test_the_preview_is_what_applying_does_and_doing_it_again_changes_nothing(window: MainWindow, show: Show) -> None:
    start = assessed({"scoped-access": 0, "standard-integration": 1})
    page = show(start)
    page.empty.action.click()
    panel = page.panel
    panel.boxes["standard-integration"].setChecked(True)
    assert panel.found == generation(start, METHOD, "s", frozenset({"standard-integration"}))
    added = {entry.task for entry in panel.found.of_kind("added")}
    panel.apply.click()
    plan = now(window).systems["s"].plan
    assert plan.tasks.keys() == added
    assert plan.chosen == ("standard-integration",)
    page.again.click()
    assert not panel.apply.isEnabled()
    assert panel.found.proposed == ()
    assert not window.desk.session.apply(generate("s", METHOD, frozenset(plan.chosen), page.model.view.today))
    panel.back.click()
    window.do("undo")
    assert now(window) == start


def test_generating_again_keeps_edits_and_says_so_before(window: MainWindow, show: Show) -> None:
    page = show(assessed({"scoped-access": 0, "standard-integration": 1}))
    page.empty.action.click()
    page.panel.apply.click()
    (name,) = now(window).systems["s"].plan.tasks
    write(page, name, TITLE, "Our own words")
    page.again.click()
    page.panel.boxes["standard-integration"].setChecked(True)
    assert page.panel.found.kept == ("Our own words",)
    page.panel.apply.click()
    assert now(window).systems["s"].plan.tasks[name].title == "Our own words"
    assert len(now(window).systems["s"].plan.tasks) == 2


def test_without_a_plan_the_page_says_what_belongs_here_and_leads_on(window: MainWindow, show: Show) -> None:
    page = show(book({}))
    assert page.empty.isVisibleTo(page)
    page.empty.action.click()
    assert window.work.host.place.page == "questions"


def test_keeping_a_baseline_clears_the_slip(window: MainWindow, show: Show) -> None:
    page = show()
    page.table.choose("launch")
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.facts["slip"].fact.answer == "One working day later than agreed"
    page.keep.click()
    assert page.facts["slip"].fact.answer == "Decision as agreed"
    page.filters.baseline._picked("b1")
    assert page.facts["slip"].fact.answer == "One working day later than agreed"


def test_the_calendar_is_written_from_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "tasks.ics"
    with open_window(Answers(files=[target])) as window:
        window.desk.begin(book(), pristine=True)
        window.work.go("plan", "s1")
        with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=60_000):
            window.work.host.page.filters.calendar.click()
        found = Calendar.from_ical(target.read_bytes())
        assert "Launch review (Triage)" in {str(event["SUMMARY"]) for event in found.walk("VEVENT")}


def test_the_rail_folds_for_the_plan_and_says_how_far_it_is(window: MainWindow, show: Show) -> None:
    show()
    assert window.work.rail.width() < 100
    notes = {entry.page: entry.note for section in window.work.sections for entry in section.entries}
    assert notes["plan"] == "0 of 6"
    window.work.go("findings")
    assert window.work.rail.width() > 100


def test_a_screen_reader_hears_bars_and_weeks(show: Show) -> None:
    page = show()
    page.outlook.wait()
    settle()
    index = page.model.index(page.model.row_of("tests"), COLUMNS.index(CHART))
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "28 Dec 2026 to 4 Jan 2027, critical" in said
    assert "Waits for 3, 4" in said
    assert "Priya Raman, week of 2 Nov 2026" in page.strip.accessibleDescription()
    assert "Johnson" in page.facts["forecast"].accessibleDescription()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
def test_the_smallest_window_shows_table_and_chart(qtbot: QtBot, mode: Mode) -> None:
    with open_window(mode=mode) as window:
        window.desk.begin(large(60), pristine=True)
        window.work.go("plan", "s1")
        window.resize(1024, 640)
        settle()
        page = window.work.host.page
        assert page.minimumSizeHint().width() <= page.width()
        assert page.table.columnWidth(COLUMNS.index(CHART)) >= 280
        assert page.table.viewport().height() > 3 * page.table.rowHeight(0)
