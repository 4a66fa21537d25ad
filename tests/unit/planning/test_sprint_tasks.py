from datetime import date, timedelta

import pytest

from desktop.method import load_method
from desktop.planning.sprint_tasks import SprintTask, sprint_tasks
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from tests.northwind import sample

TODAY = date(2026, 11, 21)
CLAIMS, UNDERWRITING, BROKERS = "0001-claims-triage", "0002-underwriting-notes", "0003-broker-routing"


def tasks(system: str, workbook: Workbook | None = None, today: date = TODAY) -> dict[str, SprintTask]:
    workbook = workbook or sample()
    return {task.id: task for task in sprint_tasks(workbook, load_method(), workbook.systems[system], today)}


def test_one_task_for_each_check_of_the_four_weeks():
    assert list(tasks(CLAIMS)) == [check.id for _, check in load_method().sprint_checks]


def test_everything_met_is_done():
    assert {task.state for task in tasks(CLAIMS).values()} == {"done"}


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("owner-named", date(2026, 11, 3)),
        ("examples-enough", date(2026, 11, 12)),
        ("connections-owner", date(2026, 11, 19)),  # the all-staff day of 18 November is no working day
        ("phase-one-picked", date(2026, 11, 23)),
        ("decision-made", date(2026, 11, 27)),
    ],
)
def test_due_days_are_working_days_of_the_week(task, due):
    assert tasks(UNDERWRITING)[task].due == due


def test_a_date_and_an_owner_of_its_own_go_first():
    task = tasks(UNDERWRITING)["scored-daily"]
    assert (task.due, task.owner) == (date(2026, 11, 27), "Priya Raman")


def test_without_an_own_owner_the_role_stands():
    task = tasks(UNDERWRITING)["threshold-cleared"]
    assert (task.owner, task.role) == (None, "Owner")


@pytest.mark.parametrize(
    ("task", "state"),
    [
        ("examples-origin", "late"),  # failed, and its day has passed
        ("scored-daily", "problem"),  # failed, and there is still time
        ("alert-person", "late"),
        ("decision-made", "soon"),
    ],
)
def test_states(task, state):
    assert tasks(UNDERWRITING)[task].state == state


def test_the_day_a_task_is_due_is_not_late():
    due = tasks(BROKERS)["deputy-named"].due
    assert due is not None
    assert tasks(BROKERS, today=due)["deputy-named"].state == "soon"
    assert tasks(BROKERS, today=due + timedelta(days=1))["deputy-named"].state == "late"
    assert tasks(BROKERS, today=due - timedelta(days=7))["deputy-named"].state == "soon"
    assert tasks(BROKERS, today=due - timedelta(days=8))["deputy-named"].state == "open"


def test_without_a_start_nothing_has_a_date_and_nothing_is_late():
    workbook = set_value(sample(), ("engagement", "start"), None)
    found = tasks(UNDERWRITING, workbook)
    assert found["examples-enough"].due is None
    assert "late" not in {task.state for task in found.values() if task.due is None}
