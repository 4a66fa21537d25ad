"""Edits of the assessment: what they write, and what they take back."""

from datetime import date

import pytest
from pydantic import ValidationError

from desktop.method.schema import Kind
from desktop.session import assess_edits as edits
from desktop.session.assess_edits import Answer
from desktop.session.editing import NewPerson
from desktop.session.view import Row
from desktop.workbook import Person, Perspective, System, Workbook
from desktop.workbook.edits.ratings import Seat, rating_at
from desktop.workbook.rating import Review

TODAY = date(2026, 11, 21)
SEAT = Seat("s1", "systems-mapped", Perspective.IT_OPERATIONS)


def project() -> Workbook:
    priya = Person(id="p1", name="Priya Raman", perspective=Perspective.IT_OPERATIONS)
    return Workbook(people={"p1": priya}, systems={"s1": System(id="s1", name="Triage")})


def after(workbook: Workbook, *steps: edits.Edit) -> Workbook:
    for step in steps:
        workbook = step.change(workbook)
    return workbook


def test_an_answer_brings_its_day_and_the_one_who_speaks_for_the_view():
    rating = rating_at(after(project(), edits.give(SEAT, Answer(3), TODAY)), SEAT)
    assert (rating.level, rating.on, rating.by) == (3, TODAY, "Priya Raman")


def test_nobody_is_guessed_where_two_hold_the_same_view():
    two = project().model_copy(
        update={"people": {key: Person(id=key, name=key, perspective=SEAT.view) for key in ("p1", "p2")}}
    )
    assert rating_at(after(two, edits.give(SEAT, Answer(3), TODAY)), SEAT).by == ""


def test_an_answer_with_nothing_left_leaves_the_document():
    noted = after(project(), edits.describe(SEAT, "note", "Seen"))
    assert after(noted, edits.describe(SEAT, "note", None)) == project()


def test_the_same_answer_again_is_no_change():
    once = after(project(), edits.give(SEAT, Answer(3), TODAY))
    assert after(once, edits.give(SEAT, Answer(3), date(2027, 1, 1))) == once


def test_another_level_takes_the_acceptance_back_and_the_same_does_not():
    accepted = after(project(), edits.give(SEAT, Answer(3), TODAY), edits.review(SEAT, Review.ACCEPTED, "p1", "Seen"))
    assert rating_at(accepted, SEAT).reviewed_by == "Priya Raman"
    assert rating_at(after(accepted, edits.give(SEAT, Answer(3), TODAY)), SEAT).review is Review.ACCEPTED
    assert rating_at(after(accepted, edits.give(SEAT, Answer(2), TODAY)), SEAT).review is Review.DRAFT
    assert rating_at(after(accepted, edits.add_evidence(SEAT, "link", "x")), SEAT).review is Review.DRAFT


def test_evidence_comes_and_goes_by_its_position():
    held = after(project(), edits.add_evidence(SEAT, "file", "map.pdf"), edits.add_evidence(SEAT, "note", "Seen"))
    assert [e.text for e in rating_at(after(held, edits.remove_evidence(SEAT, 0)), SEAT).evidence] == ["Seen"]


def test_an_agreement_needs_a_reason():
    with pytest.raises(ValidationError):
        after(project(), edits.agree("s1", SEAT.question, Answer(2), "", "p1", TODAY))
    agreed = after(project(), edits.agree("s1", SEAT.question, Answer(2), "Shown", NewPerson("Ann Lee"), TODAY))
    assert agreed.systems["s1"].ratings[SEAT.question].reconciled.by == "Ann Lee"
    assert after(agreed, edits.disagree("s1", SEAT.question)) == project()


def test_a_rung_by_hand_needs_name_and_reason():
    for by, reason in (("", "Because"), ("p1", "")):
        with pytest.raises(ValidationError):
            after(project(), edits.override("s1", 3, by, reason, TODAY))
    by_hand = after(project(), edits.override("s1", 3, "p1", "Audited", TODAY))
    assert by_hand.systems["s1"].rung_override.rung == 3
    assert after(by_hand, edits.earn("s1")) == project()


def test_a_treatment_begins_with_its_first_entry_and_can_name_a_new_person():
    row = Row("owner", Kind.PERSON, "Owner", ("systems", "s1", "treatments", "q", "owner"))
    treated = after(project(), edits.treat("s1", "q", row, NewPerson("Ann Lee"), "x"))
    owner = treated.systems["s1"].treatments["q"].owner
    assert treated.people[owner].name == "Ann Lee"


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_a_blank_reason_is_none(reason: str):
    with pytest.raises(ValidationError):
        edits.agree("s1", SEAT.question, Answer(2), reason, "p1", TODAY).change(project())
    with pytest.raises(ValidationError):
        edits.override("s1", 3, "p1", reason, TODAY).change(project())
