"""What the governance page still needs: a reasoned tier, controls with a state, plans with a person."""

from desktop.analysis.governance import ControlStanding, controls, governance_of
from desktop.analysis.verdict import Verdict, filled, named
from desktop.method.practice import load_practice
from desktop.workbook import System, Workbook

_CONTROLS = ("governance", "controls")


def tier_reasoned(workbook: Workbook, system: System) -> Verdict:
    """Met where a person decided the tier on a day, with a reason."""
    held = governance_of(system)
    if system.risk_tier is None:
        return Verdict("open", "not-entered", ("risk_tier",))
    if not held.tier_reason.strip():
        return Verdict("failed", "no-reason", ("governance", "tier_reason"))
    if not (verdict := named(workbook, held.tier_by, "governance", "tier_by")).met:
        return verdict
    if held.tier_on is None:
        return Verdict("open", "no-date", ("governance", "tier_on"))
    return Verdict("met", "decided-by", ("risk_tier",), {"name": verdict.values["name"], "on": held.tier_on})


def eu_category_chosen(_: Workbook, system: System) -> Verdict:
    """Met where somebody has said which category of the Act it is."""
    return filled(governance_of(system).eu_category, "governance", "eu_category")


def controls_stated(workbook: Workbook, system: System) -> Verdict:
    """Met where the state of each control is known, entered here or shown by the answers."""
    needed = _needed(workbook, system)
    unsaid = [entry for entry in needed if entry.state == "unsaid"]
    if not unsaid:
        return Verdict("met", "all", _CONTROLS, {"total": len(needed)})
    if len(unsaid) == len(needed):
        return Verdict("open", "none-yet", _CONTROLS)
    return Verdict("open", "controls-unsaid", _first(unsaid), {"missing": len(unsaid), "total": len(needed)})


def controls_held(workbook: Workbook, system: System) -> Verdict:
    """Met where each control is in place or planned by a person for a day; failed where one is known to be missing."""
    needed = _needed(workbook, system)
    missing = [entry for entry in needed if entry.missing]
    if missing:
        return Verdict("failed", "controls-missing", _first(missing), {"missing": len(missing), "total": len(needed)})
    if any(entry.state == "unsaid" for entry in needed):
        return Verdict("open", "none-yet", _CONTROLS)
    return Verdict("met", "none-missing", _CONTROLS)


def drift_planned(workbook: Workbook, system: System) -> Verdict:
    """Met where the plan is written and one person watches."""
    held = governance_of(system)
    return _plan(workbook, held.drift_plan, held.drift_owner, "drift")


def rollback_planned(workbook: Workbook, system: System) -> Verdict:
    """Met where the plan is written and one person decides."""
    held = governance_of(system)
    return _plan(workbook, held.rollback_plan, held.rollback_owner, "rollback")


def approach_reasoned(_: Workbook, system: System) -> Verdict:
    """Met where the way is chosen with a reason."""
    held = governance_of(system)
    if held.approach is not None and not held.approach_reason.strip():
        return Verdict("failed", "no-reason", ("governance", "approach_reason"))
    return filled(held.approach, "governance", "approach")


def _needed(workbook: Workbook, system: System) -> tuple[ControlStanding, ...]:
    return controls(workbook, load_practice(), system)


def _first(entries: list[ControlStanding]) -> tuple[str, ...]:
    return (*_CONTROLS, entries[0].control.id)


def _plan(workbook: Workbook, plan: str, owner: str | None, name: str) -> Verdict:
    if not plan.strip():
        return Verdict("open", "not-entered", ("governance", f"{name}_plan"))
    return named(workbook, owner, "governance", f"{name}_owner")
