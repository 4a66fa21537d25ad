"""The value page of the board summary: one page, the app's numbers, each with what it rests on."""

import re

import pytest

from desktop.reports.pdf.board import compose
from desktop.reports.pdf.marks import text_of
from desktop.reports.report import Report
from desktop.text import say
from desktop.text.formatting import money
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.pdf.variants import report_of

CLAIMS, DRAFT = "0001-claims-triage", "0002-underwriting-notes"
AT = ("systems", CLAIMS, "sprint", "value")


def value_pages(report: Report) -> list[str]:
    pages = [page for page in compose(report).pages if page.section == "Value"]
    return [re.sub(r"\s+", " ", text_of(page.marks)) for page in pages]


@pytest.mark.parametrize("system", [CLAIMS, DRAFT])
def test_all_of_it_fits_one_page(system: str):
    report = report_of(sample(), system)
    (text,) = value_pages(report)
    for block in ("Cash to date", "What moves the present value most", "Our figures beside published ones"):
        assert block in text


def test_the_numbers_are_those_of_the_app():
    report = report_of(sample(), CLAIMS)
    (text,), one = value_pages(report), report.systems[0]
    for amount in (one.numbers.continuing, one.numbers.investment, one.numbers.npv):
        assert money(amount.likely, "EUR") in text
    assert "above 99 %" in text
    assert "EUR 98k" in text, "what a month of waiting costs"
    widest = one.value.swings[0]
    assert widest.name in text
    assert "−514k" in text
    assert "at 47k" in text


def test_each_number_names_what_it_rests_on():
    (text,) = value_pages(report_of(sample(), CLAIMS))
    for source in ("Time sheets, August to October 2026", "Week 3: 74, 114 and 182 days", "9,400 claims a month"):
        assert source in text
    (draft,) = value_pages(report_of(sample(), DRAFT))
    assert "2 amounts without a source" in draft
    assert "One amount without a source" in draft


def test_without_a_rate_the_net_return_stands_there_and_nothing_pretends_to_be_a_chance():
    (text,) = value_pages(report_of(replace_at(sample(), (*AT, "discount_rate"), None), CLAIMS))
    assert "Returns EUR 1.1M over 24 months, and the low case pays too" in text
    assert "Net return EUR 1.1M" in text
    assert "Not simulated yet" in text
    assert "What moves the present value most" not in text


def test_nothing_entered_is_said_once_on_the_first_page_and_never_zero():
    report = report_of(sample(), "0003-broker-routing")
    assert value_pages(report) == []
    text = " ".join(text_of(compose(report).pages[0].marks).split())
    assert text.count(say("board.amounts-none")) == 2
    assert "EUR 0" not in text


def test_the_appendix_tells_how_each_was_made():
    pages = compose(report_of(sample(), CLAIMS)).pages
    text = " ".join(re.sub(r"\s+", " ", text_of(page.marks)) for page in pages if page.section == "Appendix")
    assert "discounted at 8 % a year" in text
    assert "Share of 5,000 draws above zero" in text
    assert "without what is opportunity" in text
