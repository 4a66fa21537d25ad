"""Numbers and money are read as people write them, and nothing is guessed or lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.session.entry import (
    ENGLISH,
    Notation,
    Unread,
    read_integer,
    read_money,
    read_number,
    read_percent,
    write_number,
)

GERMAN, FRENCH, SWISS = Notation(",", "."), Notation(",", "\u202f"), Notation(".", "’")
NOTATIONS = (ENGLISH, GERMAN, FRENCH, SWISS)
numbers = st.decimals(min_value=-(10**11), max_value=10**11, places=3, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("typed", "notation", "value"),
    [
        ("1,250.5", ENGLISH, "1250.5"),
        ("1.250,5", GERMAN, "1250.5"),
        ("1.250,5", ENGLISH, "1250.5"),
        ("1,5", GERMAN, "1.5"),
        ("1,234", ENGLISH, "1234"),
        ("1,234", GERMAN, "1.234"),
        ("0.123", GERMAN, "0.123"),
        ("1 234 567", FRENCH, "1234567"),
        ("1'234", SWISS, "1234"),
        ("1.5k", ENGLISH, "1500"),
        ("1,5 Mio.", GERMAN, "1500000"),
        ("−3", ENGLISH, "-3"),
        (" 42 ", ENGLISH, "42"),
    ],
)
def test_numbers_in_their_notation(typed: str, notation: Notation, value: str):
    assert read_number(typed, notation) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["abc", "1,2,3", "12a", "1e5", "--3", "1.2.3", "NaN", "Infinity", "k", "٣x", "1.234.56"]
)
def test_what_is_no_number_is_said_with_the_accepted_form(typed: str):
    read = read_number(typed)
    assert isinstance(read, Unread)
    assert typed in read.sentence
    assert "1,250.5" in read.sentence


@pytest.mark.parametrize("reader", [read_number, read_integer, read_percent, lambda text: read_money(text, "EUR")])
def test_an_empty_field_is_no_answer_and_no_zero(reader):
    assert reader("   ") is None


@given(value=numbers, notation=st.sampled_from(NOTATIONS))
def test_what_is_written_is_read_back(value: Decimal, notation: Notation):
    assert read_number(write_number(value, notation), notation) == value


@given(text=st.text(max_size=30), notation=st.sampled_from(NOTATIONS))
def test_no_text_breaks_a_reader(text: str, notation: Notation):
    for read in (read_number(text, notation), read_money(text, "EUR", notation), read_percent(text, notation)):
        assert read is None or isinstance(read, (Decimal, Unread))


def test_numbers_stay_plain_in_the_file():
    assert str(read_number("1.5k")) == "1500"
    assert isinstance(read_number("1" + "0" * 16), Unread)


def test_whole_numbers_refuse_a_fraction():
    assert read_integer("12.0") == 12
    assert isinstance(read_integer("12.5"), Unread)


def test_shares_lie_between_0_and_100_and_are_not_guessed():
    assert read_percent("85 %") == 85
    assert read_percent("0.85") == Decimal("0.85")
    assert isinstance(read_percent("120"), Unread)
    assert isinstance(read_percent("-1"), Unread)


@pytest.mark.parametrize("typed", ["EUR 12,000", "12000", "12k", "12k EUR", "12,000 €", "€12k", "12 000 eur"])
def test_money_with_and_without_its_currency(typed: str):
    assert read_money(typed, "EUR") == 12000


def test_another_currency_is_refused_not_converted():
    read = read_money("USD 12k", "EUR")
    assert isinstance(read, Unread)
    assert "EUR" in read.sentence


def test_three_figures_after_the_decimal_mark_of_money_are_asked_back():
    assert isinstance(read_money("12.000 €", "EUR"), Unread)
    assert read_money("12.000 €", "EUR", GERMAN) == 12000
    assert isinstance(read_money("12,000", "EUR", GERMAN), Unread)
