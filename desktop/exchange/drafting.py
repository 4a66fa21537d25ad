"""One row of a source into one system: normalised where that is certain, as written everywhere, problems named."""

from collections.abc import Callable
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.exchange.dates import read_date
from desktop.exchange.mapping import Mapping, Resolved
from desktop.exchange.normalise import one_line, person_name, read_choice, says_nothing
from desktop.exchange.problems import ImportProblem
from desktop.exchange.proposals import propose
from desktop.exchange.table import ColumnKey
from desktop.exchange.vocabulary import topics
from desktop.text import say
from desktop.workbook.system import Impact, Proposal, SourceRecord, Stage, System

LINE = 2_000  # characters that the document keeps in a short text
_CHOICES: Lookup[str, Callable[[str], Stage | Impact]] = {"stage": Stage, "impact": Impact}
_DATES = ("started", "development_began", "implemented", "retired")


@dataclass(frozen=True)
class Draft:
    """A system as one row gives it, with what needs a look. ``owner`` is the name of a person, not yet an id."""

    system: System
    owner: str
    problems: tuple[ImportProblem, ...]


@dataclass
class _Row:
    """One row while it is being read."""

    cells: tuple[str, ...]
    number: int
    problems: list[ImportProblem] = field(default_factory=list)
    as_written: dict[str, str] = field(default_factory=dict)


class Drafting:
    """Reads rows with one mapping. ``today`` says which dates are plausible."""

    def __init__(self, mapping: Mapping, resolved: Resolved, columns: tuple[ColumnKey, ...], today: date) -> None:
        self._fields = mapping.fields
        self._at = resolved.columns
        self._columns = columns
        self._today = today

    def draft(self, system_id: str, batch: str, cells: tuple[str, ...], number: int) -> Draft:
        """The system in ``cells``, row ``number`` of the source."""
        row = _Row(cells, number)
        owner = self._owner(row)
        values = self._texts(row) | self._choices(row) | self._dates(row)
        system = System(
            id=system_id,
            proposals=self._proposals(row),
            source=SourceRecord(batch=batch, row=number, cells=cells),
            **values,
            as_written=row.as_written,
        )
        return Draft(system, owner, tuple(row.problems))

    def _texts(self, row: _Row) -> dict[str, Any]:
        name = self._line(row, "name")
        if not name:
            name = say("exchange.unnamed", row=row.number)
            if "name" in self._at:  # without a column for it, the whole file is told once
                row.problems.append(ImportProblem("no-name", row.number, self._column("name")))
        groups = dict.fromkeys(filter(None, (self._line(row, "organisation"), self._line(row, "unit"))))
        return {
            "name": name,
            "unit": " · ".join(groups)[:LINE],
            "built_by": self._line(row, "built_by"),
            **{target: self._cell(row, target).strip() for target in ("purpose", "data", "decisions")},
        }

    def _choices(self, row: _Row) -> dict[str, Any]:
        return {target: self._choice(row, target) for target in _CHOICES}

    def _choice(self, row: _Row, target: str) -> Stage | Impact | None:
        cell = self._kept(row, target)
        if not cell:
            return None
        chosen = self._fields[target].values.get(cell)
        value = read_choice(target, cell) if chosen is None else chosen
        if value is None and not says_nothing(cell):
            row.problems.append(ImportProblem(f"{target}-unknown", row.number, self._column(target), cell))
        try:
            return _CHOICES[target](value) if value else None
        except ValueError:
            row.problems.append(ImportProblem("mapping-value", row.number, self._column(target), cell))
            return None

    def _dates(self, row: _Row) -> dict[str, Any]:
        dates = {target: self._date(row, target) for target in _DATES}
        dates["started"] = dates["started"] or dates["development_began"]
        del dates["development_began"]
        before = dates["started"]
        for later in ("implemented", "retired"):
            after = dates[later]
            if before and after and after < before:
                row.problems.append(
                    ImportProblem(f"{later}-too-early", row.number, self._column(later), row.as_written[later])
                )
        return dates

    def _date(self, row: _Row, target: str) -> date | None:
        cell = self._kept(row, target)
        if not cell:
            return None
        reading = read_date(cell, self._fields[target].date_order, self._today)
        if reading.code:
            row.problems.append(
                ImportProblem(reading.code, row.number, self._column(target), cell, (("note", reading.note),))
            )
        return reading.value

    def _owner(self, row: _Row) -> str:
        cell = self._kept(row, "owner")
        name = person_name(cell)
        if cell and not name and not says_nothing(cell):
            row.problems.append(ImportProblem("owner-no-person", row.number, self._column("owner"), cell))
        return name

    def _proposals(self, row: _Row) -> dict[str, Proposal]:
        proposals = {}
        for topic in topics():
            if topic not in self._at:
                continue
            at = self._at[topic]
            reading = propose(topic, row.cells[at], self._columns[at].header, at)
            if reading.proposal:
                proposals[reading.question] = reading.proposal
            if not reading.understood:
                row.problems.append(ImportProblem("answer-unread", row.number, self._column(topic), row.cells[at]))
        return proposals

    def _line(self, row: _Row, target: str) -> str:
        text = one_line(self._cell(row, target))
        if len(text) > LINE:
            row.problems.append(ImportProblem("text-cut", row.number, self._column(target), text))
        return text[:LINE]

    def _kept(self, row: _Row, target: str) -> str:
        """The cell of a target that is normalised; its words are kept beside the value."""
        cell = self._cell(row, target)
        if not cell.strip():
            return ""
        row.as_written[target] = cell
        return cell

    def _cell(self, row: _Row, target: str) -> str:
        at = self._at.get(target)
        return "" if at is None else row.cells[at]

    def _column(self, target: str) -> str:
        at = self._at.get(target)
        return "" if at is None else str(self._columns[at])
