"""Runs belong to test sets: each set is a series of its own, and a score of one says nothing about another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.analysis.statistics import Interval, wilson
from desktop.workbook.sprint import Run, Scoring

OWN_SET = ""  # the system's own test set, which week 2 describes


@dataclass(frozen=True)
class ScoredRun:
    """One usable run. Its interval is worked out where somebody looks: a year of daily runs has hundreds."""

    id: str
    on: date | None
    scored: int
    correct: int
    version: str

    @cached_property
    def interval(self) -> Interval:
        """The share right with its Wilson interval at 95 %."""
        return wilson(self.correct, self.scored)


@dataclass(frozen=True)
class Series:
    """The usable runs on one test set, oldest first; there is one at the least."""

    name: str
    runs: tuple[ScoredRun, ...]

    @property
    def latest(self) -> ScoredRun:
        """The newest run."""
        return self.runs[-1]


def all_series(scoring: Scoring) -> tuple[Series, ...]:
    """Every test set that has a usable run; the leading one first, the others by name."""
    by_set: dict[str, list[ScoredRun]] = {}
    for run_id, run in scoring.runs.items():
        if scored := scored_run(run_id, run):
            by_set.setdefault(run.test_set, []).append(scored)
    series = [Series(name, tuple(sorted(runs, key=_age))) for name, runs in by_set.items()]
    leading = _leading(series)
    return tuple(sorted(series, key=lambda one: (one.name != leading, one.name.casefold(), one.name)))


def scored_run(run_id: str, run: Run) -> ScoredRun | None:
    """The run as it can be judged; None where it lacks a number or has more right than scored."""
    if not run.scored or run.correct is None or run.correct > run.scored:
        return None
    return ScoredRun(run_id, run.on, run.scored, run.correct, run.version)


def _leading(series: Iterable[Series]) -> str:
    """The set that the threshold of week 2 is judged on: the system's own, else the one that was scored first.

    The first run is the baseline; it stays the first, so that the next run on another set does not change the answer.
    """
    first = {one.name: min((run.on or date.max, run.id) for run in one.runs) for one in series}
    if not first or OWN_SET in first:
        return OWN_SET
    return min(first, key=lambda name: (first[name], name))


def _age(run: ScoredRun) -> tuple[date, str]:
    return run.on or date.min, run.id
