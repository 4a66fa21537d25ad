"""Tiers and controls: what the entries propose, and how each control stands by what was said and what the answers show."""

from datetime import date

import pytest

from desktop.analysis.governance import Ground, controls, governance_of, propose_tier
from desktop.analysis.governed_warnings import governed_warnings
from desktop.method.practice import load_practice
from desktop.workbook import Impact, Person, Sprint, System, Workbook
from desktop.workbook.decision import Condition, Decision, DecisionOverride
from desktop.workbook.governance import ControlRecord, ControlState, EuClass, Governance
from desktop.workbook.system import RiskTier
from tests.unit.analysis.answers import rated

PRACTICE, TODAY = load_practice(), date(2026, 11, 21)
PEOPLE = {"a": Person(id="a", name="Maria Keller"), "b": Person(id="b", name="IT and Claims")}
LOW, MEDIUM, HIGH = RiskTier


def system(**fields):
    return System(id="s", name="One", **fields)


def governed(tier=RiskTier.LOW, ratings=None, **records):
    held = Governance(controls={name.replace("_", "-"): record for name, record in records.items()})
    return system(risk_tier=tier, governance=held, ratings=ratings or {})


def standing(entry, control="named-owner", today=TODAY):
    found = controls(Workbook(people=PEOPLE), PRACTICE, entry, today)
    return next(one for one in found if one.control.id == control)


def test_a_summariser_and_a_hiring_screen_do_not_get_the_same_list():
    summariser = system(impact=Impact.NEITHER)
    screen = system(impact=Impact.RIGHTS, decisions="Who is invited")
    lists = [[one.control.id for one in controls(Workbook(), PRACTICE, entry)] for entry in (summariser, screen)]
    assert set(lists[0]) < set(lists[1])
    assert (len(lists[0]), len(lists[1])) == (6, 22)


@pytest.mark.parametrize(
    ("fields", "tier", "rules"),
    [
        ({"impact": Impact.NEITHER}, LOW, ["nothing"]),
        ({"impact": Impact.NEITHER, "decisions": "Which facts are seen"}, MEDIUM, ["decides"]),
        ({"impact": Impact.SAFETY, "decisions": "Who"}, HIGH, ["harm", "decides"]),
        ({}, HIGH, ["harm-unsaid"]),
        (
            {"impact": Impact.NEITHER, "governance": Governance(eu_category=EuClass.TRANSPARENCY)},
            MEDIUM,
            ["eu-informs"],
        ),
        ({"impact": Impact.NEITHER, "governance": Governance(eu_category=EuClass.HIGH_RISK)}, HIGH, ["eu-high"]),
        ({"impact": Impact.NEITHER, "governance": Governance(eu_category=EuClass.MINIMAL)}, LOW, ["nothing"]),
        (
            {"impact": Impact.BOTH, "governance": Governance(eu_category=EuClass.PROHIBITED)},
            None,
            ["eu-forbidden", "harm"],
        ),
    ],
)
def test_the_gravest_rule_proposes_the_tier(fields, tier, rules):
    found = propose_tier(PRACTICE, system(**fields))
    assert found.tier is tier
    assert [ground.rule for ground in found.grounds] == rules
    assert found.grounds[0] == Ground(rules[0], tier)


def test_a_proposal_sets_nothing():
    entry = system(impact=Impact.RIGHTS)
    propose_tier(PRACTICE, entry)
    assert entry.risk_tier is None
    assert governance_of(entry) == Governance()


@pytest.mark.parametrize(
    ("record", "state"),
    [
        (None, "unsaid"),
        (ControlRecord(evidence="Only a note"), "unsaid"),
        (ControlRecord(state=ControlState.ABSENT), "absent"),
        (ControlRecord(state=ControlState.IN_PLACE), "claimed"),
        (ControlRecord(state=ControlState.IN_PLACE, evidence="  "), "claimed"),
        (ControlRecord(state=ControlState.IN_PLACE, evidence="Minutes"), "in-place"),
        (ControlRecord(state=ControlState.PLANNED), "unplanned"),
        (ControlRecord(state=ControlState.PLANNED, owner="a"), "unplanned"),
        (ControlRecord(state=ControlState.PLANNED, owner="b", due=TODAY), "unplanned"),
        (ControlRecord(state=ControlState.PLANNED, owner="gone", due=TODAY), "unplanned"),
        (ControlRecord(state=ControlState.PLANNED, owner="a", due=TODAY), "planned"),
        (ControlRecord(state=ControlState.PLANNED, owner="a", due=date(2026, 11, 20)), "late"),
    ],
)
def test_what_was_entered_makes_the_state(record, state):
    found = standing(governed(**({"named_owner": record} if record else {})))
    assert found.state == state
    assert found.missing is (state in {"absent", "claimed", "unplanned", "late"})


def test_nothing_is_late_without_a_day():
    entry = governed(named_owner=ControlRecord(state=ControlState.PLANNED, owner="a", due=date(2020, 1, 1)))
    assert standing(entry, today=date.min).state == "planned"


def test_answers_show_a_control_that_nobody_entered():
    assert standing(governed(ratings={"owner-in-production": rated(3)})).state in ("claimed", "in-place")
    assert standing(governed(ratings={"owner-in-production": rated(1)})).state == "unsaid"


def test_an_answer_that_says_no_contradicts_a_claim():
    held = ControlRecord(state=ControlState.IN_PLACE, evidence="Minutes")
    found = standing(governed(named_owner=held, ratings={"owner-in-production": rated(1)}))
    assert (found.state, found.contradicted) == ("claimed", True)
    planned = ControlRecord(state=ControlState.PLANNED, owner="a", due=TODAY)
    assert standing(governed(named_owner=planned, ratings={"owner-in-production": rated(1)})).state == "planned"


def warned(entry, today=TODAY):
    return {one.rule: one for one in governed_warnings(Workbook(people=PEOPLE), entry, today)}


def test_nobody_is_warned_before_governance_has_begun():
    assert warned(system(impact=Impact.RIGHTS)) == {}


@pytest.mark.parametrize(("tier", "severity"), [(LOW, "caution"), (HIGH, "serious")])
def test_a_missing_control_warns_by_the_weight_of_the_tier(tier, severity):
    found = warned(governed(tier, named_owner=ControlRecord(state=ControlState.ABSENT)))["controls-missing"]
    assert (found.severity, found.at, found.values["n"]) == (severity, ("governance", "controls", "named-owner"), 1)


def test_decisions_warn_of_overrides_and_late_conditions():
    decision = Decision(
        override=DecisionOverride(by="Maria Keller", reason="The round closes.", findings=("q1", "q2")),
        conditions={"c1": Condition(text="Rehearse", due=date(2026, 11, 20)), "c2": Condition(due=TODAY)},
    )
    found = warned(system(sprint=Sprint(decision=decision)))
    assert found["decision-overridden"].values == {"by": "Maria Keller", "reason": "The round closes", "n": 2}
    assert found["condition-late"].values == {"n": 1, "text": "Rehearse"}
    assert "condition-late" not in warned(system(sprint=Sprint(decision=decision)), date(2026, 11, 20))


def test_a_forbidden_use_and_a_bare_tier_warn():
    found = warned(system(risk_tier=LOW, governance=Governance(eu_category=EuClass.PROHIBITED)))
    assert found["use-forbidden"].severity == "serious"
    assert "tier-without-reason" in found
    reasoned = Governance(tier_reason="A summary that a person reads")
    assert "tier-without-reason" not in warned(system(risk_tier=LOW, governance=reasoned))
