"""The page that decides: one page whatever was entered, with rung and launch, and never the same thing said twice."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desktop.reports.pdf.board import compose
from desktop.reports.pdf.marks import text_of
from desktop.reports.pdf.pages.value_launch import beside_plan
from desktop.reports.report import Report
from desktop.text import count, say
from desktop.text.formatting import day, day_long
from desktop.workbook import Workbook
from desktop.workbook.decision import Condition, Outcome
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.pdf.measure import outside, overlaps
from tests.unit.reports.pdf.variants import CLAIMS, LONG, report_of

AT = ("systems", CLAIMS)
DECISION = (*AT, "sprint", "decision")
DRAFT, BEGUN = "0002-underwriting-notes", "0003-broker-routing"


def changed(*changes: tuple[tuple[str, ...], object]) -> Workbook:
    workbook = sample()
    for place, value in changes:
        workbook = replace_at(workbook, place, value)
    return workbook


def conditions(many: int, text: str) -> dict[str, Condition]:
    first = date(2026, 12, 1)
    return {f"c{n}": Condition(text=text, owner="0002-keller", due=first + timedelta(days=n)) for n in range(many)}


def no_go() -> Workbook:
    reset = ((*DECISION, "seal"), None), ((*DECISION, "override"), None)
    return changed(*reset, ((*DECISION, "outcome"), Outcome.NO_GO))


def many_copies(many: int) -> Workbook:
    system = sample().systems[CLAIMS]
    copies = {f"s{n}": system.model_copy(update={"id": f"s{n}", "name": f"{LONG} {n}"[-60:]}) for n in range(many)}
    return sample().model_copy(update={"systems": copies})


HARD: dict[str, Callable[[], Workbook]] = {
    "no-go": no_go,
    "thirty conditions": lambda: changed(((*DECISION, "conditions"), conditions(30, LONG))),
    "long words": lambda: changed(((*AT, "name"), LONG), ((*DECISION, "reason"), LONG * 9)),
    "changed since the seal": lambda: changed(((*AT, "sprint", "value", "horizon_months"), 36)),
    "no run": lambda: changed(((*AT, "sprint", "scoring", "runs"), {})),
    "no value": lambda: changed(((*AT, "sprint", "value"), sample().systems[BEGUN].sprint.value)),
    "no plan": lambda: changed(((*AT, "plan"), None)),
    "no answers": lambda: changed(((*AT, "ratings"), {})),
    "yen": lambda: changed((("engagement", "currency"), "JPY")),
}


def first_page(report: Report) -> str:
    return " ".join(text_of(compose(report).pages[0].marks).split())


@pytest.mark.parametrize("name", HARD)
def test_the_decision_keeps_to_one_page(name):
    book = compose(report_of(HARD[name](), CLAIMS))
    page, *others = book.pages
    assert say("board.section-decision") not in {other.section for other in others}
    assert outside(page) == []
    assert overlaps(page.marks) == []
    assert say("board.sure-head") in text_of(page.marks)


def test_rung_and_launch_stand_beside_the_decision():
    report = report_of(sample(), CLAIMS)
    (one,) = report.systems
    text, rung, schedule, span = first_page(report), one.assessment.rung, one.steering.schedule, one.steering.span
    assert f"Rung {rung.rung} of {len(one.assessment.steps)}: validated pilot" in text
    assert count("board.rung-short", len(rung.unmet), next=rung.next_rung) in text
    assert say("board.launch-head", day=day(schedule.launch)) in text
    assert "agreed 12 Apr" in text
    assert say("board.launch-forecast", low=day(span.p10, year=False), high=day_long(span.p90)) in text


def test_without_plan_and_answers_the_four_weeks_stand_there():
    report = report_of(sample(), BEGUN)
    text = first_page(report)
    assert say("board.weeks-head", met=1, total=25) in text
    assert say("board.days-head") in text


def test_a_rung_set_by_hand_says_what_the_answers_show():
    by_hand = {"rung": 4, "reason": "Seen elsewhere", "by": "Aylin Demir"}
    system = sample().systems[CLAIMS].model_dump()
    workbook = Workbook.model_validate(
        {**sample().model_dump(), "systems": {CLAIMS: {**system, "rung_override": by_hand}}}
    )
    assert "Rung 4 of 5, set by hand; the answers show 2" in first_page(report_of(workbook, CLAIMS))


def test_a_forecast_after_the_planned_launch_is_said():
    report = report_of(sample(), DRAFT)
    (one,) = report.systems
    launch, low = one.steering.schedule.launch, one.steering.span.p10
    assert launch < low
    plan = next(page for page in compose(report).pages if page.section == say("checkin.board.section"))
    title = say("checkin.board.title-forecast", day=day_long(launch), first=day_long(low))
    assert " ".join(text_of(plan.marks).split()).startswith(title)
    assert "The forecast is later" in first_page(report)


def test_a_no_go_argues_for_nothing_and_gives_its_reason_once():
    text = first_page(report_of(no_go(), CLAIMS))
    assert say("board.known-head") in text
    assert say("board.rests-head") not in text
    assert text.count("The score stays above the threshold") == 1
    assert "If it went: 19 Apr 2027" in text
    assert say("board.dissent-head") in text


def test_what_a_number_is_made_of_is_never_cut():
    text = first_page(report_of(sample(), CLAIMS))
    assert "Pilot team, 2.2 people; Checking every suggestion by hand; 2 more" in text
    assert "Pays back in month 8 (5 to 20); EUR 963k in today’s money" in text, (
        "the number that the value page opens with"
    )


def test_the_plan_stands_beside_the_months_that_the_case_counts():
    report = report_of(sample(), CLAIMS)
    assert text_of(beside_plan(report, report.systems[0]).marks) == (
        "The case counts 4 months to launch (3 to 6); the plan is live on 19 April 2027, 4.9 months after the decision."
    )
    later = {name: task.model_copy(update={"delay": 60}) for name, task in sample().systems[CLAIMS].plan.tasks.items()}
    late = report_of(changed(((*AT, "plan", "tasks"), later)), CLAIMS)
    (line,) = beside_plan(late, late.systems[0]).marks
    assert line.line[0].style.colour == "risk"
    bare = report_of(changed(((*AT, "plan"), None)), CLAIMS)
    assert beside_plan(bare, bare.systems[0]).marks == []


def test_blocking_findings_name_who_closes_them_and_by_when():
    report = report_of(sample(), CLAIMS)
    page = next(page for page in compose(report).pages if page.section == say("board-assessment.section"))
    assert "Thea Lindqvist, by 3 Dec" in text_of(page.marks)


def test_of_many_systems_each_has_its_decision_page_alone():
    report = report_of(many_copies(12))
    book = compose(report)
    assert {page.section for page in book.pages} == {"Portfolio", "Decision", "Appendix"}
    assert [page.section for page in book.pages].count("Decision") == 12
    assert say("board.portfolio-brief") in first_page(report)
    assert all(outside(page) == [] and overlaps(page.marks) == [] for page in book.pages)


def test_the_portfolio_says_where_each_system_begins():
    report = report_of(sample())
    book, text = compose(report), first_page(report)
    for one in report.systems:
        begins = next(n for n, page in enumerate(book.pages, start=1) if page.subject == one.system.name)
        assert f" {begins} " in text[text.index(say("board.sprints-note")) :]
    assert f"{say('board.not-a-person')} IT and Claims" in text
    assert "One is decided. 2 are not ready to be decided." in text
