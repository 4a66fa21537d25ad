import pytest

from desktop.planning.plan import draft_tasks, wanted_questions
from desktop.planning.plan_roles import candidates
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from desktop.workbook.edits.plan import choose_finding
from desktop.workbook.system import RiskTier
from tests.unit.planning.assessed import METHOD, assessed

BLOCKING, MANAGEABLE = "scoped-access", "standard-integration"


def drafts(workbook: Workbook):
    return draft_tasks(workbook, METHOD, workbook.systems["s"])


def test_where_nothing_is_missing_there_is_nothing_to_do():
    assert drafts(assessed()) == {}


def test_unanswered_questions_are_no_findings_yet():
    assert drafts(set_value(assessed(), ("systems", "s", "ratings"), {})) == {}


def test_a_blocking_finding_brings_all_its_tasks():
    found = drafts(assessed({BLOCKING: 0}))
    assert set(found) == {task.id for task in METHOD.question[BLOCKING].tasks}
    draft = found["scoped-access-task"]
    remedy = METHOD.remedy["scoped-access-task"][1]
    assert (draft.question, draft.title, draft.deliverable) == (BLOCKING, remedy.title, remedy.deliverable)
    assert (draft.effort, draft.band, draft.role) == (remedy.effort, "5-8", "IT operations")


def test_what_blocks_goes_by_the_risk_tier():
    assert drafts(assessed({BLOCKING: 1}, tier=RiskTier.LOW)) == {}
    assert drafts(assessed({BLOCKING: 1}, tier=RiskTier.MEDIUM))


def test_tasks_it_waits_for_come_along_only_where_they_are_still_needed():
    assert drafts(assessed({BLOCKING: 0}))["scoped-access-task"].after == ()
    found = drafts(assessed({BLOCKING: 0, "systems-mapped": 1}))
    assert found["scoped-access-task"].after == ("systems-mapped-task",)


def test_a_manageable_finding_comes_in_only_when_chosen():
    workbook = assessed({MANAGEABLE: 1})
    assert drafts(workbook) == {}
    chosen = choose_finding(workbook, "s", MANAGEABLE, chosen=True)
    assert "standard-integration-task" in drafts(chosen)
    assert drafts(choose_finding(chosen, "s", MANAGEABLE, chosen=False)) == {}


def test_everything_absent_gives_a_plan_that_waits_only_for_itself():
    workbook = assessed(rest=0)
    found = drafts(workbook)
    assert len(found) > 40
    assert all(name in found for draft in found.values() for name in draft.after)
    assert {draft.question for draft in found.values()} >= set(
        wanted_questions(workbook, METHOD, workbook.systems["s"])
    )


@pytest.mark.parametrize(
    ("role", "people"),
    [
        ("Sponsor", ("boss",)),
        ("Owner", ("biz",)),
        ("Business owner", ("biz",)),
        ("Pilot team", ("pilot",)),
        ("IT operations", ("ops1", "ops2")),  # the service desk is no person
        ("Finance", ("money",)),
        ("Internal audit", ()),
        ("", ()),
    ],
)
def test_a_role_becomes_a_person(role, people):
    workbook = assessed()
    assert candidates(workbook, workbook.systems["s"], role) == people


def test_a_group_entered_as_owner_gets_no_task():
    workbook = set_value(assessed(), ("systems", "s", "owner"), "desk")
    assert candidates(workbook, workbook.systems["s"], "Owner") == ()


def test_two_people_of_one_role_share_by_what_they_can_give():
    load: dict[str | None, float] = {}
    for draft in drafts(assessed(rest=0)).values():
        if draft.role == "IT operations":
            load[draft.owner] = load.get(draft.owner, 0) + float(draft.effort.likely)
    assert set(load) == {"ops1", "ops2"}
    assert load["ops1"] / 5 == pytest.approx(load["ops2"] / 2, rel=0.35)
