"""All checks of weeks 9 to 12 by id."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.analysis import launch_checks as launching
from desktop.analysis import raci_checks as raci
from desktop.analysis import rollout_checks as rollout
from desktop.analysis import workflow_checks as flow
from desktop.analysis.verdict import Verdict
from desktop.workbook import System, Workbook
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


def judge_plan(check_id: str, workbook: Workbook, system: System) -> Verdict:
    """How a check of weeks 9 to 12 stands; KeyError for an id nothing computes."""
    return PLAN_CHECKS[check_id](workbook, system, system.launch or Launch())
