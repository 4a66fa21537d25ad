"""The reliability bins and the calibration error, by hand and by its definition."""

from math import isclose

import pytest

from desktop.analysis.calibration import bin_of, expected_calibration_error, reliability


@pytest.mark.parametrize(
    ("confidence", "expected"), [(0.0, 0), (0.05, 0), (0.1, 0), (0.1001, 1), (0.3, 2), (0.7, 6), (0.95, 9), (1.0, 9)]
)
def test_a_bin_is_open_below_and_closed_above(confidence, expected):
    assert bin_of(confidence) == expected


def test_the_error_of_a_hand_worked_table():
    """Four at 0.95 with three right (0.2 too sure), one at 0.55 and wrong: (4 · 0.2 + 0.55) / 5."""
    bins = reliability([(0.95, True), (0.95, True), (0.95, True), (0.95, False), (0.55, False)])
    assert [(entry.examples, entry.correct) for entry in bins if entry.examples] == [(1, 0), (4, 3)]
    assert isclose(expected_calibration_error(bins) or 0, (4 * 0.2 + 0.55) / 5)
    assert isclose(bins[9].gap, 0.2)


def test_a_system_that_means_what_it_says_has_no_error():
    bins = reliability([(0.8, n < 8) for n in range(10)])
    assert isclose(expected_calibration_error(bins) or 0, 0, abs_tol=1e-12)


def test_without_examples_there_is_no_error_to_state():
    assert expected_calibration_error(reliability([])) is None
