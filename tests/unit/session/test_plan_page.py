"""The plan page without a window: how tasks stand, in which order, what cells mean, and what the words say."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.planning.capacity import Asking, loads
from desktop.planning.schedule import frame_of, schedule
from desktop.session.entry import Notation, Unread
from desktop.session.plan_page import CUT, Narrowed, plan_view, rows_of, same_plan
from desktop.session.plan_page_cells import OWNER, PERCENT, STATE, Reading, cell_text, read_cell, read_effort
from desktop.session.plan_page_edits import cut, move, set_cell, take_back
from desktop.session.plan_page_outlook import outlook
from desktop.session.plan_page_people import people_headline, person_loads
from desktop.session.plan_page_words import fit_fact, headline, slip_fact, spoken, ways
from desktop.workbook.base import Range
from desktop.workbook.edits.places import set_value
from desktop.workbook.plan import PlanTask, TaskStatus
from tests.planned import START, book, large, task, tasks

TODAY = date(2026, 11, 21)


def view(given: dict[str, PlanTask] | None = None, today: date = TODAY):
    return plan_view(book(given), "s1", today)


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (task("A", 3, "p1", "1-4", status=TaskStatus.DONE, finished_on=date(2026, 11, 4)), "done"),
        (task("A", 3, "p1", "1-4", status=TaskStatus.BLOCKED), "blocked"),
        (task("A", 3, "p1", "1-4"), "late"),
        (task("A", 20, "p1", "1-4"), "due"),
        (task("A", 20, "p1", "1-4", status=TaskStatus.IN_PROGRESS), "running"),
        (task("A", 3, "p1", "5-8"), "open"),
        (task("A", 60, "p1", "5-8"), "beyond"),
        (task("A", 3, "p1", "1-4", dropped=True), "cut"),
    ],
)
def test_a_task_stands_as_people_and_the_calendar_say(made, state):
    assert view({"a": made}).state("a") == state


def test_tasks_stand_by_band_then_by_day_and_keep_their_place_when_they_move():
    first = view()
    assert first.order == ("labels", "access", "alerts", "pipeline", "tests", "launch")
    later = move(first, "labels", 9).change(first.workbook)
    assert plan_view(later, "s1", TODAY, first).order == first.order
    assert plan_view(later, "s1", TODAY).order[:2] == ("access", "labels")


def test_trying_a_delay_is_what_writing_it_does():
    before = view()
    for name in before.schedule.tasks:
        written = move(before, name, 4).change(before.workbook)
        assert before.moved(name, 4).schedule == plan_view(written, "s1", TODAY, before).schedule
        assert before.moved(name, 4).loads == plan_view(written, "s1", TODAY).loads


@given(st.lists(st.tuples(st.integers(0, 59), st.integers(-3, 9)), max_size=6))
def test_what_is_kept_from_view_to_view_changes_nothing(steps):
    workbook = large(60)
    kept = plan_view(workbook, "s1", TODAY)
    for at, days in steps:
        workbook = move(kept, f"t{at:04d}", days).change(workbook)
        kept = plan_view(workbook, "s1", TODAY, kept)
    fresh = plan_view(workbook, "s1", TODAY)
    assert (kept.schedule, kept.loads) == (fresh.schedule, fresh.loads)
    asked = Asking(workbook, fresh.tasks).asked(schedule(fresh.tasks, frame_of(workbook, START)))
    assert fresh.loads == loads(workbook, [asked])


def test_the_same_plan_is_known_by_what_it_is_made_of():
    shown = view()
    assert same_plan(shown, shown.workbook, "s1", TODAY)
    assert not same_plan(shown, shown.workbook, "s1", TODAY + timedelta(days=1))
    assert not same_plan(shown, move(shown, "access", 1).change(shown.workbook), "s1", TODAY)
    other = set_value(shown.workbook, ("people", "p1", "days_per_week"), Decimal(3))
    assert not same_plan(shown, other, "s1", TODAY)
    elsewhere = set_value(shown.workbook, ("systems", "s1", "note"), "No part of the plan")
    assert same_plan(shown, elsewhere, "s1", TODAY)


def test_what_was_cut_stands_at_the_end_and_comes_back():
    drafted = {**tasks(), "access": task("Data access", 5, "p1", "1-4", drafted=tasks()["access"])}
    shown = plan_view(book(drafted), "s1", TODAY)
    without = cut(shown, ("access",)).change(shown.workbook)
    after = plan_view(without, "s1", TODAY)
    assert rows_of(after, Narrowed(), frozenset())[-2:] == ((CUT, ""), (CUT, "access"))
    assert rows_of(after, Narrowed(only="critical"), frozenset())[-1] != (CUT, "access")
    assert take_back(after, "access").change(without) == shown.workbook


@pytest.mark.parametrize(
    ("text", "low", "likely", "high"),
    [
        ("3", 3, 3, 10),
        ("12", 4, 12, 12),
        ("2-5-9", 2, 5, 9),
        ("2 – 5 – 9", 2, 5, 9),
        ("2/5/9", 2, 5, 9),
        ("0.5", "0.5", "0.5", 10),
    ],
)
def test_an_effort_is_one_number_or_three(text, low, likely, high):
    before = Range(low=Decimal(4), likely=Decimal(5), high=Decimal(10))
    expected = Range(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))
    assert read_effort(text, before) == expected


@pytest.mark.parametrize("text", ["", "four", "-2", "2 5", "9 – 5 – 2", "1 2 3 4"])
def test_what_is_no_effort_is_not_guessed(text):
    assert isinstance(read_effort(text, Range()), Unread)


def test_numbers_are_read_as_the_region_writes_them():
    german = Reading(Notation(",", "."))
    found = read_cell(view(), "access", "days", "2,5", german)
    assert found.likely == Decimal("2.5")


def test_nobody_is_an_owner_too():
    shown = view()
    assert read_cell(shown, "access", OWNER, "", Reading()) is None
    nobody = plan_view(set_cell(shown, "access", OWNER, None, "t").change(shown.workbook), "s1", TODAY)
    assert cell_text(nobody, "access", OWNER) == ""


def test_a_hundred_per_cent_is_done_and_a_status_may_be_shortened():
    shown = view()
    done = plan_view(set_cell(shown, "access", PERCENT, 100, "t").change(shown.workbook), "s1", TODAY)
    assert done.state("access") == "done"
    assert read_cell(shown, "access", STATE, "block", Reading()) is TaskStatus.BLOCKED


def test_headlines_are_answers():
    assert headline(view()) == "All 6 tasks fit the twelve weeks; launch on 7\u00a0January"
    done = {"a": task("A", 3, "p1", "1-4", status=TaskStatus.DONE, finished_on=date(2026, 11, 4))}
    assert headline(view(done)) == "The task is done; launch on 5\u00a0November"
    assert headline(view({"a": task("A", 70, "p1", "1-4")})).startswith("The task does not fit the twelve weeks")
    assert headline(view({"a": task("A", 3, "p1", "1-4", dropped=True)})).startswith("Every task was cut")


def test_facts_say_the_slip_and_what_does_not_fit():
    shown = view()
    later = plan_view(move(shown, "launch", 2).change(shown.workbook), "s1", TODAY, shown)
    assert slip_fact(later).answer == "2 working days later than agreed"
    assert slip_fact(replace(later, baseline_id=None)).answer == "Nothing agreed yet"
    assert fit_fact(shown).answer == "Everything fits"
    assert fit_fact(view({"a": task("Big", 70, "p1", "1-4")})).answer == "One task ends after 24 January"


def test_ways_out_say_what_each_would_change_and_which_are_gone():
    workbook = book({"a": task("A", 4, "p1", "9-12"), "b": task("B", 30, "p1", "9-12", "a")})
    found = ways(outlook(workbook, "s1", TODAY), plan_view(workbook, "s1", TODAY))
    assert [way.option.kind for way in found] == ["start-earlier", "add-people", "cut-scope", "move-date"]
    assert not found[0].fits
    assert not found[0].action
    assert "That day is over" in found[0].effect
    assert all("decision" in way.effect for way in found if way.option.kind != "add-people")
    early = date(2026, 9, 1)
    in_time = ways(outlook(workbook, "s1", early), plan_view(workbook, "s1", early))
    assert in_time[0].fits
    assert in_time[0].action


def test_people_are_listed_with_those_in_need_first():
    two = {"a": task("A", 5, "p1", "1-4"), "b": task("B", 5, "p1", "1-4"), "c": task("C", 5, "p3", "1-4")}
    found = person_loads(view(two))
    assert [(one.name, one.over) for one in found] == [("Maria Keller", 1), ("Priya Raman", 0)]
    assert people_headline(found) == ("Maria Keller is asked for too much in one week", True)
    assert people_headline(person_loads(view({"a": two["a"]}))) == ("Nobody is asked for too much", False)


def test_a_date_far_away_has_its_year():
    assert spoken(date(2027, 2, 8), TODAY) == "8 February"
    assert spoken(date(2027, 12, 8), TODAY) == "8 December 2027"
