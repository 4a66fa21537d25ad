from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.integration import FLAGGED, effort, lacks
from desktop.analysis.integration_choice import CRITERIA, NEEDS, candidates, first_connection, simplest_viable
from desktop.analysis.integration_phases import phases
from desktop.analysis.sprint_checks import connections_access, connections_owner, effort_doubled, phase_one_picked
from desktop.method.practice import load_practice
from desktop.workbook import Person, Sprint, Workbook
from desktop.workbook.base import Range
from desktop.workbook.sprint import Connection, DataKind, Direction, Environment, LaterPhase


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


PEOPLE = WORKBOOK.people


def pick(**connections: Connection) -> str | None:
    return simplest_viable(sprint(**connections), PEOPLE)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (
            {"effort": days(1, 2, 30), "direction": Direction.BOTH, "environment": Environment.COPY},
            "fewest likely days",
        ),
        ({"direction": Direction.READS, "environment": Environment.COPY, "kinds": ()}, "then reading only"),
        ({"direction": Direction.WRITES, "environment": Environment.PRODUCTION, "kinds": ()}, "then nearness"),
        ({"direction": Direction.WRITES, "kinds": (DataKind.INTERNAL,)}, "then no personal data"),
    ],
)
def test_the_simplest_viable_one_is_picked_in_the_stated_order(other, why):
    ready = {"direction": Direction.WRITES, "kinds": (DataKind.PERSONAL,)}
    assert pick(a=connection(**ready), b=connection(**{**ready, **other})) == "b", why
    assert pick(b=connection(**ready), a=connection(**{**ready, **other})) == "a", why


def test_each_criterion_decides_only_where_all_before_it_are_equal():
    entries = sprint(
        fewest=connection(effort=days(1, 1, 1), direction=Direction.BOTH, environment=Environment.COPY),
        reads=connection(effort=days(1, 2, 2), environment=Environment.COPY),
        nearest=connection(effort=days(1, 2, 2), direction=Direction.WRITES, environment=Environment.PRODUCTION),
        farther=connection(effort=days(1, 2, 2), direction=Direction.WRITES, environment=Environment.SANDBOX),
        open_owner=connection(effort=days(0, 0, 0), environment=Environment.PRODUCTION, owner=None),
    )
    ranked = candidates(entries, PEOPLE)
    assert [entry.id for entry in ranked] == ["fewest", "reads", "nearest", "farther", "open_owner"]
    assert [entry.behind for entry in ranked] == [None, "days", "days", "days", None]
    assert [entry.place for entry in ranked] == [1, 2, 3, 4, 5]
    assert ranked[-1].missing == ("owner",)
    alone = {key: entries.connections[key] for key in ("reads", "nearest", "farther")}
    assert [entry.behind for entry in candidates(sprint(**alone), PEOPLE)] == [None, "direction", "direction"]


def test_a_connection_worked_out_by_hand():
    """Three that could be first: 5 days reading, 5 days writing, 4 days without anybody who owns it."""
    entries = sprint(
        mail=connection(effort=days(3, 5, 8), environment=Environment.PRODUCTION),
        queue=connection(effort=days(4, 5, 6), direction=Direction.WRITES, environment=Environment.PRODUCTION),
        core=connection(effort=days(2, 4, 9), owner="0002-b"),
    )
    first, second, third = candidates(entries, PEOPLE)
    assert (first.id, first.viable, first.behind) == ("mail", True, None)
    assert (second.id, second.behind) == ("queue", "direction")
    assert (third.id, third.viable, third.missing) == ("core", False, ("owner",)), "a shared duty owns nothing"


@pytest.mark.parametrize(
    ("need", "lack"),
    [
        ("access", {"authentication": ""}),
        ("access", {"authentication": " "}),
        ("fallback", {"fallback": ""}),
        ("owner", {"owner": None}),
        ("owner", {"owner": "0002-b"}),
        ("owner", {"owner": "0009-gone"}),
        ("environment", {"environment": None}),
        ("environment", {"environment": Environment.NONE}),
        ("effort", {"effort": Range()}),
        ("effort", {"effort": days(5, 3, 2)}),
    ],
    ids=str,
)
def test_what_is_not_viable_is_never_suggested(need, lack):
    assert need in NEEDS
    assert pick(a=connection(**lack)) is None
    assert candidates(sprint(a=connection(**lack)), PEOPLE)[0].missing == (need,)
    assert pick(a=connection(**{"effort": days(0, 0, 0), **lack}), b=connection()) == "b"


def test_data_of_which_nothing_is_said_counts_as_the_most_careful():
    assert pick(a=connection(), b=connection(kinds=(DataKind.PERSONAL,))) == "b"
    assert pick(a=connection(kinds=(DataKind.SPECIAL,)), b=connection(kinds=(DataKind.PERSONAL,))) == "b"


def test_equals_are_picked_the_same_way_each_time():
    assert pick(b=connection(), a=connection()) == "a"
    assert candidates(sprint(b=connection(), a=connection()), PEOPLE)[1].behind == CRITERIA[-1]


def test_without_anything_viable_nothing_lies_behind():
    ranked = candidates(sprint(a=connection(owner=None), b=connection(owner=None, fallback="")), PEOPLE)
    assert [(entry.id, entry.behind, entry.viable) for entry in ranked] == [("a", None, False), ("b", None, False)]


def test_phases_begin_with_one_then_what_is_viable_then_the_rest():
    entries = sprint(
        a=connection(effort=days(1, 1, 1)),
        b=connection(),
        c=connection(fallback=""),
        d=connection(phase=LaterPhase.THIRD),
    )
    found = phases(entries, PEOPLE, load_practice().rollout)
    assert [plan.connections for plan in found] == [("a",), ("b",), ("d", "c")]
    assert [plan.by_hand for plan in found] == [frozenset(), frozenset(), frozenset({"d"})]
    assert found[1].effort.honest == days(2, 3, 5)
    assert found[1].effort.doubled == days(4, 6, 10)
    assert {criterion.measures for criterion in found[0].phase.criteria} == {
        "Uptime",
        "Time to answer",
        "Critical errors",
    }


def test_the_chosen_connection_makes_phase_one_whatever_its_phase_was():
    entries = sprint(a=connection(), b=connection(phase=LaterPhase.THIRD)).model_copy(update={"phase_one": "b"})
    assert first_connection(entries, PEOPLE) == "b"
    assert [plan.connections for plan in phases(entries, PEOPLE, load_practice().rollout)] == [("b",), ("a",), ()]
    gone = entries.model_copy(update={"phase_one": "x"})
    assert first_connection(gone, PEOPLE) == "a", "a choice that was removed since leaves the suggestion"


def test_what_a_connection_lacks_is_said_gravest_first():
    assert lacks(connection(kinds=(DataKind.INTERNAL,)), PEOPLE) == ()
    bare = Connection(name="Core")
    assert lacks(bare, PEOPLE)[:2] == ("owner", "fallback")
    assert set(lacks(bare, PEOPLE)) >= FLAGGED - {"not-a-person"}
    assert lacks(connection(owner="0002-b"), PEOPLE)[0] == "not-a-person"
    only_live = connection(environments=(Environment.PRODUCTION,), kinds=(DataKind.PUBLIC,))
    assert lacks(only_live, PEOPLE) == ("no-test-environment",)


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
