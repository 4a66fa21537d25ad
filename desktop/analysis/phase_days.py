"""When the rollout's phases may end: from their own first day, or from the end of the phase before.

Shortest and longest duration: sprint guide, phased rollout (4 to 6, 6 to 8 and 8 to 12 weeks).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.analysis.rollout import PhaseState


@dataclass(frozen=True)
class PhaseDays:
    """First day, and the days on which the gate may be passed at the earliest and at the latest; both are it once passed."""

    state: PhaseState
    start: date
    earliest: date
    latest: date


def phase_days(states: tuple[PhaseState, ...]) -> tuple[PhaseDays, ...]:
    """The days of all phases; nothing as long as the first has no first day."""
    found: list[PhaseDays] = []
    earliest = latest = states[0].gate.started_on if states else None
    for entry in states:
        if earliest is None or latest is None:
            return ()
        start = entry.gate.started_on or earliest
        least, most = entry.phase.weeks
        late_start = entry.gate.started_on or latest
        passed = entry.gate.passed_on
        earliest = passed or start + timedelta(weeks=least)
        latest = passed or late_start + timedelta(weeks=most)
        found.append(PhaseDays(entry, start, earliest, latest))
    return tuple(found)
