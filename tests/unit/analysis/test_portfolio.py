from datetime import date, timedelta

import pytest

from desktop.analysis.portfolio import is_stalled, months_between, portfolio_row, summarise
from desktop.workbook import Stage, System
from tests.northwind import sample

TODAY = date(2026, 11, 21)


def started(days_ago: int, **fields) -> System:
    return System(id="s1", name="One", started=TODAY - timedelta(days=days_ago), **fields)


def test_a_year_has_twelve_months():
    assert round(months_between(date(2025, 11, 21), TODAY), 1) == 12.0


@pytest.mark.parametrize(("days_ago", "stalled"), [(0, False), (143, False), (144, True), (400, True), (-10, False)])
def test_longer_than_4_7_months_is_stalled(days_ago, stalled):
    assert is_stalled(started(days_ago, stage=Stage.PILOT), TODAY) is stalled


@pytest.mark.parametrize(
    "arrived",
    [
        {"stage": Stage.OPERATION},
        {"stage": Stage.RETIRED},
        {"stage": Stage.PILOT, "implemented": date(2026, 3, 1)},
        {"stage": Stage.PILOT, "retired": date(2026, 3, 1)},
    ],
    ids=str,
)
def test_what_arrived_or_ended_is_not_stalled(arrived):
    assert not is_stalled(started(400, **arrived), TODAY)


def test_an_unknown_start_is_not_stalled_and_not_zero_months():
    row = portfolio_row(sample(), System(id="s1", name="One", stage=Stage.PILOT), TODAY)
    assert row.months is None
    assert not row.stalled


def test_an_unknown_stage_can_be_stalled():
    assert is_stalled(started(400), TODAY)


def test_a_shared_duty_is_shown_and_not_counted_as_owner():
    row = portfolio_row(sample(), sample().systems["0003-broker-routing"], TODAY)
    assert (row.owner, row.owner_is_person) == ("IT and Claims", False)


def test_the_owner_of_the_sprint_goes_before_the_owner_of_the_inventory():
    system = sample().systems["0001-claims-triage"].model_copy(update={"owner": "0003-novak"})
    assert portfolio_row(sample(), system, TODAY).owner == "Maria Keller"


def test_counts_over_the_sample():
    found = summarise(portfolio_row(sample(), system, TODAY) for system in sample().systems.values())
    assert (found.systems, found.stalled, found.owned, found.start_unknown, found.in_sprint) == (10, 6, 7, 1, 3)
    assert sum(found.stages.values()) == sum(found.impacts.values()) == found.systems
    assert found.impacts[None] == 1


def test_only_open_proposals_wait():
    row = portfolio_row(sample(), sample().systems["0001-claims-triage"], TODAY)
    assert row.open_proposals == 2
