"""Everything that one run of an evaluation shows, for the page of week 2: computed from its stored figures each time."""

from collections import Counter
from dataclasses import dataclass

from desktop.analysis.calibration import ReliabilityBin, expected_calibration_error
from desktop.analysis.evaluation import SliceMix
from desktop.analysis.judging import Judged, judge
from desktop.analysis.statistics import smallest_change
from desktop.workbook.sprint import Figures, Labelling, Run, Spread, Sprint


@dataclass(frozen=True)
class Evidence:
    """A run as it is judged, and what its file said besides.

    ``smallest_change`` is the fall (a share) that two runs of this size show, None where none does; ``calibration_error``
    is None where no confidence was given. ``mix`` holds the kinds of case whose real share is stated.
    """

    judged: Judged
    smallest_change: float | None
    bins: tuple[ReliabilityBin, ...] = ()
    calibration_error: float | None = None
    labelling: Labelling | None = None
    double_labelled: float = 0.0
    duplicates: int = 0
    unscored: int = 0
    latency: Spread | None = None
    cost: Spread | None = None
    mix: tuple[SliceMix, ...] = ()


def evidence(sprint: Sprint, run_id: str) -> Evidence:
    """What the run ``run_id``, which must have scored something, shows."""
    return evidence_of(sprint, run_id, judge(sprint.scoring, run_id))


def evidence_of(sprint: Sprint, run_id: str, judged: Judged) -> Evidence:
    """The same where the run has been judged already."""
    run = sprint.scoring.runs[run_id]
    change, figures = smallest_change(judged.interval.share, judged.scored), run.figures
    if figures is None:
        return Evidence(judged, change)
    bins = reliability(figures)
    return Evidence(
        judged,
        change,
        bins,
        expected_calibration_error(bins),
        figures.labelling,
        min(1.0, figures.labelling.doubles / judged.scored),
        figures.duplicates,
        figures.unscored,
        figures.latency,
        figures.cost,
        _mix(sprint, run),
    )


def reliability(figures: Figures) -> tuple[ReliabilityBin, ...]:
    """The stored bins of a run, for the reliability diagram."""
    return tuple(ReliabilityBin(e.scored, e.correct, float(e.confidence) / 100) for e in figures.confidence)


def _mix(sprint: Sprint, run: Run) -> tuple[SliceMix, ...]:
    """The run's kinds of case against their stated share of real work; a name fits without regard to case."""
    tallies: Counter[str] = Counter()
    for tally in run.figures.slices if run.figures else ():
        tallies[tally.name.casefold()] += tally.scored
    total = sum(tallies.values())
    if not total:
        return ()
    found = (
        (key, entry.name, float(entry.real_share), tallies[entry.name.strip().casefold()])
        for key, entry in sprint.test_set.slices.items()
        if entry.real_share is not None
    )
    return tuple(
        SliceMix(key, name, real, n / total * 100, n, round(n / total * 100 - real, 9)) for key, name, real, n in found
    )
