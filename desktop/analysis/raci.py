"""Who answers for what: one accountable person a row, somebody who does it, and nobody who answers for too much.

Rows and the rule of one accountable person: sprint guide, domain 4. The limit for one person is the workbook's own.
"""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from desktop.analysis.persons import is_person
from desktop.method.practice import Duty as MethodDuty
from desktop.workbook import Workbook
from desktop.workbook.raci import Duty, Mark, Raci

LIMIT_SHARE = 2  # nobody answers for more than one row in two: the workbook's own rule
Gap = Literal["nobody", "several", "nobody-does", "not-a-person"]


@dataclass(frozen=True)
class DutyRow:
    """One row with its marks (by person, in the order of the columns) and what is wrong with it first; None: nothing."""

    id: str
    name: str
    about: str
    own: bool
    marks: dict[str, Mark]
    gap: Gap | None

    @property
    def accountable(self) -> tuple[str, ...]:
        """The people who answer for it; exactly one where the row is right."""
        return tuple(person for person, mark in self.marks.items() if mark in ("A", "AR"))

    @property
    def responsible(self) -> tuple[str, ...]:
        """The people who do it."""
        return tuple(person for person, mark in self.marks.items() if mark in ("R", "AR"))


@dataclass(frozen=True)
class Load:
    """A person who answers for more rows than one should."""

    person: str
    rows: int
    limit: int


def columns(raci: Raci) -> tuple[str, ...]:
    """The people of the matrix: those that were chosen, then whoever has a mark besides."""
    marked = (person for key in sorted(raci.duties) for person in raci.duties[key].marks)
    return tuple(dict.fromkeys((*raci.people, *marked)))


def duty_rows(workbook: Workbook, raci: Raci, needed: tuple[MethodDuty, ...]) -> tuple[DutyRow, ...]:
    """The method's rows, which are always there, then the project's own."""
    ids, people = {duty.id for duty in needed}, columns(raci)
    shared = [_row(workbook, raci, people, duty.id, duty.name, duty.about) for duty in needed]
    extra = (key for key in sorted(raci.duties) if key not in ids)
    own = [_row(workbook, raci, people, key, raci.duties[key].name.strip(), "") for key in extra]
    return (*shared, *own)


def _row(  # a row and what it is read from
    workbook: Workbook, raci: Raci, people: tuple[str, ...], key: str, name: str, about: str
) -> DutyRow:
    given = raci.duties.get(key, Duty()).marks
    marks = {person: given[person] for person in people if person in given}
    row = DutyRow(key, name, about, not about, marks, None)
    return replace(row, gap=_gap(workbook, row))


def _gap(workbook: Workbook, row: DutyRow) -> Gap | None:
    if len(row.accountable) != 1:
        return "several" if row.accountable else "nobody"
    if not all(named_person(workbook, person) for person in (*row.accountable, *row.responsible)):
        return "not-a-person"
    return None if row.responsible else "nobody-does"


def named_person(workbook: Workbook, person_id: str) -> bool:
    """The column is one human being whom the engagement knows."""
    person = workbook.people.get(person_id)
    return person is not None and is_person(person.name)


def limit(rows: int) -> int:
    """For how many of ``rows`` rows one person may answer: half of them, but always for one."""
    return max(1, rows // LIMIT_SHARE)


def overloaded(rows: tuple[DutyRow, ...]) -> tuple[Load, ...]:
    """People who answer for more than half of the rows, the most burdened first."""
    held = Counter(person for row in rows for person in row.accountable)
    most = limit(len(rows))
    return tuple(Load(person, times, most) for person, times in held.most_common() if times > most)
