"""Importing an inventory: read, suggest, preview, one undoable step. The window and the command line use the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.session.editing import Edit
from desktop.text import say
from desktop.workbook import Workbook


@dataclass(frozen=True)
class Imported:
    """What an import on the command line did."""

    systems: int
    problems: tuple[dict[str, object], ...]
    encoding: str
    mapping: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The document that ``inventory --json`` prints."""
        return {
            "systems": self.systems,
            "problems": list(self.problems),
            "encoding": self.encoding,
            "mapping": self.mapping,
        }


class InventoryRefusedError(Exception):
    """An inventory or its mapping was refused; the message names the file and says why in one sentence."""


def import_to_file(source: Path, mapping_file: Path | None, output: Path, *, force: bool, today: date) -> Imported:
    """Make a project at ``output`` from the inventory ``source``; the engagement's client is the file's name until edited.

    Raises InventoryRefusedError, what ``create`` raises, and OSError.
    """
    from desktop.exchange.inventory import preview
    from desktop.exchange.inventory_edit import import_inventory
    from desktop.exchange.mapping import load_mapping
    from desktop.exchange.problems import described
    from desktop.exchange.source import read_source
    from desktop.exchange.suggest import suggest
    from desktop.session.projects import create

    with _named(source):
        table = read_source(source)
    with _named(mapping_file or source):
        mapping = load_mapping(mapping_file) if mapping_file else suggest(table)
    found = preview(table, mapping, Workbook(), today)
    workbook = import_inventory(Workbook(), found)
    create(output, workbook, force=force)
    problems = tuple(described(problem) for problem in found.problems)
    return Imported(len(workbook.systems), problems, table.encoding, mapping.model_dump(mode="json"))


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Of the two files that a call reads, say which one was refused."""
    from desktop.exchange.problems import SourceRefusedError

    try:
        yield
    except SourceRefusedError as refused:
        raise InventoryRefusedError(say("cli.source", name=file.name, why=str(refused))) from refused


def import_step(preview: Any) -> Edit:
    """The import of a preview as one step of a session."""
    from desktop.exchange.inventory_edit import import_edit

    return Edit(say("edits.import", source=preview.batch.source), ("systems",), import_edit(preview))
