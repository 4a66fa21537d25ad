from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from desktop.workbook import Person, Sprint, System, Workbook
from desktop.workbook.path import REMOVED, replace_at, value_at


def workbook() -> Workbook:
    people = {"0001-a": Person(id="0001-a", name="Maria Keller")}
    return Workbook(people=people, systems={"s1": System(id="s1", name="One"), "s2": System(id="s2", name="Two")})


def test_the_replaced_place_changes_and_the_original_stays():
    before = workbook()
    after = replace_at(before, ("engagement", "client"), "Acme")
    assert after.engagement.client == "Acme"
    assert before.engagement.client == ""


def test_untouched_branches_are_the_same_objects():
    before = workbook()
    after = replace_at(before, ("systems", "s1", "name"), "Uno")
    assert after.systems["s2"] is before.systems["s2"]
    assert after.people is before.people
    assert after.engagement is before.engagement


def test_parts_on_the_way_come_to_life():
    after = replace_at(workbook(), ("systems", "s1", "sprint", "owner"), "0001-a")
    assert after.systems["s1"].sprint == Sprint(owner="0001-a")


def test_an_entry_can_be_added_and_taken_out():
    path = ("systems", "s1", "sprint", "metrics", "0001-x")
    before = workbook()
    added = replace_at(replace_at(before, path[:3], Sprint()), path, {"name": "Cost"})
    assert value_at(added, path).name == "Cost"
    removed = replace_at(added, path, REMOVED)
    assert removed.systems["s1"].sprint == Sprint()


def test_taking_out_what_is_not_there_changes_nothing():
    assert replace_at(workbook(), ("people", "nobody"), REMOVED) == workbook()


def test_text_from_an_editor_becomes_the_type_of_the_place():
    path = ("systems", "s1", "started")
    assert value_at(replace_at(workbook(), path, "2026-11-02"), path) == date(2026, 11, 2)
    money = ("systems", "s1", "sprint", "decision", "budget")
    assert value_at(replace_at(workbook(), money, "410000.50"), money) == Decimal("410000.50")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("engagement", "currency"), "euro"),
        (("engagement", "start"), "soon"),
        (("people", "0001-a", "days_per_week"), Decimal(8)),
        (("systems", "s1", "stage"), "stuck"),
        (("systems", "s1", "sprint", "scoring", "threshold"), Decimal(101)),
        (("systems", "s1", "sprint", "test_set", "examples"), -1),
        (("systems", "s1", "sprint", "decision", "budget"), Decimal("NaN")),
        (("systems", "s3"), {"id": "s3", "name": "Three", "colour": "red"}),
    ],
)
def test_a_value_that_does_not_fit_is_refused(path, value):
    with pytest.raises(ValidationError):
        replace_at(workbook(), path, value)


def test_an_id_on_the_way_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        replace_at(workbook(), ("systems", "nowhere", "name"), "Zero")


def test_reading_below_something_empty_gives_nothing():
    assert value_at(workbook(), ("systems", "s1", "sprint", "scoring", "threshold")) is None
    assert value_at(workbook(), ("systems", "nowhere", "name")) is None


def test_frozen_parts_cannot_be_changed_in_place():
    with pytest.raises(ValidationError):
        workbook().engagement.client = "Acme"
