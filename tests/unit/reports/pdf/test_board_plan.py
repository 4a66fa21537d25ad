"""Plan and progress on paper: one page, nothing over anything else, whatever the names and days are."""

from datetime import date

import pytest

from desktop.planning.schedule import system_schedule
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.marks import text_of
from desktop.reports.pdf.pages.plan import chosen, plan_page
from desktop.reports.report import Report
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.pdf.measure import outside, overlaps
from tests.unit.reports.pdf.variants import LONG, report_of

CLAIMS = "0001-claims-triage"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def made() -> Report:
    return report_of(sample(), CLAIMS)


def composed(report: Report) -> Book:
    book = Book()
    for one in report.systems:
        plan_page(book, report, one)
    return book


def renamed(workbook: Workbook, title: str) -> Workbook:
    """Every task and every person of the plan with another name."""
    plan = workbook.systems[CLAIMS].plan
    tasks = {name: task.model_copy(update={"title": title, "blocker": title}) for name, task in plan.tasks.items()}
    people = {name: one.model_copy(update={"name": title}) for name, one in workbook.people.items()}
    return replace_at(replace_at(workbook, ("systems", CLAIMS, "plan", "tasks"), tasks), ("people",), people)


@pytest.mark.parametrize("title", ["", "x", LONG, LONG.replace(" ", ""), "日本語のとても長い文章" * 6])
def test_the_page_is_one_page_and_nothing_lies_over_anything(title):
    report = report_of(renamed(sample(), title) if title != "x" else sample(), CLAIMS)
    book = composed(report)
    assert len(book.pages) == 1
    assert outside(book.pages[0]) == []
    assert overlaps(book.pages[0].marks) == []


@pytest.mark.parametrize("days", [0, 40, 400, 900])
def test_a_plan_that_runs_far_over_still_fits_the_page(days):
    tasks = {
        name: task.model_copy(update={"delay": days}) for name, task in sample().systems[CLAIMS].plan.tasks.items()
    }
    report = report_of(replace_at(sample(), ("systems", CLAIMS, "plan", "tasks"), tasks), CLAIMS)
    book = composed(report)
    assert len(book.pages) == 1
    assert outside(book.pages[0]) == []
    assert overlaps(book.pages[0].marks) == []


def test_the_page_tells_launch_slip_and_what_has_come(made):
    text = " ".join(text_of(composed(made).pages[0].marks).split())
    launch = system_schedule(made.workbook, made.workbook.systems[CLAIMS]).launch
    assert f"Launch on {launch.day} {launch:%B %Y}" in text
    assert "working days later than agreed" in text
    assert "Replace the shared credential" in text
    assert say("checkin.board.since-meeting") in text


def test_what_is_late_or_sets_the_day_is_shown_before_all_else(made):
    steering = made.systems[0].steering
    shown = {task.id for task in chosen(steering.of_plan, made)}
    wanted = [task for task in steering.of_plan if task.late(TODAY) or task.critical]
    assert {task.id for task in wanted} <= shown


def test_a_system_without_a_plan_has_no_page(made):
    bare = report_of(replace_at(sample(), ("systems", CLAIMS, "plan"), None), CLAIMS)
    assert composed(bare).pages == []
