"""The value sheet after LibreOffice has computed it: to the cent what the app says, also after a cell was changed."""

from decimal import Decimal
from io import BytesIO

import pytest

from desktop.analysis.value import three_numbers
from desktop.analysis.value_tornado import tornado
from desktop.text import say
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.excel.engagement import report
from tests.unit.reports.excel.opened import opened, sheet, word, written

ENDS = ("low", "likely", "high")
TRIAGE = "0001-claims-triage"


def rows_of(page, text):
    return [row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == text]


def ends(page, row):
    return [page.cell(row, column).value for column in (2, 3, 4)]


def spoken(key):
    return say(f"value.tracker.{key}")


def to_the_cent(amounts):
    return [pytest.approx(float(amount), abs=0.004) for amount in amounts]


def own(amount):
    return [getattr(amount, end) for end in ENDS]


@pytest.fixture(scope="module")
def case(three):
    return three.systems[0]


def test_present_value_and_cost_of_waiting_are_those_of_the_app(computed, case):
    page = sheet(computed, "value")
    assert ends(page, rows_of(page, spoken("npv"))[0]) == to_the_cent(own(case.numbers.npv))
    assert ends(page, rows_of(page, spoken("delay"))[0]) == to_the_cent(own(case.numbers.delay))
    assert case.numbers.delay.likely == 30_000 + 144_480 - 15_000, "the line that is opportunity is not counted twice"


def test_without_a_rate_there_is_no_present_value_and_no_zero(computed):
    page = sheet(computed, "value")
    for row in rows_of(page, spoken("npv"))[2:]:
        assert [value or None for value in ends(page, row)] == [None] * 3


def test_what_moves_it_most_stands_in_the_order_of_the_app(computed, case):
    page, expected = sheet(computed, "value"), case.value.swings
    first = rows_of(page, say("value.tracker.tornado", currency="EUR"))[0] + 1
    for row, swing in enumerate(expected, start=first):
        assert page.cell(row, 1).value == (swing.name or word("launch"))
        assert ends(page, row) == to_the_cent((swing.at_low, swing.at_high, swing.width))
    assert len(expected) == 7


def test_a_case_costs_what_the_app_says(computed, case):
    page, found = sheet(computed, "value"), case.value.units
    for key, expected in (
        ("fixed", found.fixed),
        ("variable", found.variable),
        ("case-pilot", found.pilot.case),
        ("case-target", found.target.case),
    ):
        assert ends(page, rows_of(page, spoken(key))[0]) == [pytest.approx(float(v), abs=5e-5) for v in own(expected)]
    left = rows_of(page, spoken("left-pilot"))
    assert ends(page, left[0]) == [pytest.approx(float(v), abs=5e-5) for v in own(found.pilot.left)]
    assert ends(page, left[1]) == [pytest.approx(float(v), abs=5e-5) for v in own(found.target.left)]
    needed = [word("na") if volume is None else volume for volume in found.pays_from]
    assert ends(page, rows_of(page, spoken("pays-from"))[0]) == needed
    assert needed == [685, 1_740, "n/a"]


def test_the_simulated_range_is_a_value_of_the_app_and_says_so(book, case):
    page = sheet(book, "value")
    row = rows_of(page, spoken("simulated"))[0] + 1
    found = case.value.simulation
    assert ends(page, row) == [round(amount) for amount in (found.p10, found.p50, found.p90)]
    assert "5,000 draws" in page.cell(row, 5).value
    assert page.cell(row + 1, 5).value == spoken("simulated-not-live")


def test_inputs_can_be_entered_and_results_cannot(book):
    page = sheet(book, "value")
    rate, npv = rows_of(page, spoken("rate"))[0], rows_of(page, spoken("npv"))[0]
    assert not page.cell(rate, 3).protection.locked
    assert page.cell(npv, 3).protection.locked
    assert [not page.cell(rate - 2, column).protection.locked for column in (2, 3, 4)] == [True] * 3


def test_changed_inputs_give_what_the_app_would_give(recalculate):
    """Another rate, a later launch and a dearer investment, typed into the sample's tracker."""
    before = sample()
    book = opened(written(report(before, TRIAGE)))
    page = sheet(book, "value")
    rate = rows_of(page, spoken("rate"))[0]
    page.cell(rate, 3).value = 0.115
    page.cell(rate - 2, 4).value = 9
    line = rows_of(page, "Evaluation and monitoring")[0]
    page.cell(line, 4).value = 95_000.25
    stream = BytesIO()
    book.save(stream)
    shown = sheet(recalculate(stream.getvalue()), "value")
    at = ("systems", TRIAGE, "sprint", "value")
    after = replace_at(before, (*at, "discount_rate"), Decimal("11.5"))
    after = replace_at(after, (*at, "launch_late"), 9)
    key = next(k for k, v in before.systems[TRIAGE].sprint.value.investment.items() if v.name.startswith("Evaluation"))
    after = replace_at(after, (*at, "investment", key, "amount", "high"), Decimal("95000.25"))
    value = after.systems[TRIAGE].sprint.value
    numbers = three_numbers(value)
    assert ends(shown, rows_of(shown, spoken("npv"))[0]) == to_the_cent(own(numbers.npv))
    assert ends(shown, rows_of(shown, word("result-net"))[0]) == to_the_cent(own(numbers.net))
    first = rows_of(shown, say("value.tracker.tornado", currency="EUR"))[0] + 1
    for row, swing in enumerate(tornado(value), start=first):
        assert ends(shown, row)[:2] == to_the_cent((swing.at_low, swing.at_high))
