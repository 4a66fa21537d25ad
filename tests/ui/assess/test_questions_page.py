"""Answering and reviewing: by keyboard and by mouse, undoable, without losing what is being typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import desktop.analysis.memo as memory
from desktop.method import load_method
from desktop.ui.assess.matrix import NONE
from desktop.ui.main_window import MainWindow
from desktop.workbook import Perspective, Rating
from desktop.workbook.rating import Ratings, Review
from tests.ui.assess.conftest import Show, plain, ratings
from tests.window import settle

METHOD = load_method()
FIRST, SECOND = METHOD.questions[0].id, METHOD.questions[1].id
TEAM, OPERATIONS = Perspective.PILOT_TEAM, Perspective.IT_OPERATIONS


def test_digits_set_the_level_of_the_perspective_under_the_keyboard(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.focus_first()
    QTest.keyClick(page.matrix.heads[TEAM], "3")
    assert ratings(window, FIRST).views[TEAM.value].level == 3
    assert page.matrix.cells[TEAM, 3].isChecked()
    assert page.matrix.heads[TEAM].accessibleName() == "Pilot team: Level 3"
    QTest.keyClick(page.matrix.heads[TEAM], "n")
    assert ratings(window, FIRST).views[TEAM.value].not_applicable
    QTest.keyClick(page.matrix.heads[TEAM], Qt.Key.Key_Delete)
    assert not ratings(window, FIRST).views[TEAM.value].answered


def test_arrows_move_between_perspectives_and_open_their_details(window: MainWindow, show: Show) -> None:
    page = show("questions")
    window.activateWindow()
    page.focus_first()
    QTest.keyClick(page.matrix.heads[TEAM], Qt.Key.Key_Right)
    settle()
    assert page.matrix.heads[OPERATIONS].hasFocus()
    assert page.panel.name.text().startswith("IT operations")
    QTest.keyClick(page.matrix.heads[OPERATIONS], "2")
    assert ratings(window, FIRST).views[OPERATIONS.value].by == "Priya Raman"


def test_control_enter_goes_to_the_next_open_question(window: MainWindow, show: Show) -> None:
    answered = Ratings(views={TEAM.value: Rating(level=2)})
    page = show("questions", plain(ratings={SECOND: answered}))
    window.activateWindow()
    page.focus_first()
    settle()
    QTest.keyClick(page.matrix.heads[TEAM], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.head._heading.text() == METHOD.questions[2].prompt


def test_a_click_sets_and_a_second_click_takes_back(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.matrix.cells[TEAM, 4].click()
    assert ratings(window, FIRST).views[TEAM.value].level == 4
    page.matrix.cells[TEAM, 4].click()
    assert not ratings(window, FIRST).views[TEAM.value].answered
    page.matrix.cells[TEAM, NONE].click()
    assert ratings(window, FIRST).views[TEAM.value].not_applicable


def test_one_undo_takes_one_answer_back_and_names_it(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.matrix.cells[TEAM, 4].click()
    assert window.desk.session.undo_name == "Answer"
    window.do("undo")
    assert window.desk.session.workbook == plain()
    assert not page.matrix.cells[TEAM, 4].isChecked()


def test_a_note_that_is_being_typed_survives_the_answer_of_another_view(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.panel._note.box.setPlainText("Half a sent")
    page.show_present(window.work.present())
    assert page.panel._note.box.toPlainText() == "Half a sent"
    page.matrix.cells[OPERATIONS, 1].click()
    assert ratings(window, FIRST).views[TEAM.value].note == "Half a sent"


def test_a_note_belongs_to_the_question_it_was_typed_for(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.panel._note.box.setPlainText("Seen in the room")
    page.show_question(SECOND)
    assert ratings(window, FIRST).views[TEAM.value].note == "Seen in the room"
    assert page.panel._note.box.toPlainText() == ""


def test_evidence_is_added_and_removed(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.panel._text.box.setText("map.pdf")
    page.panel.add.click()
    assert [e.text for e in ratings(window, FIRST).views[TEAM.value].evidence] == ["map.pdf"]
    page.panel._remove(0)
    assert FIRST not in window.desk.session.workbook.systems["s1"].ratings


def test_accepting_needs_an_answer_and_a_name_and_challenging_a_comment(window: MainWindow, show: Show) -> None:
    page = show("questions")
    buttons = page.panel.review.buttons
    assert not any(buttons[name].isEnabled() for name in ("submit", "accept", "challenge"))
    page.matrix.cells[TEAM, 2].click()
    assert buttons["submit"].isEnabled()
    assert not buttons["accept"].isEnabled()
    page.panel.review._who._picked("p1")
    assert buttons["accept"].isEnabled()
    assert not buttons["challenge"].isEnabled()
    page.panel.review._comment.box.setText("Who confirmed it?")
    buttons["challenge"].click()
    rating = ratings(window, FIRST).views[TEAM.value]
    assert (rating.review, rating.reviewed_by, rating.comment) == (
        Review.CHALLENGED,
        "Priya Raman",
        "Who confirmed it?",
    )
    assert page.list.model.shown[0].state == "challenged"


def test_an_agreement_without_a_reason_is_refused_and_says_so(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.agree.level.set_value("2")
    page.agree.apply.click()
    assert page.agree._trouble.isVisibleTo(page)
    page.agree.reason.box.setPlainText("Shown in the room")
    page.agree.apply.click()
    assert ratings(window, FIRST).reconciled.level == 2
    assert page._scoring.text() == "Level 2 scores: the room agreed on it."
    page.agree.remove.click()
    assert ratings(window, FIRST).reconciled is None


def test_a_filtered_list_keeps_the_question_that_was_just_answered(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.list._set(state="open")
    page.matrix.cells[TEAM, 2].click()
    assert page.list.model.shown[0].id == FIRST
    page.show_question(SECOND)
    assert page.list.model.shown[0].id == SECOND


def test_an_empty_result_says_so_and_can_be_reset(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.list.search.setText("no question says this")
    assert page.list._count.text() == "No question fits."
    page.list.reset.click()
    assert len(page.list.model.shown) == len(METHOD.questions)
    assert page.list.search.text() == ""


@pytest.mark.parametrize("lens", ["gaps", "ladder"])
def test_a_link_to_a_group_filters_the_list(window: MainWindow, show: Show, lens: str) -> None:
    page = show("questions")
    group = METHOD.lens[lens].groups[0].id
    window.work.go("questions", "s1", ("systems", "s1", "lens", lens, group))
    assert [item.id for item in page.list.model.shown] == list(METHOD.group(lens, group))


def test_evidence_that_was_typed_and_not_added_is_not_lost(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.panel._kind._picked("link")
    page.panel._text.box.setText("wiki/run-book")
    window.work.go("dashboard")
    (held,) = ratings(window, FIRST).views[TEAM.value].evidence
    assert (held.kind, held.text) == ("link", "wiki/run-book")


def test_an_agreement_that_is_begun_waits_for_its_question(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.agree.level.set_value("3")
    page.agree.reason.box.setPlainText("Half a reas")
    page.show_question(SECOND)
    assert page.agree.reason.box.toPlainText() == ""
    assert page.agree.level.value is None
    page.show_question(FIRST)
    assert page.agree.reason.box.toPlainText() == "Half a reas"
    assert page.agree.level.value == "3"


def test_undo_of_an_answer_comes_back_to_its_question_and_view(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.matrix.cells[OPERATIONS, 1].click()
    page.show_question(SECOND)
    window.work.go("dashboard")
    window.do("undo")
    assert window.work.host.place.page == "questions"
    assert (page._question, page._view) == (FIRST, OPERATIONS)


def test_a_comment_on_an_answer_waits_for_that_answer(window: MainWindow, show: Show) -> None:
    page = show("questions")
    page.matrix.cells[TEAM, 2].click()
    comment = page.panel.review._comment.box
    comment.setText("Who confir")
    page.show_question(SECOND)
    assert comment.text() == ""
    page.show_question(FIRST)
    assert comment.text() == "Who confir"
    page.matrix.heads[OPERATIONS].setFocus()
    page._turn(OPERATIONS)
    assert comment.text() == ""
    page._turn(TEAM)
    assert comment.text() == "Who confir"


def test_a_question_that_was_found_is_brought_to_the_front(window: MainWindow, show: Show) -> None:
    show("dashboard")
    window.work.find_anything()
    window.work.finder.field.setText(METHOD.questions[40].prompt)
    QTest.keyClick(window.work.finder.field, Qt.Key.Key_Return)
    settle()
    assert window.work.host.place.page == "questions"
    assert window.work.host.page._question == METHOD.questions[40].id


def test_one_answer_is_thought_over_once_for_the_whole_window(
    window: MainWindow, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, real, over = show("questions"), memory.assess, []

    def counted(*args: object) -> object:
        over.append(args)
        return real(*args)

    monkeypatch.setattr(memory, "assess", counted)
    page.matrix.cells[TEAM, 2].click()
    assert len(over) == 1


def test_an_answer_redraws_only_its_own_line_of_the_list(window: MainWindow, show: Show) -> None:
    page = show("questions")
    told: list[tuple[int, int]] = []
    page.list.model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    page.matrix.cells[TEAM, 2].click()
    assert told == [(0, 0)]
