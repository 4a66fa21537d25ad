"""Blocking or manageable. Question e of the small method blocks below 1 (low), 2 (medium) and 3 (high); a never blocks."""

import pytest

from desktop.analysis.findings import findings, risk_tier
from desktop.analysis.scoring import standings
from desktop.workbook import Impact, Person, Workbook
from desktop.workbook.rating import Treatment
from desktop.workbook.system import RiskTier
from tests.unit.analysis.answers import METHOD, everywhere, rated, system
from tests.unit.analysis.small_method import SMALL

PEOPLE = {"p": Person(id="p", name="Thea Lindqvist"), "t": Person(id="t", name="Claims team")}
WORKBOOK = Workbook(people=PEOPLE)


def found(answers, **fields):
    built = system(answers, **fields)
    return findings(WORKBOOK, SMALL, built, standings(SMALL, built))


@pytest.mark.parametrize(
    ("tier", "level", "kind", "needed"),
    [
        (RiskTier.LOW, 0, "blocking", 1),
        (RiskTier.LOW, 1, "manageable", 3),  # at its threshold, and still not in place
        (RiskTier.LOW, 2, "manageable", 3),
        (RiskTier.LOW, 3, None, None),
        (RiskTier.MEDIUM, 1, "blocking", 2),
        (RiskTier.MEDIUM, 2, "manageable", 3),
        (RiskTier.HIGH, 2, "blocking", 3),
        (RiskTier.HIGH, 3, None, None),
    ],
)
def test_the_threshold_of_the_risk_tier_decides(tier, level, kind, needed):
    gaps = found({"e": rated(level)}, risk_tier=tier)
    assert [(gap.kind, gap.needed, gap.level) for gap in gaps] == ([(kind, needed, level)] if kind else [])


@pytest.mark.parametrize("tier", RiskTier)
def test_what_never_blocks_is_manageable_below_in_place(tier):
    assert [gap.kind for gap in found({"a": rated(0)}, risk_tier=tier)] == ["manageable"]
    assert found({"a": rated(3)}, risk_tier=tier) == ()


@pytest.mark.parametrize("ratings", [rated(), rated(-1)], ids=["unanswered", "does not apply"])
def test_what_is_not_answered_is_no_finding(ratings):
    assert found({"e": ratings}) == ()


@pytest.mark.parametrize(
    ("tier", "impact", "expected"),
    [
        (RiskTier.LOW, Impact.BOTH, RiskTier.LOW),  # somebody has decided
        (None, Impact.NEITHER, RiskTier.LOW),
        (None, Impact.RIGHTS, RiskTier.HIGH),
        (None, Impact.SAFETY, RiskTier.HIGH),
        (None, Impact.BOTH, RiskTier.HIGH),
        (None, None, RiskTier.HIGH),  # nobody has said, so the careful tier holds
    ],
)
def test_the_risk_tier(tier, impact, expected):
    assert risk_tier(system({}, risk_tier=tier, impact=impact)) is expected


@pytest.mark.parametrize(
    ("treatment", "treated"),
    [
        (None, False),
        (Treatment(mitigation="Check by hand"), False),
        (Treatment(owner="p"), False),
        (Treatment(mitigation="  ", owner="p"), False),
        (Treatment(mitigation="Check by hand", owner="t"), False),  # a team is no owner
        (Treatment(mitigation="Check by hand", owner="gone"), False),
        (Treatment(mitigation="Check by hand", owner="p"), True),
    ],
)
def test_a_manageable_gap_is_managed_by_a_mitigation_and_a_person(treatment, treated):
    treatments = {"a": treatment} if treatment else {}
    assert [gap.treated for gap in found({"a": rated(1)}, treatments=treatments)] == [treated]


def test_a_blocking_gap_is_closed_and_never_treated():
    treatments = {"e": Treatment(mitigation="Check by hand", owner="p")}
    assert [gap.treated for gap in found({"e": rated(1)}, treatments=treatments)] == [False]


def test_blocking_gaps_stand_first_then_the_widest():
    gaps = found({"a": rated(2), "b": rated(0), "e": rated(2), "d": rated(1)})
    assert [gap.question for gap in gaps] == ["e", "b", "d", "a"]


@pytest.mark.parametrize(("level", "gaps"), [(4, 0), (3, 0), (2, 90), (0, 90)])
def test_the_same_answer_to_everything_in_the_shipped_method(level, gaps):
    built = system(everywhere(level))
    assert len(findings(WORKBOOK, METHOD, built, standings(METHOD, built))) == gaps


def test_all_zero_blocks_what_each_tier_blocks_and_a_higher_tier_blocks_no_less():
    blocking = []
    for tier in RiskTier:
        built = system(everywhere(0), risk_tier=tier)
        gaps = findings(WORKBOOK, METHOD, built, standings(METHOD, built))
        blocking.append({gap.question for gap in gaps if gap.blocking})
    low, medium, high = blocking
    assert low < medium < high
