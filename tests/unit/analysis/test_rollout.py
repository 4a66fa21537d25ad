"""Criteria against their bounds, gates against their criteria, and the days that follow."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis.phase_days import phase_days
from desktop.analysis.rollout import phase_states
from desktop.method.practice import load_practice
from desktop.workbook import Person, Sprint, System, Workbook
from desktop.workbook.launch import Launch
from desktop.workbook.rollout import Gate, Measured, Rollout
from desktop.workbook.sprint import Metric, MetricKind, Run, Scoring

PHASES = load_practice().rollout
DAY = date(2027, 2, 8)
WORKBOOK = Workbook(people={"a": Person(id="a", name="Maria Keller"), "x": Person(id="x", name="IT and Claims")})


def shown(value):
    return Measured(value=Decimal(value), on=DAY, evidence="Status page")


FIRST = {
    "phase-1.uptime": shown("99.5"),
    "phase-1.latency": shown("1.99"),
    "phase-1.critical-errors": shown(0),
}


def states(gates=None, criteria=None, sprint=None):
    rollout = Rollout(gates=gates or {}, criteria=criteria or {})
    system = System(id="s1", name="Triage", sprint=sprint, launch=Launch(rollout=rollout))
    return phase_states(WORKBOOK, system, PHASES)


@pytest.mark.parametrize(
    ("criterion", "value", "state"),
    [
        ("uptime", "99.5", "met"),
        ("uptime", "99.49", "missed"),
        ("latency", "1.99", "met"),
        ("latency", "2", "missed"),
        ("critical-errors", "0", "met"),
        ("critical-errors", "1", "missed"),
    ],
)
def test_the_bounds_of_the_first_phase(criterion, value, state):
    found = {
        entry.criterion.id: entry.state for entry in states(criteria={f"phase-1.{criterion}": shown(value)})[0].criteria
    }
    assert found[criterion] == state


def test_a_value_without_evidence_or_day_is_only_claimed():
    for bare in (
        Measured(value=Decimal(100)),
        Measured(value=Decimal(100), on=DAY),
        Measured(value=Decimal(100), evidence="x"),
    ):
        assert states(criteria={"phase-1.uptime": bare})[0].criteria[0].state == "claimed"


def test_not_measured_is_not_zero():
    found = states(criteria={"phase-1.critical-errors": Measured(evidence="nothing yet")})[0]
    assert found.criteria[2].state == "open"


def test_quality_is_held_to_the_first_run_and_return_to_the_outcome_target():
    metrics = {
        "1": Metric(name="E-mails", kind=MetricKind.ACTIVITY, baseline=Decimal(1), target=Decimal(9)),
        "2": Metric(name="Cost", kind=MetricKind.OUTCOME, unit="EUR", baseline=Decimal(41), target=Decimal(33)),
    }
    runs = {
        "2": Run(on=date(2026, 11, 12), scored=200, correct=180),
        "1": Run(on=date(2026, 11, 5), scored=200, correct=170),
    }
    found = states(sprint=Sprint(metrics=metrics, scoring=Scoring(runs=runs)))
    quality, returned = found[1].criteria[1].bound, found[2].criteria[0].bound
    assert (quality.side, quality.value, quality.unit) == ("at-least", Decimal("85.0"), "%")
    assert (returned.side, returned.value, returned.unit, returned.metric) == ("at-most", 33, "EUR", "Cost")


def test_without_a_run_or_a_target_there_is_no_bound():
    found = states()
    assert found[1].criteria[1].state == "no-bound"
    assert found[2].criteria[0].state == "no-bound"


def test_a_gate_opens_only_on_evidence():
    running = {"phase-1": Gate(users="12", started_on=DAY)}
    assert states()[0].state == "waiting"
    assert states(running)[0].state == "running"
    assert states(running, FIRST)[0].state == "ready"
    passed = {"phase-1": Gate(started_on=DAY, passed_by="a", passed_on=date(2027, 3, 15))}
    assert states(passed, FIRST)[0].state == "passed"
    assert (states(passed)[0].state, states(passed)[0].reason) == ("unproven", "evidence")


def test_a_gate_is_passed_by_a_person_and_in_order():
    by_nobody = {"phase-1": Gate(passed_by="x", passed_on=DAY)}
    assert states(by_nobody, FIRST)[0].reason == "person"
    second = {"phase-2": Gate(passed_by="a", passed_on=DAY)}
    assert states(second)[1].reason == "order"


def test_the_days_by_hand():
    """From 8 February: four to six weeks, then six to eight, then eight to twelve."""
    found = phase_days(states({"phase-1": Gate(started_on=DAY)}))
    assert [(entry.earliest, entry.latest) for entry in found] == [
        (date(2027, 3, 8), date(2027, 3, 22)),
        (date(2027, 4, 19), date(2027, 5, 17)),
        (date(2027, 6, 14), date(2027, 8, 9)),
    ]


def test_a_passed_gate_is_the_day_it_was_passed():
    gates = {
        "phase-1": Gate(started_on=DAY, passed_on=date(2027, 3, 15)),
        "phase-2": Gate(started_on=date(2027, 3, 22)),
    }
    found = phase_days(states(gates))
    assert found[0].earliest == found[0].latest == date(2027, 3, 15)
    assert (found[1].start, found[1].earliest, found[1].latest) == (
        date(2027, 3, 22),
        date(2027, 5, 3),
        date(2027, 5, 17),
    )


def test_without_a_first_day_there_are_no_days():
    assert phase_days(states()) == ()
