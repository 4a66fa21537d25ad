"""Days are understood as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.session.entry import Unread
from desktop.session.entry_dates import DateNotation, read_date

TODAY = date(2026, 11, 21)  # a Saturday
AMERICAN = DateNotation(month_first=True)
GERMAN = DateNotation(months=("Januar", "Februar", "März", "April", "Mai"), weekdays=("Montag", "Dienstag", "Mittwoch"))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("+3d", date(2026, 11, 24)),
        ("-2w", date(2026, 11, 7)),
        ("+1m", date(2026, 12, 21)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 22)),
        ("next fri", date(2026, 11, 27)),
        ("friday", date(2026, 11, 27)),
        ("sat", date(2026, 11, 28)),
        ("last mon", date(2026, 11, 16)),
        ("12.3.", date(2027, 3, 12)),
        ("12.3.2027", date(2027, 3, 12)),
        ("12/3/27", date(2027, 3, 12)),
        ("2027-03-12", date(2027, 3, 12)),
        ("12 Mar", date(2027, 3, 12)),
        ("March 12, 2027", date(2027, 3, 12)),
        ("29.2.2028", date(2028, 2, 29)),
    ],
)
def test_the_forms_that_the_field_promises(typed: str, day: date):
    assert read_date(typed, TODAY) == day


def test_a_day_without_a_year_is_the_nearest_one():
    assert read_date("1.10.", TODAY) == date(2026, 10, 1)
    assert read_date("1.4.", TODAY) == date(2027, 4, 1)


def test_slashes_follow_the_region_and_dots_never_do():
    assert read_date("3/12/2026", TODAY) == date(2026, 12, 3)
    assert read_date("3/12/2026", TODAY, AMERICAN) == date(2026, 3, 12)
    assert read_date("3.12.2026", TODAY, AMERICAN) == date(2026, 12, 3)


def test_the_persons_own_words_are_known():
    assert read_date("12. März", TODAY, GERMAN) == date(2027, 3, 12)
    assert read_date("mittwoch", TODAY, GERMAN) == date(2026, 11, 25)


@pytest.mark.parametrize("typed", ["31.2.", "99.99.", "mid-spring", "next blah", "+99999d", "2026-13-01", "1.1.0001"])
def test_what_is_no_day_is_said(typed: str):
    read = read_date(typed, TODAY)
    assert isinstance(read, Unread)
    assert typed in read.sentence


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str):
    assert isinstance(read_date(text, TODAY), (date, Unread, type(None)))


@given(st.dates(min_value=date(1971, 1, 1), max_value=date(2199, 12, 31)))
def test_iso_is_always_read(day: date):
    assert read_date(day.isoformat(), TODAY) == day
