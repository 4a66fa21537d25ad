from datetime import date

import pytest
from pydantic import ValidationError

from desktop.workbook import Person, System, Workbook
from desktop.workbook.edits.plan import (
    TaskPlace,
    assign_task,
    choose_finding,
    delay_task,
    put_task,
    remove_task,
    set_percent,
    set_plan,
    set_status,
    task_at,
)
from desktop.workbook.plan import Plan, PlanTask, TaskDraft, TaskStatus

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
AT = TaskPlace("s", "a")


@pytest.fixture
def book() -> Workbook:
    people = {"p": Person(id="p", name="Maria Keller")}
    plan = Plan(tasks={"a": PlanTask(title="Map", drafted=TaskDraft(title="Map")), "own": PlanTask(title="Train")})
    return set_plan(Workbook(people=people, systems={"s": System(id="s", name="Triage")}), "s", plan)


def state(workbook: Workbook):
    task = task_at(workbook, AT)
    return task.status.value, task.percent, task.started_on, task.finished_on


def test_done_means_all_of_it_today(book):
    assert state(set_status(book, AT, TaskStatus.DONE, TUESDAY)) == ("done", 100, TUESDAY, TUESDAY)


def test_done_twice_keeps_the_first_day(book):
    done = set_status(book, AT, TaskStatus.DONE, MONDAY)
    assert set_status(done, AT, TaskStatus.DONE, TUESDAY) == done


def test_begun_keeps_its_first_day_through_a_block(book):
    begun = set_status(book, AT, TaskStatus.IN_PROGRESS, MONDAY)
    stopped = set_status(set_percent(begun, AT, 40, TUESDAY), AT, TaskStatus.BLOCKED, TUESDAY)
    assert state(stopped) == ("blocked", 40, MONDAY, None)
    assert state(set_status(stopped, AT, TaskStatus.IN_PROGRESS, TUESDAY)) == ("in-progress", 40, MONDAY, None)


def test_leaving_done_takes_the_hundred_per_cent_and_the_day_back(book):
    done = set_status(book, AT, TaskStatus.DONE, MONDAY)
    assert state(set_status(done, AT, TaskStatus.IN_PROGRESS, TUESDAY)) == ("in-progress", 0, MONDAY, None)
    assert state(set_status(done, AT, TaskStatus.OPEN, TUESDAY)) == ("open", 0, None, None)


@pytest.mark.parametrize(("percent", "status"), [(0, "open"), (1, "in-progress"), (99, "in-progress"), (100, "done")])
def test_the_percentage_says_the_status(book, percent, status):
    found = state(set_percent(book, AT, percent, MONDAY))
    assert found[:2] == (status, percent)


def test_less_than_all_is_no_longer_done(book):
    done = set_status(book, AT, TaskStatus.DONE, MONDAY)
    assert state(set_percent(done, AT, 60, TUESDAY)) == ("in-progress", 60, MONDAY, None)
    assert state(set_percent(done, AT, 0, TUESDAY)) == ("open", 0, None, None)


@pytest.mark.parametrize("percent", [-1, 101])
def test_there_is_no_less_than_nothing_and_no_more_than_all(book, percent):
    with pytest.raises(ValidationError):
        set_percent(book, AT, percent, MONDAY)


def test_delays_add_up_and_can_be_taken_back_but_not_beyond(book):
    moved = delay_task(delay_task(book, AT, 3), AT, 2)
    assert task_at(moved, AT).delay == 5
    assert task_at(delay_task(moved, AT, -9), AT).delay == 0


def test_only_people_of_the_file_get_tasks(book):
    assert task_at(assign_task(book, AT, "p"), AT).owner == "p"
    assert task_at(assign_task(assign_task(book, AT, "p"), AT, None), AT).owner is None
    with pytest.raises(KeyError):
        assign_task(book, AT, "nobody")


def test_a_task_or_plan_that_is_not_there_is_said(book):
    with pytest.raises(KeyError):
        delay_task(book, TaskPlace("s", "gone"), 1)
    with pytest.raises(KeyError):
        task_at(Workbook(systems={"s": System(id="s", name="Triage")}), AT)


def test_a_drafted_task_is_cut_and_one_by_hand_is_gone(book):
    assert task_at(remove_task(book, AT), AT).dropped
    assert set(remove_task(book, TaskPlace("s", "own")).systems["s"].plan.tasks) == {"a"}


def test_a_task_can_be_added_by_hand(book):
    added = put_task(book, TaskPlace("s", "0001-x"), PlanTask(title="Buy screens"))
    assert task_at(added, TaskPlace("s", "0001-x")).title == "Buy screens"


def test_choosing_a_finding_twice_is_choosing_it_once():
    empty = Workbook(systems={"s": System(id="s", name="Triage")})
    once = choose_finding(empty, "s", "q", chosen=True)
    assert choose_finding(once, "s", "q", chosen=True) == once
    assert once.systems["s"].plan.chosen == ("q",)
    assert choose_finding(once, "s", "q", chosen=False).systems["s"].plan.chosen == ()
