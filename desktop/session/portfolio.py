"""The portfolio as a table: rows that are only recomputed for systems that changed, filters, and a headline that answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.analysis.portfolio import STALL_MONTHS, PortfolioRow, PortfolioSummary, portfolio_row
from desktop.method import Method
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.workbook import Impact, Person, Stage, System, Workbook

_MOST_SEARCHES = 100  # remembered until other rows are searched
_STAGE_ORDER = {stage: at for at, stage in enumerate(Stage)}
_IMPACT_ORDER = {Impact.NEITHER: 0, Impact.SAFETY: 1, Impact.RIGHTS: 2, Impact.BOTH: 3}


@dataclass(frozen=True)
class Filter:
    """What the portfolio shows. An empty set or None lets everything through; ``text`` needs every one of its words."""

    text: str = ""
    stages: frozenset[Stage | None] = frozenset()
    impacts: frozenset[Impact | None] = frozenset()
    owned: bool | None = None
    stalled: bool = False
    in_sprint: bool = False
    proposals: bool = False

    @property
    def active(self) -> bool:
        """Something is filtered out."""
        return self != Filter()


@dataclass
class PortfolioRows:
    """The rows of a portfolio, kept between calls: a system that is the same object keeps its row."""

    _known: dict[str, tuple[System, Person | None, date, PortfolioRow]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _method: Method | None = None
    _searched: tuple[PortfolioRow, ...] = ()
    _found: dict[str, tuple[PortfolioRow, ...]] = field(default_factory=dict)

    def rows(self, workbook: Workbook, today: date, method: Method | None = None) -> tuple[PortfolioRow, ...]:
        """All rows in the order of the systems' ids; with rungs where the ``method`` is given."""
        if method is not self._method:
            self._method = method
            self._known.clear()
        return tuple(self._row(workbook, system, today) for system in workbook.systems.values())

    def matching(self, rows: tuple[PortfolioRow, ...], wanted: Filter) -> tuple[PortfolioRow, ...]:
        """The rows that pass the filter, in the order given."""
        rest = replace(wanted, text="")
        found = self._holding(rows, wanted.text.casefold())
        return tuple(row for row in found if _passes(row, rest)) if rest.active else found

    def _holding(self, rows: tuple[PortfolioRow, ...], text: str) -> tuple[PortfolioRow, ...]:
        """The rows that hold every word of ``text``, looked for among those that held what stood before the last key."""
        if rows is not self._searched or not 0 < len(self._found) < _MOST_SEARCHES:
            self._searched, self._found = rows, {"": rows}
        known = next(text[:end] for end in range(len(text), -1, -1) if text[:end] in self._found)
        found = self._found[known]
        if known != text:
            for word in text.split():
                found = tuple([row for row in found if word in self._texts[row.id]])
            self._found[text] = found
        return found

    def _row(self, workbook: Workbook, system: System, today: date) -> PortfolioRow:
        owner = workbook.people.get((system.sprint.owner if system.sprint else None) or system.owner or "")
        known = self._known.get(system.id)
        if known and known[0] is system and known[1] is owner and known[2] == today:
            return known[3]
        row = portfolio_row(workbook, system, today, self._method)
        self._found.clear()
        self._texts[system.id] = "\n".join((row.name, row.unit, row.owner or "", system.purpose)).casefold()
        self._known[system.id] = (system, owner, today, row)
        return row


def _passes(row: PortfolioRow, wanted: Filter) -> bool:
    return (
        (not wanted.stages or row.stage in wanted.stages)
        and (not wanted.impacts or row.impact in wanted.impacts)
        and (wanted.owned is None or row.owner_is_person == wanted.owned)
        and (not wanted.stalled or row.stalled)
        and (not wanted.in_sprint or row.in_sprint)
        and (not wanted.proposals or row.open_proposals > 0)
    )


def ordered(rows: Iterable[PortfolioRow], column: str, *, descending: bool) -> tuple[PortfolioRow, ...]:
    """The rows sorted by a column: ``name``, ``unit``, ``stage``, ``rung``, ``months``, ``owner`` or ``impact``.

    Unknown values come last.
    """
    known: list[PortfolioRow] = []
    unknown: list[PortfolioRow] = []
    for row in rows:
        (unknown if _key(row, column) is None else known).append(row)
    known.sort(key=lambda row: (_key(row, column), row.name.casefold()), reverse=descending)
    return (*known, *sorted(unknown, key=lambda row: row.name.casefold()))


def _key(row: PortfolioRow, column: str) -> float | str | None:
    match column:
        case "stage":
            return None if row.stage is None else _STAGE_ORDER[row.stage]
        case "impact":
            return None if row.impact is None else _IMPACT_ORDER[row.impact]
        case "months" | "rung":
            return row.months if column == "months" else row.rung
        case "owner":
            return row.owner.casefold() if row.owner else None
        case "unit":
            return row.unit.casefold() or None
        case _:
            return row.name.casefold()


def headline(summary: PortfolioSummary) -> str:
    """What the portfolio says, as a sentence."""
    if summary.systems == 0:
        return say("portfolio.headline.empty")
    if summary.start_unknown == summary.systems:
        return count("portfolio.headline.unknown", summary.systems)
    if summary.stalled == 0:
        return count("portfolio.headline.moving", summary.systems)
    return count("portfolio.headline.stalled", summary.stalled, systems=f"{summary.systems:,}")


def lead(summary: PortfolioSummary) -> str:
    """What stands behind the headline."""
    if summary.systems == 0:
        return ""
    unknown = count("portfolio.lead.unknown", summary.start_unknown) if summary.start_unknown else ""
    rule = say("portfolio.lead.rule", months=number(STALL_MONTHS, 1))
    return f"{rule} {unknown}".strip()
