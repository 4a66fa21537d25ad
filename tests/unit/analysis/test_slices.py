"""Kinds of case: each with its interval, and the one that falls is named."""

from desktop.analysis.slices import fallen_slices, slice_scores
from desktop.analysis.statistics import wilson
from desktop.workbook.sprint import Tally


def tally(name: str, correct: int, scored: int) -> Tally:
    return Tally(name=name, scored=scored, correct=correct)


def test_each_kind_has_its_own_interval_and_an_empty_one_none():
    found = slice_scores([tally("a", 9, 10), tally("empty", 0, 0), tally("twisted", 2, 1)])
    assert [(score.name, score.interval) for score in found] == [("a", wilson(9, 10))]


def test_a_kind_that_falls_behind_a_steady_whole_is_named():
    before, after = [tally("a", 90, 100), tally("b", 60, 100)], [tally("a", 60, 100), tally("b", 90, 100)]
    assert fallen_slices(before, after) == ("a",)


def test_many_kinds_raise_no_alarm_by_their_number():
    """90 of 100 to 78 of 100 is significant alone (p = 0.034) and chance among twenty kinds."""
    before, after = [tally("k0", 90, 100)], [tally("k0", 78, 100)]
    others = [tally(f"k{n}", 50, 100) for n in range(1, 20)]
    assert fallen_slices(before, after) == ("k0",)
    assert fallen_slices(before + others, after + others) == ()


def test_kinds_that_one_run_lacks_are_not_compared():
    assert fallen_slices([tally("a", 9, 9)], [tally("b", 0, 9)]) == ()
