"""Is the sponsor still active? 56 % of failed projects lost theirs within six months (sprint guide), so every week asks."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.workbook import System
from desktop.workbook.checkin import Sponsor, Steering

SILENT = timedelta(days=14)


@dataclass(frozen=True)
class Absent:
    """The sponsor has not been seen active since ``since``, which is so many ``days`` ago."""

    since: date
    days: int


def sponsor_absent(system: System, today: date) -> Absent | None:
    """How long the sponsor has been inactive, from two weeks on; None while active, or while nobody has said *no*.

    Counted from the last check-in that saw the sponsor active, else from the first that did not. *Unknown* after a *no*
    leaves it at that; *unknown* alone says nothing.
    """
    since: date | None = None
    seen: date | None = None
    for entry in (system.steering or Steering()).in_order:
        if entry.sponsor_state is Sponsor.ACTIVE:
            since, seen = None, entry.on
        elif entry.sponsor_state is Sponsor.INACTIVE and since is None:
            since = seen or entry.on
    if since is None or today - since < SILENT:
        return None
    return Absent(since, (today - since).days)
