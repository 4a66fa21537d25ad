"""Every field of a page is bound to a place of the document that holds what its editor gives."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

from desktop.method import load_method
from desktop.method.schema import Field, Kind
from desktop.workbook import System, Workbook
from desktop.workbook.base import Leaf, Range
from desktop.workbook.sprint import Assignment

SIMPLE = {
    Kind.TEXT: str,
    Kind.PARAGRAPH: str,
    Kind.INTEGER: int,
    Kind.NUMBER: Decimal,
    Kind.PERCENT: Decimal,
    Kind.MONEY: Decimal,
    Kind.DATE: date,
    Kind.TOGGLE: bool,
    Kind.PERSON: str,
    Kind.RANGE: Range,
    Kind.MONEY_RANGE: Range,
}


def bare(annotation: Any) -> Any:
    """The type without None, bounds and patterns."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = [candidate for candidate in get_args(annotation) if candidate is not type(None)]
        return bare(inner)
    return annotation


def place(model: type[Leaf], bind: str) -> Any:
    """The type of the place that ``bind`` leads to from ``model``."""
    found: Any = model
    for step in bind.split("."):
        found = bare(found.model_fields[step].annotation)
    return found


def bound() -> Iterator[tuple[str, Field, Any]]:
    for page in load_method().pages:
        scope = Workbook if page.scope == "engagement" else System
        for card in page.cards:
            for field in card.fields:
                at = place(scope, field.bind)
                yield f"{page.id}/{card.id}/{field.id}", field, at
                for column in (column for column in field.fields if column.kind is not Kind.STATE):
                    yield f"{page.id}/{card.id}/{field.id}/{column.id}", column, place(get_args(at)[1], column.bind)


BOUND = tuple(bound())


@pytest.mark.parametrize(("name", "field", "at"), BOUND, ids=[name for name, *_ in BOUND])
def test_the_place_holds_what_the_editor_gives(name, field, at):
    if field.kind in SIMPLE:
        assert at is SIMPLE[field.kind]
    elif field.kind in (Kind.TABLE, Kind.RECORDS, Kind.ASSIGNMENTS, Kind.RACI):
        assert get_origin(at) in (dict, Mapping)
        assert issubclass(get_args(at)[1], Leaf)
        assert field.fields
    elif field.kind is Kind.ASSIGNMENTS:
        assert get_args(at)[1] is Assignment
    elif field.kind in (Kind.PEOPLE, Kind.CHOICES, Kind.WEEKDAYS):
        assert get_origin(at) is tuple
    else:
        assert field.kind is Kind.CHOICE


CHOICES = [entry for entry in BOUND if entry[1].kind is Kind.CHOICE]


@pytest.mark.parametrize(("name", "field", "at"), CHOICES, ids=[name for name, *_ in CHOICES])
def test_a_choice_offers_exactly_what_the_place_can_hold(name, field, at):
    if isinstance(at, type) and issubclass(at, StrEnum):
        assert {option.value for option in field.options} == {member.value for member in at}
    elif get_origin(at) is Literal:
        assert {option.value for option in field.options} == set(get_args(at))
    else:
        assert at is str
        assert field.options_from


@pytest.mark.parametrize(("name", "field", "at"), BOUND, ids=[name for name, *_ in BOUND])
def test_option_values_and_labels_stand_once(name, field, at):
    assert len({option.value for option in field.options}) == len(field.options)
    assert len({option.label for option in field.options}) == len(field.options)


def test_a_wrong_path_would_be_noticed():
    with pytest.raises(KeyError):
        place(System, "sprint.metric")
