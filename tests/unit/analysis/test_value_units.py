"""What a handled case costs: worked by hand, and never cheaper with a dearer input."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.value_units import disagreement, units
from desktop.workbook.base import Range
from desktop.workbook.unit_case import CostBasis, UnitCase, UnitCost, UnitFigure
from tests.northwind import sample
from tests.unit.analysis.value_cases import ranges, span

TRIAGE = sample().systems["0001-claims-triage"].sprint.value


def cost(basis: CostBasis | None, amount: Range) -> UnitCost:
    return UnitCost(basis=basis, amount=amount)


def figure(*amounts: float) -> UnitFigure:
    return UnitFigure(amount=span(*amounts))


SMALL = UnitCase(
    costs={
        "1": cost(CostBasis.MONTH, span(100, 200, 400)),
        "2": cost(CostBasis.CASE, span(1, 2, 3)),
        "3": cost(CostBasis.CALL, span(0.5, 1, 2)),
    },
    calls=figure(1, 2, 3),
    worth=figure(5, 8, 10),
    pilot=figure(40, 50, 80),
    target=figure(500, 1_000, 2_000),
)


def test_a_small_case_worked_by_hand():
    """Fixed 100/200/400 a month; a case 1 + 0.5 = 1.5, 2 + 2 = 4, 3 + 6 = 9."""
    found = units(SMALL)
    assert (found.fixed, found.variable) == (span(100, 200, 400), span(1.5, 4, 9))
    assert found.pilot.case == span(2.75, 8, 19)
    assert found.pilot.month == span(160, 400, 1_120)
    assert found.target.case == span(1.55, 4.2, 9.8)
    assert found.target.left == span(-4.8, 3.8, 8.45)
    assert found.pays_from == (12, 50, None)
    assert found.covered is True


def test_a_case_that_costs_more_than_it_is_worth_never_pays():
    found = units(SMALL.model_copy(update={"worth": figure(1, 2, 3)}))
    assert found.pays_from == (67, None, None)
    assert found.covered is False


@pytest.mark.parametrize(
    "changes",
    [
        {"costs": {}},
        {"costs": {"1": cost(None, span(1, 2, 3))}},
        {"costs": {"1": cost(CostBasis.MONTH, Range(low=Decimal(1)))}},
        {"calls": UnitFigure()},
    ],
)
def test_an_incomplete_cost_gives_nothing_and_not_zero(changes):
    assert units(SMALL.model_copy(update=changes)) is None


def test_calls_need_no_number_where_none_is_paid_for():
    found = units(UnitCase(costs={"1": cost(CostBasis.CASE, span(1, 2, 3))}, pilot=figure(1, 1, 1)))
    assert found.pilot.case == span(1, 2, 3)
    assert (found.worth, found.pays_from, found.pilot.left, found.target, found.covered) == (
        None,
        None,
        None,
        None,
        None,
    )


def test_no_volume_has_no_cost_of_a_case():
    assert units(SMALL.model_copy(update={"pilot": figure(0, 0, 5)})).pilot is None


def test_the_sample_loses_on_each_pilot_case_and_earns_on_each_in_production():
    found = units(TRIAGE.unit)
    assert found.pilot.case.likely == Decimal("13.7421")
    assert found.pilot.left.likely < 0 < found.target.left.likely
    assert found.pays_from == (411, 619, 1_810)
    assert found.target.month.likely == sum(line.amount.likely for line in TRIAGE.running.values())


def test_unit_costs_that_contradict_the_running_cost_are_told():
    assert disagreement(TRIAGE, units(TRIAGE.unit)) is None
    doubled = TRIAGE.unit.model_copy(update={"target": figure(17_000, 18_800, 20_000)})
    assert disagreement(TRIAGE, units(doubled)) == Decimal(17860)
    assert disagreement(TRIAGE, None) is None


@given(ranges, ranges, ranges, st.integers(1, 10_000))
def test_low_is_never_above_likely_and_a_dearer_month_makes_no_case_cheaper(fixed, variable, volume, more):
    busy = Range(**{end: getattr(volume, end) + 1 for end in ("low", "likely", "high")})
    dearer = Range(**{end: getattr(fixed, end) + more for end in ("low", "likely", "high")})
    seen = []
    for monthly in (fixed, dearer):
        unit = UnitCase(
            costs={"1": cost(CostBasis.MONTH, monthly), "2": cost(CostBasis.CASE, variable)},
            pilot=UnitFigure(amount=busy),
        )
        found = units(unit).pilot.case
        assert found.low <= found.likely <= found.high
        seen.append(found.likely)
    assert seen[0] <= seen[1]
