"""All checks of weeks 9 to 12 by id."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Generic, TypeVar

from desktop.analysis import launch_checks as launching
from desktop.analysis import raci_checks as raci
from desktop.analysis import rollout_checks as rollout
from desktop.analysis import workflow_checks as flow
from desktop.analysis.verdict import Verdict
from desktop.workbook import Person, System, Workbook
from desktop.workbook.launch import Launch

Judge = Callable[[Workbook, System, Launch], Verdict]

PLAN_CHECKS: Mapping[str, Judge] = MappingProxyType(
    {
        "steps-today": flow.steps_today,
        "steps-redesigned": flow.steps_redesigned,
        "time-saved": flow.time_saved,
        "workflow-agreed": flow.workflow_agreed,
        "bands-add-up": flow.bands_add_up,
        "queue-fits": flow.queue_fits,
        "queue-owned": flow.queue_owned,
        "confidence-calibrated": flow.confidence_calibrated,
        "reason-recorded": flow.reason_recorded,
        "raci-accountable": raci.raci_accountable,
        "raci-persons": raci.raci_persons,
        "raci-responsible": raci.raci_responsible,
        "raci-spread": raci.raci_spread,
        "training-planned": launching.training_planned,
        "governance-set": launching.governance_set,
        "checklist-owned": launching.checklist_owned,
        "checklist-done": launching.checklist_done,
        "escalation-set": launching.escalation_set,
        "rollback-written": launching.rollback_written,
        "rollback-tested": launching.rollback_tested,
        "phase-planned": rollout.phase_planned,
        "criteria-met": rollout.criteria_met,
        "gates-proven": rollout.gates_proven,
        "signals-set": rollout.signals_set,
        "alerts-reach": rollout.alerts_reach,
    }
)


_ON_MORE = frozenset({"confidence-calibrated", "phase-planned", "criteria-met", "gates-proven"})
"""What rests on more than launch and people: the runs, the sprint, the engagement."""

Kept = TypeVar("Kept")
_EMPTY, _NO_SYSTEM = Launch(), System(id="none", name="")


class _Same(Generic[Kept]):
    """An object that is equal to nothing but itself, as the key of a memory: frozen models are slow to compare."""

    __slots__ = ("it",)

    def __init__(self, it: Kept) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


@lru_cache(maxsize=4 * len(PLAN_CHECKS))
def _verdict(check_id: str, people: _Same[Mapping[str, Person]], launch: _Same[Launch]) -> Verdict:
    """The verdict on a launch that rests on nothing but its people."""
    people_only = Workbook.model_construct(people=people.it)
    return PLAN_CHECKS[check_id](people_only, _NO_SYSTEM, launch.it)


def judge_plan(check_id: str, workbook: Workbook, system: System) -> Verdict:
    """How a check of weeks 9 to 12 stands; KeyError for an id nothing computes.

    Most rest on launch and people alone, which are frozen: while both are the same objects, so is the verdict.
    """
    launch = system.launch or _EMPTY
    if check_id in _ON_MORE:
        return PLAN_CHECKS[check_id](workbook, system, launch)
    return _verdict(check_id, _Same(workbook.people), _Same(launch))
