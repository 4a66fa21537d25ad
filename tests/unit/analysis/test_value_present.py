"""Net present value, the launch as a range, and the cost of waiting: against tables worked by hand, and as properties."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.value import three_numbers
from desktop.analysis.value_basis import basis, by_kind, missing
from desktop.analysis.value_terms import cents, discounts
from desktop.workbook.base import Range
from desktop.workbook.sprint import CostKind, MoneyLine, ValueCase
from tests.northwind import sample
from tests.unit.analysis.value_cases import ONE_PER_CENT_A_MONTH, case, cases, flat, lines, span

TRIAGE = sample().systems["0001-claims-triage"].sprint.value


@pytest.mark.parametrize(
    ("months", "factor"),  # annuity at 1 % a period, as tables of finance print it
    [(1, "0.9901"), (12, "11.2551"), (24, "21.2434"), (36, "30.1075"), (60, "44.9550")],
)
def test_the_discounts_are_those_of_printed_annuity_tables(months, factor):
    assert round(sum(discounts(ONE_PER_CENT_A_MONTH, months)), 4) == Decimal(factor)


def test_twelve_months_compound_to_the_yearly_rate():
    assert round(discounts(Decimal(8), 12)[-1] * Decimal("1.08"), 12) == 1


def test_a_present_value_worked_by_hand():
    """−300 in months 1 to 3, then 200 in months 4 to 6, at 1 % a month: −882.2955 + 570.8982."""
    likely = three_numbers(case(900, 250, 50, launch=3, horizon=6, rate=ONE_PER_CENT_A_MONTH)).likely
    assert likely.flows == (-300, -300, -300, 200, 200, 200)
    assert likely.npv == Decimal("-311.40")
    by_table = [-297.0297, -294.0888, -291.1770, 192.1961, 190.2931, 188.4090]
    assert abs(float(likely.npv) - sum(by_table)) < 0.01


def test_a_rate_of_zero_is_a_rate_and_no_rate_is_none():
    assert three_numbers(case(900, 250, 50, launch=3, rate=Decimal(0))).likely.npv == 900
    found = three_numbers(case(900, 250, 50, launch=3))
    assert (found.npv, found.net.likely) == (None, 900)
    assert [gap.part for gap in missing(case(900, 250, 50, launch=3))] == ["continuing", "rate"]


def test_the_sample_is_worked_by_hand():
    """Investment 204,600 over four months, 63,840 a month in months 5 to 24, at 8 % a year."""
    monthly = 1.08 ** (1 / 12) - 1

    def annuity(n):
        return (1 - (1 + monthly) ** -n) / monthly

    expected = -204_600 / 4 * annuity(4) + 63_840 * (annuity(24) - annuity(4))
    found = three_numbers(TRIAGE)
    assert abs(float(found.likely.npv) - expected) < 0.005
    assert found.npv.low > 0


def test_the_low_case_is_live_late_and_the_high_case_early():
    found = three_numbers(TRIAGE)
    assert (found.low.launch, found.likely.launch, found.high.launch) == (6, 4, 3)
    assert found.low.cash[-1] == 18 * (53_000 - 29_940) - 306_800


def test_where_every_month_loses_money_an_early_launch_is_the_worse_one():
    losing = case(100, 0, 10, launch=4).model_copy(update={"launch_early": 2, "launch_late": 8})
    found = three_numbers(losing)
    assert (found.low.launch, found.high.launch) == (2, 8)
    assert found.net == Range(low=Decimal(-200), likely=Decimal(-180), high=Decimal(-140))


def test_a_later_launch_does_not_make_the_build_cheaper():
    slow = case(120, 20, 0, launch=3).model_copy(update={"launch_late": 9})
    assert three_numbers(slow).low.cash[:4] == (-40, -80, -120, -120)


def test_a_launch_out_of_order_gives_no_return():
    value = case(90, 50, 10, launch=3).model_copy(update={"launch_early": 5})
    assert three_numbers(value).net is None
    assert [(gap.part, gap.why) for gap in missing(value)][-2:] == [("launch", "wrong"), ("rate", "none")]


def test_waiting_costs_the_pilot_and_the_return_but_no_opportunity_twice():
    value = case(900, 250, 50, launch=3).model_copy(
        update={
            "continuing": {
                "1": MoneyLine(amount=span(10, 20, 30), kind=CostKind.PEOPLE),
                "2": MoneyLine(amount=span(100, 200, 300), kind=CostKind.OPPORTUNITY),
            }
        }
    )
    assert three_numbers(value).delay == span(210, 220, 230)
    assert three_numbers(value).continuing == span(110, 220, 330)


def test_waiting_is_unknown_while_a_cost_of_continuing_is():
    unknown = case(900, 250, 50, launch=3)
    assert three_numbers(unknown).delay is None
    assert three_numbers(unknown.model_copy(update={"continuing": flat(5)})).delay == span(205, 205, 205)


def test_costs_of_continuing_by_kind():
    kinds = [(entry.kind, entry.amount.likely) for entry in by_kind(TRIAGE)]
    assert kinds == [(CostKind.PEOPLE, 27_760), (CostKind.TOKENS, 3_800), (CostKind.LICENCES, 2_400)]
    unsorted = ValueCase(continuing={"1": MoneyLine(amount=span(1, 2, 3)), "2": MoneyLine(kind=CostKind.TOKENS)})
    assert [(entry.kind, entry.amount) for entry in by_kind(unsorted)] == [
        (CostKind.TOKENS, None),
        (None, span(1, 2, 3)),
    ]


def test_what_the_numbers_rest_on_is_counted():
    found = {entry.part: (entry.lines, entry.sourced, entry.owned) for entry in basis(TRIAGE)}
    assert found == {"continuing": (4, 4, 4), "investment": (4, 4, 4), "benefits": (2, 2, 2), "running": (3, 3, 3)}
    draft = sample().systems["0002-underwriting-notes"].sprint.value
    assert [(entry.sourced, entry.owned) for entry in basis(draft)] == [(1, 0), (1, 1), (0, 1), (0, 1)]


def test_cents_round_half_up_as_excel_does():
    assert [cents(Decimal(text)) for text in ("0.125", "-0.125", "-0.001")] == [
        Decimal("0.13"),
        Decimal("-0.13"),
        Decimal(0),
    ]
    assert str(cents(Decimal("-0.001"))) == "0.00"


@given(cases)
def test_the_low_case_is_never_worth_more_than_the_likely_one(value):
    found = three_numbers(value)
    assert found.npv.low <= found.npv.likely <= found.npv.high
    assert found.net.low <= found.net.likely <= found.net.high
    months = [one.payback_month or 1_000 for one in (found.low, found.likely, found.high)]
    assert all(worse >= better for worse, better in pairwise(months))


@given(cases, st.sampled_from(["investment", "running"]), st.integers(0, 1_000_000))
def test_raising_a_cost_never_raises_a_present_value(value, part, more):
    first = next(iter(getattr(value, part).values()))
    amount = Range(**{end: getattr(first.amount, end) + more for end in ("low", "likely", "high")})
    dearer = value.model_copy(update={part: {**getattr(value, part), "01": MoneyLine(amount=amount)}})
    before, after = three_numbers(value).npv, three_numbers(dearer).npv
    assert (after.low, after.likely, after.high) <= (before.low, before.likely, before.high)
    assert all(getattr(after, end) <= getattr(before, end) for end in ("low", "likely", "high"))


@given(cases)
def test_flows_discounted_one_by_one_give_the_present_value(value):
    found = three_numbers(value)
    for one in (found.low, found.likely, found.high):
        rate = discounts(value.discount_rate, value.horizon_months)
        by_month = sum(flow * present for flow, present in zip(one.flows, rate, strict=True))
        assert abs(by_month - one.npv) < Decimal("0.01") * (value.horizon_months + 1)


def test_a_line_of_several_is_summed():
    value = case(0, 0, 0, launch=0, horizon=1, rate=Decimal(0))
    several = value.model_copy(update={"benefits": lines(span(1, 2, 3), span(10, 20, 30))})
    assert three_numbers(several).npv == span(11, 22, 33)
