from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.dates import date_order, looks_like_date, read_date
from desktop.exchange.problems import ImportProblem, sentence

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-01", date(2024, 3, 1)),
        ("2024/3/1", date(2024, 3, 1)),
        ("2024-03-01T10:00:00Z", date(2024, 3, 1)),
        ("2024-03-01 10:00:00", date(2024, 3, 1)),
        ("31.12.2023", date(2023, 12, 31)),
        ("1.2.2023", date(2023, 2, 1)),
        ("1. 2. 2023", date(2023, 2, 1)),
        ("13/2/24", date(2024, 2, 13)),
        ("2/13/2024", date(2024, 2, 13)),
        ("5/5/2024", date(2024, 5, 5)),
        ("1/31/2024 9:30 AM", date(2024, 1, 31)),
        ("5 March 2024", date(2024, 3, 5)),
        ("March 5th, 2024", date(2024, 3, 5)),
        ("Monday, 3 June 2024", date(2024, 6, 3)),
        ("12-Jan-24", date(2024, 1, 12)),
        ("5. März 2024", date(2024, 3, 5)),
        ("29 Feb 2024", date(2024, 2, 29)),
    ],
)
def test_full_dates_are_read_without_a_remark(text, expected):
    reading = read_date(text, None, TODAY)
    assert (reading.value, reading.code) == (expected, "")


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        ("2023", date(2023, 1, 1), "date-partial"),
        ("Jan-24", date(2024, 1, 1), "date-partial"),
        ("Sept. 2023", date(2023, 9, 1), "date-partial"),
        ("03/2022", date(2022, 3, 1), "date-partial"),
        ("2022-03", date(2022, 3, 1), "date-partial"),
        ("45200", date(2023, 10, 1), "date-serial"),
        ("2023-10-01 (first formal action)", date(2023, 10, 1), "date-with-words"),
        ("June 2023 - ongoing", date(2023, 6, 1), "date-with-words"),
    ],
)
def test_what_was_assumed_is_said(text, expected, code):
    reading = read_date(text, None, TODAY)
    assert (reading.value, reading.code, reading.note) == (expected, code, expected.isoformat())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3/4/2024", "date-ambiguous"),
        ("7/15/1905", "date-year-as-day"),
        ("1905-07-15", "date-year-as-day"),
        ("23-Nov", "date-day-or-year"),
        ("Q3 FY24", "date-fiscal"),
        ("Q2FY24", "date-fiscal"),
        ("H1 2025", "date-fiscal"),
        ("Scheduled for FY2025", "date-fiscal"),
        ("31/02/2024", "date-impossible"),
        ("29 Feb 2023", "date-impossible"),
        ("1/1/1950", "date-out-of-range"),
        ("1/1/2032", "date-out-of-range"),
        ("Pre-2021", "date-text"),
        ("2015-2022", "date-text"),
        ("2024-01-01 to 2025-01-01", "date-text"),
        ("10/12023", "date-text"),
        ("soon", "date-text"),
        ("99999999999999999999", "date-text"),
    ],
)
def test_what_is_not_certain_is_not_read(text, code):
    reading = read_date(text, None, TODAY)
    assert (reading.value, reading.code) == (None, code)
    assert sentence(ImportProblem(code, 2, "Date", text, (("note", reading.note),)))


def test_a_year_that_excel_took_for_a_day_is_named():
    assert read_date("7/15/1905", "month-first", TODAY).note == "2023"


@pytest.mark.parametrize(
    "text", ["", "  ", "N/A", "n/a", "NA ", "-", "TBD", "Unknown", "Ongoing", "N/A -Consolidated into another", "\xa0"]
)
def test_nothing_said_is_no_problem(text):
    reading = read_date(text, None, TODAY)
    assert (reading.value, reading.code) == (None, "")


def test_the_column_decides_between_day_and_month():
    assert date_order(["3/4/2024", "13/4/2024"]) == "day-first"
    assert date_order(["3/4/2024", "4/13/2024"]) == "month-first"
    assert date_order(["3/4/2024", "5/6/2024", "text", ""]) is None
    assert date_order(["13/4/2024", "4/13/2024"]) is None
    assert date_order(["4/13/2024"] * 30 + ["13/4/2024"]) == "month-first"
    assert read_date("3/4/2024", "day-first", TODAY).value == date(2024, 4, 3)
    assert read_date("3/4/2024", "month-first", TODAY).value == date(2024, 3, 4)


def test_a_number_is_no_date():
    assert not looks_like_date("45200")
    assert not looks_like_date("Version 2.1")
    assert looks_like_date("10/1/2023")


@given(
    st.dates(date(1990, 1, 1), date(2031, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%b %d, %Y", "%d-%b-%Y"]),
)
def test_every_day_is_read_in_every_spelling(day, spelling):
    assert read_date(day.strftime(spelling), None, TODAY).value == day


@given(st.text(max_size=40))
def test_any_text_gives_a_reading(text):
    reading = read_date(text, "day-first", TODAY)
    assert reading.value is None or 1990 <= reading.value.year <= 2031


@pytest.mark.parametrize(
    ("text", "expected"), [("20240304", date(2024, 3, 4)), ("20240304.0", date(2024, 3, 4)), ("20241304", None)]
)
def test_days_without_separators_are_read_as_systems_export_them(text, expected):
    assert read_date(text, None, date(2026, 1, 1)).value == expected
