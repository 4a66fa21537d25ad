"""Ready or not, and by whose word. The five questions need the named owner's; the agent's four need no *no*."""

import pytest

from desktop.analysis.readiness import agent_checks, five_questions, owner_name
from desktop.analysis.scoring import standings
from desktop.method.practice import load_practice
from desktop.workbook import Person, Sprint, Workbook
from desktop.workbook.rating import Ratings, Reconciled
from tests.unit.analysis.answers import METHOD, VIEWS, everywhere, rated, system, view

CHECKS = load_practice().agent_checks
OWNER = "Thea Lindqvist"
WORKBOOK = Workbook(
    people={
        "p": Person(id="p", name=OWNER),
        "q": Person(id="q", name="Jonas Weber"),
        "t": Person(id="t", name="Claims team"),
    }
)
FIVE = {group.id: METHOD.group("five-questions", group.id) for group in METHOD.lens["five-questions"].groups}


def said(level: int = 4, by: str = OWNER, **view_fields) -> dict[str, Ratings]:
    return {name: Ratings(views={VIEWS[2]: view(level, by=by, **view_fields)}) for name in METHOD.question}


def five(answers, owner: str | None = "p"):
    built = system(answers, owner=owner)
    return five_questions(WORKBOOK, METHOD, built, standings(METHOD, built))


def agent(answers):
    built = system(answers)
    return agent_checks(WORKBOOK, CHECKS, built, standings(METHOD, built))


def by_id(readiness):
    return {reply.id: reply for reply in readiness.replies}


def test_ready_by_the_word_of_the_named_owner():
    found = five(said())
    assert (found.ready, found.owner) == (True, OWNER)
    assert [(reply.answer, reply.by, reply.owner_spoke) for reply in found.replies] == [("yes", (OWNER,), True)] * 5


@pytest.mark.parametrize("owner", [None, "t", "gone"], ids=["nobody", "a team", "removed"])
def test_not_ready_without_a_named_owner_however_good_the_answers(owner):
    found = five(said(), owner)
    assert (found.ready, found.owner) == (False, "")
    assert all(reply.answer == "yes" and not reply.owner_spoke for reply in found.replies)


def test_not_ready_by_the_word_of_somebody_else():
    found = five(said(by="Jonas Weber"))
    assert not found.ready
    assert found.replies[0].by == ("Jonas Weber",)


@pytest.mark.parametrize("by", ["thea lindqvist", "  Thea   Lindqvist "])
def test_spacing_and_case_of_the_owners_name_do_not_matter(by):
    assert five(said(by=by)).ready


def test_the_owner_may_be_written_as_one_of_the_people():
    found = five(said(by="p"))
    assert found.ready
    assert found.replies[0].by == (OWNER,)


def test_the_owner_who_reconciles_has_spoken():
    room = Reconciled(level=3, reason="Seen in the workshop", by=OWNER)
    answers = {name: ratings.model_copy(update={"reconciled": room}) for name, ratings in everywhere(4).items()}
    assert five(answers).ready


def test_a_level_alone_is_no_plain_language():
    """The views of others show it, the owner only ticked a number."""
    shown, ticked = view(4, by="Jonas Weber"), view(4, by=OWNER, shown=False)
    answers = {name: Ratings(views={VIEWS[0]: shown, VIEWS[2]: ticked}) for name in METHOD.question}
    assert not five(answers).ready
    answers = {
        name: Ratings(views={VIEWS[0]: shown, VIEWS[2]: ticked.model_copy(update={"note": "We stop it by hand"})})
        for name in METHOD.question
    }
    assert five(answers).ready


@pytest.mark.parametrize("group", FIVE)
@pytest.mark.parametrize(
    ("ratings", "answer"),
    [
        (Ratings(views={VIEWS[2]: view(2, by=OWNER)}), "no"),
        (Ratings(views={VIEWS[2]: view(3, by=OWNER, shown=False)}), "claimed"),
        (Ratings(), "open"),
    ],
)
def test_one_of_the_five_that_is_no_yes_is_enough(group, ratings, answer):
    question = FIVE[group][0]
    found = five({**said(), question: ratings})
    assert not found.ready
    assert (by_id(found)[group].answer, by_id(found)[group].because) == (answer, (question,))


def test_a_no_weighs_more_than_an_open_one():
    first, second = FIVE["drift"][:2]
    found = by_id(five({**said(), first: Ratings(), second: rated(1)}))["drift"]
    assert (found.answer, found.because) == ("no", (second,))


def test_none_of_the_five_can_be_waved_aside():
    found = five({**said(), **{name: rated(-1, -1, -1, -1) for name in FIVE["rollback"]}})
    assert not found.ready
    assert by_id(found)["rollback"].answer == "open"


def test_what_does_not_apply_keeps_no_question_from_a_yes_where_others_apply():
    assert five({**said(), FIVE["rollback"][0]: rated(-1)}).ready


def test_nothing_answered_is_not_ready():
    assert not five({}).ready
    assert not agent({}).ready
    assert {reply.answer for reply in (*five({}).replies, *agent({}).replies)} == {"open"}


def test_the_sprints_owner_comes_before_that_of_the_inventory():
    assert owner_name(WORKBOOK, system({}, owner="p", sprint=Sprint(owner="q"))) == "Jonas Weber"
    assert owner_name(WORKBOOK, system({}, owner="p", sprint=Sprint())) == OWNER


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_one_no_about_an_agent_means_not_ready(check):
    assert agent(everywhere(3)).ready
    for question in check.questions:
        found = agent({**everywhere(3), question: rated(4, 4, 4, 2)})
        assert not found.ready
        assert by_id(found)[check.id].answer == "no"


def test_a_claim_about_an_agent_is_no_yes():
    assert not agent(everywhere(4, shown=False)).ready


def test_a_system_that_does_not_act_has_no_agent_check():
    found = agent({name: rated(-1, -1, -1, -1) for check in CHECKS for name in check.questions})
    assert found.ready is None
    assert {reply.answer for reply in found.replies} == {"not-applicable"}
