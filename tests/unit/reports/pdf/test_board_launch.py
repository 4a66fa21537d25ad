"""Launch readiness in the board summary."""

from desktop.method import load_method
from desktop.reports.launch import launch_report
from desktop.reports.pdf.board import compose
from desktop.reports.pdf.marks import text_of
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.pdf.variants import report_of

CLAIMS, UNDERWRITING = "0001-claims-triage", "0002-underwriting-notes"


def page_of(workbook, system):
    report = report_of(workbook)
    name = workbook.systems[system].name
    found = [page for page in compose(report).pages if page.section == "Launch readiness" and page.subject == name]
    return " ".join(text_of(found[0].marks).split()) if found else ""


def test_one_point_stands_against_the_launch():
    """The team says that confidence was checked; its runs show that it does not hold."""
    text = page_of(sample(), CLAIMS)
    assert text.startswith("Not ready for launch: one point stands against it, “Confidence calibrated”")
    assert "5.3 points off over 246 examples; 5 at most" in text
    assert "1,561 hours a month less: 62 % of today's." in text
    assert "Maria Keller Priya Raman" in text


def test_a_rollout_that_begins_before_the_plan_is_live_is_said():
    report = report_of(sample(), CLAIMS)
    (one,) = report.systems
    launch = one.steering.schedule.launch
    said = say("launch.board.too-early", first="8 Feb 2027", launch=day(launch))
    assert said in page_of(sample(), CLAIMS)
    gate = ("systems", CLAIMS, "launch", "rollout", "gates", "phase-1", "started_on")
    assert say("launch.board.too-early", first="", launch="").split(" on ")[0] not in page_of(
        replace_at(sample(), gate, launch), CLAIMS
    )


def test_a_launch_that_nothing_stands_against():
    workbook = replace_at(sample(), ("systems", CLAIMS, "sprint", "scoring", "runs"), {})
    text = page_of(workbook, CLAIMS)
    assert text.startswith("21 of 25 points of the launch are met; none of the others stands against it yet")


def test_the_gravest_gap_is_the_title():
    text = page_of(sample(), UNDERWRITING)
    assert text.startswith("The phase “one integration” was passed without its evidence")
    assert "39.9 h short" in text
    assert "More than one is accountable" in text


def test_the_queue_comes_next():
    gate = ("systems", UNDERWRITING, "launch", "rollout", "gates", "phase-1", "passed_on")
    text = page_of(replace_at(sample(), gate, None), UNDERWRITING)
    assert text.startswith("Not ready for launch: the reviewers lack 39.9 hours a week")


def test_a_system_without_a_launch_has_no_such_page():
    workbook = replace_at(sample(), ("systems", CLAIMS, "launch"), None)
    assert page_of(workbook, CLAIMS) == ""
    assert launch_report(workbook, load_method(), workbook.systems[CLAIMS]) is None


def test_no_more_than_a_page():
    report = report_of(sample())
    assert sum(page.section == "Launch readiness" for page in compose(report).pages) == 2
