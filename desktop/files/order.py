"""Maps in the order of their keys, so that the same content gives the same bytes. Sorted branches are kept as they are."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

Part = TypeVar("Part", bound=BaseModel)


def in_order(part: Part) -> Part:
    """``part`` itself where all its maps are sorted, else an equal one whose maps are."""
    changed: dict[str, Any] = {}
    for name in _worth_a_look(type(part)):
        value = getattr(part, name)
        if value:
            sorted_value = _sorted(value)
            if sorted_value is not value:
                changed[name] = sorted_value
    return part.model_copy(update=changed) if changed else part


def _sorted(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return in_order(value)
    if isinstance(value, tuple):
        items = tuple(_sorted(item) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if not isinstance(value, Mapping):
        return value
    names = list(value)
    in_sequence = sorted(names)
    first = value[names[0]]
    if isinstance(first, BaseModel) and _worth_a_look(type(first)):
        entries = {name: in_order(value[name]) for name in in_sequence}
        if names == in_sequence and all(entries[name] is value[name] for name in names):
            return value
        return entries
    return value if names == in_sequence else {name: value[name] for name in in_sequence}


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
