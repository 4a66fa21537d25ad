from datetime import date

import pytest

from desktop.analysis.progress import page_progress, sprint_day, sprint_progress, sprint_start, week_days
from desktop.method import load_method
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.edits.places import set_value
from tests.northwind import sample

START = date(2026, 11, 2)


def test_each_week_of_the_sample_has_a_state():
    states = {
        system.id: [week.state for week in sprint_progress(sample(), load_method(), system)]
        for system in sample().systems.values()
        if system.sprint
    }
    assert states == {
        "0001-claims-triage": ["done"] * 4,
        "0002-underwriting-notes": ["done", "problem", "problem", "problem"],
        "0003-broker-routing": ["problem", "empty", "empty", "empty"],
    }


def test_a_page_that_is_begun_is_started():
    page = load_method().page["engagement"]
    workbook = Workbook()
    assert page_progress(workbook, page, None).state == "empty"
    begun = set_value(workbook, ("engagement", "client"), "Acme")
    assert page_progress(begun, page, None).state == "started"
    assert page_progress(begun, page, None).done == 1


def test_a_sprint_starts_with_its_own_date_or_with_the_engagement():
    assert sprint_start(sample(), sample().systems["0001-claims-triage"]) == START
    assert sprint_start(sample(), sample().systems["0003-broker-routing"]) == date(2026, 11, 16)
    assert sprint_start(Workbook(), System(id="s1", name="One", sprint=Sprint())) is None


@pytest.mark.parametrize(
    ("today", "day"), [(date(2026, 11, 1), None), (START, 1), (date(2026, 11, 21), 20), (date(2026, 12, 25), 54)]
)
def test_the_first_day_is_day_one(today, day):
    assert sprint_day(START, today) == day


def test_weeks_follow_each_other_and_the_last_ends_on_day_thirty():
    assert [week_days(START, week) for week in (1, 2, 3, 4)] == [
        (date(2026, 11, 2), date(2026, 11, 8)),
        (date(2026, 11, 9), date(2026, 11, 15)),
        (date(2026, 11, 16), date(2026, 11, 22)),
        (date(2026, 11, 23), date(2026, 12, 1)),
    ]
    assert sprint_day(START, week_days(START, 4)[1]) == 30


def test_the_sample_is_in_week_3_on_21_november():
    assert week_days(START, 3)[0] <= date(2026, 11, 21) <= week_days(START, 3)[1]
