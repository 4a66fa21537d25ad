"""Runs on different test sets are different series: never compared, never judged as one."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.evaluation import evaluate
from desktop.analysis.judging import judge, judge_all
from desktop.analysis.series import all_series
from desktop.analysis.sprint_checks import baseline_run, threshold_cleared
from desktop.workbook import Sprint, Workbook
from desktop.workbook.sprint import Run, Scoring


def run(day: int | None, correct: int | None, test_set: str = "", scored: int = 200) -> Run:
    return Run(on=None if day is None else date(2026, 11, day), scored=scored, correct=correct, test_set=test_set)


def sprint(threshold: int | None = None, **runs: Run) -> Sprint:
    limit = None if threshold is None else Decimal(threshold)
    return Sprint(scoring=Scoring(threshold=limit, runs=runs))


def test_each_set_is_a_series_of_its_own_oldest_first():
    found = all_series(sprint(a=run(9, 150, "Hard"), b=run(3, 180), c=run(2, 170), d=run(8, 140, "Hard")).scoring)
    assert [(one.name, [entry.id for entry in one.runs]) for one in found] == [("", ["c", "b"]), ("Hard", ["d", "a"])]


def test_the_own_set_leads_even_where_another_has_the_newest_run():
    both = sprint(80, old=run(1, 190), new=run(20, 60, "Hard"))
    assert evaluate(both).latest.id == "old"
    assert threshold_cleared(Workbook(), both).met, "a run on a set of hard cases does not undo the baseline"
    assert baseline_run(Workbook(), both).values["share"] == 0.95


def test_without_a_run_on_the_own_set_the_one_that_was_scored_first_leads():
    daily, weekly = run(3, 180, "Zebra"), run(9, 150, "Ape")
    assert [one.name for one in all_series(sprint(a=weekly, b=daily).scoring)] == ["Zebra", "Ape"]
    later = sprint(a=weekly, b=daily, c=run(16, 150, "Ape"), d=run(None, 150, "Bee")).scoring
    assert [one.name for one in all_series(later)] == ["Zebra", "Ape", "Bee"], "a newer run elsewhere changes nothing"


def test_a_worse_run_on_a_harder_set_is_no_regression():
    scoring = sprint(a=run(1, 190), b=run(2, 100, "Hard"), c=run(3, 188)).scoring
    assert judge(scoring, "b").against_last is None
    assert not judge(scoring, "b").regression
    assert judge(scoring, "c").against_last.change == pytest.approx(-0.01)


def test_runs_without_numbers_or_day_are_no_series_or_the_oldest():
    scoring = sprint(a=run(3, 150), b=run(1, None), c=run(4, 300), d=run(None, 120)).scoring
    assert [entry.id for entry in all_series(scoring)[0].runs] == ["d", "a"]
    with pytest.raises(KeyError):
        judge(scoring, "b")


def test_judging_all_is_judging_each():
    scoring = sprint(80, a=run(1, 190), b=run(2, 150), c=run(3, 151)).scoring
    series = all_series(scoring)[0]
    assert judge_all(scoring, series) == tuple(judge(scoring, entry.id) for entry in series.runs)
    assert [one.regression for one in judge_all(scoring, series)] == [False, True, True]
