"""Edits of the people of an engagement."""

from desktop.workbook.document import Workbook
from desktop.workbook.engagement import Person
from desktop.workbook.path import Path, replace_at


def add_person(workbook: Workbook, person: Person) -> Workbook:
    """Add one person, or replace the one with the same id."""
    return replace_at(workbook, ("people", person.id), person)


def assign_new_person(workbook: Workbook, path: Path, person: Person) -> Workbook:
    """Add a person and put them at ``path`` in one step, so that one undo takes both back."""
    return replace_at(add_person(workbook, person), path, person.id)
