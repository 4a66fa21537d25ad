"""Comparisons against SciPy and a published table."""

from math import isclose

import pytest
from scipy.stats import binomtest, chi2_contingency, fisher_exact

from desktop.analysis.paired import compare_pairs, compare_shares, mcnemar_exact, two_shares


@pytest.mark.parametrize(
    ("lost", "gained"), [(0, 0), (1, 0), (5, 5), (9, 1), (3, 14), (121, 59), (600, 512), (0, 2000)]
)
def test_mcnemar_is_the_binomial_test_on_pairs_that_differ(lost, gained):
    expected = binomtest(lost, lost + gained).pvalue if lost + gained else 1.0
    assert isclose(mcnemar_exact(lost, gained), expected, rel_tol=1e-8)


def test_mcnemar_of_agrestis_approval_table():
    """150 and 86 of 1,600 changed their mind (Agresti, Categorical Data Analysis): z = 4.17, so p is about 0.00003."""
    assert 1e-5 < mcnemar_exact(150, 86) < 6e-5


@pytest.mark.parametrize(("before", "after"), [((180, 200), (160, 200)), ((9, 10), (1, 30)), ((50, 51), (50, 52))])
def test_two_shares_is_the_chi_square_corrected_for_continuity(before, after):
    table = [[before[0], before[1] - before[0]], [after[0], after[1] - after[0]]]
    assert isclose(two_shares(before, after), chi2_contingency(table, correction=True).pvalue, rel_tol=1e-9)


@pytest.mark.parametrize(("before", "after"), [((3, 3), (0, 3)), ((4, 4), (1, 4)), ((90, 100), (80, 100))])
def test_a_few_examples_are_no_alarm_that_fishers_exact_test_does_not_raise(before, after):
    table = [[before[0], before[1] - before[0]], [after[0], after[1] - after[0]]]
    assert fisher_exact(table).pvalue > 0.05
    assert not compare_shares(before, after).worse()


def test_pairs_see_what_shares_do_not():
    """The same fall of four in a hundred: chance between two samples, none where not one example got better."""
    before, after = (2**96 - 1).to_bytes(13, "big"), (2**90 - 1).to_bytes(13, "big")
    paired, shares = compare_pairs(before, after, 100), compare_shares((96, 100), (90, 100))
    assert (paired.lost, paired.gained, paired.paired, shares.paired) == (6, 0, True, False)
    assert paired.change == pytest.approx(shares.change)
    assert paired.worse()
    assert not shares.worse()


def test_better_is_never_a_regression():
    assert not compare_shares((10, 100), (90, 100)).worse()
    assert not compare_shares((100, 100), (100, 100)).worse()
