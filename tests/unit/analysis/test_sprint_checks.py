from datetime import date
from decimal import Decimal

import pytest

from desktop.analysis import sprint_checks as week
from desktop.analysis.checks import judge, known_checks
from desktop.analysis.verdict import named
from desktop.workbook import Person, Sprint, System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.decision import Condition, Decision, Outcome
from desktop.workbook.sprint import Metric, MetricKind, MoneyLine, Scoring, ValueCase
from tests.northwind import sample

PEOPLE = {
    "0001-a": Person(id="0001-a", name="Maria Keller"),
    "0002-b": Person(id="0002-b", name="IT and Claims"),
    "0003-c": Person(id="0003-c", name="Tomas Novak"),
}
WORKBOOK = Workbook(people=PEOPLE)
FULL = Metric(
    name="Cost", kind=MetricKind.OUTCOME, unit="EUR", baseline=Decimal(0), target=Decimal(1), measured_how="X"
)
ON = date(2026, 11, 20)
ONE = Range(low=Decimal(1), likely=Decimal(1), high=Decimal(1))


def metrics(*entries: Metric) -> Sprint:
    return Sprint(metrics={str(n): entry for n, entry in enumerate(entries)})


def decided(**fields) -> Sprint:
    return Sprint(decision=Decision(**fields))


def test_a_baseline_of_zero_is_a_baseline():
    assert week.metric_defined(WORKBOOK, metrics(FULL)).met


@pytest.mark.parametrize("lack", ["name", "unit", "baseline", "target", "measured_how"])
def test_a_metric_that_lacks_something_is_told(lack):
    empty = None if lack in ("baseline", "target") else "  "
    verdict = week.metric_defined(WORKBOOK, metrics(FULL, FULL.model_copy(update={lack: empty})))
    assert (verdict.state, verdict.values["missing"], verdict.values["total"]) == ("failed", 1, 2)


@pytest.mark.parametrize(
    ("kinds", "state", "code"),
    [
        ([], "open", "none-yet"),
        ([None], "open", "none-yet"),
        ([MetricKind.ACTIVITY], "failed", "only-activity"),
        ([MetricKind.ACTIVITY, MetricKind.EFFICIENCY], "failed", "no-outcome"),
        ([MetricKind.ACTIVITY, MetricKind.OUTCOME], "met", "outcome"),
    ],
)
def test_use_is_not_value(kinds, state, code):
    verdict = week.metric_outcome(WORKBOOK, metrics(*(Metric(kind=kind) for kind in kinds)))
    assert (verdict.state, verdict.code) == (state, code)


@pytest.mark.parametrize(
    ("person", "state", "code"),
    [
        (None, "open", "nobody"),
        ("0001-a", "met", "person"),
        ("0002-b", "failed", "not-a-person"),
        ("0009-z", "failed", "not-a-person"),
    ],
)
def test_one_human_being_is_named(person, state, code):
    verdict = named(WORKBOOK, person)
    assert (verdict.state, verdict.code) == (state, code)


@pytest.mark.parametrize(("owner", "deputy", "met"), [("0001-a", "0003-c", True), ("0001-a", "0001-a", False)])
def test_the_deputy_is_somebody_else(owner, deputy, met):
    assert week.deputy_named(WORKBOOK, Sprint(owner=owner, deputy=deputy)).met is met


@pytest.mark.parametrize(("daily", "state"), [(None, "open"), (False, "failed"), (True, "met")])
def test_no_answer_is_not_a_no(daily, state):
    assert week.scored_daily(WORKBOOK, Sprint(scoring=Scoring(daily=daily))).state == state


@pytest.mark.parametrize(
    ("lines", "state", "code"),
    [
        ({}, "open", "none-yet"),
        ({"1": MoneyLine(source="Ledger")}, "failed", "amounts-incomplete"),
        ({"1": MoneyLine(amount=ONE, source=" ")}, "failed", "source-missing"),
        ({"1": MoneyLine(amount=ONE, source="Ledger")}, "met", "amount"),
    ],
)
def test_an_amount_counts_with_all_three_values_and_a_source(lines, state, code):
    for part, check in (("continuing", week.continuing_known), ("investment", week.investment_known)):
        verdict = check(WORKBOOK, Sprint(value=ValueCase(**{part: lines})))
        assert (verdict.state, verdict.code) == (state, code)


@pytest.mark.parametrize(
    ("fields", "state", "code"),
    [
        ({}, "open", "not-entered"),
        ({"outcome": Outcome.GO}, "open", "no-date"),
        ({"outcome": Outcome.GO, "decided_on": ON}, "open", "nobody"),
        ({"outcome": Outcome.GO, "decided_on": ON, "decided_by": ("0001-a", "0002-b")}, "failed", "not-a-person"),
        ({"outcome": Outcome.NO_GO, "decided_on": ON, "decided_by": ("0001-a",)}, "met", "no-go"),
    ],
)
def test_a_decision_has_a_date_and_names(fields, state, code):
    verdict = week.decision_made(WORKBOOK, decided(**fields))
    assert (verdict.state, verdict.code) == (state, code)


@pytest.mark.parametrize(
    ("outcome", "conditions", "state"),
    [
        (None, {}, "open"),
        (Outcome.GO, {}, "met"),
        (Outcome.CONDITIONAL, {}, "failed"),
        (Outcome.CONDITIONAL, {"1": Condition(text="X", owner="0001-a", due=ON)}, "met"),
        (Outcome.CONDITIONAL, {"1": Condition(text="X", owner="0002-b", due=ON)}, "failed"),
        (Outcome.CONDITIONAL, {"1": Condition(text="X", owner="0001-a")}, "failed"),
        (Outcome.GO, {"1": Condition(text="X")}, "failed"),
    ],
)
def test_conditions_have_owner_and_date(outcome, conditions, state):
    assert week.conditions_owned(WORKBOOK, decided(outcome=outcome, conditions=conditions)).state == state


def test_nothing_is_met_or_failed_before_anything_is_entered():
    blank = System(id="s1", name="One")
    assert {judge(check, Workbook(), blank).state for check in known_checks()} == {"open"}


def test_a_check_that_nobody_computes_is_an_error():
    with pytest.raises(KeyError):
        judge("no-such-check", WORKBOOK, System(id="s1", name="One"))
    with pytest.raises(KeyError):
        judge("owner-named", WORKBOOK, None)


@pytest.mark.parametrize(
    ("system", "expected"),
    [("0001-claims-triage", (25, 0, 0)), ("0002-underwriting-notes", (9, 11, 5)), ("0003-broker-routing", (1, 3, 21))],
)
def test_the_sample_stands_where_its_story_says(system, expected):
    entry = sample().systems[system]
    sprint_checks = sorted(check for check in known_checks() if judge(check, sample(), entry).at[:1] == ("sprint",))
    states = [judge(check, sample(), entry).state for check in sprint_checks]
    assert (states.count("met"), states.count("failed"), states.count("open")) == expected


def test_a_return_without_its_investment_stays_open():
    lines = {"1": MoneyLine(amount=ONE, source="Ledger")}
    value = ValueCase(benefits=lines, running=lines, months_to_launch=3)
    falling = value.model_copy(update={"launch_late": 2, "investment": lines})
    assert week.return_known(WORKBOOK, Sprint(value=falling)).code == "launch-order"
    verdict = week.return_known(WORKBOOK, Sprint(value=value))
    assert (verdict.state, verdict.code) == ("open", "no-investment")
    assert week.return_known(WORKBOOK, Sprint(value=value.model_copy(update={"investment": lines}))).met


def test_a_threshold_without_a_run_stays_open():
    assert week.threshold_cleared(WORKBOOK, Sprint(scoring=Scoring(threshold=Decimal(85)))).state == "open"
