from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.workbook import Person, Sprint, System, Workbook
from desktop.workbook.difference import Changed, changed_systems, difference
from desktop.workbook.edits.people import add_person
from desktop.workbook.edits.places import add_record, remove_record, set_value
from desktop.workbook.edits.systems import add_system, enter_sprint, remove_system
from desktop.workbook.path import REMOVED, replace_at, value_at

SYSTEMS = ("s1", "s2", "s3")
PEOPLE = ("0001-a", "0002-b")
RECORDS = ("r1", "r2", "r3")
names = st.text("aß€😀 ", max_size=3)
places = st.sampled_from(
    [
        (("engagement", "client"), names),
        (("engagement", "start"), st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))),
        (("engagement", "sponsor"), st.none() | st.sampled_from(PEOPLE)),
        (("systems", "s1", "name"), names),
        (("systems", "s2", "stage"), st.sampled_from(["idea", "pilot", None])),
        (("systems", "s1", "sprint", "owner"), st.none() | st.sampled_from(PEOPLE)),
        (("systems", "s1", "sprint", "scoring", "threshold"), st.none() | st.decimals(0, 100, places=2)),
        (("systems", "s1", "sprint", "evaluation"), st.lists(st.sampled_from(["none", "monitoring"])).map(tuple)),
    ]
)


@st.composite
def edits(draw: st.DrawFn) -> Any:
    kind = draw(st.sampled_from(["set", "record", "unrecord", "person", "system", "unsystem", "enter"]))
    system, record, text = draw(st.sampled_from(SYSTEMS)), draw(st.sampled_from(RECORDS)), draw(names)
    person = draw(st.sampled_from(PEOPLE))
    path, values = draw(places)
    value = draw(values)
    return {
        "set": lambda w: set_value(w, path, value),
        "record": lambda w: add_record(w, ("systems", system, "sprint", "metrics"), record, {"name": text}),
        "unrecord": lambda w: remove_record(w, ("systems", system, "sprint", "metrics"), record),
        "person": lambda w: add_person(w, Person(id=person, name=text)),
        "system": lambda w: add_system(w, System(id=system, name=text)),
        "unsystem": lambda w: remove_system(w, system),
        "enter": lambda w: enter_sprint(w, system, None),
    }[kind]


def apply(workbook: Workbook, edit: Any) -> Workbook:
    try:
        return edit(workbook)
    except KeyError:  # the system this edit is about is not there
        return workbook


@st.composite
def histories(draw: st.DrawFn) -> tuple[Workbook, ...]:
    states = [Workbook()]
    for edit in draw(st.lists(edits(), max_size=12)):
        states.append(apply(states[-1], edit))
    return tuple(states)


def turn_back(workbook: Workbook, change: Changed) -> Workbook:
    """Put the old value back, as undo of a single change would."""
    is_entry = isinstance(value_at(workbook, change.path[:-1]), Mapping)
    gone = change.before is None and is_entry
    return replace_at(workbook, change.path, REMOVED if gone else change.before)


@given(histories())
def test_no_difference_exactly_where_equal(states):
    for before, after in pairwise(states):
        assert (difference(before, after) == ()) == (before == after)


@given(histories())
def test_putting_every_old_value_back_gives_the_old_workbook(states):
    before, after = states[0], states[-1]
    for change in difference(before, after):
        after = turn_back(after, change)
    assert after == before


@given(histories())
def test_what_stands_in_a_file_comes_back_equal(states):
    assert Workbook.model_validate_json(states[-1].model_dump_json()) == states[-1]


@given(histories())
def test_a_change_reads_the_same_from_the_other_side(states):
    forth, back = difference(states[0], states[-1]), difference(states[-1], states[0])
    assert [Changed(c.path, c.after, c.before) for c in back] == list(forth)


def test_a_change_names_its_place_and_both_values():
    before = Workbook(systems={"s1": System(id="s1", name="One", sprint=Sprint())})
    after = set_value(before, ("systems", "s1", "sprint", "test_set", "examples"), 246)
    assert difference(before, after) == (Changed(("systems", "s1", "sprint", "test_set", "examples"), None, 246),)


def test_an_added_system_is_one_change():
    added = System(id="s1", name="One", sprint=Sprint())
    assert difference(Workbook(), add_system(Workbook(), added)) == (Changed(("systems", "s1"), None, added),)


def test_equal_decimals_are_no_change_however_they_are_written():
    path = ("engagement", "client")
    assert difference(set_value(Workbook(), path, "a"), set_value(Workbook(), path, "a")) == ()
    budget = ("systems", "s1", "sprint", "decision", "budget")
    one = set_value(Workbook(systems={"s1": System(id="s1", name="")}), budget, Decimal("1.0"))
    assert difference(one, set_value(one, budget, Decimal("1.00"))) == ()


def test_changed_systems_names_what_is_another_object_came_or_went():
    one, two, three = (System(id=key, name=key) for key in SYSTEMS)
    before = Workbook(systems={"s1": one, "s2": two})
    assert changed_systems(before, before) == ()
    assert changed_systems(before, before.model_copy(update={"systems": {"s1": one, "s2": two}})) == ()
    edited = two.model_copy(update={"name": "other"})
    assert changed_systems(before, before.model_copy(update={"systems": {"s1": one, "s2": edited}})) == ("s2",)
    assert changed_systems(before, before.model_copy(update={"systems": {"s1": one, "s3": three}})) == ("s2", "s3")
    assert changed_systems(before, before.model_copy(update={"systems": {"s2": two}})) == ("s1",)
    assert changed_systems(before, before.model_copy(update={"systems": {"s2": two, "s1": one}})) == ()
