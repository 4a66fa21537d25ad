from datetime import date, timedelta

import pytest

from desktop.planning.places import countries, currencies, regions
from desktop.planning.working_days import WorkingDays
from desktop.workbook import Calendar, Engagement


def test_countries_are_named_once_in_the_order_of_their_names():
    codes, names = zip(*countries(), strict=True)
    assert list(names) == sorted(names)
    assert len(set(codes)) == len(codes) > 100
    assert ("DE", "Germany") in countries()


@pytest.mark.parametrize("code", [code for code, _ in countries()])
def test_every_country_on_offer_can_be_saved(code):
    assert Calendar(country=code).country == code


def test_every_currency_on_offer_can_be_saved():
    assert {Engagement(currency=code).currency for code, _ in currencies()} >= {"EUR", "USD", "CHF", "GBP"}


def test_regions_belong_to_their_country():
    assert ("BY", "Bayern") in regions("DE")
    assert regions(None) == ()
    assert regions("ZZ") == ()


@pytest.mark.parametrize("region", [code for code, _ in regions("DE")])
def test_every_region_on_offer_has_a_calendar(region):
    assert WorkingDays(Calendar(country="DE", region=region)).off(date(2026, 10, 3)) is not None
    assert len(_free(region)) >= len(_free("")) > 0


def _free(region: str) -> list[date]:
    days = WorkingDays(Calendar(country="DE", region=region, weekend=()))
    year = (date(2026, 1, 1) + timedelta(days=step) for step in range(365))
    return [day for day in year if not days.works(day)]
