"""Which connections belong to which phase of the rollout (sprint guide, domain 1: begin with one, add step by step)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.analysis.integration import Effort, effort_of
from desktop.analysis.integration_choice import candidates, first_connection
from desktop.method.practice import Phase
from desktop.workbook import Person, Sprint

FIRST, SECOND, THIRD = "phase-1", "phase-2", "phase-3"


@dataclass(frozen=True)
class PhasePlan:
    """One phase with its connections in the order of the ranking, and their effort. ``by_hand`` were put here by a person."""

    phase: Phase
    connections: tuple[str, ...]
    by_hand: frozenset[str]
    effort: Effort


def phases(sprint: Sprint, people: Mapping[str, Person], rollout: Sequence[Phase]) -> tuple[PhasePlan, ...]:
    """The phases of the method in order, each with what belongs to it."""
    placed = phase_of(sprint, people)
    return tuple(_plan(sprint, phase, tuple(key for key, at in placed.items() if at == phase.id)) for phase in rollout)


def phase_of(sprint: Sprint, people: Mapping[str, Person]) -> dict[str, str]:
    """The phase of every connection, in the order of the ranking.

    The first connection makes phase 1. What is viable follows in phase 2, where one department is served; what still lacks
    something waits for phase 3. A phase that was set by hand holds for all but the first connection.
    """
    first = first_connection(sprint, people)
    return {
        found.id: FIRST
        if found.id == first
        else str(sprint.connections[found.id].phase or (SECOND if found.viable else THIRD))
        for found in candidates(sprint, people)
    }


def _plan(sprint: Sprint, phase: Phase, keys: tuple[str, ...]) -> PhasePlan:
    by_hand = frozenset(key for key in keys if sprint.connections[key].phase == phase.id and phase.id != FIRST)
    return PhasePlan(phase, keys, by_hand, effort_of(sprint.connections[key] for key in keys))
