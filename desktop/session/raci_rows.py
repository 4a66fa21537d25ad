"""The RACI matrix as a row of a page: columns are people, entries are duties, each cell holds a letter or nothing."""

from typing import TYPE_CHECKING

from desktop.analysis.persons import written_name
from desktop.analysis.raci import DutyRow, columns, duty_rows, overloaded
from desktop.method.practice import load_practice
from desktop.method.schema import Field, Kind
from desktop.session.view import Entry, Row
from desktop.text import say
from desktop.workbook import Workbook
from desktop.workbook.launch import Launch
from desktop.workbook.path import Path

if TYPE_CHECKING:
    from desktop.session.rows import Scope


def raci_row(scope: "Scope", field: Field, path: Path) -> Row:
    """The matrix of the chosen system. An entry's ``note`` says what its row lacks, a column's ``problem`` its person's."""
    raci = ((scope.system.launch if scope.system else None) or Launch()).raci
    people = columns(raci)
    rows = duty_rows(scope.workbook, raci, load_practice().raci)
    heavy = {load.person: load for load in overloaded(rows)}
    heads = tuple(_column(scope.workbook, person, person in heavy) for person in people)
    return Row(
        id=field.id,
        kind=field.kind,
        label=field.label,
        path=path,
        help=field.help,
        columns=heads,
        entries=tuple(_entry(scope.workbook, row, people, path) for row in rows),
        add_label=field.add,
        empty_text=field.empty,
    )


def _column(workbook: Workbook, person: str, heavy: bool) -> Row:  # noqa: FBT001  # the one thing that differs
    name, known = written_name(workbook, person), workbook.people.get(person)
    problem = say("launch.raci.heavy") if heavy else ""
    return Row(person, Kind.TEXT, name or person, ("marks", person), help=known.role if known else "", problem=problem)


def _entry(workbook: Workbook, row: DutyRow, people: tuple[str, ...], path: Path) -> Entry:
    at = (*path, row.id)
    name = Row(
        "name", Kind.TEXT, say("launch.raci.duty"), (*at, "name"), row.name,
        help=row.about, problem="", fixed=not row.own, record=at,
    )  # fmt: skip
    marks = tuple(
        Row(person, Kind.TEXT, written_name(workbook, person), (*at, "marks", person), row.marks.get(person), record=at)
        for person in people
    )
    return Entry(row.id, row.name, (name, *marks), gap_words(workbook, row), fixed=not row.own)


def gap_words(workbook: Workbook, row: DutyRow) -> str:
    """What is wrong with a row, in words; empty where nothing is."""
    if row.gap is None:
        return ""
    names = " · ".join(written_name(workbook, person) for person in row.accountable)
    return say(f"launch.raci.{row.gap}", names=names)
