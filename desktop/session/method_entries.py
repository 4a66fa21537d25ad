"""Lists whose first entries are the method's: duties, checklist, phases, criteria and signals. They cannot be lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.analysis.rollout import PhaseState, phase_states
from desktop.method.practice import load_practice
from desktop.reports.launch_words import criterion_words
from desktop.session.view import CellState
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook import System, Workbook
from desktop.workbook.path import Path


@dataclass(frozen=True)
class Listed:
    """One entry of the method: its id, what it is called, what it means, and help for some of its fields."""

    id: str
    title: str
    about: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)


def listed(workbook: Workbook, system: System | None, name: str) -> tuple[Listed, ...]:
    """The entries of the list ``name``; KeyError for one that does not exist."""
    if system is None:
        return ()
    if name in _PLAIN:
        return _PLAIN[name]()
    states = {entry.phase.id: entry for entry in phase_states(workbook, system, load_practice().rollout)}
    if name == "phases":
        return tuple(_phase(entry) for entry in states.values())
    return tuple(Listed(entry.id, criterion_words(entry)) for entry in states[name].criteria)


def _checklist() -> tuple[Listed, ...]:
    return tuple(Listed(item.id, item.name, item.about) for item in load_practice().checklist)


def _signals() -> tuple[Listed, ...]:
    return tuple(
        Listed(entry.id, entry.name, entry.watch, {"threshold": say("launch.signal.alert", words=entry.alert)})
        for entry in load_practice().monitoring
    )


_PLAIN: Mapping[str, Callable[[], tuple[Listed, ...]]] = MappingProxyType(
    {"checklist": _checklist, "signals": _signals}
)


def _phase(state: PhaseState) -> Listed:
    phase = state.phase
    return Listed(phase.id, phase.name, say("launch.phase.about", scope=phase.scope, releases=phase.releases))


_CRITERION: Mapping[str, str] = MappingProxyType(
    {"no-bound": "open", "open": "open", "claimed": "risk", "met": "done", "missed": "block"}
)
_GATE: Mapping[str, str] = MappingProxyType(
    {"waiting": "open", "running": "progress", "ready": "track", "passed": "done", "unproven": "block"}
)


def states(workbook: Workbook, system: System) -> dict[Path, CellState]:
    """The computed cells of the rollout page by the path of their field."""
    base = ("systems", system.id, "launch", "rollout")
    found: dict[Path, CellState] = {}
    for phase in phase_states(workbook, system, load_practice().rollout):
        found[(*base, "gates", phase.phase.id, "state")] = _gate_cell(phase)
        for entry in phase.criteria:
            word = say(f"launch.criterion.{entry.state}")
            found[(*base, "criteria", entry.id, "state")] = CellState(_CRITERION[entry.state], word)
    return found


def _gate_cell(phase: PhaseState) -> CellState:
    key = f"launch.gate.{phase.state}"
    passed = day(phase.gate.passed_on, year=False) if phase.gate.passed_on else ""
    return CellState(_GATE[phase.state], say(key, met=phase.met, total=len(phase.criteria), on=passed))
