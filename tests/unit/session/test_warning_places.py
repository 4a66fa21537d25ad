"""A warning leads to the page where what raised it can be changed."""

from datetime import date

import pytest

from desktop.analysis.warnings import warnings
from desktop.method import load_method
from desktop.session.assess import assess
from desktop.session.assess_dashboard import dashboard_view, warning_place
from desktop.workbook import Sprint, Workbook
from desktop.workbook.decision import Condition, Decision, DecisionOverride
from desktop.workbook.governance import ControlRecord, ControlState, EuClass, Governance
from desktop.workbook.rating import RungOverride, Treatment
from desktop.workbook.sprint import Sampling, TestSet
from desktop.workbook.system import RiskTier
from tests.unit.analysis.answers import rated, system

METHOD = load_method()
TODAY = date(2026, 11, 21)
BROKEN = system(
    {"phase-gates": rated(0), "scoped-access": rated(0, 4)},
    treatments={"phase-gates": Treatment(mitigation="Ask the board")},
    rung_override=RungOverride(rung=2, by="Thea Lindqvist", reason="Audit"),
    sprint=Sprint(
        test_set=TestSet(sampling=Sampling.HAND_PICKED),
        decision=Decision(
            override=DecisionOverride(by="Thea Lindqvist", reason="The round closes", findings=("scoped-access",)),
            conditions={"c1": Condition(text="Rehearse", due=date(2026, 11, 1))},
        ),
    ),
    risk_tier=RiskTier.HIGH,
    governance=Governance(
        eu_category=EuClass.PROHIBITED, controls={"named-owner": ControlRecord(state=ControlState.ABSENT)}
    ),
)
NOW = assess(Workbook(systems={"s": BROKEN}), METHOD, "s", TODAY)
PLACES = {
    "no-phase-gates": ("questions", "phase-gates"),
    "perspectives-disagree": ("questions", "scoped-access"),
    "perspectives-missing": ("questions", "phase-gates"),
    "gaps-unmanaged": ("findings", "phase-gates"),
    "rung-overridden": ("dashboard", "rung_override"),
    "clean-data-illusion": ("sprint-2", "sampling"),
    "sponsor-missing": ("people", "sponsor"),
    "controls-missing": ("governance", "named-owner"),
    "tier-without-reason": ("governance", "tier_reason"),
    "use-forbidden": ("governance", "eu_category"),
    "decision-overridden": ("decision", "override"),
    "condition-late": ("decision", "c1"),
}


@pytest.mark.parametrize("rule", PLACES)
def test_a_warning_leads_to_what_raised_it(rule):
    warned = next(found for found in warnings(NOW.workbook, BROKEN, TODAY) if found.rule == rule)
    page, at = warning_place(NOW, warned)
    assert (page, at[-1]) == PLACES[rule]


def test_every_warning_can_be_said_on_the_dashboard():
    assert len(dashboard_view(NOW).warnings) == len(warnings(NOW.workbook, BROKEN, TODAY))
