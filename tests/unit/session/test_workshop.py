"""Which questions a workshop goes through, and that its view holds no score before the reveal."""

from datetime import date

import pytest

from desktop.method import load_method
from desktop.session.assess import Assessment, assess
from desktop.session.assess_edits import Answer, agree
from desktop.session.editing import NewPerson
from desktop.session.workshop import (
    SCOPES,
    mark,
    neighbour,
    progress,
    resume_at,
    scope_questions,
    speaker_name,
    stage,
    workshop_of,
)
from desktop.session.workshop_edits import prepare, reveal, score
from desktop.workbook import Person, Perspective, System, Workbook
from desktop.workbook.edits.ratings import Seat
from desktop.workbook.rating import Workshop
from desktop.workbook.system import RiskTier
from tests.northwind import sample

METHOD, TODAY, CLAIMS = load_method(), date(2026, 11, 21), "0001-claims-triage"
CONDITIONS = METHOD.lens["conditions"].groups


def bare(**fields: object) -> Workbook:
    return Workbook(systems={"s1": System(id="s1", name="Triage", **fields)})


def now(workbook: Workbook, system: str = "s1") -> Assessment:
    return assess(workbook, METHOD, system, TODAY)


def scored(workbook: Workbook, question: str, *levels: int | None) -> Workbook:
    for view, level in zip(Perspective, levels, strict=False):
        if level is not None:
            workbook = score(Seat("s1", question, view), Answer(level), "", TODAY).change(workbook)
    return workbook


def test_the_most_telling_are_one_a_condition_and_block_where_any_of_it_does():
    found = scope_questions(now(bare()), "telling")
    assert len(found) == len(CONDITIONS)
    for group, name in zip(CONDITIONS, found, strict=True):
        members = METHOD.group("conditions", group.id)
        assert name in members
        assert METHOD.question[name].blocks.high == max(METHOD.question[one].blocks.high or 0 for one in members)


def test_the_scopes_hold_what_they_say():
    workbook = sample()
    here = now(workbook, CLAIMS)
    assert set(scope_questions(here, "apart")) == {entry.question for entry in here.seen.disagreements}
    blocking = {gap.question for gap in here.gaps if gap.blocking}
    assert blocking <= set(scope_questions(here, "blocking"))
    assert all(len(here.found[name].views) < 4 for name in scope_questions(here, "open"))
    assert scope_questions(now(bare()), "apart") == ()
    assert set(scope_questions(now(bare()), "open")) == set(METHOD.question)


def test_a_lower_tier_has_less_that_could_block():
    high, low = now(bare()), now(bare(risk_tier=RiskTier.LOW))
    assert set(scope_questions(low, "blocking")) < set(scope_questions(high, "blocking"))


@pytest.mark.parametrize("scope", SCOPES)
def test_questions_stand_condition_by_condition(scope):
    here = now(sample(), CLAIMS)
    order = [name for group in CONDITIONS for name in METHOD.group("conditions", group.id)]
    found = scope_questions(here, scope)
    assert list(found) == sorted(found, key=order.index)


def test_before_the_reveal_the_view_holds_that_a_voice_has_scored_and_nothing_else():
    question = scope_questions(now(bare()), "telling")[0]
    views = [stage(now(scored(bare(), question, level)), question) for level in range(5)]
    assert all(view == views[0] for view in views)
    assert [voice.scored for voice in views[0].voices] == [True, False, False, False]
    na = score(Seat("s1", question, Perspective.PILOT_TEAM), Answer(not_applicable=True), "", TODAY).change(bare())
    assert stage(now(na), question) == views[0]


def test_what_the_room_agreed_earlier_is_hidden_with_the_rest():
    question = scope_questions(now(bare()), "telling")[0]
    workbook = agree("s1", question, Answer(2), "Shown", "", TODAY).change(scored(bare(), question, 1, 3))
    assert stage(now(workbook), question).settled is None
    assert stage(now(reveal("s1", question).change(workbook)), question).settled.level == 2


def test_a_question_is_done_when_it_was_seen_and_what_lies_far_apart_is_settled():
    question = scope_questions(now(bare()), "telling")[0]
    near, far = scored(bare(), question, 2, 3, 3, 2), scored(bare(), question, 1, 3, 3, 2)
    assert mark(now(near), question) == "open"
    assert mark(now(reveal("s1", question).change(near)), question) == "done"
    seen = reveal("s1", question).change(far)
    assert mark(now(seen), question) == "begun"
    settled = agree("s1", question, Answer(1), "Shown", "", TODAY).change(seen)
    assert mark(now(settled), question) == "done"
    assert resume_at(now(settled)) == scope_questions(now(bare()), "telling")[1]


def test_progress_counts_only_what_the_room_has_seen():
    first, second = scope_questions(now(bare()), "telling")[:2]
    hidden = scored(scored(bare(), first, 0, 4), second, 0, 0)
    assert (progress(now(hidden)).apart, progress(now(hidden)).blocking) == (0, 0)
    shown = reveal("s1", first).change(hidden)
    assert (progress(now(shown)).apart, progress(now(shown)).blocking) == (1, 1)


def test_neighbours_end_at_both_ends():
    questions = scope_questions(now(bare()), "telling")
    assert neighbour(now(bare()), questions[0], -1) is None
    assert neighbour(now(bare()), questions[0], 1) == questions[1]
    assert neighbour(now(bare()), questions[-1], 1) is None


def test_a_question_that_the_method_has_dropped_is_passed_over():
    kept = scope_questions(now(bare()), "telling")[0]
    prepared = bare(workshop=Workshop(questions=("no-more", kept)))
    assert workshop_of(now(prepared)).questions == (kept,)


def test_preparing_is_one_step_and_brings_new_people_along_once():
    edit = prepare(
        "s1", ("systems-mapped",), {"it-operations": NewPerson("Priya Raman")}, NewPerson("Priya Raman"), "t1"
    )
    after = edit.change(bare())
    (person,) = after.people.values()
    held = after.systems["s1"].workshop
    assert (held.questions, held.speakers, held.recorder) == (
        ("systems-mapped",),
        {"it-operations": person.id},
        person.id,
    )


def test_of_several_who_hold_a_perspective_the_one_who_answered_speaks():
    here = now(sample(), CLAIMS)
    assert speaker_name(here, workshop_of(here), Perspective.IT_OPERATIONS) == "Priya Raman"
    later = now(sample(), "0002-underwriting-notes")
    assert speaker_name(later, workshop_of(later), Perspective.IT_OPERATIONS) == "Thea Lindqvist"
    two = {key: Person(id=key, name=key, perspective=Perspective.PILOT_TEAM) for key in ("a", "b")}
    nobody = now(bare().model_copy(update={"people": two}))
    assert speaker_name(nobody, workshop_of(nobody), Perspective.PILOT_TEAM) == ""


def test_a_score_keeps_who_gave_it_first():
    seat = Seat("s1", "systems-mapped", Perspective.PILOT_TEAM)
    first = score(seat, Answer(2), "Tomas Novak", TODAY).change(bare())
    again = score(seat, Answer(3), "Somebody else", TODAY).change(first)
    assert again.systems["s1"].ratings["systems-mapped"].views["pilot-team"].by == "Tomas Novak"
    assert score(seat, Answer(), "", TODAY).change(bare()) == bare()
