"""Importing an inventory: one edit, so that one undo takes all of it back."""

from collections.abc import Callable

from desktop.exchange.inventory import Preview
from desktop.workbook.document import Workbook


def import_inventory(workbook: Workbook, preview: Preview) -> Workbook:
    """``workbook`` with all that ``preview`` adds and changes; the very same object where that is nothing.

    The preview must have been made against this workbook. Systems that the source no longer lists stay.
    """
    fresh = {draft.system.id: draft.system for draft in preview.systems if draft.status != "same"}
    if not fresh:
        return workbook
    used = {system.source.batch for system in fresh.values() if system.source}
    imports = {**workbook.imports, preview.batch.id: preview.batch} if preview.batch.id in used else workbook.imports
    owners = {system.owner for system in fresh.values()}
    people = {person.id: person for person in preview.people if person.id in owners}
    return workbook.model_copy(
        update={
            "imports": imports,
            "people": {**workbook.people, **people} if people else workbook.people,
            "systems": {**workbook.systems, **fresh},
        }
    )


def import_edit(preview: Preview) -> Callable[[Workbook], Workbook]:
    """The import as an edit that a session can apply, name and undo."""
    return lambda workbook: import_inventory(workbook, preview)
