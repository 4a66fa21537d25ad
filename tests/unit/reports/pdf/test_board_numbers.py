"""Every number of the report stands on a page, in the right form, and the appendix says where it comes from."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.reports.pdf.board import compose
from desktop.reports.pdf.marks import text_of
from desktop.text.formatting import day, money, money_exact, number, percent
from desktop.workbook.base import Range
from desktop.workbook.path import replace_at, value_at
from desktop.workbook.sprint import Run
from tests.northwind import sample
from tests.unit.reports.pdf.printed import words
from tests.unit.reports.pdf.variants import CLAIMS, VARIANTS, bare_sprint, report_of


def test_the_numbers_of_the_value_case():
    report = report_of(sample(), CLAIMS)
    text, numbers = words(report), report.systems[0].numbers
    for amount in (numbers.continuing, numbers.investment, numbers.net):
        assert amount is not None
        assert money(amount.likely, "EUR") in text
        assert (
            f"{money(amount.low, 'EUR').removeprefix('EUR ')} – {money(amount.high, 'EUR').removeprefix('EUR ')}"
            in text
        )
        for end in (amount.low, amount.likely, amount.high):
            assert money_exact(end, "EUR") in text
    cases = (numbers.high, numbers.likely, numbers.low)
    best, likely, worst = (case.payback_month for case in cases if case)
    assert f"Pays back in month {likely} ({best} to {worst})" in text
    assert numbers.likely is not None
    assert numbers.likely.roi is not None
    assert f"{number(numbers.likely.roi * 100, 0)} %" in text


def test_every_amount_stands_with_its_source():
    report = report_of(sample(), CLAIMS)
    text, value = words(report), report.systems[0].sprint.value
    for part in (value.continuing, value.investment, value.benefits, value.running):
        for line in part.values():
            assert line.name in text
            assert line.source in text
            for end in (line.amount.low, line.amount.likely, line.amount.high):
                assert number(end, 0) in text


def test_the_numbers_of_evaluation_and_mix():
    report = report_of(sample(), CLAIMS)
    text, one = words(report), report.systems[0]
    latest = one.evaluation.latest
    assert latest is not None
    for share in (latest.interval.share, latest.interval.low, latest.interval.high):
        assert percent(share) in text
    right = {score.name: number(score.interval.share * 100, 1) for score in one.sets[0].verdict.slices}
    assert right.keys() == {entry.name for entry in one.evaluation.mix}
    for entry in one.evaluation.mix:
        assert f"{entry.name} {right[entry.name]} {number(entry.test, 1)} {number(entry.real, 1)}" in text


def test_the_board_marks_regressions_and_keeps_test_sets_apart():
    text, one = words(report_of(sample(), CLAIMS)), report_of(sample(), CLAIMS).systems[0]
    assert "Regression, 17 Nov" in text
    own, hard = one.sets
    assert f"{number(own.newest.calibration_error * 100, 1)} points from the share right" in text
    assert f"{hard.name}, a series of its own: {percent(hard.latest.interval.share)}" in text
    assert [run.id for run in one.evaluation.runs] == [run.id for run in own.runs]


def test_a_regression_is_the_title_of_its_page():
    """The screen says it first too; a share that is merely not yet shown to be enough is the lesser news."""
    runs = {
        f"r{n}": Run(on=date(2026, 11, n), scored=240, correct=right) for n, right in ((1, 228), (2, 226), (3, 200))
    }
    at = ("systems", CLAIMS, "sprint", "scoring", "runs")
    assert "Regression: 83.3 % right, 10.8 points below the run before" in words(
        report_of(replace_at(sample(), at, runs), CLAIMS)
    )
    steady = {**runs, "r4": Run(on=date(2026, 11, 4), scored=240, correct=201)}
    assert "Regression: 83.8 % right, 11.2 points below the first run" in words(
        report_of(replace_at(sample(), at, steady), CLAIMS)
    )


def test_without_kinds_of_case_the_mix_stands_alone():
    system = sample().systems[CLAIMS]
    typed = {key: run.model_copy(update={"figures": None}) for key, run in system.sprint.scoring.runs.items()}
    scoring = system.sprint.scoring.model_copy(update={"runs": typed})
    sprint = system.sprint.model_copy(update={"scoring": scoring})
    plain = sample().model_copy(update={"systems": {CLAIMS: system.model_copy(update={"sprint": sprint})}})
    report = report_of(plain, CLAIMS)
    text, one = words(report), report.systems[0]
    for entry in one.evaluation.mix:
        assert f"{entry.name} {number(entry.test, 1)} {number(entry.real, 1)}" in text


def test_the_numbers_of_integration():
    report = report_of(sample(), CLAIMS)
    text, one = words(report), report.systems[0]
    for connection in one.sprint.connections.values():
        assert connection.effort.likely is not None
        assert connection.fallback in text
        assert f"{number(connection.effort.likely)} {number(connection.effort.likely * 2)}" in text
    assert f"{number(one.effort.honest.likely)} {number(one.effort.doubled.likely)}" in text


def test_metrics_conditions_and_checks():
    report = report_of(sample(), CLAIMS)
    text, one = words(report), report.systems[0]
    for metric in one.sprint.metrics.values():
        assert f"{number(metric.baseline)} → {number(metric.target)}" in text
    for condition in one.sprint.decision.conditions.values():
        assert condition.text in text
        assert condition.due is not None
        assert f"by {day(condition.due)} · {report.workbook.people[condition.owner or ''].name}" in text
    for week in one.weeks:
        assert f"{week.page.week} {week.page.name} {week.done} of {len(week.checks)}" in text


def test_the_figures_of_the_appendix_stand_on_the_pages_they_name():
    book = compose(VARIANTS["sample"]())
    assert len(book.ledger) > 15
    for placed in book.ledger:
        assert placed.figure.made
        assert placed.figure.entry
        page = " ".join(text_of(book.pages[placed.page - 1].marks).split())
        head = placed.figure.value.split(" (")[0].split(" → ")[0].split(",")[0].removesuffix(" days")
        assert head in page, placed


def test_what_is_missing_is_a_dash_and_never_a_zero():
    text = words(report_of(bare_sprint()))
    assert "EUR 0" not in text
    for reason in ("Nothing entered yet.", "Not computed yet: an input is missing."):
        assert reason in text


def test_zero_is_said_as_zero():
    assert "EUR 0" in words(VARIANTS["zero"]())


@pytest.mark.parametrize("name", VARIANTS)
def test_no_number_is_cut(name):
    book = compose(VARIANTS[name]())
    cut = [
        text
        for page in book.pages
        for text in text_of(page.marks).split("\n")
        if text[-2:-1].isdigit() and text.endswith("…")
    ]
    assert cut == []


def test_published_figures_stand_beside_ours_with_population_date_and_source():
    text = words(report_of(sample(), CLAIMS))
    assert "AI projects in production 1 of 10 21 % Financial services · 2026 [1]" in text
    assert "1 “Why 85% of AI Pilots Never Reach Production" in text
    assert "Also published, Financial services: AI projects that fail: 82.1 %" in text


def test_a_blank_in_the_source_is_not_reported_and_never_zero():
    workbook = replace_at(sample(), ("engagement", "industry"), "manufacturing")
    text = words(report_of(workbook, CLAIMS))
    assert "AI projects in production 1 of 10 not reported Manufacturing" in text


def test_a_loss_is_said_as_a_loss():
    running = ("systems", CLAIMS, "sprint", "value", "running")
    first = next(iter(value_at(sample(), running)))
    amount = Range(low=Decimal(900_000), likely=Decimal(1_000_000), high=Decimal(1_100_000))
    workbook = replace_at(sample(), (*running, first, "amount"), amount)
    text = words(report_of(workbook, CLAIMS))
    assert "It loses EUR" in text
    assert "lost in the low case" in text
    assert "Does not pay back within 24 months" in text


def test_dates_are_read_as_days_of_the_sprint():
    workbook = replace_at(sample(), ("systems", CLAIMS, "sprint", "start"), date(2026, 12, 7))
    workbook = replace_at(workbook, ("systems", CLAIMS, "sprint", "decision", "decided_by"), ())
    assert "The sprint begins in 16 days." in words(report_of(workbook, CLAIMS))


@pytest.mark.parametrize("words_in_name", [1, 3, 8, 20])
def test_a_long_name_never_pushes_the_finding_out_of_the_title(words_in_name):
    name = " ".join(["Donaudampfschifffahrt"] * words_in_name)
    workbook = replace_at(sample(), ("systems", CLAIMS, "name"), name)
    book = compose(report_of(workbook, CLAIMS))
    title = " ".join(text_of(book.pages[0].marks).split("\n")[:2])
    assert title.startswith("Conditional go for Donaudampf")
    assert title.endswith("with EUR 205k, decided on 20 November 2026")
