"""Maps in the order of their keys, so that the same content gives the same bytes. Sorted branches are kept as they are."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

Part = TypeVar("Part", bound=BaseModel)


def in_order(part: Part, known: Part | None = None) -> Part:
    """``part`` itself where all its maps are sorted, else an equal one whose maps are.

    Branches that are the very objects of ``known``, which is in order, are not looked at again.
    """
    changed: dict[str, Any] = {}
    for name in _worth_a_look(type(part)):
        value, before = getattr(part, name), getattr(known, name, None)
        if value and value is not before:
            in_sequence = _sorted(value, before)
            if in_sequence is not value:
                changed[name] = in_sequence
    return part.model_copy(update=changed) if changed else part


def _sorted(value: Any, known: Any) -> Any:
    if isinstance(value, BaseModel):
        return in_order(value, known if type(known) is type(value) else None)
    if isinstance(value, tuple):
        items = tuple(_sorted(item, None) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return _sorted_map(value, known if isinstance(known, Mapping) else {}) if isinstance(value, Mapping) else value


def _sorted_map(value: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any]:
    names = list(value)
    in_sequence = sorted(names)
    first = value[names[0]]
    if not (isinstance(first, BaseModel) and _worth_a_look(type(first))):
        return value if names == in_sequence else {name: value[name] for name in in_sequence}
    changed = {}
    for name, entry in value.items():
        before = known.get(name)
        if entry is not before and (ordered := in_order(entry, before)) is not entry:
            changed[name] = ordered
    if names == in_sequence and not changed:
        return value
    return {name: changed.get(name, value[name]) for name in in_sequence}


@cache
def _worth_a_look(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields under which a map can stand; rows of an inventory, for one, have none."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold_map(field.annotation))


def _may_hold_map(annotation: Any) -> bool:
    if get_origin(annotation) is dict:
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_worth_a_look(annotation))
    return any(_may_hold_map(inner) for inner in get_args(annotation))
