"""The weekly check-in in the window: by keyboard alone, closed with a forecast that is computed beside it."""

from datetime import date
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.steering import checkin_page
from desktop.ui.steering.checkin_page import CheckinPage
from desktop.workbook import Workbook
from desktop.workbook.checkin import Sponsor
from desktop.workbook.edits.systems import add_system
from desktop.workbook.plan import TaskStatus
from desktop.workbook.system import System
from tests.northwind import sample
from tests.window import open_window, settle

CLAIMS, UNDERWRITING = "0001-claims-triage", "0002-underwriting-notes"


@pytest.fixture
def window():
    with open_window() as shown:
        shown.desk.begin(sample(), pristine=True)
        shown.work.go("checkin", CLAIMS)
        settle()
        shown.work.host.page.jobs.wait()
        yield shown


def page_of(window) -> CheckinPage:
    page = window.work.host.page
    assert isinstance(page, CheckinPage)
    return page


def plan(window):
    return window.desk.session.workbook.systems[CLAIMS].plan.tasks


def draft(window):
    return window.desk.session.workbook.systems[CLAIMS].steering.draft


def to(page: CheckinPage, task: str) -> None:
    page._turn_to(f"plan.{task}")
    assert page.turn.ref is not None
    assert page.turn.ref.id == task


def test_digits_set_tens_of_per_cent_and_enter_goes_to_the_next(qtbot: QtBot, window):
    page, before = page_of(window), window.desk.session.workbook
    to(page, "release-slot")
    qtbot.keyClick(page.turn, Qt.Key.Key_9)
    assert plan(window)["release-slot"].percent == 80, "nothing is taken before Enter"
    qtbot.keyClick(page.turn, Qt.Key.Key_Return)
    assert plan(window)["release-slot"].percent == 90
    assert draft(window).seen == ("plan.release-slot",)
    assert page.turn.ref.id != "release-slot"
    window.work.undo()
    assert window.desk.session.workbook == before, "task and check-off are one step"


def test_letters_say_how_far_a_task_is(qtbot: QtBot, window):
    page = page_of(window)
    to(page, "release-slot")
    qtbot.keyClick(page.turn, Qt.Key.Key_D)
    assert page.turn.percent.box.text() == "100"
    qtbot.keyClick(page.turn, Qt.Key.Key_Return)
    assert plan(window)["release-slot"].status is TaskStatus.DONE
    to(page, "service-account")
    qtbot.keyClick(page.turn, Qt.Key.Key_P)
    qtbot.keyClick(page.turn, Qt.Key.Key_Return)
    assert plan(window)["service-account"].blocker == ""


def test_every_task_is_gone_through_with_one_key_each(qtbot: QtBot, window):
    page = page_of(window)
    asked = len(page._now.asked)
    page.turn.setFocus()
    for _ in range(asked):
        qtbot.keyClick(page.turn, Qt.Key.Key_Return)
    assert page._now.left == ()
    assert page.turn.isHidden()
    assert page.head.findChildren(type(page._gone))


def test_a_blocker_and_a_new_day_are_typed(qtbot: QtBot, window):
    page = page_of(window)
    to(page, "release-slot")
    qtbot.keyClick(page.turn, Qt.Key.Key_B)
    page.turn.blocker.box.setText("Release board on leave")
    page.turn.due.box.setText("2026-11-27")
    qtbot.keyClick(page.turn.blocker.box, Qt.Key.Key_Return)
    assert plan(window)["release-slot"].status is TaskStatus.BLOCKED
    assert plan(window)["release-slot"].blocker == "Release board on leave"
    assert {task.finish for task in page._now.tasks if task.id == "release-slot"} == {date(2026, 11, 27)}


def test_a_day_that_cannot_be_is_told_and_what_was_said_stays(qtbot: QtBot, window):
    page, before = page_of(window), window.desk.session.workbook
    to(page, "service-account")
    page.turn.due.box.setText("2026-11-02")
    page.turn.go_on()
    assert not page.turn._trouble.isHidden()
    assert page.turn.ref.id == "service-account"
    assert window.desk.session.workbook == before


def test_sponsor_metric_and_decision_are_taken(window):
    page = page_of(window)
    page.sponsor.active.chosen.emit("active")
    page.metrics.fields["0002-nw26"].box.setText("28")
    page.decisions.text.box.setText("Keep the date")
    assert page.flush() == 0
    said = draft(window)
    assert said.sponsor_state is Sponsor.ACTIVE
    assert str(said.metrics["0002-nw26"]) == "28"
    assert [one.text for one in said.decisions.values()] == ["Keep the date"]


def test_closing_freezes_forecast_and_all_and_undo_opens_it_again(window):
    page, session = page_of(window), window.desk.session
    page.sponsor.active.chosen.emit("active")
    before = session.workbook
    page.close_button.click()
    closed = session.workbook.systems[CLAIMS].steering.closed["2026-11-21"]
    assert closed.snapshot.forecast is not None
    assert len(closed.snapshot.tasks) == len(page._now.tasks)
    assert draft(window) is None
    window.work.undo()
    assert session.workbook == before
    assert draft(window).sponsor_state is Sponsor.ACTIVE


def test_the_forecast_is_computed_beside_the_window(monkeypatch):
    threads = []
    real = checkin_page.launch_span

    def noted(*given):
        threads.append(current_thread())
        return real(*given)

    monkeypatch.setattr(checkin_page, "launch_span", noted)
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("checkin", CLAIMS)
        window.work.host.page.jobs.wait()
        settle()
        assert threads
        assert main_thread() not in threads
        assert page_of(window)._now.week.since.forecast is not None


def test_what_has_come_since_leads_to_its_task(window):
    page = page_of(window)
    lines = page.since.lines._links
    assert any(line.title == "Replace the shared credential" and line.mark == "serious" for line in lines)
    page.since.which.set_value("meeting")
    page.since._fill()
    assert len(page.since.lines._links) > len(lines)
    link = next(line for line in page.since.lines._links if line.title == "Replace the shared credential")
    page.since.lines.chosen.emit(link)
    settle()
    assert [row.task.id for row in window.work.host.page.table.chosen_rows()] == ["service-account"]


def test_a_sponsor_who_is_away_two_weeks_is_told_here_and_as_a_warning(window):
    window.work.go("checkin", UNDERWRITING)
    page = page_of(window)
    assert not page.absent.isHidden()
    assert "17 days" in page.absent.accessibleName()
    assert "56" in page.absent.accessibleDescription()


def test_the_chart_can_be_read_without_seeing_it(window):
    chart = page_of(window).chart
    assert chart.accessibleName() == "Burn-up against the baseline"
    assert len(chart.table) > 5
    assert "of the work is done" in chart.accessibleDescription()


def test_closed_check_ins_are_listed_and_marked(window):
    page, session = page_of(window), window.desk.session
    assert len(page.past._shown) == 3
    page.past.edited.emit(checkin_page_mark(session))
    assert session.workbook.systems[CLAIMS].steering.closed["2026-11-17"].steering


def checkin_page_mark(_session):
    from desktop.session.checkin_edits import mark_meeting

    return mark_meeting(CLAIMS, "2026-11-17", steering=True)


def test_a_system_without_tasks_says_what_this_page_is_for():
    with open_window() as window:
        window.desk.begin(add_system(Workbook(), System(id="s", name="New")), pristine=True)
        window.work.go("checkin", "s")
        settle()
        page = page_of(window)
        assert not page._empty.isHidden()
        assert page.close_button.isHidden()
