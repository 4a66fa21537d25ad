"""One accountable person a row, somebody who does it, nobody who answers for too much."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.raci import columns, duty_rows, limit, overloaded
from desktop.analysis.raci_checks import raci_accountable, raci_persons, raci_responsible, raci_spread
from desktop.method.practice import load_practice
from desktop.workbook import Person, System, Workbook
from desktop.workbook.launch import Launch
from desktop.workbook.raci import Duty, Raci

NEEDED = load_practice().raci
NAMES = {"a": "Maria Keller", "b": "Tomas Novak", "c": "Priya Raman", "x": "Steering committee"}
WORKBOOK = Workbook(people={key: Person(id=key, name=name) for key, name in NAMES.items()})
SYSTEM = System(id="s1", name="Triage")
marks = st.dictionaries(st.sampled_from(sorted(NAMES)), st.sampled_from(["R", "A", "AR", "C", "I"]))
keys = st.sampled_from([duty.id for duty in NEEDED] + ["0001-own", "0002-own"])
matrices = st.dictionaries(keys, marks).map(
    lambda m: Raci(duties={key: Duty(name=key, marks=given) for key, given in m.items()})
)


def rows(raci):
    return duty_rows(WORKBOOK, raci, NEEDED)


def verdict(check, raci):
    return check(WORKBOOK, SYSTEM, Launch(raci=raci))


@given(matrices)
def test_the_rule_of_one_accountable(raci):
    """Met exactly where every row, the method's among them, has one A; rows of the method are never lost."""
    found = rows(raci)
    assert [row.id for row in found][: len(NEEDED)] == [duty.id for duty in NEEDED]
    given = {key: duty.marks for key, duty in raci.duties.items()}
    counts = [sum(mark in ("A", "AR") for mark in given.get(row.id, {}).values()) for row in found]
    assert verdict(raci_accountable, raci).met is all(count == 1 for count in counts)
    for row, count in zip(found, counts, strict=True):
        assert (row.gap == "several") is (count > 1)
        assert (row.gap == "nobody") is (count == 0)


@given(matrices)
def test_nobody_answers_for_more_than_half(raci):
    found = rows(raci)
    held = Counter(person for row in found for person in row.accountable)
    heavy = {load.person for load in overloaded(found)}
    assert heavy == {person for person, times in held.items() if times * 2 > len(found) and times > 1}
    assert verdict(raci_spread, raci).met is (bool(held) and not heavy)


@given(matrices)
def test_every_marked_person_is_a_column(raci):
    marked = {person for duty in raci.duties.values() for person in duty.marks}
    assert marked <= set(columns(raci))
    assert len(set(columns(raci))) == len(columns(raci))


@given(matrices, st.permutations(sorted(NAMES)))
def test_the_order_of_the_columns_changes_nothing(raci, order):
    other = raci.model_copy(update={"people": tuple(order)})
    assert {row.id: row.gap for row in rows(raci)} == {row.id: row.gap for row in rows(other)}


@pytest.mark.parametrize(("total", "most"), [(1, 1), (2, 1), (5, 2), (6, 3), (7, 3), (9, 4)])
def test_the_limit_is_half_of_the_rows(total, most):
    assert limit(total) == most


def full(**changes):
    given = {duty.id: {"a" if n % 2 else "b": "AR"} for n, duty in enumerate(NEEDED)}
    given["reporting"] = {"c": "AR"}
    return Raci(duties={key: Duty(marks=one) for key, one in {**given, **changes}.items()})


def test_a_complete_matrix_meets_every_check():
    for check in (raci_accountable, raci_persons, raci_responsible, raci_spread):
        assert verdict(check, full()).met, check


def test_a_committee_cannot_answer():
    raci = full(incidents={"x": "AR"})
    assert rows(raci)[0].gap == "not-a-person"
    found = verdict(raci_persons, raci)
    assert (found.state, found.values) == ("failed", {"name": "Steering committee"})


def test_a_person_who_is_gone_is_no_person():
    raci = full(incidents={"gone": "AR"})
    assert rows(raci)[0].gap == "not-a-person"
    assert verdict(raci_persons, raci).state == "failed"


def test_somebody_has_to_do_it():
    raci = full(incidents={"a": "A", "b": "C"})
    assert rows(raci)[0].gap == "nobody-does"
    assert verdict(raci_responsible, raci).values == {"missing": 1, "total": 5}


def test_an_empty_matrix_is_open_not_failed():
    for check in (raci_accountable, raci_persons, raci_responsible, raci_spread):
        assert verdict(check, Raci()).state == "open", check
