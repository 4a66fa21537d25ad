"""What a test set is worth: each check at its limit."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.judging import compare
from desktop.analysis.test_sets import about_set, set_evidence
from desktop.workbook import Sprint
from desktop.workbook.sprint import (
    Figures,
    Labelling,
    NamedSet,
    Run,
    Sampling,
    Scoring,
    Slice,
    Tally,
    TestSet,
)

DAY = date(2026, 11, 20)


def checks(run: Run, **fields):
    sprint = Sprint(scoring=Scoring(runs={"r1": run}), **fields)
    return {check.id: check for check in set_evidence(sprint)[0].checks}


def scored(n: int = 240, correct: int = 200, *, test_set: str = "", **figures) -> Run:
    return Run(on=DAY, scored=n, correct=correct, test_set=test_set, figures=Figures(**figures))


@pytest.mark.parametrize(("n", "state"), [(199, "failed"), (200, "met")])
def test_199_examples_fail_and_say_so(n, state):
    found = checks(scored(n, 150))["size"]
    assert (found.state, found.values["n"], found.values["minimum"]) == (state, n, 200)


@pytest.mark.parametrize(("largest", "state"), [("70", "met"), ("78.2", "failed"), (None, "open")])
def test_a_score_must_beat_one_fixed_answer(largest, state):
    """200 of 240 are at least 78.1 %."""
    labelling = Labelling(classes=4, largest_class=None if largest is None else Decimal(largest))
    assert checks(scored(labelling=labelling))["balance"].state == state


@pytest.mark.parametrize(
    ("doubles", "kappa", "state", "word"),
    [
        (0, None, "open", "unknown"),
        (29, "0.9", "open", "few"),
        (30, "0.61", "met", "agreed"),
        (30, "0.60", "failed", "apart"),
        (200, None, "open", "few"),
    ],
)
def test_agreement_counts_from_thirty_doubles_and_a_kappa_of_061(doubles, kappa, state, word):
    known = None if kappa is None else Decimal(kappa)
    labelling = Labelling(doubles=doubles, agreement=Decimal(90), kappa=known)
    found = checks(scored(labelling=labelling))["labels"]
    assert (found.state, found.word) == (state, word)


def test_repeated_examples_are_told():
    assert checks(scored(duplicates=3))["repeats"].values == {"n": 3}
    assert checks(scored())["repeats"].state == "met"
    assert checks(Run(on=DAY, scored=240, correct=200))["repeats"].state == "open", "nothing is known of a typed run"


def stated(**shares: int) -> TestSet:
    slices = {name: Slice(name=name.title(), real_share=Decimal(share)) for name, share in shares.items()}
    return TestSet(slices=slices, sampling=Sampling.RANDOM, provenance="Claims of July")


def test_the_mix_of_the_run_is_held_against_real_work():
    run = scored(slices=(Tally(name="motor", scored=120, correct=100), Tally(name="Water", scored=120, correct=100)))
    assert checks(run, test_set=stated(motor=52, water=48))["mix"].state == "met"
    off = checks(run, test_set=stated(motor=60, water=40))["mix"]
    assert (off.state, off.word, off.values["name"]) == ("failed", "short", "Motor")
    explained = stated(motor=60, water=40).model_copy(update={"mix_reason": "Two brokers only."})
    assert checks(run, test_set=explained)["mix"].state == "met"


def test_other_kinds_of_case_than_those_of_week_2_are_not_judged_by_them():
    run = scored(slices=(Tally(name="With a lawyer", scored=240, correct=200),), test_set="Hard")
    assert (checks(run, test_set=stated(motor=60, water=40))["mix"].state) == "open"


@pytest.mark.parametrize(
    ("sampling", "provenance", "state"),
    [
        (Sampling.ALL, "Third quarter", "met"),
        (Sampling.HAND_PICKED, "x", "failed"),
        (None, "x", "open"),
        (Sampling.ALL, " ", "open"),
    ],
)
def test_the_origin_of_a_further_set_is_that_of_its_record(sampling, provenance, state):
    more = {"m1": NamedSet(name=" hard CASES ", sampling=sampling, provenance=provenance)}
    assert checks(scored(test_set="Hard cases"), more_sets=more, test_set=stated(a=1))["origin"].state == state


def test_a_set_that_nobody_described_is_not_the_own_one():
    sprint = Sprint(test_set=stated(a=1))
    assert about_set(sprint, "Hard") == NamedSet()
    assert about_set(sprint, "") is sprint.test_set


def test_pairs_count_only_while_they_fit_the_stored_score():
    """A score that was changed by hand after the import is compared by its share."""
    bits, less = "8A==", "wA=="  # 1111 and 1100
    before = Run(scored=4, correct=4, figures=Figures(set_fingerprint="f", outcomes=bits))
    after = Run(scored=4, correct=2, figures=Figures(set_fingerprint="f", outcomes=less))
    assert (compare(before, after).lost, compare(before, after).gained) == (2, 0)
    changed = after.model_copy(update={"correct": 3})
    assert not compare(before, changed).paired
    assert compare(before, changed).change == pytest.approx(-0.25)
