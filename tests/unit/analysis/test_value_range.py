"""The simulation and the tornado: seeded, stable, in order, and never against common sense."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.value import three_numbers
from desktop.analysis.value_simulation import DRAWS, simulate
from desktop.analysis.value_tornado import tornado
from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine, ValueCase
from tests.northwind import sample
from tests.unit.analysis.value_cases import ONE_PER_CENT_A_MONTH, case, cases, flat, lines, span

TRIAGE = sample().systems["0001-claims-triage"].sprint.value


def test_the_same_seed_gives_the_same_range_and_another_seed_nearly_the_same():
    first, again, other = simulate(TRIAGE), simulate(TRIAGE), simulate(TRIAGE, seed=31)
    assert first == again
    assert first != other
    for one, two in ((first.p10, other.p10), (first.p50, other.p50), (first.p90, other.p90)):
        assert abs(one - two) < 40_000


def test_every_draw_is_in_a_class_and_within_the_cases():
    found, npv = simulate(TRIAGE), three_numbers(TRIAGE).npv
    assert sum(found.counts) == found.draws == DRAWS
    assert npv.low <= found.least <= found.p10 <= found.p50 <= found.p90 <= found.most <= npv.high


def test_the_mean_of_a_triangular_input_comes_out():
    """One benefit of 0, 30 and 60 in one month at no rate: median 30, tenth at 60 × √(0.1 / 2)."""
    value = case(0, 0, 0, launch=0, horizon=1, rate=Decimal(0)).model_copy(update={"benefits": lines(span(0, 30, 60))})
    found = simulate(value, draws=20_000)
    assert abs(found.p50 - 30) < 1
    assert abs(float(found.p10) - 60 * 0.05**0.5) < 0.6
    assert found.positive > 0.999


def test_a_certain_case_is_one_value():
    found = simulate(case(900, 250, 50, launch=3, horizon=6, rate=ONE_PER_CENT_A_MONTH))
    assert found.p10 == found.p50 == found.p90 == Decimal("-311.40")
    assert (found.counts, found.positive) == ((DRAWS,), 0.0)


def test_a_launch_that_may_slip_is_drawn_in_whole_months():
    value = case(0, 100, 0, launch=2, horizon=6, rate=Decimal(0)).model_copy(
        update={"launch_early": 1, "launch_late": 5}
    )
    found = simulate(value)
    assert (found.least, found.most) == (100, 500)
    assert found.p50 in {300, 400}


@pytest.mark.parametrize("part", ["investment", "benefits", "running", "months_to_launch", "discount_rate"])
def test_nothing_is_simulated_while_something_is_missing(part):
    empty = None if part in {"months_to_launch", "discount_rate"} else {}
    missing = case(90, 50, 10, launch=3, rate=Decimal(5)).model_copy(update={part: empty})
    assert simulate(missing) is None
    assert tornado(missing) == ()


@settings(max_examples=25)
@given(cases, st.sampled_from(["investment", "running"]), st.integers(0, 1_000_000))
def test_raising_a_cost_never_raises_the_range(value, part, more):
    first = next(iter(getattr(value, part).values()))
    amount = Range(**{end: getattr(first.amount, end) + more for end in ("low", "likely", "high")})
    dearer = value.model_copy(update={part: {**getattr(value, part), "01": MoneyLine(amount=amount)}})
    before, after = (simulate(one, draws=200) for one in (value, dearer))
    assert (after.p10, after.p50, after.p90) <= (before.p10, before.p50, before.p90)
    assert after.positive <= before.positive


def test_one_input_more_does_not_stir_the_others():
    value = case(0, 0, 0, launch=0, horizon=1, rate=Decimal(0)).model_copy(update={"benefits": lines(span(0, 30, 60))})
    shifted = value.model_copy(update={"benefits": {**value.benefits, "99": flat(1_000)["01"]}})
    assert simulate(shifted).p10 == simulate(value).p10 + 1_000


def test_the_tornado_of_a_small_case_worked_by_hand():
    """No rate, six months, live after two: a unit of benefit counts four times, a unit of investment once."""
    value = ValueCase(
        investment=lines(span(80, 100, 150)),
        benefits=lines(span(20, 40, 50)),
        running=lines(span(4, 5, 7)),
        months_to_launch=2,
        launch_early=1,
        launch_late=3,
        horizon_months=6,
        discount_rate=Decimal(0),
    )
    found = [(s.part, s.low, s.high, s.at_low, s.at_high) for s in tornado(value)]
    assert found == [
        ("benefits", 20, 50, -80, 40),
        ("investment", 80, 150, 20, -50),
        ("launch", 1, 3, 35, -35),
        ("running", 4, 7, 4, -8),
    ]


def test_the_sample_is_moved_most_by_what_is_saved_then_by_the_launch():
    assert [swing.name for swing in tornado(TRIAGE)[:2]] == ["Lower handling cost", ""]
    assert len(tornado(TRIAGE)) == 10


@given(cases)
def test_the_widest_swing_comes_first_and_each_is_what_the_case_gives(value):
    found = tornado(value)
    assert all(wider.width >= narrower.width for wider, narrower in pairwise(found))
    base = three_numbers(value).likely.npv
    widest = next(swing for swing in found if swing.part != "launch")
    likely_only = _all_likely(value)
    for end, change in ((widest.low, widest.at_low), (widest.high, widest.at_high)):
        moved = _with(likely_only, widest.part, widest.line, end)
        assert abs(three_numbers(moved).likely.npv - base - change) <= Decimal("0.02")


def _all_likely(value: ValueCase) -> ValueCase:
    parts = ("investment", "benefits", "running")
    return value.model_copy(
        update={
            part: {key: MoneyLine(amount=span(*[line.amount.likely] * 3)) for key, line in getattr(value, part).items()}
            for part in parts
        }
    )


def _with(value: ValueCase, part: str, line: str, amount: Decimal) -> ValueCase:
    changed = {**getattr(value, part), line: MoneyLine(amount=span(amount, amount, amount))}
    return value.model_copy(update={part: changed})
