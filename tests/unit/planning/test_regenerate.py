from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from desktop.planning.plan import draft_tasks
from desktop.planning.regenerate import Proposed, preview, regenerate, untouched
from desktop.workbook import Workbook
from desktop.workbook.base import Range
from desktop.workbook.edits.plan import set_plan
from desktop.workbook.plan import Plan, PlanTask, TaskDraft, TaskStatus
from tests.unit.planning.assessed import METHOD, assessed

A = TaskDraft(question="q", title="Map", owner="p", effort=Range(low=Decimal(1), likely=Decimal(2), high=Decimal(3)))
B = TaskDraft(question="q", title="Connect", after=("a",), band="5-8")
DRAFTS = {"a": A, "b": B}
PLAN = regenerate(Plan(), DRAFTS)


def edited(name: str, **fields) -> Plan:
    return PLAN.model_copy(update={"tasks": {**PLAN.tasks, name: PLAN.tasks[name].model_copy(update=fields)}})


def test_the_first_time_everything_is_added():
    assert set(PLAN.tasks) == {"a", "b"}
    assert PLAN.tasks["a"].drafted == A
    assert preview(Plan(), DRAFTS) == (Proposed("a", "Map", "added"), Proposed("b", "Connect", "added"))


def test_the_second_time_nothing_changes():
    assert regenerate(PLAN, DRAFTS) is PLAN
    assert preview(PLAN, DRAFTS) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Map it all"},
        {"owner": None},
        {"owner": "q"},
        {"effort": Range()},
        {"band": "9-12"},
        {"after": ("b",)},
        {"status": TaskStatus.IN_PROGRESS, "percent": 40},
        {"delay": 5},
        {"note": "ask Maria"},
        {"blocker": "no access"},
        {"dropped": True},
    ],
)
def test_no_edit_is_lost(change):
    plan = edited("a", **change)
    again = regenerate(plan, {**DRAFTS, "c": A})
    assert all(getattr(again.tasks["a"], name) == value for name, value in change.items())
    assert regenerate(plan, {}).tasks.keys() == {"a"}  # b was untouched and is no longer asked for


def test_what_was_not_edited_follows_the_method():
    plan = edited("a", title="Map it all")
    newer = A.model_copy(update={"title": "Map the systems", "deliverable": "A map"})
    task = regenerate(plan, {**DRAFTS, "a": newer}).tasks["a"]
    assert (task.title, task.deliverable) == ("Map it all", "A map")
    (said,) = preview(plan, {**DRAFTS, "a": newer})
    assert (said.what, said.fields, said.kept) == ("changed", ("deliverable",), ("title",))


def test_a_task_by_hand_stays():
    own = PlanTask(title="Train the desk")
    plan = PLAN.model_copy(update={"tasks": {**PLAN.tasks, "own": own}})
    assert regenerate(plan, DRAFTS).tasks["own"] == own
    assert regenerate(plan, {}).tasks == {"own": own}


def test_a_closed_finding_takes_untouched_tasks_away_and_says_which_stay():
    plan = edited("a", percent=40, status=TaskStatus.IN_PROGRESS)
    assert {(entry.task, entry.what) for entry in preview(plan, {})} == {("a", "superseded"), ("b", "removed")}


changes = some.fixed_dictionaries(
    {},
    optional={
        "title": some.text(max_size=5),
        "owner": some.sampled_from((None, "p", "q")),
        "after": some.sampled_from(((), ("a",), ("b",))),
        "percent": some.integers(0, 99),
        "dropped": some.booleans(),
    },
)
drafted = some.dictionaries(
    some.sampled_from("abcd"), some.builds(TaskDraft, title=some.text(max_size=5), owner=some.sampled_from((None, "p")))
)


@settings(max_examples=60, deadline=None)
@given(drafted, some.dictionaries(some.sampled_from("abcd"), changes), drafted)
def test_generating_twice_is_generating_once_and_the_preview_tells_all(first, edits, second):
    plan = regenerate(Plan(), first)
    tasks = {name: task.model_copy(update=edits.get(name, {})) for name, task in plan.tasks.items()}
    plan = plan.model_copy(update={"tasks": tasks})
    once = regenerate(plan, second)
    assert regenerate(once, second) is once
    told = {entry.task for entry in preview(plan, second) if entry.what != "superseded"}
    assert told == {
        name for name in plan.tasks.keys() | once.tasks.keys() if plan.tasks.get(name) != once.tasks.get(name)
    }
    assert {name for name, task in plan.tasks.items() if not untouched(task)} <= once.tasks.keys()


def generated(workbook: Workbook) -> Plan:
    system = workbook.systems["s"]
    return regenerate(system.plan or Plan(), draft_tasks(workbook, METHOD, system))


def test_people_keep_their_tasks_when_more_findings_come():
    workbook = assessed({"scoped-access": 0, "standard-integration": 0})
    first = generated(workbook)
    more = set_plan(assessed(rest=0), "s", first)
    second = generated(more)
    assert len(second.tasks) > len(first.tasks)
    assert all(second.tasks[name].owner == task.owner for name, task in first.tasks.items())
    assert generated(set_plan(more, "s", second)) == second


def test_who_was_given_a_task_before_is_given_it_again():
    """By load alone the first person would have it."""
    workbook = assessed({"scoped-access": 0})
    (name, task) = next(iter(generated(workbook).tasks.items()))
    assert task.owner == "ops1"
    draft = task.drafted.model_copy(update={"owner": "ops2"})
    plan = Plan(tasks={name: task.model_copy(update={"owner": "ops2", "drafted": draft})})
    assert generated(set_plan(workbook, "s", plan)) == plan
