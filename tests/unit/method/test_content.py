"""The shipped content is sound: every reference leads somewhere, and every id stands once."""

from collections import Counter
from collections.abc import Iterator

import pytest

from desktop.analysis.checks import judge, known_checks
from desktop.method import load_method
from desktop.method.schema import Page
from desktop.workbook import Industry, Workbook
from tests.northwind import sample

METHOD = load_method()
INVENTORY_QUESTIONS = {
    "monitoring-in-production",
    "fallback-and-escalation",
    "tested-in-operation",
    "impact-assessed",
    "model-documented",
    "autonomy-bounded",
    "independently-evaluated",
}


def field_ids(page: Page) -> Iterator[str]:
    for card in page.cards:
        yield card.id
        for field in card.fields:
            yield f"{card.id}/{field.id}"
            yield from (f"{card.id}/{field.id}/{column.id}" for column in field.fields)


def doubles(items) -> list[str]:
    return [item for item, times in Counter(items).items() if times > 1]


@pytest.mark.parametrize("kind", ["pages", "questions", "benchmarks", "sources"])
def test_every_id_stands_once(kind):
    assert not doubles(entry.id for entry in getattr(METHOD, kind))


@pytest.mark.parametrize("page", METHOD.pages, ids=lambda page: page.id)
def test_every_field_of_a_page_stands_once(page):
    assert not doubles(field_ids(page))


def test_every_check_of_a_page_is_computed_and_every_computed_check_stands_on_one_page():
    checks = [check.id for page in METHOD.pages for check in page.checks]
    assert not doubles(checks)
    assert set(checks) == known_checks()


@pytest.mark.parametrize("page", METHOD.pages, ids=lambda page: page.id)
def test_a_check_points_at_a_place_that_its_page_can_show(page):
    for system in sample().systems.values():
        for check in page.checks:
            at = judge(check.id, sample(), None if page.scope == "engagement" else system).at
            assert any(_leads(field.bind, at) for card in page.cards for field in card.fields), (check.id, at)


def _leads(bind: str, at: tuple[str, ...]) -> bool:
    steps = tuple(bind.split("."))
    return steps[: len(at)] == at or at[: len(steps)] == steps


def test_every_cited_figure_exists():
    assert {why.benchmark for page in METHOD.pages for why in page.why} <= set(METHOD.benchmark)


@pytest.mark.parametrize("page", METHOD.pages, ids=lambda page: page.id)
def test_a_headline_is_the_figure_it_cites(page):
    for why in page.why:
        value = METHOD.benchmark[why.benchmark].value or ""
        assert value in why.headline or why.headline in value, (why.headline, value)


def test_every_figure_and_question_names_a_known_source():
    named = {entry.source for entry in (*METHOD.benchmarks, *METHOD.questions)}
    assert named == set(METHOD.source)


def test_no_figure_stands_twice():
    assert not doubles((figure.measures, figure.population) for figure in METHOD.benchmarks)
    assert all(
        figure.measures and figure.population and figure.reported_by and figure.date for figure in METHOD.benchmarks
    )


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("rand-failure", "80.3 %"),
        ("rand-abandoned", "33.8 %"),
        ("rand-no-value", "28.4 %"),
        ("rand-cost-unjustified", "18.1 %"),
        ("agents-pilot", "78 %"),
        ("agents-production", "14 %"),
        ("stall-months", "4.7 months"),
        ("mulesoft-applications", "897"),
        ("bcg-effort", "70 %, 20 % and 10 %"),
        ("idc-proofs", "4 of 33"),
        ("industry-financial-services-cost", "$11.3M"),
        ("industry-professional-services-failure", "68.7 %"),
    ],
)
def test_figures_are_as_published(figure, value):
    assert METHOD.benchmark[figure].value == value


def test_the_three_ways_to_fail_add_up_to_the_whole():
    parts = ("rand-abandoned", "rand-no-value", "rand-cost-unjustified")
    figures = [float((METHOD.benchmark[part].value or "").split()[0]) for part in parts]
    assert round(sum(figures), 1) == 80.3


@pytest.mark.parametrize(("part", "blanks"), [("production", 3), ("cost", 4), ("failure", 0), ("blocker", 0)])
def test_blanks_of_the_industry_table_stay_not_reported(part, blanks):
    reported = [industry.value for industry in Industry if industry.value not in ("public-sector", "other")]
    values = [METHOD.benchmark[f"industry-{industry}-{part}"].value for industry in reported]
    assert sum(value is None for value in values) == blanks


def test_questions_that_an_inventory_can_propose_answers_to():
    assert {question.id for question in METHOD.questions} >= INVENTORY_QUESTIONS


@pytest.mark.parametrize("question", METHOD.questions, ids=lambda question: question.id)
def test_levels_are_told_apart(question):
    assert len(set(question.levels)) == 5
    assert question.prompt.endswith("?")


def test_the_sprint_has_four_weeks_in_order():
    assert [page.week for page in METHOD.sprint_weeks] == [1, 2, 3, 4]


def test_every_sprint_check_is_a_task_with_deliverable_and_role():
    for _, check in METHOD.sprint_checks:
        assert check.task, check.id
        assert check.deliverable, check.id
        assert check.role, check.id
        assert 1 <= check.due <= 5, check.id


def test_a_citation_names_who_reported_it_and_where_it_was_found():
    assert METHOD.cite("bcg-leaders").startswith(
        "BCG, Where's the Value in AI?, October 2024; in SumatoSoft, “From Pilot"
    )
    assert METHOD.cite("stall-months").count("Sprint guide") == 1


def test_an_empty_workbook_can_be_judged_on_every_check():
    for system in (*sample().systems.values(),):
        states = {judge(check, Workbook(), system).state for check in known_checks()}
        assert states <= {"met", "open", "failed"}
