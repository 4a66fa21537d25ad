from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.evaluation import evaluate
from desktop.analysis.sprint_checks import (
    baseline_run,
    examples_enough,
    examples_origin,
    mix_matches,
    threshold_cleared,
)
from desktop.workbook import Sprint, Workbook
from desktop.workbook.sprint import Run, Sampling, Scoring, Slice, TestSet

EMPTY = Workbook()


def examples(n: int | None) -> Sprint:
    return Sprint(test_set=TestSet(examples=n))


def mix(*entries: tuple[str, str, int], reason: str = "") -> Sprint:
    slices = {
        f"{n}": Slice(name=name, real_share=Decimal(real), examples=count)
        for n, (name, real, count) in enumerate(entries)
    }
    return Sprint(test_set=TestSet(slices=slices, mix_reason=reason))


def scored(correct: int, total: int, threshold: int | None = None, on: date | None = date(2026, 11, 20)) -> Sprint:
    limit = None if threshold is None else Decimal(threshold)
    return Sprint(scoring=Scoring(threshold=limit, runs={"r1": Run(on=on, scored=total, correct=correct)}))


@pytest.mark.parametrize(
    ("n", "state", "code"),
    [(None, "open", "not-entered"), (0, "failed", "too-few"), (199, "failed", "too-few"), (200, "met", "examples")],
)
def test_200_examples_are_enough_and_199_are_not(n, state, code):
    verdict = examples_enough(EMPTY, examples(n))
    assert (verdict.state, verdict.code) == (state, code)


def test_199_examples_lack_one():
    assert examples_enough(EMPTY, examples(199)).values["missing"] == 1


@pytest.mark.parametrize(
    ("sampling", "provenance", "state"),
    [
        (None, "Claims of July", "open"),
        (Sampling.RANDOM, "", "open"),
        (Sampling.RANDOM, "  ", "open"),
        (Sampling.RANDOM, "Claims of July", "met"),
        (Sampling.HAND_PICKED, "Claims of July", "failed"),
    ],
)
def test_a_set_picked_by_hand_has_no_origin_that_counts(sampling, provenance, state):
    sprint = Sprint(test_set=TestSet(sampling=sampling, provenance=provenance))
    assert examples_origin(EMPTY, sprint).state == state


def test_the_mix_worked_by_hand():
    sprint = mix(("Motor, damage", "46", 121), ("Motor, injury", "18", 22), ("Water", "21", 64), ("Theft", "15", 39))
    found = evaluate(sprint).mix
    assert [round(entry.off, 1) for entry in found] == [3.2, -9.1, 5.0, 0.9]
    verdict = mix_matches(EMPTY, sprint)
    assert (verdict.state, verdict.code, verdict.values["name"]) == ("failed", "mix-short", "Motor, injury")
    assert verdict.values["missing"] == 27  # (22 + 27) of (246 + 27) are 17.9 %


@pytest.mark.parametrize(
    ("real", "count", "state"),
    [("45", 500, "met"), ("44.9", 500, "failed"), ("55", 500, "met"), ("55.1", 500, "failed"), ("99.9", 949, "met")],
)
def test_five_points_off_are_within_and_more_are_not(real, count, state):
    sprint = mix(("A", real, count), ("B", str(Decimal(100) - Decimal(real)), 1000 - count))
    assert mix_matches(EMPTY, sprint).state == state


def test_a_reason_settles_a_mix_that_differs():
    verdict = mix_matches(EMPTY, mix(("A", "90", 100), ("B", "10", 100), reason="B is what goes wrong"))
    assert (verdict.state, verdict.code) == ("met", "mix-explained")


def test_a_kind_of_case_that_is_all_of_real_work_needs_no_endless_examples():
    assert mix_matches(EMPTY, mix(("A", "100", 0), ("B", "0", 100))).values["missing"] > 0


def test_kinds_of_case_without_any_example_divide_nothing_by_zero():
    assert mix_matches(EMPTY, mix(("A", "60", 0), ("B", "40", 0))).state == "failed"


@pytest.mark.parametrize(
    ("correct", "total", "threshold", "state", "code"),
    [
        (180, 200, 85, "met", "cleared"),
        (212, 240, 85, "failed", "not-shown"),
        (200, 240, 85, "failed", "likely-below"),
        (150, 240, 85, "failed", "below"),
        (212, 240, None, "open", "no-threshold"),
    ],
)
def test_the_interval_and_not_the_point_clears_the_threshold(correct, total, threshold, state, code):
    verdict = threshold_cleared(EMPTY, scored(correct, total, threshold))
    assert (verdict.state, verdict.code) == (state, code)


def test_runs_are_read_oldest_first_whatever_the_order_of_entry():
    runs = {
        "b": Run(on=date(2026, 11, 11), scored=10, correct=1),
        "a": Run(on=date(2026, 11, 13), scored=10, correct=3),
        "c": Run(on=date(2026, 11, 12), scored=10, correct=2),
    }
    assert [run.correct for run in evaluate(Sprint(scoring=Scoring(runs=runs))).runs] == [1, 2, 3]


@pytest.mark.parametrize(
    "sprint",
    [scored(11, 10), scored(0, 0), scored(5, 10, on=None), Sprint(scoring=Scoring(runs={"r1": Run(correct=5)}))],
    ids=["more right than scored", "nothing scored", "no date", "no total"],
)
def test_a_run_that_lacks_something_is_no_baseline(sprint):
    verdict = baseline_run(EMPTY, sprint)
    assert (verdict.state, verdict.code) == ("failed", "run-incomplete")


def test_no_run_is_open_and_not_failed():
    assert baseline_run(EMPTY, Sprint()).state == "open"
