"""The three numbers against tables worked out by hand, and a range that always fits its own curve."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.value import three_numbers, total
from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine, ValueCase
from tests.northwind import sample

amounts = st.integers(0, 10_000_000).map(Decimal)
ranges = st.lists(amounts, min_size=3, max_size=3).map(sorted).map(lambda a: Range(low=a[0], likely=a[1], high=a[2]))
cases = st.builds(
    lambda once, benefit, running, launch, horizon: ValueCase(
        investment={"1": MoneyLine(amount=once)},
        benefits={"1": MoneyLine(amount=benefit)},
        running={"1": MoneyLine(amount=running)},
        months_to_launch=launch,
        horizon_months=horizon,
    ),
    ranges,
    ranges,
    ranges,
    st.integers(0, 30),
    st.integers(1, 60),
)


def flat(amount: int) -> dict[str, MoneyLine]:
    return {"1": MoneyLine(amount=Range(low=Decimal(amount), likely=Decimal(amount), high=Decimal(amount)))}


def case(once: int, benefit: int, running: int, launch: int, horizon: int = 12) -> ValueCase:
    return ValueCase(
        investment=flat(once),
        benefits=flat(benefit),
        running=flat(running),
        months_to_launch=launch,
        horizon_months=horizon,
    )


def test_a_case_worked_by_hand_month_by_month():
    likely = three_numbers(case(90, 50, 10, launch=3, horizon=8)).likely
    assert likely is not None
    assert [int(value) for value in likely.cash] == [-30, -60, -90, -50, -10, 30, 70, 110]
    assert (likely.net, likely.payback_month) == (110, 6)
    assert likely.roi == Decimal("0.7857")  # 110 of 90 + 5 x 10 spent


@pytest.mark.parametrize(
    ("value", "net", "payback"),
    [
        (case(120, 10, 0, launch=0), 0, 12),  # exactly back in the last month
        (case(120, 9, 0, launch=0), -12, None),  # never back within the horizon
        (case(0, 10, 0, launch=0), 120, 1),  # nothing to pay back
        (case(100, 0, 10, launch=2), -200, None),  # costs go on after launch
        (case(120, 60, 0, launch=12), -120, None),  # live only after the horizon
        (case(240, 60, 0, launch=24), -120, None),  # half of it spent within the horizon
        (case(100, 100, 0, launch=0), 1_100, 1),  # back at once
    ],
)
def test_payback_and_net_at_the_edges(value, net, payback):
    likely = three_numbers(value).likely
    assert likely is not None
    assert (likely.net, likely.payback_month) == (net, payback)


def test_a_launch_after_the_horizon_loses_what_was_spent_and_no_more():
    likely = three_numbers(case(240, 60, 5, launch=24)).likely
    assert likely is not None
    assert likely.roi == -1


def test_nothing_spent_has_no_return_on_it():
    likely = three_numbers(case(0, 10, 0, launch=0)).likely
    assert likely is not None
    assert likely.roi is None


def test_an_investment_that_does_not_divide_is_spent_to_the_cent():
    likely = three_numbers(case(100, 0, 0, launch=3)).likely
    assert likely is not None
    assert likely.cash[2] == Decimal("-100.00")


def test_the_sample_worked_by_hand():
    sprint = sample().systems["0001-claims-triage"].sprint
    assert sprint is not None
    found = three_numbers(sprint.value)
    assert (found.low, found.likely, found.high) != (None, None, None)
    assert found.net == Range(low=Decimal(108_280), likely=Decimal(1_072_200), high=Decimal(1_698_580))
    assert [one.payback_month for one in (found.low, found.likely, found.high) if one] == [20, 8, 5]


@pytest.mark.parametrize("part", ["investment", "benefits", "running", "months_to_launch"])
def test_one_missing_input_leaves_the_return_open_and_never_zero(part):
    empty = None if part == "months_to_launch" else {}
    found = three_numbers(case(90, 50, 10, launch=3).model_copy(update={part: empty}))
    assert found.net is None


def test_a_range_out_of_order_or_incomplete_gives_no_sum():
    upside_down = MoneyLine(amount=Range(low=Decimal(3), likely=Decimal(2), high=Decimal(1)))
    incomplete = MoneyLine(amount=Range(low=Decimal(1), high=Decimal(3)))
    assert total([upside_down]) is None
    assert total([*flat(1).values(), incomplete]) is None
    assert total([]) is None


@given(cases)
def test_each_range_ends_where_its_own_curve_ends(value):
    found = three_numbers(value)
    assert found.low is not None
    assert found.likely is not None
    assert found.high is not None
    assert found.net == Range(low=found.low.cash[-1], likely=found.likely.cash[-1], high=found.high.cash[-1])
    assert found.low.net <= found.likely.net <= found.high.net


@given(cases)
def test_payback_is_where_the_curve_comes_up_for_good(value):
    for found in (three_numbers(value).low, three_numbers(value).likely, three_numbers(value).high):
        assert found is not None
        if found.payback_month is None:
            assert found.cash[-1] < 0
        else:
            assert all(cash >= 0 for cash in found.cash[found.payback_month - 1 :])
            assert all(cash < 0 for cash in found.cash[max(found.payback_month - 2, 0) : found.payback_month - 1])


@given(cases)
def test_a_better_case_pays_back_no_later(value):
    found = three_numbers(value)
    months = [one.payback_month or 1_000 for one in (found.low, found.likely, found.high) if one]
    assert all(worse >= better for worse, better in pairwise(months))
