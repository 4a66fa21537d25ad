"""The rollout's phases: each criterion against its bound, and whether a gate was passed on evidence.

Criteria: sprint guide, phased rollout. That a gate releases money only on evidence: ClarityArc, phase gates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from desktop.analysis.evaluation import evaluate
from desktop.analysis.persons import is_person
from desktop.method.practice import Criterion, Phase
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.launch import Launch
from desktop.workbook.rollout import Gate, Measured
from desktop.workbook.sprint import Metric, MetricKind

Side = Literal["at-least", "at-most", "below"]
State = Literal["no-bound", "open", "claimed", "met", "missed"]
GateState = Literal["waiting", "running", "ready", "passed", "unproven"]


@dataclass(frozen=True)
class Bound:
    """What a criterion is held to. ``metric`` names the success metric that the bound is taken from, else it is empty."""

    side: Side
    value: Decimal
    unit: str
    metric: str = ""


@dataclass(frozen=True)
class CriterionState:
    """One criterion: its bound (None: the project has no figure for it yet), what was measured, and how it stands."""

    phase: str
    criterion: Criterion
    bound: Bound | None
    measured: Measured
    state: State

    @property
    def id(self) -> str:
        """The key in the document: phase and criterion."""
        return f"{self.phase}.{self.criterion.id}"


@dataclass(frozen=True)
class PhaseState:
    """One phase with its criteria and gate. ``unproven``: passed although something is not met, or by no person."""

    phase: Phase
    gate: Gate
    criteria: tuple[CriterionState, ...]
    state: GateState
    reason: str = ""

    @property
    def met(self) -> int:
        """How many criteria are met with evidence."""
        return sum(entry.state == "met" for entry in self.criteria)


def phase_states(workbook: Workbook, system: System, phases: tuple[Phase, ...]) -> tuple[PhaseState, ...]:
    """All phases in their order."""
    rollout, sprint = (system.launch or Launch()).rollout, system.sprint or Sprint()
    found: list[PhaseState] = []
    own = {"quality": _baseline(sprint), "return": _target(sprint)}
    for phase in phases:
        gate = rollout.gates.get(phase.id, Gate())
        criteria = tuple(_criterion(own, phase.id, entry, rollout.criteria) for entry in phase.criteria)
        before = found[-1].gate.passed_on is not None if found else True
        found.append(PhaseState(phase, gate, criteria, *_gate(workbook, gate, criteria, before=before)))
    return tuple(found)


def _criterion(
    own: Mapping[str, Bound | None], phase: str, criterion: Criterion, measured: Mapping[str, Measured]
) -> CriterionState:
    known = measured.get(f"{phase}.{criterion.id}", Measured())
    bound = _bound_of(own, criterion)
    return CriterionState(phase, criterion, bound, known, _state(bound, known))


def _state(bound: Bound | None, measured: Measured) -> State:
    if bound is None:
        return "no-bound"
    if measured.value is None:
        return "open"
    if not _within(bound, measured.value):
        return "missed"
    return "met" if measured.evidence.strip() and measured.on is not None else "claimed"


def _within(bound: Bound, value: Decimal) -> bool:
    if bound.side == "at-least":
        return value >= bound.value
    return value < bound.value if bound.side == "below" else value <= bound.value


def _bound_of(own: Mapping[str, Bound | None], criterion: Criterion) -> Bound | None:
    """The figure that a criterion is held to: the method's, or the project's own: baseline score or outcome target."""
    if criterion.value is not None:
        return Bound(criterion.bound, criterion.value, criterion.unit)
    return own.get(criterion.id)


def _baseline(sprint: Sprint) -> Bound | None:
    """The score of the first run, in per cent to one place."""
    runs = evaluate(sprint).runs
    return Bound("at-least", Decimal(f"{runs[0].interval.share * 100:.1f}"), "%") if runs else None


def _target(sprint: Sprint) -> Bound | None:
    """The target of the first outcome metric that has one; it is a least or a most as it lies above or below today."""
    metric = next((m for key, m in sorted(sprint.metrics.items()) if _agreed(m)), None)
    if metric is None or metric.target is None or metric.baseline is None:
        return None
    side: Side = "at-least" if metric.target >= metric.baseline else "at-most"
    return Bound(side, metric.target, metric.unit.strip(), metric.name.strip())


def _agreed(metric: Metric) -> bool:
    return metric.kind is MetricKind.OUTCOME and metric.target is not None and metric.baseline is not None


def _gate(
    workbook: Workbook, gate: Gate, criteria: tuple[CriterionState, ...], *, before: bool
) -> tuple[GateState, str]:
    proven = all(entry.state == "met" for entry in criteria)
    if gate.passed_on is not None:
        person = workbook.people.get(gate.passed_by or "")
        if not before:
            return "unproven", "order"
        if person is None or not is_person(person.name):
            return "unproven", "person"
        return ("passed", "") if proven else ("unproven", "evidence")
    if gate.started_on is None:
        return "waiting", ""
    return ("ready", "") if proven else ("running", "")
