from dataclasses import replace
from datetime import date

import pytest

from desktop.planning.schedule import Schedule, schedule
from desktop.planning.schedule_days import DayCount
from desktop.workbook import Calendar
from desktop.workbook.engagement import DayOff
from desktop.workbook.plan import PlanTask, TaskStatus
from tests.unit.planning.plans import MONDAY, frame, six, task


def day_numbers(found: Schedule, days: DayCount) -> dict[str, tuple[int, int]]:
    return {name: (days.index(entry.start), days.index(entry.finish)) for name, entry in found.tasks.items()}


def delayed(tasks: dict[str, PlanTask], name: str, days: int) -> dict[str, PlanTask]:
    return {**tasks, name: tasks[name].model_copy(update={"delay": days})}


def test_the_network_worked_by_hand():
    given = frame()
    found = schedule(six(), given)
    assert day_numbers(found, given.days) == {
        "a": (0, 2),
        "b": (0, 1),
        "c": (3, 6),
        "d": (3, 4),
        "e": (7, 9),
        "f": (5, 5),
    }
    assert {name: entry.slack for name, entry in found.tasks.items()} == {
        "a": 0,
        "b": 3,
        "c": 0,
        "d": 2,
        "e": 0,
        "f": 4,
    }
    assert [name for name, entry in found.tasks.items() if entry.critical] == ["a", "c", "e"]
    assert (found.decision, found.launch) == (date(2026, 3, 13), date(2026, 3, 16))


def test_the_classic_with_two_equal_paths():
    """A2 → B3 → D1 and A2 → C3 → D1: everything is critical, six days."""
    tasks = {"a": task(2), "b": task(3, "a"), "c": task(3, "a"), "d": task(1, "b", "c")}
    found = schedule(tasks, frame())
    assert all(entry.critical for entry in found.tasks.values())
    assert found.decision == date(2026, 3, 9)


@pytest.mark.parametrize("name", ["a", "c", "e"])
def test_delaying_a_critical_task_by_three_days_moves_the_decision_by_three(name):
    given = frame()
    before, after = schedule(six(), given), schedule(delayed(six(), name, 3), given)
    assert given.days.index(after.decision) - given.days.index(before.decision) == 3


@pytest.mark.parametrize(("name", "days"), [("b", 3), ("d", 2), ("f", 4)])
def test_delaying_another_within_its_slack_moves_nothing(name, days):
    before, after = schedule(six(), frame()), schedule(delayed(six(), name, days), frame())
    assert after.decision == before.decision
    assert after.tasks[name].critical
    assert schedule(delayed(six(), name, days + 1), frame()).decision > before.decision


def test_weekends_public_holidays_and_own_days_off_are_not_worked():
    """Thursday 2 April 2026: Good Friday, Easter Monday and an own day off lie between."""
    calendar = Calendar(country="DE", region="BY", days_off={"x": DayOff(day=date(2026, 4, 8), label="Move")})
    found = schedule({"a": task(3)}, frame(date(2026, 4, 2), calendar))
    assert (found.tasks["a"].start, found.tasks["a"].finish) == (date(2026, 4, 2), date(2026, 4, 9))


def test_a_start_on_a_weekend_begins_on_monday():
    assert schedule({"a": task(1)}, frame(date(2026, 3, 7))).tasks["a"].start == date(2026, 3, 9)


@pytest.mark.parametrize(("band", "first", "week"), [("1-4", 0, 1), ("5-8", 28, 5), ("9-12", 56, 9)])
def test_no_task_begins_before_its_band(band, first, week):
    entry = schedule({"a": task(1, band=band)}, frame()).tasks["a"]
    assert ((entry.start - MONDAY).days, entry.week) == (first, week)


@pytest.mark.parametrize(
    ("effort", "pace", "days"), [(6, 2, 15), (2, 5, 2), (2.5, 5, 3), (1, 0.5, 10), (4, 0, 4), (0, 5, 1), (2, 7, 2)]
)
def test_a_task_takes_as_long_as_its_owner_needs(effort, pace, days):
    assert schedule({"a": task(effort, owner="p")}, frame(p=pace)).tasks["a"].days == days


def test_a_finished_task_keeps_its_day_and_moves_what_follows():
    late = six()["a"].model_copy(update={"status": TaskStatus.DONE, "finished_on": date(2026, 3, 6)})
    found = schedule({**six(), "a": late}, frame())
    assert found.tasks["a"].finish == date(2026, 3, 6)
    assert found.tasks["c"].start == date(2026, 3, 9)
    assert found.decision == date(2026, 3, 17)
    assert not found.tasks["a"].critical


def test_finishing_early_brings_what_follows_forward():
    early = six()["a"].model_copy(update={"status": TaskStatus.DONE, "finished_on": MONDAY})
    assert schedule({**six(), "a": early}, frame()).tasks["c"].start == date(2026, 3, 3)


def test_a_task_finished_out_of_order_still_comes_after_what_it_waits_for():
    early = six()["e"].model_copy(update={"status": TaskStatus.DONE, "finished_on": MONDAY})
    found = schedule({**six(), "e": early}, frame())
    assert found.tasks["e"].start > found.tasks["c"].finish
    assert min(entry.slack for entry in found.tasks.values()) >= 0


def test_nothing_to_plan_has_no_dates():
    found = schedule({"a": task(3, dropped=True)}, frame())
    assert (found.tasks, found.decision, found.launch) == ({}, None, None)


def test_the_window_is_twelve_weeks():
    assert (schedule({}, frame()).window_end - MONDAY).days == 83


def test_a_calendar_without_a_working_day_still_ends():
    calendar = Calendar.model_construct(weekend=(0, 1, 2, 3, 4, 5, 6))
    found = schedule({"a": task(2)}, replace(frame(calendar=calendar), week_length=1))
    assert found.tasks["a"].finish > MONDAY
