"""Week 2: what the stored runs and the test set show."""

from dataclasses import dataclass

from desktop.analysis.series import ScoredRun, Series, all_series
from desktop.analysis.statistics import examples_needed
from desktop.workbook.sprint import Sprint

MINIMUM_EXAMPLES = 200  # sprint guide, week 2
MIX_TOLERANCE = 5.0  # points between test set and real work; the workbook's own rule


@dataclass(frozen=True)
class SliceMix:
    """One kind of case: its share of real work and of the test set in per cent, and the difference in points."""

    id: str
    name: str
    real: float
    test: float
    examples: int
    off: float

    @property
    def within(self) -> bool:
        """The difference is inside the tolerance."""
        return abs(self.off) <= MIX_TOLERANCE

    def missing(self, total: int) -> int:
        """How many examples of this kind bring it to its real share when ``total`` examples stand now."""
        return max(0, round((self.real / 100 * total - self.examples) / max(1 - self.real / 100, 0.01)))


@dataclass(frozen=True)
class Evaluation:
    """The runs on the leading test set oldest first, the mix, the threshold, and how many examples would settle a doubt.

    The threshold is a share. ``series`` holds every test set that has a run, the leading one first: they are never mixed.
    """

    runs: tuple[ScoredRun, ...]
    mix: tuple[SliceMix, ...]
    threshold: float | None
    needed: int | None
    series: tuple[Series, ...] = ()

    @property
    def latest(self) -> ScoredRun | None:
        """The newest run."""
        return self.runs[-1] if self.runs else None

    @property
    def cleared(self) -> bool:
        """The newest run's lower end is above the threshold."""
        return self.latest is not None and self.threshold is not None and self.latest.interval.low > self.threshold


def evaluate(sprint: Sprint) -> Evaluation:
    """Intervals of all usable runs (Wilson, 95 %), the mix against real work, and what is still needed."""
    series = all_series(sprint.scoring)
    runs = series[0].runs if series else ()
    threshold = None if sprint.scoring.threshold is None else float(sprint.scoring.threshold) / 100
    needed = examples_needed(runs[-1].interval.share, threshold) if runs and threshold is not None else None
    return Evaluation(runs, _mix(sprint), threshold, needed, series)


def _mix(sprint: Sprint) -> tuple[SliceMix, ...]:
    slices = [
        (key, entry.name, float(entry.real_share), entry.examples)
        for key, entry in sprint.test_set.slices.items()
        if entry.real_share is not None and entry.examples is not None
    ]
    total = sum(examples for *_, examples in slices)
    return tuple(
        SliceMix(key, name, real, test := (examples / total * 100 if total else 0.0), examples, round(test - real, 9))
        for key, name, real, examples in slices
    )
