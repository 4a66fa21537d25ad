"""The portfolio: one row per system and the counts that head it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.analysis.ladder import rung_number
from desktop.analysis.persons import is_person
from desktop.method import Method
from desktop.workbook import Impact, Stage, System, Workbook

STALL_MONTHS = 4.7  # "the average pilot stalls for 4.7 months before organisations recognise it" (sprint guide)
_DAYS_A_MONTH = 365.2425 / 12


@dataclass(frozen=True)
class PortfolioRow:
    """One system as the portfolio shows it. ``months`` since start, None where the start is unknown.

    ``rung`` is where it stands on the ladder; None where it is not assessed, or where no method was at hand.
    """

    id: str
    name: str
    unit: str
    stage: Stage | None
    impact: Impact | None
    started: date | None
    months: float | None
    owner: str | None
    owner_is_person: bool
    stalled: bool
    in_sprint: bool
    open_proposals: int
    rung: int | None = None


@dataclass(frozen=True)
class PortfolioSummary:
    """Counts over the portfolio."""

    systems: int
    stages: dict[Stage | None, int]
    impacts: dict[Impact | None, int]
    stalled: int
    owned: int
    start_unknown: int
    in_sprint: int


def months_between(start: date, end: date) -> float:
    """Months of average length from ``start`` to ``end``."""
    return (end - start).days / _DAYS_A_MONTH


def is_stalled(system: System, today: date) -> bool:
    """Started, neither implemented nor retired, and longer ago than 4.7 months."""
    if system.started is None or system.implemented is not None or system.retired is not None:
        return False
    if system.stage in (Stage.OPERATION, Stage.RETIRED):
        return False
    return months_between(system.started, today) > STALL_MONTHS


def portfolio_row(workbook: Workbook, system: System, today: date, method: Method | None = None) -> PortfolioRow:
    """The row of one system; its rung only where the ``method`` is given that says what a rung asks for."""
    owner = workbook.people.get((system.sprint.owner if system.sprint else None) or system.owner or "")
    return PortfolioRow(
        id=system.id,
        name=system.name,
        unit=system.unit,
        stage=system.stage,
        impact=system.impact,
        started=system.started,
        months=None if system.started is None else months_between(system.started, today),
        owner=owner.name if owner else None,
        owner_is_person=owner is not None and is_person(owner.name),
        stalled=is_stalled(system, today),
        in_sprint=system.sprint is not None,
        open_proposals=sum(proposal.state == "open" for proposal in system.proposals.values()),
        rung=rung_number(method, system) if method is not None else None,
    )


def summarise(rows: Iterable[PortfolioRow]) -> PortfolioSummary:
    """The counts over ``rows``."""
    rows = tuple(rows)
    return PortfolioSummary(
        systems=len(rows),
        stages=dict(Counter(row.stage for row in rows)),
        impacts=dict(Counter(row.impact for row in rows)),
        stalled=sum(row.stalled for row in rows),
        owned=sum(row.owner_is_person for row in rows),
        start_unknown=sum(row.started is None for row in rows),
        in_sprint=sum(row.in_sprint for row in rows),
    )
