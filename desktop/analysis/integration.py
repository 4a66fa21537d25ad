"""Week 3: what the connections cost, as estimated and doubled, and what each of them still lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from desktop.analysis.persons import is_person
from desktop.workbook import Person, Sprint
from desktop.workbook.base import Range
from desktop.workbook.sprint import Connection, Environment

DOUBLING = 2  # "estimate the engineering effort honestly, then double it" (sprint guide, week 3)
Lack = Literal[
    "owner", "not-a-person", "fallback", "failure", "authentication", "environment", "direction", "effort", "rate",
    "data", "kinds", "no-test-environment",
]  # fmt: skip
FLAGGED: frozenset[Lack] = frozenset({"owner", "not-a-person", "fallback"})  # what the map shows of its own accord


@dataclass(frozen=True)
class Effort:
    """Person-days over all connections: as estimated and doubled. ``estimated`` of ``listed`` connections have a range."""

    honest: Range
    doubled: Range
    estimated: int
    listed: int


def effort(sprint: Sprint) -> Effort:
    """The sum of all complete estimates, and twice that."""
    return effort_of(sprint.connections.values())


def effort_of(connections: Iterable[Connection]) -> Effort:
    """The sum over some connections, and twice that."""
    every = tuple(connections)
    ranges = [connection.effort for connection in every if connection.effort.complete]
    low, likely, high = (sum((getattr(r, end) for r in ranges), Decimal(0)) for end in ("low", "likely", "high"))
    honest = Range(low=low, likely=likely, high=high)
    return Effort(honest, doubled(honest), len(ranges), len(every))


def doubled(honest: Range) -> Range:
    """Each end twice; an end that is not given stays so."""
    ends = (honest.low, honest.likely, honest.high)
    low, likely, high = (None if end is None else end * DOUBLING for end in ends)
    return Range(low=low, likely=likely, high=high)


def has_owner(entry: Connection, people: Mapping[str, Person]) -> bool:
    """One named person owns the system; a committee, vendor or shared duty does not."""
    person = people.get(entry.owner or "")
    return person is not None and is_person(person.name)


def lacks(entry: Connection, people: Mapping[str, Person]) -> tuple[Lack, ...]:
    """What is not known of a connection yet, the gravest first. ``FLAGGED`` are those that stop a launch."""
    owned = has_owner(entry, people)
    missing: dict[Lack, bool] = {
        "owner": not owned and people.get(entry.owner or "") is None,
        "not-a-person": not owned and people.get(entry.owner or "") is not None,
        "fallback": not entry.fallback.strip(),
        "failure": not entry.failure_mode.strip(),
        "authentication": not entry.authentication.strip(),
        "environment": not reached(entry),
        "no-test-environment": entry.environments == (Environment.PRODUCTION,),
        "direction": entry.direction is None,
        "effort": not entry.effort.complete,
        "rate": not entry.rate_limit.strip(),
        "data": not entry.data.strip(),
        "kinds": not entry.kinds,
    }
    return tuple(name for name, is_missing in missing.items() if is_missing)


def reached(entry: Connection) -> bool:
    """The pilot has worked with the system at least through a copied extract."""
    return entry.environment not in (None, Environment.NONE)
