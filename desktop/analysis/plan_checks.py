"""All checks of weeks 9 to 12 by id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

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

_EMPTY = Launch()


@dataclass
class _Judged:
    """What was last judged of a launch with these very people."""

    launch: Launch | None = None
    people: Mapping[str, Person] | None = None
    verdicts: dict[str, Verdict] = field(default_factory=dict)


_last = _Judged()


def judge_plan(check_id: str, workbook: Workbook, system: System) -> Verdict:
    """How a check of weeks 9 to 12 stands; KeyError for an id nothing computes.

    Most rest on launch and people alone, which are frozen: while both are the same objects, so is the verdict.
    """
    global _last  # noqa: PLW0603  # a memory of one launch, exchanged whole so that threads never see half of it
    judge, launch = PLAN_CHECKS[check_id], system.launch or _EMPTY
    if check_id in _ON_MORE:
        return judge(workbook, system, launch)
    last = _last
    if last.launch is not launch or last.people is not workbook.people:
        last = _last = _Judged(launch, workbook.people)
    if check_id not in last.verdicts:
        last.verdicts[check_id] = judge(workbook, system, launch)
    return last.verdicts[check_id]
