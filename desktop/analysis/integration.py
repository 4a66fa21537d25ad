"""Week 3: the effort, doubled, and the simplest viable first integration, picked by stated criteria."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.workbook.base import Range
from desktop.workbook.sprint import Connection, Environment, Sprint

DOUBLING = 2  # "estimate the engineering effort honestly, then double it" (sprint guide, week 3)
_READY = {
    Environment.PRODUCTION: 0,
    Environment.STAGING: 1,
    Environment.SANDBOX: 2,
    Environment.COPY: 3,
    Environment.NONE: 4,
}


@dataclass(frozen=True)
class Effort:
    """Person-days over all connections: as estimated and doubled. ``estimated`` of ``listed`` connections have a range."""

    honest: Range
    doubled: Range
    estimated: int
    listed: int


def effort(sprint: Sprint) -> Effort:
    """The sum of all complete estimates, and twice that."""
    ranges = [connection.effort for connection in sprint.connections.values() if connection.effort.complete]
    low, likely, high = (sum((getattr(r, end) for r in ranges), Decimal(0)) for end in ("low", "likely", "high"))
    honest = Range(low=low, likely=likely, high=high)
    doubled = Range(low=low * DOUBLING, likely=likely * DOUBLING, high=high * DOUBLING)
    return Effort(honest, doubled, len(ranges), len(sprint.connections))


def simplest_viable(sprint: Sprint) -> str | None:
    """The id of the connection to begin with, or None where none is viable yet.

    Viable: authentication known, a fallback written, an owner named, effort estimated. Among the viable, in this order:
    nearest to production, reads rather than writes, least likely effort.
    """
    viable = {key: entry for key, entry in sprint.connections.items() if _viable(entry)}
    return min(viable, key=lambda key: _simplicity(key, viable[key]), default=None)


def _viable(entry: Connection) -> bool:
    return bool(entry.authentication.strip() and entry.fallback.strip() and entry.owner and entry.effort.complete)


def _simplicity(key: str, entry: Connection) -> tuple[int, bool, Decimal, str]:
    likely = entry.effort.likely or Decimal(0)
    return _READY[entry.environment or Environment.NONE], entry.direction != "reads", likely, key
