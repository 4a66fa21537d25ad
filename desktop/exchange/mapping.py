"""Which column holds which fact, how its dates are meant and what its words stand for: a person's to correct, and kept.

A mapping names columns by header, so it fits the next file with the same headers in any order.
"""

from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from desktop.exchange.dates import DateOrder
from desktop.exchange.problems import ImportProblem, SourceRefusedError
from desktop.exchange.table import ColumnKey, Table
from desktop.exchange.vocabulary import fold, targets
from desktop.workbook.base import Leaf, Map, Prose

LARGEST = 4 * 1024 * 1024  # bytes of a mapping file
Reason = Literal["header", "cells", "header-and-cells", "chosen"]
Confidence = Annotated[float, Field(ge=0, le=1)]


class ColumnName(Leaf):
    """A column by its header and which of the columns with this header it is, from 1."""

    header: Prose
    occurrence: Annotated[int, Field(ge=1)] = 1


class FieldMapping(Leaf):
    """The column of one target. ``values`` gives the document's value for a cell as written ("" for: says nothing).

    ``confidence`` runs from 0 to 1 and ``reason`` is a code; a person's choice has confidence 1 and reason "chosen".
    """

    column: ColumnName
    date_order: DateOrder | None = None
    values: Map[str] = Field(default_factory=dict)
    confidence: Confidence = 1.0
    reason: Reason = "chosen"


class Mapping(Leaf):
    """A mapping as it is saved. Targets that are not in ``fields`` are not filled from the source."""

    format: Literal["readiness-mapping"] = "readiness-mapping"
    version: Literal[1] = 1
    fields: Map[FieldMapping] = Field(default_factory=dict)


@dataclass(frozen=True)
class Resolved:
    """A mapping laid over one table: the position of each target's column, and what of the mapping does not fit."""

    columns: Lookup[str, int]
    problems: tuple[ImportProblem, ...] = field(default=())


def choose(mapping: Mapping, target: str, column: ColumnKey | None) -> Mapping:
    """Take ``target`` from ``column``, or from none. Keeps what was said about values when the column stays."""
    fields = dict(mapping.fields)
    before = fields.pop(target, None)
    if column is not None:
        name = ColumnName(header=column.header, occurrence=column.occurrence)
        same = before is not None and before.column == name
        fields[target] = before.model_copy(update={"confidence": 1.0, "reason": "chosen"}) if before and same else (
            FieldMapping(column=name)
        )  # fmt: skip
    return mapping.model_copy(update={"fields": fields})


def choose_date_order(mapping: Mapping, target: str, order: DateOrder | None) -> Mapping:
    """Say how the dates of a column are meant."""
    changed = mapping.fields[target].model_copy(update={"date_order": order})
    return mapping.model_copy(update={"fields": {**mapping.fields, target: changed}})


def choose_value(mapping: Mapping, target: str, written: str, value: str) -> Mapping:
    """Say what a cell's words stand for: a stage or impact, or "" for nothing."""
    known = mapping.fields[target]
    changed = known.model_copy(update={"values": {**known.values, written: value}})
    return mapping.model_copy(update={"fields": {**mapping.fields, target: changed}})


def resolve(mapping: Mapping, table: Table) -> Resolved:
    """Find each column in ``table``: by its exact header, else by one that differs only in case, accents or spaces."""
    exact = {key: at for at, key in enumerate(table.columns)}
    alike: dict[tuple[str, int], int] = {}
    for at, key in reversed(list(enumerate(table.columns))):
        alike[fold(key.header) or key.header, key.occurrence] = at
    known = {target.id for target in targets()}
    columns: dict[str, int] = {}
    problems = []
    for target, chosen in mapping.fields.items():
        key = ColumnKey(chosen.column.header, chosen.column.occurrence)
        found = exact.get(key, alike.get((fold(key.header) or key.header, key.occurrence)))
        if target not in known:
            problems.append(ImportProblem("mapping-target", column=str(key), values=(("target", target),)))
        elif found is None:
            problems.append(ImportProblem("mapping-column", column=str(key), values=(("column", str(key)),)))
        else:
            columns[target] = found
    return Resolved(columns, tuple(problems))


def dump_mapping(mapping: Mapping) -> str:
    """The mapping as the text of its file: JSON, one value a line, ending in a line break."""
    return mapping.model_dump_json(indent=2) + "\n"


def save_mapping(mapping: Mapping, path: Path) -> None:
    """Write the mapping to ``path``, whole or not at all. Raises OSError where that cannot be done."""
    with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".", delete=False) as draft:
        draft.write(dump_mapping(mapping))
    Path(draft.name).replace(path)


def load_mapping(path: Path) -> Mapping:
    """The mapping in the file at ``path``; raises SourceRefusedError where it is none."""
    try:
        if not path.is_file():
            raise SourceRefusedError("missing")
        if path.stat().st_size > LARGEST:
            raise SourceRefusedError("mapping-damaged")
        return Mapping.model_validate_json(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except OSError as error:
        raise SourceRefusedError("unreadable") from error
    except ValidationError as error:
        raise SourceRefusedError("mapping-damaged") from error
