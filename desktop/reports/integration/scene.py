"""The connections of one system with their order and phases, computed once for whoever writes about them."""

from dataclasses import dataclass

from desktop.analysis.integration_choice import Candidate, candidates
from desktop.analysis.integration_phases import FIRST, phase_of
from desktop.reports.integration.chart import one_line
from desktop.text import say
from desktop.workbook import Sprint, System, Workbook


@dataclass(frozen=True)
class Scene:
    """One system of one workbook, with the order and the phases of its connections computed once."""

    workbook: Workbook
    system: System
    ranked: tuple[Candidate, ...]
    phase: dict[str, str]

    @property
    def sprint(self) -> Sprint:
        """Track 1 of the system; an empty one where it has not entered it."""
        return self.system.sprint or Sprint()

    @property
    def suggested(self) -> str | None:
        """The simplest viable connection."""
        return next((found.id for found in self.ranked if found.viable), None)

    @property
    def first(self) -> str | None:
        """What phase 1 begins with, chosen or suggested."""
        return next((key for key, phase in self.phase.items() if phase == FIRST), None)

    def name(self, key: str) -> str:
        """A connection's name on one line."""
        return one_line(self.sprint.connections[key].name) or say("integration.unnamed")


def scene(workbook: Workbook, system: System) -> Scene:
    """Compute the order and the phases of a system's connections."""
    sprint = system.sprint or Sprint()
    return Scene(workbook, system, candidates(sprint, workbook.people), phase_of(sprint, workbook.people))
