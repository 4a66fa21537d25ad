from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.planning.working_days import WorkingDays
from desktop.workbook import Calendar
from desktop.workbook.engagement import DayOff

BAVARIA = WorkingDays(Calendar(country="DE", region="BY"))
BERLIN = WorkingDays(Calendar(country="DE", region="BE"))
GERMANY = WorkingDays(Calendar(country="DE"))
NOWHERE = WorkingDays(Calendar())
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def own(day: date, label: str = "") -> WorkingDays:
    return WorkingDays(Calendar(country="DE", region="BY", days_off={"1": DayOff(day=day, label=label)}))


@pytest.mark.parametrize(
    ("calendar", "day", "works"),
    [
        (BAVARIA, date(2026, 11, 2), True),  # a Monday
        (BAVARIA, date(2026, 11, 7), False),  # a Saturday
        (BAVARIA, date(2026, 12, 25), False),  # a Friday
        (BAVARIA, date(2027, 1, 6), False),  # Epiphany, a Wednesday, in Bavaria
        (BERLIN, date(2027, 1, 6), True),  # and not in Berlin
        (GERMANY, date(2027, 1, 6), True),
        (NOWHERE, date(2026, 12, 25), True),  # without a country only weekends are off
        (NOWHERE, date(2026, 11, 8), False),
    ],
)
def test_holidays_belong_to_country_and_region(calendar, day, works):
    assert calendar.works(day) is works


def test_a_holiday_says_its_name_and_a_weekend_says_nothing():
    assert BAVARIA.off(date(2026, 11, 7)) == ""
    assert "Weihnacht" in (BAVARIA.off(date(2026, 12, 25)) or "") or "Christmas" in (
        BAVARIA.off(date(2026, 12, 25)) or ""
    )
    assert BAVARIA.off(date(2026, 11, 2)) is None


def test_an_own_day_off_counts_even_without_a_reason():
    day = date(2026, 11, 18)
    assert own(day, "All-staff day").off(day) == "All-staff day"
    assert own(day).off(day) == ""
    assert not own(day).works(day)


def test_other_weekends():
    friday_saturday = WorkingDays(Calendar(weekend=(4, 5)))
    assert friday_saturday.works(date(2026, 11, 8))
    assert not friday_saturday.works(date(2026, 11, 6))


@pytest.mark.parametrize(("country", "region"), [("ZZ", ""), ("DE", "Atlantis"), ("US", "BY")])
def test_places_that_nobody_knows_keep_their_weekends(country, region):
    calendar = WorkingDays(Calendar(country=country, region=region))
    assert calendar.works(date(2026, 11, 2))
    assert not calendar.works(date(2026, 11, 7))


@pytest.mark.parametrize(
    ("start", "nth", "day"),
    [
        (date(2026, 11, 2), 1, date(2026, 11, 2)),
        (date(2026, 11, 2), 5, date(2026, 11, 6)),
        (date(2026, 11, 2), 6, date(2026, 11, 9)),
        (date(2026, 11, 7), 1, date(2026, 11, 9)),  # a Saturday counts from Monday
        (date(2026, 12, 23), 2, date(2026, 12, 24)),
        (date(2026, 12, 23), 3, date(2026, 12, 28)),  # over Christmas and a weekend
    ],
)
def test_counting_working_days(start, nth, day):
    assert BAVARIA.nth_from(start, nth) == day


def test_a_calendar_that_never_works_leaves_the_day():
    never = WorkingDays(Calendar.model_construct(weekend=(0, 1, 2, 3, 4, 5, 6)))
    assert never.nth_from(date(2026, 11, 2), 5) >= date(2026, 11, 2)


@given(days, st.integers(1, 30))
def test_counting_lands_on_a_working_day_with_exactly_so_many_before(day, nth):
    found = BAVARIA.nth_from(day, nth)
    between = [day + timedelta(days=step) for step in range((found - day).days + 1)]
    assert BAVARIA.works(found)
    assert sum(BAVARIA.works(each) for each in between) == nth
