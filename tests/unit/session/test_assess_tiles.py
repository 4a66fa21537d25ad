"""What the tiles of the dashboard say, against figures counted by hand."""

from datetime import date

import pytest

from desktop.method import load_method
from desktop.session.assess import assess
from desktop.session.assess_dashboard import dashboard_view
from desktop.session.assess_due import due_links
from desktop.session.assess_outlook import Outlook, launch_outlook
from desktop.session.assess_tiles import amounts, gap_rows
from desktop.session.planning import generate_plan, planned, take_baseline
from desktop.workbook import System, Workbook
from desktop.workbook.edits.systems import add_system
from tests.unplanned import CLAIMS, unplanned

METHOD, TODAY = load_method(), date(2026, 11, 21)
NOW = assess(unplanned(), METHOD, CLAIMS, TODAY)


def test_the_six_gaps_hold_every_open_criterion_of_the_next_rung_once():
    rows = gap_rows(NOW)
    assert {row.group for row in rows} == {group.id for group in METHOD.lens["gaps"].groups}
    assert sum(row.unmet for row in rows) == len(NOW.rung.unmet)
    assert [row.unmet for row in rows] == sorted((row.unmet for row in rows), reverse=True)
    assert all((row.work == "–") == (row.unmet == 0) for row in rows)


def test_the_three_numbers_are_those_of_week_four():
    waiting, investment, back = amounts(NOW)
    assert (waiting.figure, investment.figure, back.figure) == ("EUR 34k", "EUR 205k", "EUR 1.1M")
    assert "EUR 408k a year" in waiting.beside  # twelve times 33,960
    assert "month 8" in back.beside


def test_numbers_that_nobody_has_entered_are_not_zero():
    bare = assess(Workbook(systems={"s": System(id="s", name="S")}), METHOD, "s", TODAY)
    assert {amount.figure for amount in amounts(bare)} == {None}


def test_what_is_due_comes_from_every_page_and_the_most_urgent_first():
    links = due_links(NOW)
    assert {link.page for link in links} >= {"findings", "sprint-4"}
    first = links[0]
    assert first.title.startswith("Claims control counts empty")
    assert first.detail == "Daniel Osei · due 4 Dec"
    later = assess(unplanned(), METHOD, CLAIMS, date(2026, 12, 5))
    assert due_links(later)[0].mark == "late"
    assert due_links(assess(unplanned(), METHOD, CLAIMS, date(2026, 12, 4)))[0].detail == "Daniel Osei · due today"


def test_tasks_of_the_plan_are_due_when_they_end():
    workbook = generate_plan(CLAIMS, METHOD, TODAY).change(unplanned())
    links = due_links(assess(workbook, METHOD, CLAIMS, TODAY))
    plan = planned(workbook, CLAIMS, TODAY)
    assert {link.at[-1] for link in links if link.page == "plan"} == set(plan.schedule.tasks)


def test_the_outlook_is_the_forecast_of_the_plan_against_the_twelve_weeks_or_what_was_agreed():
    workbook = generate_plan(CLAIMS, METHOD, TODAY).change(unplanned())
    plan, found = planned(workbook, CLAIMS, TODAY), launch_outlook(workbook, CLAIMS, TODAY)
    span = plan.forecast.launch
    assert (found.first, found.likely, found.last) == (span.p10, span.p50, span.p90)
    assert (found.target, found.agreed) == (plan.schedule.window_end, False)
    kept = take_baseline(workbook, CLAIMS, "Agreed", TODAY, "t1").change(workbook)
    later = launch_outlook(kept, CLAIMS, TODAY)
    assert (later.target, later.agreed) == (plan.schedule.launch, True)


def test_without_a_plan_there_is_no_outlook():
    bare = add_system(unplanned(), unplanned().systems[CLAIMS].model_copy(update={"plan": None}))
    assert launch_outlook(bare, CLAIMS, TODAY) is None


@pytest.mark.parametrize(
    ("likely", "said"),
    [
        (date(2027, 1, 20), "Before the end of week 12"),
        (date(2027, 1, 25), "One day after the end of week 12"),
        (date(2027, 1, 29), "5 days after the end of week 12"),
        (date(2027, 2, 14), "About 3 weeks after the end of week 12"),
    ],
)
def test_late_is_said_in_days_and_then_in_weeks(likely: date, said: str):
    shown = Outlook(likely, likely, likely, date(2027, 1, 24), agreed=False, draws=5_000)
    assert shown.verdict == said


def test_the_headline_tells_of_the_launch_once_it_is_known():
    view = dashboard_view(NOW)
    assert view.launch_headline("21 Apr 2027") == "8 findings block the launch; 21 Apr 2027 is likely"
    assert view.launch_lead.startswith("Rung 2 of 5; 24 criteria keep it from rung 3.")


def test_blocking_criteria_stand_first_among_what_keeps_it_from_the_next_rung():
    marks = [link.mark for link in dashboard_view(NOW).unmet]
    assert "blocking" in marks
    assert marks == sorted(marks, key=lambda mark: mark != "blocking")


def test_an_effort_of_one_day_is_one_day():
    efforts = {link.right for link in dashboard_view(NOW).tasks}
    assert "1 day (0.5–2)" in efforts
    assert not any(effort.startswith("1 days") for effort in efforts)
