"""The checks of the redesigned workflow: steps, hand-off bands and the reviewers' queue (operations essay)."""

from decimal import Decimal

from desktop.analysis import workflow as work
from desktop.analysis.verdict import Verdict, all_of, filled, named
from desktop.workbook import System, Workbook
from desktop.workbook.launch import Launch
from desktop.workbook.workflow import Part, Step

_FLOW = ("launch", "workflow")
_BANDS = (*_FLOW, "bands")
_WHOLE, _ROUNDING = Decimal(100), Decimal("0.5")


def steps_today(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Every step of today says who does it and how long it takes."""
    steps = launch.workflow.today.values()
    missing = sum(not _step_known(step) for step in steps)
    return all_of(len(launch.workflow.today), missing, "launch.check.steps-incomplete", *_FLOW, "today")


def steps_redesigned(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Every redesigned step says besides what the AI's part is; at least one is not left to a person alone."""
    at, steps = (*_FLOW, "redesigned"), launch.workflow.redesigned.values()
    if not steps:
        return Verdict("open", "none-yet", at)
    missing = sum(not (_step_known(step) and step.part) for step in steps)
    if not missing and all(step.part is Part.PERSON for step in steps):
        return Verdict("failed", "launch.check.no-part", at)
    return all_of(len(steps), missing, "launch.check.steps-incomplete", *at)


def _step_known(step: Step) -> bool:
    return bool(step.name.strip() and step.who.strip() and step.minutes is not None)


def time_saved(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """The redesigned workflow takes less time than today's: redesign, not the same steps with an AI beside them."""
    at, found = (*_FLOW, "redesigned"), work.saving(launch.workflow)
    if launch.workflow.volume is None:
        return Verdict("open", "launch.check.no-volume", (*_FLOW, "volume"))
    if found is None:
        return Verdict("open", "launch.check.flow-open", at)
    values = {"hours": abs(found.hours)}
    if found.hours > 0:
        return Verdict("met", "launch.check.saved", at, {**values, "share": float(found.share or 0)})
    return Verdict("failed", "launch.check.not-saved", at, values)


def workflow_agreed(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Somebody of the business function has agreed to the redesigned workflow."""
    verdict = named(w, launch.workflow.agreed_with, *_FLOW, "agreed_with")
    return filled(launch.workflow.agreed_on, *_FLOW, "agreed_on") if verdict.met else verdict


def bands_add_up(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """The limits are in order, and the three shares are all cases."""
    bands = launch.workflow.bands
    if bands.high_from is None or bands.low_below is None:
        return Verdict("open", "launch.check.no-limits", (*_BANDS, "high_from"))
    if bands.low_below > bands.high_from:
        return Verdict("failed", "launch.check.limits-crossed", (*_BANDS, "low_below"))
    total = work.shares_total(bands)
    if total is None:
        return Verdict("open", "launch.check.no-shares", (*_BANDS, "automated"))
    if abs(total - _WHOLE) > _ROUNDING:
        return Verdict("failed", "launch.check.shares-off", (*_BANDS, "automated"), {"sum": total})
    values = dict(zip(("automated", "suggested", "escalated"), work.shares(bands), strict=True))
    return Verdict("met", "launch.check.shares", (*_BANDS, "automated"), values)


def queue_fits(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """The reviewers have at least the hours that the queue needs at full volume (operations essay)."""
    at, found = (*_FLOW, "reviewers"), work.queue(launch.workflow)
    if found is None:
        return Verdict("open", "launch.check.queue-open", at)
    values = {"hours_needed": found.needed, "hours_there": found.capacity, "hours_over": found.over}
    return Verdict("failed" if found.state == "over" else "met", f"launch.check.queue-{found.state}", at, values)


def queue_owned(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """One person answers for the review queue."""
    return named(w, launch.workflow.queue_owner, *_FLOW, "queue_owner")


def confidence_calibrated(_w: Workbook, s: System, launch: Launch) -> Verdict:
    """The runs show that stated confidence and results agree; without such runs somebody says how it was checked."""
    at, flow, found = (*_FLOW, "calibrated"), launch.workflow, work.calibration(s.sprint)
    if found is not None:
        values = {"points": found.error * 100, "n": found.examples}
        if found.holds:
            return Verdict("met", "launch.check.calibrated", at, values)
        return Verdict("failed", "launch.check.confidence-off", at, values)
    if flow.calibrated is None:
        return Verdict("open", "launch.check.calibration-unknown", at)
    if not flow.calibrated:
        return Verdict("failed", "launch.check.not-calibrated", at)
    return filled(flow.calibrated_how.strip(), *_FLOW, "calibrated_how")


def reason_recorded(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Each correction by a person is recorded with its reason and goes back into the system."""
    at, flow = (*_FLOW, "reason_recorded"), launch.workflow
    if flow.reason_recorded is None:
        return Verdict("open", "not-entered", at)
    if not flow.reason_recorded:
        return Verdict("failed", "launch.check.no-reason", at)
    return filled(flow.reason_how.strip(), *_FLOW, "reason_how")
