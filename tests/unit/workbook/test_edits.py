from datetime import date

import pytest

from desktop.workbook import Evidence, Person, Perspective, Sprint, System, Workbook
from desktop.workbook.edits.people import add_person, assign_new_person
from desktop.workbook.edits.ratings import reconcile
from desktop.workbook.edits.systems import accept_proposal, enter_sprint, reject_proposal
from desktop.workbook.ids import next_id
from desktop.workbook.rating import Reconciled
from tests.northwind import sample

ON = date(2026, 11, 21)
FRAUD = "0004-fraud-rings"


def test_a_new_person_and_the_place_are_one_step():
    before = Workbook(systems={"s1": System(id="s1", name="One")})
    after = assign_new_person(before, ("systems", "s1", "owner"), Person(id="0001-x", name="Maria Keller"))
    assert after.people["0001-x"].name == "Maria Keller"
    assert after.systems["s1"].owner == "0001-x"


def test_adding_a_person_twice_replaces_them():
    once = add_person(Workbook(), Person(id="0001-x", name="Maria"))
    assert add_person(once, Person(id="0001-x", name="Maria Keller")).people["0001-x"].name == "Maria Keller"


def test_entering_the_sprint_twice_keeps_what_was_written():
    begun = Workbook(systems={"s1": System(id="s1", name="One", sprint=Sprint(owner="0001-x"))})
    assert enter_sprint(begun, "s1", ON) is begun


def test_an_accepted_proposal_becomes_an_answer_with_its_row_as_evidence():
    after = accept_proposal(
        sample(), FRAUD, "tested-in-operation", view=Perspective.PILOT_TEAM, by="0003-novak", on=ON
    ).systems[FRAUD]
    rating = after.ratings["tested-in-operation"].views["pilot-team"]
    assert (rating.level, rating.by, rating.on) == (1, "Tomas Novak", ON)
    cell = "Group AI inventory.xlsx, row 4, Operational testing: Benchmark on last year's claims"
    assert rating.evidence == (Evidence(kind="source-row", text=cell),)
    assert after.proposals["tested-in-operation"].state == "accepted"


def test_accepting_a_proposal_keeps_what_the_room_had_agreed():
    agreed = Reconciled(level=2, reason="Shown in the room", on=ON)
    before = reconcile(sample(), FRAUD, "tested-in-operation", agreed)
    after = accept_proposal(before, FRAUD, "tested-in-operation", view=Perspective.PILOT_TEAM, by="a", on=ON)
    assert after.systems[FRAUD].ratings["tested-in-operation"].reconciled == agreed


def test_a_second_view_leaves_the_first_alone():
    first = accept_proposal(sample(), FRAUD, "tested-in-operation", view=Perspective.PILOT_TEAM, by="a", on=ON)
    both = accept_proposal(first, FRAUD, "tested-in-operation", view=Perspective.IT_OPERATIONS, by="b", on=ON)
    assert set(both.systems[FRAUD].ratings["tested-in-operation"].views) == {"pilot-team", "it-operations"}


def test_a_rejected_proposal_never_becomes_an_answer():
    after = reject_proposal(sample(), FRAUD, "impact-assessed", by="0003-novak", on=ON).systems[FRAUD]
    assert after.proposals["impact-assessed"].state == "rejected"
    assert after.proposals["impact-assessed"].decided_by == "0003-novak"
    assert not after.ratings


def test_open_proposals_are_not_answers():
    assert not sample().systems[FRAUD].ratings


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ((), "0001-k3f9"),
        (("0001-a", "0007-b"), "0008-k3f9"),
        (("claims", "x-12"), "0001-k3f9"),
        (("9999-a",), "10000-k3f9"),
    ],
)
def test_ids_count_on(existing, expected):
    assert next_id(existing, "k3f9") == expected
