"""Week 3: the simplest viable integration for phase 1, picked by the data and not by hand (sprint guide, week 3).

Viable is a connection with everything in ``NEEDS``. Among the viable the order is that of ``CRITERIA``: each decides only
where all before it are equal, and the first on which a connection lies behind the pick is the reason why it is not the
pick. The guide says *simplest viable* and leaves the criteria open: needs and order are the workbook's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from desktop.analysis.integration import has_owner, reached
from desktop.workbook import Person, Sprint
from desktop.workbook.sprint import Connection, DataKind, Direction, Environment

Need = Literal["owner", "access", "environment", "fallback", "effort"]
Criterion = Literal["days", "direction", "environment", "personal", "order"]
NEEDS: tuple[Need, ...] = ("owner", "access", "environment", "fallback", "effort")
CRITERIA: tuple[Criterion, ...] = ("days", "direction", "environment", "personal", "order")
DISTANCE = {
    Environment.PRODUCTION: 0,
    Environment.STAGING: 1,
    Environment.SANDBOX: 2,
    Environment.COPY: 3,
    Environment.NONE: 4,
}
_Key = tuple[Decimal, int, int, int, str]


@dataclass(frozen=True)
class Candidate:
    """One connection with its place in the order, 1 first. What is not viable stands last and says what is ``missing``.

    ``behind`` is the first criterion on which a viable one lies behind the pick; None for the pick itself.
    """

    id: str
    place: int
    missing: tuple[Need, ...]
    behind: Criterion | None

    @property
    def viable(self) -> bool:
        """Nothing is missing that the first phase needs."""
        return not self.missing


def candidates(sprint: Sprint, people: Mapping[str, Person]) -> tuple[Candidate, ...]:
    """Every connection in order: viable ones by the criteria, then the others by how much they lack."""
    lacking = {key: missing(entry, people) for key, entry in sprint.connections.items()}
    keys = {key: _key(key, entry) for key, entry in sprint.connections.items()}
    ordered = sorted(lacking, key=lambda key: (len(lacking[key]), keys[key]))
    best = keys[ordered[0]] if ordered and not lacking[ordered[0]] else None
    return tuple(
        Candidate(key, place, lacking[key], None if lacking[key] else _behind(best, keys[key]))
        for place, key in enumerate(ordered, start=1)
    )


def simplest_viable(sprint: Sprint, people: Mapping[str, Person]) -> str | None:
    """The id of the connection to begin with, or None where none is viable yet."""
    return next((found.id for found in candidates(sprint, people) if found.viable), None)


def first_connection(sprint: Sprint, people: Mapping[str, Person]) -> str | None:
    """The connection that phase 1 begins with: the one that was chosen, else the one that is suggested."""
    return sprint.phase_one if sprint.phase_one in sprint.connections else simplest_viable(sprint, people)


def missing(entry: Connection, people: Mapping[str, Person]) -> tuple[Need, ...]:
    """What the connection lacks to be viable."""
    there: dict[Need, bool] = {
        "owner": has_owner(entry, people),
        "access": bool(entry.authentication.strip()),
        "environment": reached(entry),
        "fallback": bool(entry.fallback.strip()),
        "effort": entry.effort.complete,
    }
    return tuple(need for need in NEEDS if not there[need])


def care(entry: Connection) -> int:
    """0 no personal data, 1 personal data, 2 special categories; not said counts as the gravest."""
    if not entry.kinds or DataKind.SPECIAL in entry.kinds:
        return 2
    return 1 if DataKind.PERSONAL in entry.kinds else 0


def distance(entry: Connection) -> int:
    """How far the pilot is from production with this system: 0 in production, 4 not connected."""
    return DISTANCE[entry.environment or Environment.NONE]


def writes(entry: Connection) -> bool:
    """Anything but reading only; an unknown direction counts as writing."""
    return entry.direction is not Direction.READS


def _key(key: str, entry: Connection) -> _Key:
    likely = entry.effort.likely if entry.effort.likely is not None else Decimal("Infinity")
    return likely, int(writes(entry)), distance(entry), care(entry), key


def _behind(best: _Key | None, own: _Key) -> Criterion | None:
    if best is None:
        return None
    return next((name for name, a, b in zip(CRITERIA, best, own, strict=True) if a != b), None)
