"""Intervals against values worked out by hand from Wilson's formula, and against its defining property."""

from math import isclose, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from desktop.analysis.paired import two_shares
from desktop.analysis.statistics import Z_95, examples_needed, smallest_change, wilson

counts = st.integers(1, 5000).flatmap(lambda scored: st.tuples(st.integers(0, scored), st.just(scored)))


@pytest.mark.parametrize(
    ("correct", "scored", "low", "high"),
    [
        (180, 200, 85.1, 93.4),
        (212, 240, 83.7, 91.8),
        (218, 246, 84.0, 92.0),
        (0, 10, 0.0, 27.8),
        (10, 10, 72.2, 100.0),
        (5, 10, 23.7, 76.3),
        (1, 1, 20.7, 100.0),
    ],
)
def test_intervals_worked_by_hand(correct, scored, low, high):
    found = wilson(correct, scored)
    assert (round(found.low * 100, 1), round(found.high * 100, 1)) == (low, high)


@given(counts)
def test_the_interval_is_that_of_scipy(entry):
    correct, scored = entry
    theirs = binomtest(correct, scored).proportion_ci(method="wilson")
    found = wilson(correct, scored)
    assert (found.low, found.high) == (pytest.approx(theirs.low, abs=1e-9), pytest.approx(theirs.high, abs=1e-9))


@given(counts)
def test_each_end_is_where_the_score_test_just_rejects(entry):
    correct, scored = entry
    found = wilson(correct, scored)
    for end in (found.low, found.high):
        assume(1e-6 < end < 1 - 1e-6)
        assert isclose(abs(found.share - end), Z_95 * sqrt(end * (1 - end) / scored), rel_tol=1e-6, abs_tol=1e-9)


@given(counts)
def test_the_share_lies_inside_its_interval(entry):
    found = wilson(*entry)
    assert 0 <= found.low <= found.share + 1e-12
    assert found.share - 1e-12 <= found.high <= 1


@given(counts)
def test_the_ends_are_exact_where_all_or_none_is_right(entry):
    _, scored = entry
    assert wilson(0, scored).low == 0.0
    assert wilson(scored, scored).high == 1.0


@given(counts)
def test_right_and_wrong_are_mirror_images(entry):
    correct, scored = entry
    right, wrong = wilson(correct, scored), wilson(scored - correct, scored)
    assert isclose(right.low, 1 - wrong.high, abs_tol=1e-12)


@pytest.mark.parametrize(("correct", "scored"), [(-1, 10), (11, 10), (0, 0)])
def test_impossible_counts_are_refused(correct, scored):
    with pytest.raises(ValueError, match="between 0 and scored"):
        wilson(correct, scored)


@given(st.floats(0.01, 1.0), st.floats(0.0, 0.99))
def test_the_examples_needed_are_the_fewest_that_settle_it(share, threshold):
    needed = examples_needed(share, threshold)
    if share <= threshold:
        assert needed is None
    elif needed is not None and needed > 1:
        assert _low(share, needed) > threshold
        assert _low(share, needed - 1) <= threshold


def _low(share: float, scored: int) -> float:
    z2 = Z_95**2
    return (share + z2 / (2 * scored) - Z_95 * sqrt(share * (1 - share) / scored + z2 / (4 * scored**2))) / (
        1 + z2 / scored
    )


def test_a_share_at_the_threshold_is_never_settled_by_more_examples():
    assert examples_needed(0.85, 0.85) is None
    assert examples_needed(0.84, 0.85) is None
    assert examples_needed(218 / 246, 0.85) == 375


def test_a_share_too_close_to_the_threshold_would_need_more_examples_than_exist():
    assert examples_needed(0.8500001, 0.85) is None


@pytest.mark.parametrize(("share", "scored"), [(0.9, 200), (0.75, 120), (0.97, 360)])
def test_a_fall_as_large_as_promised_is_noticed_four_times_in_five(share, scored):
    """Every possible pair of runs, weighted by how probable it is (SciPy), judged by the test that the app uses."""
    fall = smallest_change(share, scored)
    before, after = (binom(scored, p).pmf(range(scored + 1)) for p in (share, share - fall))
    noticed = sum(
        before[was] * after[now]
        for was in range(scored + 1)
        for now in range(was)
        if before[was] > 1e-7 and after[now] > 1e-7 and two_shares((was, scored), (now, scored)) < 0.05
    )
    assert 0.79 < noticed < 0.86


def test_the_smallest_change_is_fleiss_table_read_backwards():
    """Fleiss: 219 examples in each group tell 90 % from 80 % at 95 % with a power of 80 %, corrected for continuity."""
    assert smallest_change(0.9, 219) == pytest.approx(0.1, abs=5e-4)
    assert smallest_change(0.9, 10_000) < 0.013
    assert smallest_change(0.9, 2) is None
    assert smallest_change(0.0, 200) is None
    assert smallest_change(0.5, 0) is None
