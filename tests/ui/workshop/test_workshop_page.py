"""Workshop mode by keyboard alone: unseen until revealed, twenty scores in few keys, settled with a reason, undoable."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.method import load_method
from desktop.session.assess import assess
from desktop.session.workshop import scope_questions
from desktop.ui.main_window import MainWindow
from desktop.ui.workshop.evidence_line import kind_of
from tests.assessed import assessed
from tests.ui.workshop.conftest import VIEWS, Open, painted, press, ratings, room, spoken
from tests.window import TODAY

METHOD = load_method()


class Counter:
    """Counts every key that is pressed."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.keys = window, 0

    def __call__(self, *keys: str | Qt.Key) -> None:
        self.keys += len(keys)
        press(self.window, *keys)


def test_twenty_scores_that_all_differ_take_at_most_sixty_keys(window: MainWindow, begin: Open) -> None:
    page, key = begin(room()), Counter(window)
    for _ in range(5):
        key("3", "1", "2", "1")  # four voices, each moves on to the next
        key(Qt.Key.Key_Return)  # reveal
        key("1", "g", Qt.Key.Key_Return)  # the room settles it with a reason, and goes on
    assert key.keys <= 60
    assert page.face is page.summary
    questions = scope_questions(assess(room(), METHOD, "s1", TODAY), "telling")
    assert len(questions) == 5
    for question in questions:
        held = ratings(window, question)
        assert [held.views[view.value].level for view in VIEWS] == [3, 1, 2, 1]
        assert held.reconciled.level == 1
        assert held.reconciled.reason == "The lower level counts until there is evidence for more."
        assert held.reconciled.by == "Aylin Demir"


def test_twenty_scores_that_agree_take_thirty(window: MainWindow, begin: Open) -> None:
    page, key = begin(room()), Counter(window)
    for _ in range(5):
        key("2", "2", "2", "2", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert key.keys == 30
    assert page.face is page.summary
    assert page.summary.head._heading.text() == "5 of 5 questions are done"


def test_the_speakers_are_written_beside_their_scores(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, "4")
    assert ratings(window, page.floor.question).views["pilot-team"].by == "Speaker of pilot-team"


@pytest.mark.parametrize("key", ["0", "1", "2", "3", "4", "n"])
def test_nothing_on_the_wall_tells_one_score_from_another_before_the_reveal(
    window: MainWindow, begin: Open, key: str
) -> None:
    page = begin(room())
    press(window, "3")
    seen, heard = painted(page), spoken(page)
    window.do("undo")
    page.floor.focus_board()
    press(window, Qt.Key.Key_Up) if page.floor._here else None
    press(window, key)
    assert painted(page) == seen
    assert spoken(page) == heard
    assert ratings(window, page.floor.question).views["pilot-team"].answered


def test_what_was_answered_before_the_workshop_is_hidden_too(window: MainWindow, begin: Open) -> None:
    page = begin(assessed(room(), "s1"))
    assert page.floor.stage.scored
    assert all(voice.level is None and not voice.not_applicable for voice in page.floor.stage.voices)
    assert "level 1" not in page.floor.board.accessibleDescription().lower().split("answers")[0].split("scores now")[-1]
    press(window, Qt.Key.Key_Return)
    if not page.floor.stage.revealed:  # a voice is missing, which is said first
        press(window, Qt.Key.Key_Return)
    assert any(voice.level is not None for voice in page.floor.stage.voices)


def test_the_reveal_shows_the_spread_and_says_it(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, "3", "1", "2", "1", Qt.Key.Key_Return)
    stage = page.floor.stage
    assert (stage.revealed, stage.low, stage.high, stage.apart) == (True, 1, 3, True)
    assert stage.verdict == "2 levels apart: hear both ends before you settle"
    assert "level 3" in page.floor.board.accessibleDescription()
    press(window, "r")
    assert not page.floor.stage.revealed
    assert "level 3" not in page.floor.board.accessibleDescription()


def test_a_missing_voice_is_said_once_and_then_may_stay_away(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, Qt.Key.Key_Return)
    assert "Nobody has scored yet" in page.floor.foot.accessibleName()
    press(window, "2", "2", "2", Qt.Key.Key_Return)
    assert not page.floor.stage.revealed
    assert "One voice has not scored" in page.floor.foot.accessibleName()
    press(window, Qt.Key.Key_Return)
    assert page.floor.stage.revealed


def test_views_far_apart_are_not_passed_over_by_mistake(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    first = page.floor.question
    press(window, "4", "0", "4", "4", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert page.floor.question == first
    assert "far apart" in page.floor.foot.accessibleName()
    press(window, Qt.Key.Key_Return)
    assert page.floor.question != first
    assert ratings(window, first).reconciled is None


def test_an_agreement_needs_its_reason(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    first = page.floor.question
    press(window, "4", "0", "4", "4", Qt.Key.Key_Return, "2", Qt.Key.Key_Return)
    assert ratings(window, first).reconciled is None
    assert "reason" in page.floor.foot.accessibleName()
    press(window, "t")
    QTest.keyClicks(window.focusWidget(), "   ")
    press(window, Qt.Key.Key_Return)
    assert ratings(window, first).reconciled is None
    press(window, "t")
    QTest.keyClicks(window.focusWidget(), "Handlers told us in August")
    press(window, Qt.Key.Key_Return)
    assert ratings(window, first).reconciled.reason == "Handlers told us in August"
    assert ratings(window, first).reconciled.level == 2
    assert page.floor.question != first


def test_escape_in_the_own_words_goes_back_to_the_board(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, "4", "4", "4", "4", Qt.Key.Key_Return, "t")
    QTest.keyClicks(window.focusWidget(), "0 is what I mean")
    press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is page.floor.board
    assert window.work.host.place.page == "workshop"
    assert page.floor._draft.reason == ""


def test_every_step_can_be_undone_and_the_room_comes_back_to_its_question(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    prepared = window.desk.session.workbook
    first = page.floor.question
    press(window, "3", "1", "2", "1", Qt.Key.Key_Return, "1", "f", Qt.Key.Key_Return)
    assert page.floor.question != first
    window.do("undo")
    assert page.floor.question == first
    assert ratings(window, first).reconciled is None
    window.do("undo")
    assert not page.floor.stage.revealed
    for _ in range(4):
        window.do("undo")
    assert window.desk.session.workbook == prepared
    assert page.face is page.floor


def test_the_menus_of_undo_say_no_level(window: MainWindow, begin: Open) -> None:
    begin(room())
    press(window, "3")
    assert window.desk.session.undo_name == "Score in the workshop"


def test_evidence_is_added_to_the_voice_whose_turn_it_is(window: MainWindow, begin: Open) -> None:
    page = begin(room())
    press(window, Qt.Key.Key_Down, "e")
    QTest.keyClicks(window.focusWidget(), "https://wiki/run-book")
    press(window, Qt.Key.Key_Return)
    (held,) = ratings(window, page.floor.question).views["it-operations"].evidence
    assert (held.kind, held.text) == ("link", "https://wiki/run-book")
    assert window.focusWidget() is page.floor.board


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://wiki/x", "link"),
        ("www.northwind.example", "link"),
        ("Run book 4.2.pdf", "file"),
        ("Seen on 12 November", "note"),
        ("We looked at it together and it said so in the log.txt file of the day before.pdf", "note"),
        ("", "note"),
    ],
)
def test_what_a_line_is_is_read_from_it(text: str, kind: str) -> None:
    assert kind_of(text) == kind
