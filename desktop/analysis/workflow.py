"""Weeks 9 to 12: what the redesigned workflow saves, and whether the reviewers can take what reaches their queue.

Hours are per month for the flows and per week for the queue; a month is 52/12 weeks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.calibration import ReliabilityBin, expected_calibration_error
from desktop.analysis.series import OWN_SET, all_series
from desktop.workbook import Sprint
from desktop.workbook.sprint import Figures
from desktop.workbook.workflow import HandOff, Part, Step, Workflow

TIGHT = Decimal("0.85")  # above this use of the reviewers' time a busy day leaves a backlog; the workbook's own rule
CALIBRATED = 0.05  # mean distance of confidence from accuracy that counts as calibrated; the workbook's own rule
_ZERO, _ALL = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class FlowStep:
    """One step with its load: ``volume`` cases a month, ``hours`` and ``faulty`` cases a month; None where not known."""

    id: str
    name: str
    who: str
    system: str
    part: Part | None
    minutes: Decimal | None
    volume: int | None
    hours: Decimal | None
    faulty: Decimal | None


@dataclass(frozen=True)
class Flow:
    """One way of working. ``hours`` is None as long as a step has no minutes or no volume; ``faulty`` counts known steps."""

    steps: tuple[FlowStep, ...]
    hours: Decimal | None
    faulty: Decimal | None


@dataclass(frozen=True)
class Saving:
    """Today less redesigned: hours a month, minutes a case (None without a volume), and the share of today's hours."""

    hours: Decimal
    minutes: Decimal | None
    share: Decimal | None


@dataclass(frozen=True)
class Queue:
    """Review hours a week: what reaches the reviewers, and what they have. ``cases`` a week come to a person."""

    suggested: Decimal
    escalated: Decimal
    sampled: Decimal
    capacity: Decimal
    cases: Decimal

    @property
    def needed(self) -> Decimal:
        """All review hours a week."""
        return self.suggested + self.escalated + self.sampled

    @property
    def over(self) -> Decimal:
        """Hours a week that are missing; 0 where they suffice."""
        return max(self.needed - self.capacity, _ZERO)

    @property
    def use(self) -> Decimal | None:
        """Needed as a share of the capacity; None without capacity."""
        return self.needed / self.capacity if self.capacity else None

    @property
    def state(self) -> str:
        """``over``, ``tight`` (above 85 %) or ``fits``."""
        if self.needed > self.capacity:
            return "over"
        return "tight" if self.capacity and self.needed / self.capacity > TIGHT else "fits"

    @property
    def bearable(self) -> Decimal | None:
        """The most cases a week that the reviewers can take at this mix of work; None where no case needs time."""
        return self.cases * self.capacity / self.needed if self.needed else None


@dataclass(frozen=True)
class Mix:
    """Shares (0 to 1) of a run's examples by stated confidence, and how many examples gave one."""

    high: float
    medium: float
    low: float
    examples: int


@dataclass(frozen=True)
class Calibration:
    """How far the stated confidence of the newest run that gives one lies from what was right (0 to 1)."""

    error: float
    examples: int

    @property
    def holds(self) -> bool:
        """The mean distance is at most five points."""
        return self.error <= CALIBRATED


def flow(steps: Mapping[str, Step], volume: int | None) -> Flow:
    """The load of every step; a step without a volume of its own is passed by all ``volume`` cases."""
    found = tuple(_step(key, steps[key], volume) for key in sorted(steps))
    hours = [entry.hours for entry in found]
    faulty = [entry.faulty for entry in found if entry.faulty is not None]
    known = [value for value in hours if value is not None]
    return Flow(
        found, sum(known, _ZERO) if found and len(known) == len(found) else None, sum(faulty, _ZERO) if faulty else None
    )


def _step(key: str, step: Step, volume: int | None) -> FlowStep:
    cases = step.volume if step.volume is not None else volume
    minutes = step.minutes
    hours = minutes * cases / 60 if minutes is not None and cases is not None else None
    faulty = step.errors * cases / _ALL if step.errors is not None and cases is not None else None
    return FlowStep(
        key, step.name.strip(), step.who.strip(), step.system.strip(), step.part, minutes, cases, hours, faulty
    )


def saving(workflow: Workflow) -> Saving | None:
    """What the redesign saves; None as long as either flow cannot be added up. Negative where it takes longer."""
    today, then = flow(workflow.today, workflow.volume), flow(workflow.redesigned, workflow.volume)
    if today.hours is None or then.hours is None:
        return None
    hours = today.hours - then.hours
    minutes = hours * 60 / workflow.volume if workflow.volume else None
    return Saving(hours, minutes, hours / today.hours if today.hours else None)


def shares(bands: HandOff) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The shares in per cent that act alone, are suggested and are escalated."""
    return bands.automated, bands.suggested, bands.escalated


def shares_total(bands: HandOff) -> Decimal | None:
    """What the three shares add up to; None as long as one is missing."""
    known = [share for share in shares(bands) if share is not None]
    return sum(known, _ZERO) if len(known) == 3 else None


def queue(workflow: Workflow) -> Queue | None:
    """The reviewers' week; None as long as volume, the shares, their minutes or the reviewers are missing."""
    bands, volume = workflow.bands, workflow.volume
    total = shares_total(bands)
    if not volume or total is None or capacity(workflow) is None:
        return None
    weekly = Decimal(volume) * 12 / 52
    suggest, escalate = (
        _hours(weekly, bands.suggested, bands.suggest_minutes),
        _hours(weekly, bands.escalated, bands.escalate_minutes),
    )
    checked = weekly * (bands.automated or _ZERO) / _ALL
    sample = _hours(checked, bands.sampled, bands.sample_minutes) if bands.sampled else _ZERO
    if suggest is None or escalate is None or sample is None:
        return None
    reaching = weekly * ((bands.suggested or _ZERO) + (bands.escalated or _ZERO)) / _ALL
    looked_at = checked * (bands.sampled or _ZERO) / _ALL
    return Queue(suggest, escalate, sample, capacity(workflow) or _ZERO, reaching + looked_at)


def _hours(cases: Decimal, share: Decimal | None, minutes: Decimal | None) -> Decimal | None:
    """Hours for a share of the cases; no minutes are needed where the share is 0."""
    if not share:
        return _ZERO
    return None if minutes is None else cases * share / _ALL * minutes / 60


def capacity(workflow: Workflow) -> Decimal | None:
    """Hours a week of all reviewers; None as long as nobody is listed or somebody's hours are missing."""
    entries = tuple(workflow.reviewers.values())
    if not entries or any(entry.people is None or entry.hours is None for entry in entries):
        return None
    return sum(((entry.people or 0) * (entry.hours or _ZERO) for entry in entries), _ZERO)


def calibration(sprint: Sprint | None) -> Calibration | None:
    """What the newest run with confidences shows; None where no run gives any."""
    figures = _newest(sprint)
    if figures is None:
        return None
    bins = tuple(ReliabilityBin(e.scored, e.correct, float(e.confidence) / 100) for e in figures.confidence)
    error = expected_calibration_error(bins)
    return None if error is None else Calibration(error, sum(entry.examples for entry in bins))


def confidence_mix(sprint: Sprint | None, bands: HandOff) -> Mix | None:
    """How the newest run's examples fall into high, medium and low; each tenth counts by its mean confidence."""
    figures = _newest(sprint)
    if figures is None or bands.high_from is None or bands.low_below is None:
        return None
    total = sum(entry.scored for entry in figures.confidence)
    high = sum(entry.scored for entry in figures.confidence if entry.confidence >= bands.high_from)
    low = sum(entry.scored for entry in figures.confidence if entry.confidence < bands.low_below)
    return Mix(high / total, (total - high - low) / total, low / total, total)


def _newest(sprint: Sprint | None) -> Figures | None:
    """The figures of the newest run with confidences: on the leading test set, and on another only where that has none.

    A set of hard cases says nothing of the mix that reviewers will meet.
    """
    if sprint is None:
        return None
    found = all_series(sprint.scoring)
    leading = found[0].name if found else OWN_SET
    told = [
        (run.test_set == leading, run.on, key, run.figures)
        for key, run in sprint.scoring.runs.items()
        if run.on and run.figures and sum(part.scored for part in run.figures.confidence)
    ]
    return max(told, key=lambda entry: entry[:3])[3] if told else None
