"""What one run shows, from its stored figures."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.run_evidence import evidence
from desktop.exchange.evaluation.derive import derive
from desktop.exchange.evaluation.opening import open_results
from desktop.workbook.sprint import Run, Scoring, Slice, Sprint, TestSet

TODAY = date(2026, 11, 21)


def sprint_with(run: Run, **shares: int) -> Sprint:
    slices = {name: Slice(name=name.title(), real_share=Decimal(share)) for name, share in shares.items()}
    return Sprint(scoring=Scoring(runs={"r": run}), test_set=TestSet(slices=slices))


def test_a_real_run_shows_all_that_its_file_holds(shared):
    with open_results(shared / "data" / "evaluation" / "digits_run_5.csv") as batch:
        run = derive(batch, TODAY).run
    found = evidence(sprint_with(run, even=40, odd=60, rare=0), "r")
    assert sum(entry.examples for entry in found.bins) == 360
    assert found.calibration_error is not None
    assert 0 < found.calibration_error < 1
    assert [(mix.examples, mix.within) for mix in found.mix] == [(176, False), (184, False), (0, True)]
    assert found.labelling.classes == 10


def test_a_typed_run_has_its_score_and_the_change_it_can_show():
    found = evidence(sprint_with(Run(on=TODAY, scored=199, correct=179)), "r")
    assert found.smallest_change == pytest.approx(0.106, abs=0.001)
    assert (found.bins, found.calibration_error, found.mix) == ((), None, ())


def test_the_share_that_two_people_labelled(tmp_path):
    path = tmp_path / "run.csv"
    path.write_text("id,expected,label2,predicted\n1,a,a,a\n2,a,b,a\n3,a,,a\n4,b,,a\n", "utf-8")
    with open_results(path) as batch:
        found = evidence(sprint_with(derive(batch, TODAY).run), "r")
    assert (found.double_labelled, found.labelling.doubles) == (0.5, 2)
