"""Text is set inside its width, breaks where it may, and shows what it had to leave out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.pdf import typefaces
from desktop.reports.pdf.words import CELL, TEXT, TITLE, fitted, line_width, named, rich, set_line, shorter, wrap
from desktop.text import say

PROSE = "The score stays above 85 % since 20 November 2026 and costs EUR 205k a month."


def _texts(lines):
    return ["".join(piece.text for piece in line) for line in lines]


@given(st.text(max_size=80), st.floats(20, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_place(text, width, most):
    lines = wrap(rich((text, TEXT)), width, most)
    assert len(lines) <= most
    assert all(line_width(line) <= width + 0.01 for line in lines)


@given(st.text(max_size=60))
def test_no_visible_character_is_lost(text):
    shown = typefaces.plain(text)
    drawn = "".join(_texts(wrap(rich((text, TEXT)), 100)))
    assert len(drawn.replace(" ", "")) == len(shown.replace(" ", ""))


@pytest.mark.parametrize("width", range(75, 240, 7))
def test_numbers_stay_with_their_unit(width):
    for line in _texts(wrap(rich((PROSE, TEXT)), width)):
        assert not line.endswith(("EUR", "85", "20"))


def test_what_is_cut_ends_with_an_ellipsis():
    (line,) = wrap(rich((PROSE, TEXT)), 90, 1)
    assert _texts([line])[0].endswith("…")
    assert line_width(line) <= 90


def test_a_number_is_made_smaller_and_never_cut():
    line = fitted(set_line(rich(("123,456,789,012", CELL))), 30)
    assert _texts([line]) == ["123,456,789,012"]
    assert line_width(line) == pytest.approx(30)


def test_a_name_inside_a_title_is_cut_and_the_title_is_not():
    assert shorter("W" * 80, 100, TITLE).endswith("…")


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\ufeff\n"])
def test_a_name_that_nobody_can_see_is_said_to_be_missing(text):
    assert named(text) == say("board.unnamed")


def test_styles_follow_each_other_in_one_line():
    line = set_line(rich(("90.7 % right", CELL), (" on 246 cases", TEXT)))
    assert [piece.style for piece in line] == [CELL, TEXT]
    assert "".join(piece.text for piece in line) == "90.7 % right on 246 cases"


def test_another_face_draws_what_inter_lacks():
    found = typefaces.stretches("aϢb", typefaces.REGULAR)
    assert [(piece.text, piece.face) for piece in found] == [
        ("a", typefaces.REGULAR),
        ("Ϣ", typefaces.FALLBACK),
        ("b", typefaces.REGULAR),
    ]


def test_right_to_left_letters_are_replaced_rather_than_reversed():
    (found,) = typefaces.stretches("שלום", typefaces.REGULAR)
    assert (found.text, found.replaced) == (typefaces.REPLACEMENT * 4, True)
