"""Reading and replacing one place of the document by its path of field names and ids."""

from collections.abc import Mapping
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from desktop.workbook.base import Leaf

Path = tuple[str, ...]
Part = TypeVar("Part", bound=Leaf)


class _Removed:
    """Stands for "this entry is to go" where a value would stand."""


REMOVED = _Removed()


def value_at(part: object, path: Path) -> Any:
    """The value at ``path``, or None where the way there has not been filled in yet."""
    for step in path:
        if part is None:
            return None
        part = part.get(step) if isinstance(part, Mapping) else getattr(part, step)
    return part


def replace_at(part: Part, path: Path, value: object) -> Part:
    """A copy of ``part`` with ``value`` at ``path``; only the part that holds the value is validated again.

    ``REMOVED`` takes an entry out of its map. Parts on the way that are still None come to life with their defaults.
    Raises pydantic's ValidationError where the value does not fit, KeyError where an id on the way does not exist.
    """
    step, rest = path[0], path[1:]
    current = getattr(part, step)
    if isinstance(current, Mapping):
        if not rest:
            return _validated(part, step, value)
        return part.model_copy(update={step: _replace_entry(part, step, current, rest, value)})
    if not rest:
        return _validated(part, step, value)
    inner = current if current is not None else _blank(type(part), step)
    return part.model_copy(update={step: replace_at(inner, rest, value)})


def _replace_entry(part: Leaf, field: str, entries: Mapping[str, Any], path: Path, value: object) -> dict[str, Any]:
    key, rest = path[0], path[1:]
    if value is REMOVED and not rest:
        return {name: entry for name, entry in entries.items() if name != key}
    if rest:
        return {**entries, key: replace_at(entries[key], rest, value)}
    return {**entries, **getattr(_validated(part, field, {key: value}), field)}


def _validated(part: Part, field: str, value: object) -> Part:
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    return type(part).model_validate({**fields, field: value}, strict=False)


def _blank(model: type[BaseModel], field: str) -> Leaf:
    for candidate in _alternatives(model.model_fields[field].annotation):
        if isinstance(candidate, type) and issubclass(candidate, Leaf):
            return candidate()
    raise KeyError(field)


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
