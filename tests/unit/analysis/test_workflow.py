"""The redesigned workflow and the reviewers' queue, against figures worked out on paper."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.workflow import calibration, confidence_mix, flow, queue, saving
from desktop.workbook import Sprint
from desktop.workbook.sprint import ConfidenceBin, Figures, Run, Scoring
from desktop.workbook.workflow import HandOff, Part, Reviewers, Step, Workflow
from tests.northwind import sample

# 5,200 cases a month are 1,200 a week (5,200 × 12 / 52).
BANDS = HandOff(
    automated=Decimal(50),
    suggested=Decimal(40),
    escalated=Decimal(10),
    sampled=Decimal(5),
    suggest_minutes=Decimal(2),
    escalate_minutes=Decimal(15),
    sample_minutes=Decimal(4),
)


def work(hours, people=4, **changes):
    given = {"volume": 5_200, "bands": BANDS, "reviewers": {"r1": Reviewers(name="A", people=people, hours=hours)}}
    return Workflow(**{**given, **changes})


def test_a_queue_worked_by_hand():
    """480 × 2 min = 16 h; 120 × 15 min = 30 h; 5 % of 600 = 30 × 4 min = 2 h: 48 hours a week for 630 cases."""
    found = queue(work(Decimal(15)))
    assert (found.suggested, found.escalated, found.sampled) == (16, 30, 2)
    assert (found.needed, found.capacity, found.cases) == (48, 60, 630)
    assert (found.over, found.use, found.state) == (0, Decimal("0.8"), "fits")
    assert found.bearable == Decimal("787.5")


@pytest.mark.parametrize(
    ("hours", "state", "over"),
    [("12", "tight", "0"), ("14.2", "fits", "0"), ("14", "tight", "0"), ("11.9", "over", "0.4"), ("6", "over", "24")],
)
def test_over_capacity_is_said_with_by_how_much(hours, state, over):
    found = queue(work(Decimal(hours)))
    assert (found.state, found.over) == (state, Decimal(over))


def test_reviewers_without_hours_are_not_no_reviewers():
    assert queue(work(None)) is None
    assert queue(work(Decimal(5), people=None)) is None
    assert queue(work(Decimal(5), reviewers={})) is None
    none = queue(work(Decimal(0)))
    assert (none.capacity, none.use, none.state, none.over) == (0, None, "over", 48)


def test_a_share_of_nothing_needs_no_minutes():
    bare = BANDS.model_copy(update={"escalated": Decimal(0), "escalate_minutes": None, "automated": Decimal(60)})
    assert queue(work(Decimal(15), bands=bare)).escalated == 0
    missing = BANDS.model_copy(update={"escalate_minutes": None})
    assert queue(work(Decimal(15), bands=missing)) is None
    assert queue(work(Decimal(15), volume=None)) is None


amounts = st.decimals(0, 100, places=1)


@given(amounts, amounts, amounts, st.integers(1, 100_000), st.decimals(0, 60, places=1))
def test_the_most_that_can_be_taken_uses_exactly_the_hours_there_are(suggest, escalate, minutes, volume, hours):
    bands = HandOff(
        automated=Decimal(0), suggested=suggest, escalated=escalate, suggest_minutes=minutes, escalate_minutes=minutes
    )
    found = queue(work(hours, volume=volume, bands=bands))
    if found.bearable is not None:
        assert abs(found.bearable * found.needed - found.cases * found.capacity) < Decimal("1e-6") * max(1, found.cases)
    assert (found.over > 0) is (found.state == "over")


TODAY = {"1": Step(name="Read", minutes=Decimal(6)), "2": Step(name="Again", minutes=Decimal(30), volume=520)}
THEN = {"1": Step(name="Confirm", minutes=Decimal(3), volume=2_600, part=Part.SUGGEST, errors=Decimal(5))}


def test_a_saving_worked_by_hand():
    """5,200 × 6 min = 520 h, 520 × 30 min = 260 h; then 2,600 × 3 min = 130 h: 650 less, 7.5 minutes a case."""
    found = saving(Workflow(volume=5_200, today=TODAY, redesigned=THEN))
    assert (found.hours, found.minutes) == (650, Decimal("7.5"))
    assert round(found.share, 4) == Decimal("0.8333")
    assert flow(THEN, 5_200).faulty == 130
    assert flow(TODAY, 5_200).faulty is None


def test_a_flow_with_an_open_step_has_no_sum():
    steps = {**TODAY, "3": Step(name="Unknown")}
    assert flow(steps, 5_200).hours is None
    assert saving(Workflow(volume=5_200, today=steps, redesigned=THEN)) is None
    assert flow({"1": TODAY["1"]}, None).hours is None
    assert flow({}, 5_200).hours is None


def test_longer_than_today_is_negative():
    found = saving(Workflow(volume=5_200, today=THEN, redesigned=TODAY))
    assert found.hours == -650


def confident(*bins, on=date(2026, 11, 20)):
    figures = Figures(
        confidence=tuple(ConfidenceBin(scored=n, correct=right, confidence=Decimal(c)) for n, right, c in bins)
    )
    return Sprint(scoring=Scoring(runs={"1": Run(on=on, scored=100, correct=80, figures=figures)}))


def test_calibration_comes_from_the_newest_run_that_gives_confidences():
    """50 × |0.95 − 0.92| and 50 × |0.55 − 0.50|: 4 points on average."""
    found = calibration(confident((50, 46, 95), (50, 25, 55)))
    assert (round(found.error, 9), found.examples, found.holds) == (0.04, 100, True)
    assert not calibration(confident((100, 70, 95))).holds
    assert calibration(Sprint()) is None
    assert calibration(None) is None


def test_calibration_is_judged_on_the_leading_test_set_and_not_on_a_newer_set_of_hard_cases():
    sprint = confident((50, 46, 95), (50, 25, 55))
    hard = sprint.scoring.runs["1"].model_copy(
        update={
            "on": date(2026, 11, 21),
            "test_set": "Hard cases",
            "figures": Figures(confidence=(ConfidenceBin(scored=100, correct=40, confidence=Decimal(95)),)),
        }
    )
    both = sprint.model_copy(update={"scoring": Scoring(runs={**sprint.scoring.runs, "2": hard})})
    assert round(calibration(both).error, 9) == 0.04
    alone = sprint.model_copy(update={"scoring": Scoring(runs={"2": hard})})
    assert round(calibration(alone).error, 9) == 0.55


def test_the_mix_of_confidences_follows_the_limits():
    bands = HandOff(high_from=Decimal(90), low_below=Decimal(60))
    found = confidence_mix(confident((50, 46, 95), (20, 15, 75), (30, 10, 45)), bands)
    assert (found.high, found.medium, found.low, found.examples) == (0.5, 0.2, 0.3, 100)
    assert confidence_mix(confident((50, 46, 95)), HandOff()) is None


def test_the_sample_saves_what_its_value_case_counts_on():
    """Ten minutes a claim at EUR 48 an hour are the EUR 8 of the value case."""
    launch = sample().systems["0001-claims-triage"].launch
    assert round(saving(launch.workflow).minutes) == 10
    assert queue(launch.workflow).state == "tight"
    assert queue(sample().systems["0002-underwriting-notes"].launch.workflow).state == "over"
