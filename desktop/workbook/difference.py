"""What is different between two workbooks: the base of undo, journal, import preview, merge and selective redraw."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import eq, is_not
from typing import Any

from desktop.workbook.base import Leaf
from desktop.workbook.document import Workbook
from desktop.workbook.path import Path


@dataclass(frozen=True)
class Changed:
    """One place that is different. ``None`` before: it was added or empty; ``None`` after: it was removed or emptied."""

    path: Path
    before: Any
    after: Any


def difference(before: Leaf, after: Leaf) -> tuple[Changed, ...]:
    """Every place where ``after`` is different from ``before``, outermost first; added and removed entries as a whole."""
    return tuple(_compare((), before, after))


def changed_systems(before: Workbook, after: Workbook) -> tuple[str, ...]:
    """The ids of the systems that ``after`` holds as another object than ``before``, or only one of them holds.

    An untouched system is the same object, so thousands cost next to nothing: every edit asks.
    """
    old, new = before.systems, after.systems
    if old is new:
        return ()
    if len(old) == len(new) and all(map(eq, old, new)):
        return tuple(compress(new, map(is_not, old.values(), new.values())))
    return tuple(key for key in {**old, **new} if old.get(key) is not new.get(key))


def _compare(path: Path, before: Any, after: Any) -> Iterator[Changed]:
    if before is after:
        return
    if isinstance(before, Leaf) and type(before) is type(after):
        for name in type(before).model_fields:
            yield from _compare((*path, name), getattr(before, name), getattr(after, name))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in sorted(before.keys() | after.keys()):
            yield from _compare((*path, key), before.get(key), after.get(key))
    elif before != after:
        yield Changed(path, before, after)
