"""Paragraphs end without a word left over, and the items of a list stand in."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.words import BULLET, ORPHAN, Words, lead
from tests.window import theme

LEFT_OVER = "The inventory entry. What came from an import is kept beside what you change."


@pytest.fixture
def words(qtbot: QtBot) -> Words:
    made = lead(theme(), LEFT_OVER)
    qtbot.addWidget(made)
    made.resize(480, 40)
    return made


def last_share(words: Words) -> float:
    layout = words._layout(words.width(), even=True)
    return layout.lineAt(layout.lineCount() - 1).naturalTextWidth() / layout.lineAt(0).naturalTextWidth()


def test_no_single_word_is_left_over(words: Words) -> None:
    plain = words._layout(words.width())
    assert plain.lineAt(plain.lineCount() - 1).naturalTextWidth() < ORPHAN * words.width()
    assert last_share(words) > 0.7


def test_evening_out_needs_no_further_line(words: Words) -> None:
    even = words._layout(words.width(), even=True).lineCount()
    assert even == words._layout(words.width()).lineCount() == words.heightForWidth(words.width()) / theme().line()


def test_a_paragraph_that_ends_well_stays_as_wide_as_it_is(words: Words) -> None:
    words.setText(
        "One line of words that is long enough to be wrapped once, and the next one is nearly as long as this"
    )
    room = words._room(words.width())
    assert words._even(room) == room


def test_the_further_lines_of_an_item_stand_under_its_first_word(words: Words) -> None:
    words.setText(f"{BULLET}{LEFT_OVER}\n{BULLET}Short")
    layout = words._layout(words.width(), even=True)
    lefts = [round(layout.lineAt(n).position().x(), 1) for n in range(layout.lineCount())]
    assert lefts == [0.0, round(words._advance(BULLET), 1), 0.0]


def test_signs_that_take_two_places_do_not_shift_the_items(words: Words) -> None:
    words.setText(f"{BULLET}\U0001f600 {LEFT_OVER}\n{BULLET}\U0001f600\n{LEFT_OVER}")
    layout = words._layout(words.width(), even=True)
    lefts = [layout.lineAt(n).position().x() > 0 for n in range(layout.lineCount())]
    assert lefts == [False, True, False, False, False]
