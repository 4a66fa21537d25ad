"""Edits of a decision as a whole: who overrides findings, the seal, and making room for a decision that supersedes it."""

from desktop.workbook.decision import Decision, DecisionOverride, Seal
from desktop.workbook.document import Workbook
from desktop.workbook.path import Path, replace_at
from desktop.workbook.sprint import Sprint


def decision_path(system_id: str) -> Path:
    """Where the present decision of a system stands."""
    return ("systems", system_id, "sprint", "decision")


def override_findings(workbook: Workbook, system_id: str, override: DecisionOverride | None) -> Workbook:
    """Record who decides although findings block, or take that back (None)."""
    return replace_at(workbook, (*decision_path(system_id), "override"), override)


def put_seal(workbook: Workbook, system_id: str, seal: Seal) -> Workbook:
    """Seal the present decision."""
    return replace_at(workbook, (*decision_path(system_id), "seal"), seal)


def supersede(workbook: Workbook, system_id: str, past_id: str) -> Workbook:
    """Move the sealed decision to the history under ``past_id`` and begin a new one with its unmet conditions.

    Raises KeyError where the present decision is not sealed: there is nothing to supersede yet.
    """
    sprint = workbook.systems[system_id].sprint or Sprint()
    past = sprint.decision
    if past.seal is None:
        raise KeyError(system_id)
    unmet = {key: entry for key, entry in past.conditions.items() if entry.met_on is None}
    fresh = sprint.model_copy(
        update={
            "decision": Decision(conditions=unmet),
            "superseded": {**sprint.superseded, past_id: past},
        }
    )
    return replace_at(workbook, ("systems", system_id, "sprint"), fresh)
