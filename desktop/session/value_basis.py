"""What the numbers rest on, as one table over all four lists: each amount with its kind, source and owner."""

from collections.abc import Iterator

from desktop.analysis.value_basis import PARTS
from desktop.method.schema import Kind
from desktop.session.value import value_of
from desktop.session.view import Choice, Entry, Row
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.sprint import CostKind, MoneyLine


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


def _template() -> Iterator[Row]:
    yield Row("kind", Kind.CHOICE, say("value.basis.kind"), ("kind",), choices=_kinds(), optional=True)
    yield Row("source", Kind.TEXT, say("value.basis.source"), ("source",))
    yield Row("owner", Kind.PERSON, say("value.basis.owner"), ("owner",), optional=True)


def _kinds() -> tuple[Choice, ...]:
    return tuple(Choice(kind.value, say(f"value.kind.{kind.value}")) for kind in CostKind)


def _entry(place: tuple[str, str, str], line: MoneyLine) -> Entry:
    system_id, part, line_id = place
    at = ("systems", system_id, "sprint", "value", part, line_id)
    rows = (
        Row("kind", Kind.CHOICE, say("value.basis.kind"), (*at, "kind"), line.kind, choices=_kinds(), optional=True),
        Row("source", Kind.TEXT, say("value.basis.source"), (*at, "source"), line.source),
        Row("owner", Kind.PERSON, say("value.basis.owner"), (*at, "owner"), line.owner, optional=True),
    )
    return Entry(f"{part}/{line_id}", _title(part, line), rows)


def _title(part: str, line: MoneyLine) -> str:
    return line.name.strip() or say(f"value.part.{part}")
