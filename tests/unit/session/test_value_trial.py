"""What-if: a trial changes nothing until it is accepted, and then it is one step that one undo takes back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.value import three_numbers
from desktop.analysis.value_tornado import tornado
from desktop.method import load_method
from desktop.session.session import Session
from desktop.session.value_trial import accept, inputs, moved, still_there, tried
from desktop.session.value_view import value_view
from desktop.workbook.base import Range
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.analysis.value_cases import cases, ranges, span

TRIAGE = "0001-claims-triage"
VALUE = sample().systems[TRIAGE].sprint.value
SAVED = "benefits/0001-nw26"


def session() -> Session:
    return Session(load_method(), sample(), lambda: date(2026, 11, 21), lambda: "t1")


def test_a_trial_leaves_what_it_was_made_from_as_it_is():
    before = VALUE.model_dump()
    trial = tried(VALUE, {SAVED: Decimal(50_000), "launch": Decimal(9), "rate": Decimal(12), "horizon": Decimal(36)})
    assert VALUE.model_dump() == before
    assert trial.benefits["0001-nw26"].amount.likely == 50_000
    assert (trial.launch_early, trial.months_to_launch, trial.launch_late) == (8, 9, 11)
    assert (trial.discount_rate, trial.horizon_months) == (12, 36)
    assert tried(VALUE, {}) is VALUE


def test_a_range_moves_in_proportion_and_stays_in_order():
    assert moved(span(47_000, 75_200, 89_300), Decimal(37_600)) == span(23_500, 37_600, 44_650)
    assert moved(span(0, 0, 10), Decimal(5)) == span(5, 5, 15)
    assert moved(span(-4, -2, 0), Decimal(1)) == span(-1, 1, 3)


@given(ranges, st.integers(0, 10_000_000).map(Decimal))
def test_a_moved_range_is_complete(amount, likely):
    found = moved(amount, likely)
    assert found.complete
    assert found.likely == likely


def test_accepting_is_one_step_and_one_undo_takes_it_back():
    open_session, changes = session(), {SAVED: Decimal(50_000), "launch": Decimal(9), "rate": Decimal(12)}
    assert open_session.workbook == sample()
    assert open_session.apply(accept(TRIAGE, changes), "value")
    assert open_session.edits == 1
    now = open_session.workbook.systems[TRIAGE].sprint.value
    assert now == tried(VALUE, changes)
    assert now != VALUE
    open_session.undo()
    assert open_session.workbook == sample()


@given(cases, st.data())
def test_what_is_accepted_is_what_was_shown(value, data):
    chosen = data.draw(st.sampled_from(inputs(value, tornado(value))))
    new = data.draw(st.integers(int(chosen.least), int(chosen.most)).map(Decimal))
    before = replace_at(sample(), ("systems", TRIAGE, "sprint", "value"), value)
    after = accept(TRIAGE, {chosen.key: new}).change(before)
    shown = tried(value, {chosen.key: new})
    assert after.systems[TRIAGE].sprint.value == shown
    assert three_numbers(shown).npv is not None


def test_inputs_stand_in_the_order_of_what_they_move():
    found = inputs(VALUE, tornado(VALUE))
    assert [one.key for one in found[:2]] == [SAVED, "launch"]
    assert len(found) == 13 + 3
    for one in found:
        assert one.least <= one.value <= one.most
        assert (one.most - one.least) / one.step == (one.most - one.least) // one.step


def test_an_incomplete_amount_cannot_be_tried_and_nothing_is_where_nothing_is_entered():
    broken = replace_at(sample(), ("systems", TRIAGE, "sprint", "value", "benefits", "0001-nw26", "amount"), Range())
    assert SAVED not in {one.key for one in inputs(broken.systems[TRIAGE].sprint.value, ())}
    assert inputs(sample().systems["0003-broker-routing"].sprint.value, ()) == ()


def test_a_change_whose_input_has_gone_or_arrived_there_by_itself_drops_out():
    changes = {SAVED: Decimal(50_000), "benefits/gone": Decimal(1), "launch": Decimal(4)}
    assert still_there(VALUE, changes) == {SAVED: 50_000}
    assert tried(VALUE, {"benefits/gone": Decimal(1)}) is VALUE


@pytest.mark.parametrize(("key", "asked", "kept"), [("launch", 99, 60), ("horizon", 0, 1), ("rate", 130, 100)])
def test_a_value_outside_what_the_document_can_hold_is_held_at_its_edge(key, asked, kept):
    trial = tried(VALUE, {key: Decimal(asked)})
    field = {"launch": "months_to_launch", "horizon": "horizon_months", "rate": "discount_rate"}[key]
    assert getattr(trial, field) == kept


def test_the_view_says_what_the_project_says_beside_what_is_tried():
    same, trial = value_view(VALUE, VALUE, "EUR"), value_view(VALUE, tried(VALUE, {SAVED: Decimal(23_000)}), "EUR")
    assert {figure.before for figure in same.main} == {""}
    assert not same.trial
    assert trial.trial
    assert {figure.id: figure.before for figure in trial.main} == {
        "continuing": "",
        "investment": "",
        "npv": "EUR 963k",
        "delay": "EUR 98k",
    }
    assert same.headline == "Worth EUR 963k in today’s money over 24 months, and the low case pays too"
    assert (
        same.lead == "It pays back in month 8. A month of waiting costs EUR 98k. “Lower handling cost” moves it most."
    )


def test_without_a_rate_the_view_tells_the_net_return_and_what_is_missing():
    bare = VALUE.model_copy(update={"discount_rate": None})
    found = value_view(bare, bare, "EUR")
    assert found.headline == "Returns EUR 1.1M over 24 months, and the low case pays too"
    assert [gap.at for gap in found.gaps] == [("sprint", "value", "discount_rate")]
    assert [figure.text for figure in found.main if figure.id == "npv"] == ["–"]


def test_unit_costs_are_told_with_what_follows_from_them():
    found = value_view(VALUE, VALUE, "EUR")
    assert found.units[1].pilot == "EUR 13.74 (10.98 to 18.31)"
    assert found.unit_lines == (
        "It pays from 619 cases a month on (411 to 1,810).",
        "Production’s likely volume is above that.",
    )


def test_a_volume_of_zero_is_said_and_is_no_blank():
    zero = Range(low=Decimal(0), likely=Decimal(0), high=Decimal(0))
    unit = VALUE.unit.model_copy(update={"pilot": VALUE.unit.pilot.model_copy(update={"amount": zero})})
    found = value_view(VALUE, VALUE.model_copy(update={"unit": unit}), "EUR")
    assert (found.units[0].pilot, found.units[1].pilot) == ("0", "–")
    assert "The pilot may handle no case at all, so there is no cost of a case in it." in found.unit_lines
