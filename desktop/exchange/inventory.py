"""An inventory before it is imported: every row as a system, what is new or changed, and what needs a look."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.exchange.drafting import Draft, Drafting
from desktop.exchange.mapping import Mapping, resolve
from desktop.exchange.people import Roster
from desktop.exchange.problems import ImportProblem
from desktop.exchange.recognise import Known, updated
from desktop.exchange.table import ColumnKey, Table
from desktop.exchange.vocabulary import likeness
from desktop.workbook.document import Workbook
from desktop.workbook.engagement import Person
from desktop.workbook.system import ImportBatch, System

Status = Literal["added", "changed", "same"]


@dataclass(frozen=True)
class SystemDraft:
    """One row as it will stand in the workbook. ``before`` is the system as it is there now, None where it is new."""

    row: int
    status: Status
    system: System
    before: System | None


@dataclass(frozen=True)
class Duplicate:
    """Rows with the same name in the same unit. They are imported all the same, each as its own system."""

    name: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Counts:
    """How many rows there are, what becomes of them, and how many places need a look."""

    rows: int
    added: int
    changed: int
    same: int
    missing: int
    problems: int
    proposals: int


@dataclass(frozen=True)
class Preview:
    """What importing a table would do to a workbook. Nothing has been done yet."""

    batch: ImportBatch
    systems: tuple[SystemDraft, ...]
    people: tuple[Person, ...]
    counts: Counts
    problems: tuple[ImportProblem, ...]
    unmapped: tuple[ColumnKey, ...]
    duplicates: tuple[Duplicate, ...]
    missing: tuple[str, ...]


def preview(table: Table, mapping: Mapping, workbook: Workbook, today: date) -> Preview:
    """Read every row of ``table`` with ``mapping`` and compare it with what ``workbook`` already holds."""
    resolved = resolve(mapping, table)
    reading = _Reading(table, Drafting(mapping, resolved, table.columns, today), workbook)
    drafts, problems = reading.systems()
    batch = _batch(table, today)
    missing = reading.missing()
    nameless = () if "name" in resolved.columns else (ImportProblem("name-unmapped"),)
    rowless = () if table.rows else (ImportProblem("no-rows"),)
    found = (*table.problems, *resolved.problems, *rowless, *nameless, *problems)
    taken = set(resolved.columns.values())
    return Preview(
        batch=workbook.imports.get(batch.id, batch),
        systems=drafts,
        people=reading.roster.added(),
        counts=_counts(drafts, len(missing), len(found)),
        problems=found,
        unmapped=tuple(key for at, key in enumerate(table.columns) if at not in taken),
        duplicates=_duplicates(drafts),
        missing=missing,
    )


class _Reading:
    """All rows of one table against one workbook."""

    def __init__(self, table: Table, drafting: Drafting, workbook: Workbook) -> None:
        self._table = table
        self._drafting = drafting
        self._batch = _batch_id(table)
        self._known = Known(workbook, table.headers)
        self._taken = set(workbook.systems)
        self._updated: set[str] = set()
        self.roster = Roster(workbook.people)

    def systems(self) -> tuple[tuple[SystemDraft, ...], list[ImportProblem]]:
        """Every row as a draft: first the rows that are exactly known, so that a twin by name is not taken for them."""
        problems: list[ImportProblem] = []
        exact = [self._known.with_cells(cells) for cells in self._table.rows]
        drafts = []
        for cells, number, before in zip(self._table.rows, self._table.row_numbers, exact, strict=True):
            draft = self._drafting.draft(self._new_id(number), self._batch, cells, number)
            problems.extend(draft.problems)
            drafts.append(self._placed(draft, number, before))
        return tuple(drafts), problems

    def missing(self) -> tuple[str, ...]:
        """Known systems of the same inventory that the table no longer lists."""
        return self._known.unclaimed(self._updated)

    def _placed(self, draft: Draft, number: int, exact: System | None) -> SystemDraft:
        system = self._owned(draft)
        before = exact or self._known.with_title(system)
        if before is None:
            self._taken.add(system.id)
            return SystemDraft(number, "added", system, None)
        if before.source:
            self._updated.add(before.source.batch)
        after = updated(before, system, self._base(before))
        return SystemDraft(number, "same" if after == before else "changed", after, before)

    def _owned(self, draft: Draft) -> System:
        owner = self.roster.id_of(draft.owner) if draft.owner else None
        return draft.system.model_copy(update={"owner": owner}) if owner else draft.system

    def _base(self, before: System) -> System | None:
        source = before.source
        if source is None or source.batch not in self._known.same_columns:
            return None
        draft = self._drafting.draft(before.id, source.batch, source.cells, source.row)
        return self._owned(draft)

    def _new_id(self, number: int) -> str:
        proposed = f"{self._batch}.{number:05d}"
        while proposed in self._taken:  # the id of another version of this row that a person has kept
            proposed += "x"
        return proposed


def _batch_id(table: Table) -> str:
    """The same for the same bytes read in the same way, so that a second import is recognised."""
    read_as = "|".join((table.sha256, table.sheet, table.encoding, table.dialect, *table.headers))
    return f"inv-{hashlib.sha256(read_as.encode()).hexdigest()[:12]}"


def _batch(table: Table, today: date) -> ImportBatch:
    return ImportBatch(
        id=_batch_id(table),
        source=table.name[:2000],
        sha256=table.sha256,
        encoding=table.encoding,
        sheet=table.sheet,
        imported_on=today,
        columns=table.headers,
    )


def _counts(drafts: tuple[SystemDraft, ...], missing: int, problems: int) -> Counts:
    states = [draft.status for draft in drafts]
    return Counts(
        rows=len(drafts),
        added=states.count("added"),
        changed=states.count("changed"),
        same=states.count("same"),
        missing=missing,
        problems=problems,
        proposals=sum(
            1 for draft in drafts for proposal in draft.system.proposals.values() if proposal.state == "open"
        ),
    )


def _duplicates(drafts: tuple[SystemDraft, ...]) -> tuple[Duplicate, ...]:
    rows: dict[tuple[str, str], list[SystemDraft]] = defaultdict(list)
    for draft in drafts:
        rows[likeness(draft.system.name), likeness(draft.system.unit)].append(draft)
    return tuple(
        Duplicate(same[0].system.name, tuple(draft.row for draft in same)) for same in rows.values() if len(same) > 1
    )
