"""One run against the agreed threshold and against earlier runs on the same test set."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop.analysis.evaluation import MINIMUM_EXAMPLES
from desktop.analysis.paired import Comparison, compare_pairs, compare_shares
from desktop.analysis.series import ScoredRun, Series, all_series
from desktop.analysis.slices import SliceScore, fallen_slices, slice_scores
from desktop.analysis.statistics import Interval
from desktop.workbook.sprint import Figures, Run, Scoring, Tally


@dataclass(frozen=True)
class Judged:
    """One run against the threshold and the runs before it on the same set.

    ``against_last`` and ``against_first`` are None where there is no earlier run; ``fallen`` names kinds of case.
    ``threshold`` is a share from 0 to 1.
    """

    scored: int
    correct: int
    interval: Interval
    tallies: tuple[Tally, ...]
    threshold: float | None
    against_last: Comparison | None
    against_first: Comparison | None
    fallen: tuple[str, ...]

    @cached_property
    def slices(self) -> tuple[SliceScore, ...]:
        """The kinds of case with their intervals, worked out where somebody looks: a year of runs has thousands."""
        return slice_scores(self.tallies)

    @property
    def minimum_met(self) -> bool:
        """At least 200 examples were scored (sprint guide, week 2)."""
        return self.scored >= MINIMUM_EXAMPLES

    @property
    def below(self) -> bool:
        """A threshold is agreed and the interval's lower end is not above it."""
        return self.threshold is not None and self.interval.low <= self.threshold

    @property
    def dropped(self) -> bool:
        """Worse than the run just before it, by more than chance, as a whole."""
        return self.against_last is not None and self.against_last.worse()

    @property
    def regression(self) -> bool:
        """Worse than the run before it or than the first, by more than chance, as a whole or for a kind of case."""
        return bool(self.fallen) or any(found and found.worse() for found in (self.against_last, self.against_first))

    def as_json(self) -> dict[str, Any]:
        """The document that ``score --json`` prints; shares from 0 to 1."""
        return {
            **_figures(self.scored, self.correct, self.interval),
            "minimum_met": self.minimum_met,
            "regression": self.regression,
            "slices": {score.name: _figures(score.scored, score.correct, score.interval) for score in self.slices},
        }


def judge(scoring: Scoring, run_id: str) -> Judged:
    """The run ``run_id``, which must have scored something, beside the earlier ones on its set."""
    for series in all_series(scoring):
        places = [run.id for run in series.runs]
        if run_id in places:
            at = places.index(run_id)
            return _judge(scoring, series.runs[at], series.runs[:at])
    raise KeyError(run_id)


def judge_all(scoring: Scoring, series: Series) -> tuple[Judged, ...]:
    """Every run of one test set, in the order of the series."""
    return tuple(_judge(scoring, run, series.runs[:at]) for at, run in enumerate(series.runs))


def _judge(scoring: Scoring, scored: ScoredRun, earlier: Sequence[ScoredRun]) -> Judged:
    run = scoring.runs[scored.id]
    last, first = (scoring.runs[earlier[-1].id], scoring.runs[earlier[0].id]) if earlier else (None, None)
    against_last = compare(last, run) if last else None
    return Judged(
        scored.scored,
        scored.correct,
        scored.interval,
        run.figures.slices if run.figures else (),
        None if scoring.threshold is None else float(scoring.threshold) / 100,
        against_last,
        against_last if first is last else compare(first, run) if first else None,
        _fallen(last, run) or _fallen(first, run),
    )


def compare(before: Run, after: Run) -> Comparison:
    """Two usable runs: in pairs where both say how each of the same examples came out, else by their shares."""
    one, other = before.figures, after.figures
    if one and other and one.set_fingerprint and one.set_fingerprint == other.set_fingerprint:
        bits, bits_now = _outcomes(before, one), _outcomes(after, other)
        if bits and len(bits) == len(bits_now):
            return compare_pairs(bits, bits_now, after.scored or 1)
    return compare_shares((before.correct or 0, before.scored or 1), (after.correct or 0, after.scored or 1))


def changed_by_hand(run: Run) -> bool:
    """The score is no longer that of the file, from which everything else of the run comes."""
    figures = run.figures
    if figures is None:
        return False
    sums = sum(tally.scored for tally in figures.slices), sum(tally.correct for tally in figures.slices)
    more = sums[0] > (run.scored or 0) or sums[1] > (run.correct or 0)
    return more or (bool(figures.outcomes) and not _outcomes(run, figures))


def _outcomes(run: Run, figures: Figures) -> bytes:
    """The stored bits; empty where they are not those of the score, which somebody has changed by hand since."""
    try:
        bits = base64.b64decode(figures.outcomes)
    except ValueError:
        return b""
    return bits if int.from_bytes(bits, "big").bit_count() == run.correct else b""


def _fallen(before: Run | None, after: Run) -> tuple[str, ...]:
    if before is None or before.figures is None or after.figures is None:
        return ()
    return fallen_slices(before.figures.slices, after.figures.slices)


def _figures(scored: int, correct: int, interval: Interval) -> dict[str, Any]:
    return {"n": scored, "correct": correct, "score": interval.share, "low": interval.low, "high": interval.high}
