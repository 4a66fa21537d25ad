"""Two labellers: against Cohen's own idea of the figure and a table worked by hand."""

from math import isclose

from desktop.analysis.agreement import cohens_kappa


def test_the_usual_example_of_fifty_proposals():
    """20 twice yes, 15 twice no, 5 and 10 apart: 0.7 observed, 0.5 by chance."""
    found = cohens_kappa({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15})
    assert found is not None
    assert (found.examples, found.share) == (50, 0.7)
    assert isclose(found.kappa or 0, 0.4)


def test_perfect_and_opposite():
    assert cohens_kappa({("a", "a"): 5, ("b", "b"): 5}).kappa == 1
    assert cohens_kappa({("a", "b"): 5, ("b", "a"): 5}).kappa == -1


def test_one_label_for_everything_shows_nothing():
    found = cohens_kappa({("a", "a"): 9})
    assert (found.share, found.kappa) == (1.0, None)
    assert cohens_kappa({}) is None
