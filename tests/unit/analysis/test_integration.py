from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.integration import effort, simplest_viable
from desktop.analysis.sprint_checks import connections_access, connections_owner, effort_doubled, phase_one_picked
from desktop.workbook import Person, Sprint, Workbook
from desktop.workbook.base import Range
from desktop.workbook.sprint import Connection, Direction, Environment


def days(low: int, likely: int, high: int) -> Range:
    return Range(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))


def connection(**fields) -> Connection:
    ready = {
        "name": "Core",
        "direction": Direction.READS,
        "data": "Claims",
        "authentication": "OAuth",
        "rate_limit": "60 a minute",
        "environment": Environment.STAGING,
        "failure_mode": "Down at night",
        "fallback": "By hand",
        "owner": "0001-a",
        "effort": days(2, 3, 5),
    }
    return Connection(**{**ready, **fields})


def sprint(**connections: Connection) -> Sprint:
    return Sprint(connections=connections)


WORKBOOK = Workbook(
    people={"0001-a": Person(id="0001-a", name="Thea Lindqvist"), "0002-b": Person(id="0002-b", name="IT and Claims")}
)


def test_effort_is_summed_and_then_doubled():
    found = effort(sprint(a=connection(effort=days(2, 3, 5)), b=connection(effort=days(10, 20, 40))))
    assert found.honest == days(12, 23, 45)
    assert found.doubled == days(24, 46, 90)
    assert (found.estimated, found.listed) == (2, 2)


def test_an_unfinished_estimate_is_left_out_and_told():
    entries = sprint(a=connection(), b=connection(effort=Range(likely=Decimal(100))))
    assert effort(entries).honest == days(2, 3, 5)
    verdict = effort_doubled(WORKBOOK, entries)
    assert (verdict.state, verdict.values["missing"], verdict.values["total"]) == ("failed", 1, 2)


def test_no_connection_is_open_and_no_effort_of_zero():
    assert effort_doubled(WORKBOOK, Sprint()).state == "open"


@given(st.lists(st.lists(st.integers(0, 1_000), min_size=3, max_size=3).map(sorted), max_size=6))
def test_doubling_doubles_each_end(estimates):
    found = effort(Sprint(connections={str(n): connection(effort=days(*e)) for n, e in enumerate(estimates)}))
    assert found.doubled == Range(**{end: 2 * getattr(found.honest, end) for end in ("low", "likely", "high")})


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"environment": Environment.PRODUCTION, "effort": days(50, 60, 70)}, "nearest to production goes first"),
        ({"direction": Direction.READS, "effort": days(1, 2, 3)}, "then the least effort"),
    ],
)
def test_the_simplest_viable_one_is_picked_in_the_stated_order(other, why):
    entries = sprint(a=connection(), b=connection(**other))
    assert simplest_viable(entries) == "b", why


def test_reading_is_simpler_than_writing():
    entries = sprint(a=connection(direction=Direction.BOTH, effort=days(1, 1, 1)), b=connection(effort=days(9, 9, 9)))
    assert simplest_viable(entries) == "b"


@pytest.mark.parametrize(
    "lack",
    [{"authentication": ""}, {"authentication": " "}, {"fallback": ""}, {"owner": None}, {"effort": Range()}],
    ids=str,
)
def test_what_is_not_viable_is_never_suggested(lack):
    assert simplest_viable(sprint(a=connection(**lack))) is None
    assert simplest_viable(sprint(a=connection(environment=Environment.PRODUCTION, **lack), b=connection())) == "b"


def test_equals_are_picked_the_same_way_each_time():
    assert simplest_viable(sprint(b=connection(), a=connection())) == "a"


def test_another_choice_needs_a_reason():
    entries = sprint(a=connection(), b=connection(environment=Environment.NONE))
    chosen = entries.model_copy(update={"phase_one": "b"})
    assert phase_one_picked(WORKBOOK, chosen).code == "other-than-suggested"
    assert phase_one_picked(WORKBOOK, chosen.model_copy(update={"phase_one_reason": "Contract ends"})).met
    assert phase_one_picked(WORKBOOK, entries.model_copy(update={"phase_one": "a"})).met


def test_a_choice_that_was_removed_since_is_open_again():
    assert phase_one_picked(WORKBOOK, sprint(a=connection()).model_copy(update={"phase_one": "gone"})).state == "open"


def test_access_is_known_only_when_something_was_connected():
    assert connections_access(WORKBOOK, sprint(a=connection())).met
    assert not connections_access(WORKBOOK, sprint(a=connection(environment=Environment.NONE))).met
    assert not connections_access(WORKBOOK, sprint(a=connection(rate_limit=" "))).met


def test_a_shared_duty_owns_no_system():
    assert connections_owner(WORKBOOK, sprint(a=connection())).met
    assert not connections_owner(WORKBOOK, sprint(a=connection(owner="0002-b"))).met
    assert not connections_owner(WORKBOOK, sprint(a=connection(owner="0009-gone"))).met
