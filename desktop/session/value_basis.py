"""What the numbers rest on, as tables over all lists: each amount with its kind, source and owner."""

from collections.abc import Iterator

from desktop.analysis.value_basis import PARTS
from desktop.method.schema import Kind
from desktop.session.value import value_of
from desktop.session.view import Choice, Entry, Row
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.base import Range
from desktop.workbook.path import Path
from desktop.workbook.sprint import CostKind, MoneyLine
from desktop.workbook.unit_case import UnitCost, UnitFigure


def basis_row(workbook: Workbook, system_id: str) -> Row:
    """The table; its cells are bound to the lines themselves, so an edit here is an edit of week 4."""
    value = value_of(workbook.systems[system_id])
    entries = tuple(
        _entry((system_id, part, line_id), lines[line_id])
        for part in PARTS
        for lines in (getattr(value, part),)
        for line_id in sorted(lines)
    )
    at = ("systems", system_id, "sprint", "value")
    columns = tuple(_template())
    return Row("basis", Kind.TABLE, say("value.basis.item"), at, columns=columns, entries=entries, fixed=True)


def unit_basis_row(workbook: Workbook, system_id: str) -> Row:
    """The same for the unit economics, whose inputs have no kind; empty where nothing of it is entered."""
    unit, at = value_of(workbook.systems[system_id]).unit, ("systems", system_id, "sprint", "value", "unit")
    costs = (
        (cost.name.strip() or say("value.part.running"), (*at, "costs", key), cost) for key, cost in unit.costs.items()
    )
    figures = ((say(f"value.unit.input.{key}"), (*at, key), getattr(unit, key)) for key in _FIGURES)
    known = [entry for entry in (*costs, *figures) if entry[2].amount != Range()]
    entries = tuple(Entry("/".join(path[4:]), name, _cells(path, line)) for name, path, line in known)
    columns = tuple(_template())[1:]
    return Row("units", Kind.TABLE, say("value.basis.unit-item"), at, columns=columns, entries=entries, fixed=True)


_FIGURES = ("calls", "worth", "pilot", "target")


def _template() -> Iterator[Row]:
    yield Row("kind", Kind.CHOICE, say("value.basis.kind"), ("kind",), choices=_kinds(), optional=True)
    yield Row("source", Kind.TEXT, say("value.basis.source"), ("source",))
    yield Row("owner", Kind.PERSON, say("value.basis.owner"), ("owner",), optional=True)


def _kinds() -> tuple[Choice, ...]:
    return tuple(Choice(kind.value, say(f"value.kind.{kind.value}")) for kind in CostKind)


def _entry(place: tuple[str, str, str], line: MoneyLine) -> Entry:
    system_id, part, line_id = place
    at = ("systems", system_id, "sprint", "value", part, line_id)
    kind = Row("kind", Kind.CHOICE, say("value.basis.kind"), (*at, "kind"), line.kind, choices=_kinds(), optional=True)
    rows = (kind, *_cells(at, line))
    return Entry(f"{part}/{line_id}", _title(part, line), rows)


def _cells(at: Path, line: MoneyLine | UnitCost | UnitFigure) -> tuple[Row, Row]:
    return (
        Row("source", Kind.TEXT, say("value.basis.source"), (*at, "source"), line.source),
        Row("owner", Kind.PERSON, say("value.basis.owner"), (*at, "owner"), line.owner, optional=True),
    )


def _title(part: str, line: MoneyLine) -> str:
    return line.name.strip() or say(f"value.part.{part}")
