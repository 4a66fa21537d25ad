"""Warnings about weeks 9 to 12: what raises each, and that nothing is said before anything is begun."""

from datetime import date

import pytest

from desktop.analysis.launch_warnings import known_launched, launch_warnings
from desktop.workbook.launch import Launch
from desktop.workbook.path import replace_at
from tests.northwind import sample

TODAY = date(2026, 11, 21)
CLAIMS, UNDERWRITING = "0001-claims-triage", "0002-underwriting-notes"


def raised(workbook, system, today=TODAY):
    return {warned.rule: warned for warned in launch_warnings(workbook, workbook.systems[system], today)}


def test_the_flawed_system_of_the_sample_raises_all_of_them():
    found = raised(sample(), UNDERWRITING)
    assert set(found) == known_launched()
    assert round(found["review-queue-overfull"].values["over"], 1) == 39.9
    assert found["accountability-unclear"].values == {"n": 3, "name": "Incidents with wrong outputs"}


def test_the_prepared_system_raises_none():
    assert raised(sample(), CLAIMS) == {}


@pytest.mark.parametrize("launch", [None, Launch()])
def test_what_is_not_begun_raises_none(launch):
    workbook = replace_at(sample(), ("systems", UNDERWRITING, "launch"), launch)
    assert raised(workbook, UNDERWRITING) == {}


def test_the_way_back_matters_from_the_day_on_which_users_begin():
    workbook = sample()
    assert "rollback-untried" not in raised(workbook, CLAIMS, date(2027, 2, 7))
    assert "rollback-untried" in raised(workbook, CLAIMS, date(2027, 2, 8))
    tried = replace_at(workbook, ("systems", CLAIMS, "launch", "rollback", "tested_on"), date(2026, 12, 11))
    assert "rollback-untried" not in raised(tried, CLAIMS, date(2027, 2, 8))


@pytest.mark.parametrize(
    ("rule", "place", "value"),
    [
        ("review-queue-overfull", ("workflow", "volume"), 600),
        ("gate-without-evidence", ("rollout", "gates", "phase-1", "passed_on"), None),
        ("accountability-unclear", ("raci", "duties"), {}),
    ],
)
def test_clearing_what_raised_it_clears_it(rule, place, value):
    workbook = replace_at(sample(), ("systems", UNDERWRITING, "launch", *place), value)
    assert rule not in raised(workbook, UNDERWRITING)
