"""Where a workshop begins and ends, how it fills the window, and what is chosen before it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.method import load_method
from desktop.ui.main_window import MainWindow
from tests.assessed import assessed
from tests.ui.shell.test_window import nameless
from tests.ui.workshop.conftest import Open, press, ratings, room
from tests.window import settle

METHOD = load_method()


def test_the_workshop_goes_on_where_it_was_left(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, "2", "2", "2", "2", Qt.Key.Key_Return, Qt.Key.Key_Return)
    second = page.floor.question
    press(window, "3", Qt.Key.Key_Escape)
    assert window.work.host.place.page == "dashboard"
    kept = window.desk.session.workbook
    window.desk.session.mark_saved(kept)
    again = begin(kept)
    assert again.floor.question == second
    assert again.floor.stage.scored == 1
    assert again.floor._here == 1


def test_the_keyboard_never_leaves_the_board_by_itself(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, "d", "d", "3")
    assert window.focusWidget() is page.floor.board


def test_the_page_fills_the_window_and_gives_it_back(window: MainWindow, begin: Open) -> None:
    begin(room())
    parts = (window.work.top, window.work.rail, window.menuBar())
    assert not any(part.isVisible() for part in parts)
    press(window, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in parts)


def test_full_screen_is_a_key(window: MainWindow, begin: Open) -> None:
    begin(room())
    window.do("full-screen")
    assert window.isFullScreen()
    window.do("full-screen")
    assert not window.isFullScreen()


@pytest.mark.parametrize("face", ["setup", "floor", "summary"])
def test_every_control_has_a_name(window: MainWindow, begin: Open, face: str) -> None:
    page = begin(assessed(room(), "s1"))
    if face == "setup":
        page._prepare_more()
    elif face == "summary":
        page._finish()
    settle()
    assert nameless(window) == []


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_every_question_fits_the_wall(window: MainWindow, begin: Open, size: tuple[int, int]) -> None:
    from desktop.ui.workshop.board import places

    page = begin(room())
    window.resize(*size)
    settle()
    press(window, "2", "2", "2", "2", Qt.Key.Key_Return)
    board, theme = page.floor.board, window.theme
    now = window.work.present().assess()
    from desktop.session.workshop import stage

    for question in METHOD.questions:
        shown = stage(now, question.id)
        found = places(theme, shown, board.width(), board.height())
        assert found.foot.bottom() <= board.height(), question.id


def test_a_scope_can_be_chosen_and_one_without_questions_says_so(window: MainWindow) -> None:
    window.desk.begin(room(), pristine=True)
    window.work.go("workshop", "s1")
    page = window.work.host.page
    page.setup.scopes.marks["apart"].click()
    assert not page.setup.begin.isEnabled()
    assert page.setup.asked.text() == "There is no such question."
    page.setup.scopes.marks["open"].click()
    assert page.setup.head._heading.text() == f"{len(METHOD.questions)} questions for four perspectives"
    QTest.keyClick(page.setup, Qt.Key.Key_Return)
    assert page.face is page.floor
    assert len(window.desk.session.workbook.systems["s1"].workshop.questions) == len(METHOD.questions)


def test_a_speaker_who_is_new_joins_the_people(window: MainWindow) -> None:
    window.desk.begin(room(), pristine=True)
    window.work.go("workshop", "s1")
    page = window.work.host.page
    page.setup._editors["it-operations"]._picked("+Priya Raman")
    page.setup.begin.click()
    assert "Priya Raman" in {person.name for person in window.desk.session.workbook.people.values()}
    press(window, Qt.Key.Key_Down, "2")
    assert ratings(window, page.floor.question).views["it-operations"].by == "Priya Raman"


def test_enter_on_the_summary_leads_to_the_findings(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    for _ in range(5):
        press(window, "1", "1", "1", "1", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert page.face is page.summary
    QTest.keyClick(page.summary.to_findings, Qt.Key.Key_Return)
    assert window.work.host.place.page == "findings"


def test_the_theme_turns_dark_and_back(window: MainWindow, begin: Open) -> None:
    begin(room())
    press(window, "d")
    QApplication.sendPostedEvents(None, QEvent.Type.None_.value)
    assert window.theme.palette.dark
    press(window, "d")
    assert not window.theme.palette.dark
