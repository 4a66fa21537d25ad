from datetime import date

import pytest

from desktop.planning.all_tasks import system_tasks
from desktop.planning.schedule import frame_of, system_schedule
from desktop.planning.schedule_baseline import slips
from desktop.session.planning import (
    TaskChange,
    change_task,
    choose,
    generate_plan,
    people_called,
    planned,
    take_baseline,
    what_generating_changes,
)
from desktop.session.planning_values import option_sentence, plan_sentences, plan_values
from desktop.session.session import Session
from desktop.workbook import Person, Workbook
from desktop.workbook.edits.people import add_person
from desktop.workbook.edits.places import set_value
from desktop.workbook.edits.plan import TaskPlace
from desktop.workbook.plan import TaskStatus
from tests.unit.planning.assessed import METHOD, assessed
from tests.unit.planning.plans import MONDAY

TODAY = MONDAY


def generate(workbook: Workbook) -> Workbook:
    return generate_plan("s", METHOD, TODAY).change(workbook)


def whole() -> Workbook:
    """Every question at zero: a plan that cannot fit twelve weeks."""
    return generate(assessed(rest=0))


def test_generating_is_one_step_that_undo_takes_back():
    session = Session(METHOD, assessed({"scoped-access": 0}), lambda: TODAY, lambda: "t")
    assert session.apply(generate_plan("s", METHOD, TODAY))
    assert not session.apply(generate_plan("s", METHOD, TODAY))
    assert session.undo_name == "Generate plan"
    session.undo()
    assert session.workbook.systems["s"].plan is None


def test_what_generating_changes_is_said_before():
    workbook = assessed({"scoped-access": 0})
    assert [entry.what for entry in what_generating_changes(workbook, METHOD, "s")] == ["added"]
    assert what_generating_changes(generate(workbook), METHOD, "s") == ()


def test_without_findings_no_plan_appears():
    assert generate(assessed()) == assessed()
    assert planned(assessed(), "s", TODAY) is None


def test_without_any_start_the_plan_starts_on_the_first_working_day():
    workbook = set_value(assessed({"scoped-access": 0}), ("engagement", "start"), None)
    plan = generate_plan("s", METHOD, date(2026, 3, 7)).change(workbook).systems["s"].plan
    assert plan.start == date(2026, 3, 9)


def test_choosing_a_manageable_finding_then_generating_adds_its_tasks():
    workbook = choose("s", "standard-integration", chosen=True).change(assessed({"standard-integration": 1}))
    assert "standard-integration-task" in generate(workbook).systems["s"].plan.tasks


def test_delaying_moves_the_decision_exactly_as_its_slack_says():
    workbook = whole()
    before = planned(workbook, "s", TODAY).schedule
    days = frame_of(workbook, MONDAY).days
    for name, entry in before.tasks.items():
        edit = change_task(workbook, TaskPlace("s", name), TaskChange(delay=3), TODAY)
        after = system_schedule(edit.change(workbook), edit.change(workbook).systems["s"])
        assert days.index(after.decision) - days.index(before.decision) == max(0, 3 - entry.slack)


def test_one_change_can_hold_everything():
    workbook = generate(assessed({"scoped-access": 0}))
    asked = TaskChange(status=TaskStatus.BLOCKED, percent=30, delay=2, owner="pilot")
    edit = change_task(workbook, TaskPlace("s", "scoped-access-task"), asked, TODAY)
    task = edit.change(workbook).systems["s"].plan.tasks["scoped-access-task"]
    assert (task.status, task.percent, task.delay, task.owner) == (TaskStatus.BLOCKED, 30, 2, "pilot")
    assert "Replace handed-over logins" in edit.name


def test_slip_counts_working_days_against_the_baseline():
    workbook = generate(assessed({"scoped-access": 0}))
    kept = take_baseline(workbook, "s", "Agreed", TODAY, "t").change(workbook)
    at = TaskPlace("s", "scoped-access-task")
    moved = change_task(kept, at, TaskChange(delay=4), TODAY).change(kept)
    ((baseline_id, baseline),) = moved.systems["s"].plan.baselines.items()
    found = slips(baseline, system_schedule(moved, moved.systems["s"]), frame_of(moved, MONDAY).days)
    assert [(slip.task, slip.days) for slip in found] == [("scoped-access-task", 4), ("", 4)]
    assert take_baseline(moved, "s", "Again", TODAY, "t").at[-1] != baseline_id


def test_no_baseline_without_a_schedule():
    with pytest.raises(KeyError):
        take_baseline(assessed(), "s", "Agreed", TODAY, "t")


def test_values_have_exactly_the_keys_of_the_contract():
    workbook = whole()
    tasks = system_tasks(workbook, METHOD, workbook.systems["s"], TODAY)
    found = plan_values(workbook, planned(workbook, "s", TODAY), tasks)
    assert list(found) == ["tasks", "decision_date", "launch_date", "forecast", "overloads", "does_not_fit"]
    names = ("id", "title", "track", "week", "owner", "effort", "depends_on", "start", "finish")
    assert all(tuple(task) == (*names, "slack_days", "critical", "status") for task in found["tasks"])
    assert list(found["forecast"]) == ["p10", "p50", "p90"]
    assert found["decision_date"] == max(task["finish"] for task in found["tasks"])


def test_values_of_a_plan_that_does_not_fit():
    workbook = whole()
    tasks = system_tasks(workbook, METHOD, workbook.systems["s"], TODAY)
    found = plan_values(workbook, planned(workbook, "s", TODAY), tasks)
    late = {task["id"] for task in found["tasks"] if task["finish"] > "2026-05-24"}
    assert {entry["id"] for entry in found["does_not_fit"]} == late
    options = found["does_not_fit"][0]["options"]
    assert [entry["option"] for entry in options] == ["start-earlier", "add-people", "cut-scope", "move-date"]
    assert all(entry["days"] > 0 and entry["asked"] > entry["capacity"] for entry in found["overloads"])
    assert {entry["who"] for entry in found["overloads"]} >= {"Priya Raman", "Thea Lindqvist"}


def test_the_sentences_say_the_same():
    workbook = whole()
    found = planned(workbook, "s", TODAY)
    said = plan_sentences(workbook, found)
    assert sum("slack)" in line or "(critical)" in line for line in said) == len(found.schedule.tasks)
    assert [option_sentence(option) for option in found.overrun.options] == list(said[-4:])
    assert said[-3].endswith("That is still too late.") is not found.overrun.options[1].fits
    assert any(line.startswith("Priya Raman, week of") for line in said)


def test_only_the_overloads_of_this_plan_are_told():
    workbook = whole()
    other = workbook.systems["s"].model_copy(update={"id": "t"})
    both = workbook.model_copy(update={"systems": {**workbook.systems, "t": other}})
    alone, together = planned(workbook, "s", TODAY), planned(both, "s", TODAY)
    assert sum(entry.asked for entry in together.overloads) > sum(entry.asked for entry in alone.overloads)


def test_the_overloads_of_others_are_not():
    crowded = whole().systems["s"].model_copy(update={"id": "t"})
    workbook = generate(assessed({"scoped-access": 0}))
    both = workbook.model_copy(update={"systems": {**workbook.systems, "t": crowded}})
    assert {entry.person for entry in planned(both, "s", TODAY).overloads} == {"ops1"}


def test_people_are_found_by_id_or_by_name():
    workbook = add_person(assessed(), Person(id="other", name="priya  raman"))
    assert people_called(workbook, "ops2") == ("ops2",)
    assert people_called(workbook, "thea lindqvist") == ("ops2",)
    assert people_called(workbook, "Priya Raman") == ("ops1", "other")
    assert people_called(workbook, "Nobody") == ()
