"""Turns the field declarations of a page into rows with values, choices and problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from desktop.analysis.persons import is_person
from desktop.analysis.verdict import Verdict
from desktop.method.schema import Field, Kind
from desktop.planning import places
from desktop.planning.sprint_tasks import SprintTask
from desktop.session.method_entries import Listed, listed
from desktop.session.raci_rows import raci_row
from desktop.session.record_notes import record_note
from desktop.session.view import CellState, Choice, Entry, Row
from desktop.text import say
from desktop.text.formatting import day
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.path import Path, value_at


@dataclass(frozen=True)
class Scope:
    """What a page's rows are read from: the workbook, the system where the page is about one, and today."""

    workbook: Workbook
    system: System | None
    today: date
    verdicts: Mapping[Path, Verdict]
    tasks: tuple[SprintTask, ...] = ()
    states: Mapping[Path, CellState] = field(default_factory=dict)

    @property
    def base(self) -> Path:
        """The path that the page's binds are relative to."""
        return () if self.system is None else ("systems", self.system.id)

    @property
    def currency(self) -> str:
        """The engagement's currency code."""
        return self.workbook.engagement.currency


def row(scope: Scope, field: Field, base: Path) -> Row:
    """The row of ``field`` with its value from below ``base``."""
    path = (*base, *field.bind.split("."))
    if field.kind is Kind.RACI:
        return raci_row(scope, field, path)
    value: Any = scope.states.get(path) if field.kind is Kind.STATE else value_at(scope.workbook, path)
    return Row(
        id=field.id,
        kind=field.kind,
        label=field.label,
        path=path,
        value=None if field.kind in _LISTS else value,
        help=_help(scope, field),
        placeholder=field.placeholder,
        unit=scope.currency if field.kind in (Kind.MONEY, Kind.MONEY_RANGE) else field.unit,
        optional=field.optional,
        problem=_problem(scope, field, path, value),
        choices=_choices(scope, field),
        columns=tuple(_template(scope, column) for column in field.fields),
        entries=_entries(scope, field, path, value or {}),
        add_label=field.add,
        empty_text=field.empty,
        ordered=field.ordered,
        fixed=field.kind == Kind.ASSIGNMENTS or bool(field.entries_from and not field.add),
    )


def _help(scope: Scope, field: Field) -> str:
    """The field's help, and what the inventory said where the value was read from words."""
    written = scope.system.as_written.get(field.bind, "").strip() if scope.system else ""
    if not written:
        return field.help
    return f"{field.help} {say('pages.as-written', text=' '.join(written.split()))}".strip()


_LISTS = frozenset({Kind.TABLE, Kind.RECORDS, Kind.ASSIGNMENTS})


def _template(scope: Scope, field: Field) -> Row:
    unit = scope.currency if field.kind in (Kind.MONEY, Kind.MONEY_RANGE) else field.unit
    return Row(
        field.id, field.kind, field.label, tuple(field.bind.split(".")),
        help=field.help, placeholder=field.placeholder, unit=unit, optional=field.optional, choices=_choices(scope, field),
        width=field.width,
    )  # fmt: skip


def _entries(scope: Scope, field: Field, path: Path, records: Mapping[str, Any]) -> tuple[Entry, ...]:
    if field.kind == Kind.ASSIGNMENTS:
        return tuple(_assignment(scope, field, path, task) for task in scope.tasks)
    if field.kind not in _LISTS:
        return ()
    known = listed(scope.workbook, scope.system, field.entries_from) if field.entries_from else ()
    fixed = tuple(_method_entry(scope, field, (*path, one.id), one, records.get(one.id)) for one in known)
    if known and not field.add:
        return fixed
    ids = {one.id for one in known}
    return (*fixed, *(_entry(scope, field, (*path, key), records[key]) for key in sorted(records) if key not in ids))


def _method_entry(scope: Scope, field: Field, path: Path, one: Listed, record: object) -> Entry:
    """An entry of the method: always there, its name not to be changed, its record made when somebody first writes."""
    rows = tuple(
        replace(cell, record=path, help=one.hints.get(cell.id, cell.help)) for cell in _fields(scope, field, path)
    )
    named = tuple(
        replace(cell, value=one.title, fixed=True, help=one.about) if cell.id == "name" else cell for cell in rows
    )
    note = record_note(field, record, scope.workbook.people) if field.kind == Kind.RECORDS else ""
    return Entry(one.id, one.title, named, note, fixed=True)


def _entry(scope: Scope, field: Field, path: Path, record: object) -> Entry:
    note = record_note(field, record, scope.workbook.people) if field.kind == Kind.RECORDS else ""
    return Entry(path[-1], _title(field, record), _fields(scope, field, path), note)


def _assignment(scope: Scope, field: Field, path: Path, task: SprintTask) -> Entry:
    rows = _fields(scope, field, (*path, task.id))
    hints = {"owner": task.role, "due": day(task.due) if task.due else ""}
    rows = tuple(replace(entry, placeholder=hints.get(entry.id, entry.placeholder)) for entry in rows)
    return Entry(task.id, task.checked.check.task, rows)


def _fields(scope: Scope, field: Field, path: Path) -> tuple[Row, ...]:
    return tuple(row(scope, inner, path) for inner in field.fields)


def _title(field: Field, record: object) -> str:
    return str(getattr(record, field.entry, "") or "") if field.entry else ""


def _choices(scope: Scope, field: Field) -> tuple[Choice, ...]:
    match field.options_from:
        case "connections":
            sprint = scope.system.sprint if scope.system else None
            return tuple(Choice(key, entry.name) for key, entry in sorted(sprint.connections.items())) if sprint else ()
        case "countries":
            return _countries()
        case "regions":
            return _regions(scope.workbook.engagement.calendar.country)
        case "currencies":
            return _currencies()
        case _:
            return tuple(Choice(option.value, option.label, option.help) for option in field.options)


@cache
def _countries() -> tuple[Choice, ...]:
    return tuple(Choice(code, name) for code, name in places.countries())


@cache
def _regions(country: str | None) -> tuple[Choice, ...]:
    return tuple(Choice(code, name) for code, name in places.regions(country))


@cache
def _currencies() -> tuple[Choice, ...]:
    return tuple(Choice(code, f"{code} · {name}") for code, name in places.currencies())


def _problem(scope: Scope, field: Field, path: Path, value: object) -> str:
    verdict = scope.verdicts.get(path)
    if verdict is not None and verdict.state == "failed":
        return verdict_sentence(verdict.code, verdict.values, scope.currency)
    if field.kind == Kind.PERSON and isinstance(value, str):
        person = scope.workbook.people.get(value)
        if person is None or not is_person(person.name):
            return say("checks.not-a-person", name=person.name if person else value)
    if isinstance(value, Range) and not value.complete and any((value.low, value.likely, value.high)):
        return say("pages.range.incomplete")
    return ""
