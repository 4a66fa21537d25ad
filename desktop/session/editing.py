"""Edits as pages emit them: a name for the undo list, the place they touch, and the change itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from desktop.session.view import Row
from desktop.text import say
from desktop.workbook import Person, Workbook
from desktop.workbook.edits.people import add_person
from desktop.workbook.edits.places import add_record, remove_record, set_value, swap_records
from desktop.workbook.ids import next_id
from desktop.workbook.path import Path, value_at


@dataclass(frozen=True)
class Edit:
    """One thing a user did. ``name`` follows "Undo"; ``merges`` joins consecutive typing in one place to one step."""

    name: str
    at: Path
    change: Callable[[Workbook], Workbook]
    merges: bool = False


@dataclass(frozen=True)
class NewPerson:
    """A person who was typed into a picker and is to be added."""

    name: str


def set_field(row: Row, value: Any, tag: str) -> Edit:
    """Put ``value`` into the row's place; a ``NewPerson`` (also inside a tuple) is added to the people in the same step."""

    def change(workbook: Workbook) -> Workbook:
        workbook, known = _with_people(workbook, value, tag)
        return _put(_with_record(workbook, row), row.path, known)

    return Edit(say("edits.set", field=row.label), row.path, change, merges=isinstance(value, str))


def add_entry(row: Row, tag: str, values: dict[str, Any] | None = None) -> Edit:
    """Add a record to a list, empty or with ``values`` by field name."""

    def change(workbook: Workbook) -> Workbook:
        entry_id = next_id(value_at(workbook, row.path) or {}, tag)
        given = {**(values or {}), **({"id": entry_id} if row.path == ("people",) else {})}
        given = {"name": "", **given} if row.path == ("people",) else given
        return add_record(workbook, row.path, entry_id, given)

    return Edit(say("edits.add", field=row.label), row.path, change)


def remove_entry(row: Row, entry_id: str) -> Edit:
    """Take a record out of a list."""
    return Edit(say("edits.remove", field=row.label), row.path, lambda w: remove_record(w, row.path, entry_id))


def move_entry(row: Row, entry_id: str, by: int) -> Edit | None:
    """Put a record of an ordered list before or after its neighbour; None at the end of the list, or for the method's own."""
    ids = [entry.id for entry in row.entries if not entry.fixed]
    if not row.ordered or entry_id not in ids or not 0 <= ids.index(entry_id) + by < len(ids):
        return None
    other = ids[ids.index(entry_id) + by]
    name = say("edits.move", field=row.label)
    return Edit(name, row.path, lambda workbook: swap_records(workbook, row.path, entry_id, other))


def _put(workbook: Workbook, path: Path, value: Any) -> Workbook:
    """Editors say None for an emptied field; texts of the document are then empty, everything else is not answered."""
    try:
        return set_value(workbook, path, value)
    except ValidationError:
        if value is not None:
            raise
        return set_value(workbook, path, "")


def _with_people(workbook: Workbook, value: Any, tag: str) -> tuple[Workbook, Any]:
    if isinstance(value, NewPerson):
        person_id = next_id(workbook.people, tag)
        return add_person(workbook, Person(id=person_id, name=value.name)), person_id
    if isinstance(value, tuple) and any(isinstance(item, NewPerson) for item in value):
        ids = []
        for item in value:
            workbook, known = _with_people(workbook, item, tag)
            ids.append(known)
        return workbook, tuple(ids)
    return workbook, value


def _with_record(workbook: Workbook, row: Row) -> Workbook:
    """What the method lists has no record until somebody writes something about it."""
    path, record = row.path, row.record
    if "assignments" in path:
        record = path[: path.index("assignments") + 2]
    if not record:
        return workbook
    return workbook if value_at(workbook, record) else add_record(workbook, record[:-1], record[-1], {})
