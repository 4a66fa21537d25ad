from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.formatting import day, day_long, join, money, money_exact, number, percent, rounded

finite = st.decimals(-(10**15), 10**15, allow_nan=False, places=4)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1.25, 1, "1.3"),
        (1.35, 1, "1.4"),
        (2.5, 0, "3"),
        (0.5, 0, "1"),
        (-1.25, 1, "−1.3"),
        (1.005, 2, "1.01"),
        (-0.4, 0, "0"),
        (Decimal("-0.04"), 1, "0.0"),
        (1234.5, 1, "1,234.5"),
        (-1234567, 0, "−1,234,567"),
        (7, None, "7"),
        (0.1, None, "0.1"),
        (Decimal("1E+3"), None, "1,000"),
        (Decimal("12.50"), None, "12.5"),
        (Decimal("-0.5"), None, "−0.5"),
    ],
)
def test_numbers(value, places, text):
    assert number(value, places) == text


@given(finite, st.integers(0, 3))
def test_rounding_is_half_up_away_from_zero_and_never_far(value, places):
    found = rounded(value, places)
    assert abs(found - value) <= Decimal(5).scaleb(-places - 1)
    assert rounded(-value, places) == -found


@given(finite, st.integers(0, 3))
def test_zero_has_no_sign(value, places):
    text = number(value, places)
    assert not (text.startswith("−") and set(text) <= set("−0.,"))
    assert "-" not in text


@pytest.mark.parametrize(
    ("share", "places", "text"),
    [
        (0.883333, 1, "88.3 %"),
        (0.285, 0, "29 %"),  # 0.285 * 100 is 28.499999999999996 in floats
        (0.2885, 1, "28.9 %"),
        (0.0, 1, "0.0 %"),
        (1.0, 0, "100 %"),
        (-0.05, 0, "−5 %"),
        (Decimal("0.1705"), 1, "17.1 %"),
    ],
)
def test_percent(share, places, text):
    assert percent(share, places) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "EUR 0"),
        ("950", "EUR 950"),
        ("-0.3", "EUR 0"),
        ("1250", "EUR 1.3k"),
        ("9949", "EUR 9.9k"),
        ("9950", "EUR 10k"),
        ("12500", "EUR 13k"),
        ("410000", "EUR 410k"),
        ("999499", "EUR 999k"),
        ("999500", "EUR 1.0M"),
        ("1602676", "EUR 1.6M"),
        ("-154400", "EUR −154k"),
        ("-2500000", "EUR −2.5M"),
    ],
)
def test_money_for_reading(amount, text):
    assert money(Decimal(amount), "EUR") == text


def test_money_to_the_unit():
    assert money_exact(Decimal("412499.50"), "CHF") == "CHF 412,500"
    assert money_exact(Decimal(-700057), "EUR") == "EUR −700,057"


def test_days_read_the_same_in_every_locale():
    assert day(date(2026, 11, 21)) == "21 Nov 2026"
    assert day(date(2026, 3, 1), year=False) == "1 Mar"
    assert day_long(date(2026, 5, 4)) == "4 May 2026"


@pytest.mark.parametrize(
    ("names", "text"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_names_are_joined(names, text):
    assert join(names) == text
