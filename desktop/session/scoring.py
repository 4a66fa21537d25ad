"""Adding a run of an evaluation to a system: read, derive, compare, one undoable step. Window and command line share it."""

import base64
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop.analysis.evaluation import MINIMUM_EXAMPLES
from desktop.analysis.paired import Comparison, compare_pairs, compare_shares
from desktop.analysis.slices import SliceScore, fallen_slices, slice_scores
from desktop.analysis.statistics import Interval, wilson
from desktop.workbook import Workbook
from desktop.workbook.ids import next_id
from desktop.workbook.path import replace_at
from desktop.workbook.sprint import Run, Scoring


@dataclass(frozen=True)
class Judged:
    """One run against the threshold and the runs before it on the same set.

    ``against_last`` and ``against_first`` are None where there is no earlier run; ``fallen`` names kinds of case.
    ``threshold`` is a share from 0 to 1.
    """

    scored: int
    correct: int
    interval: Interval
    slices: tuple[SliceScore, ...]
    threshold: float | None
    against_last: Comparison | None
    against_first: Comparison | None
    fallen: tuple[str, ...]

    @property
    def minimum_met(self) -> bool:
        """At least 200 examples were scored (sprint guide, week 2)."""
        return self.scored >= MINIMUM_EXAMPLES

    @property
    def below(self) -> bool:
        """A threshold is agreed and the interval's lower end is not above it."""
        return self.threshold is not None and self.interval.low <= self.threshold

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


@dataclass(frozen=True)
class Scored:
    """What scoring a file did. ``added`` False: the run stood there already, under ``run_id``, and nothing was written."""

    run_id: str
    run: Run
    added: bool
    entered_sprint: bool
    judged: Judged
    notices: tuple[str, ...]


def score_to_file(
    path: Path, results: Path, system_id: str, *, today: date, test_set: str = "", columns: dict[str, str] | None = None
) -> Scored:
    """Append the run in ``results`` to the project at ``path``, unless it stands there.

    Raises ResultsRefusedError for the results and Refused for the project; nothing has been written then. A project that
    another program saves in between is read again and the run added to that.
    """
    from desktop.exchange.evaluation.derive import derive
    from desktop.exchange.evaluation.opening import open_results
    from desktop.files.problem import Refused
    from desktop.files.project import open_project, save_project

    with open_results(results, columns) as batch:
        derived = derive(batch, today, name=results.name, test_set=test_set)
    for attempt in range(3):
        opened = open_project(path)
        workbook, run_id, added = with_run(opened.workbook, system_id, derived.run)
        try:
            if added:
                save_project(path, workbook, opened)
        except Refused as refused:
            if refused.problem.code == "changed-on-disk" and attempt < 2:
                continue
            raise
        break
    entered = opened.workbook.systems[system_id].sprint is None
    scoring = _scoring(workbook, system_id)
    return Scored(run_id, scoring.runs[run_id], added, entered, judge(scoring, run_id), derived.notices)


def with_run(workbook: Workbook, system_id: str, run: Run) -> tuple[Workbook, str, bool]:
    """The workbook with ``run`` among the system's runs, its id, and whether it is new there.

    A system that is not in the sprint enters it with its first run. Raises KeyError for a system that does not exist.
    """
    runs = _scoring(workbook, system_id).runs
    known = next((key for key, stored in runs.items() if _same(stored, run)), None)
    if known is not None:
        return workbook, known, False
    tag = run.figures.fingerprint[:4] if run.figures else "0000"
    run_id = next_id(runs, tag)
    return replace_at(workbook, ("systems", system_id, "sprint", "scoring", "runs", run_id), run), run_id, True


def judge(scoring: Scoring, run_id: str) -> Judged:
    """The run ``run_id``, which must have scored something, beside the earlier ones on its set."""
    run = scoring.runs[run_id]
    scored, correct = run.scored or 0, run.correct or 0
    earlier = _earlier(scoring, run_id)
    last, first = (earlier[-1], earlier[0]) if earlier else (None, None)
    return Judged(
        scored,
        correct,
        wilson(correct, scored),
        slice_scores(run.figures.slices) if run.figures else (),
        None if scoring.threshold is None else float(scoring.threshold) / 100,
        compare(last, run) if last else None,
        compare(first, run) if first else None,
        _fallen(last, run) or _fallen(first, run),
    )


def compare(before: Run, after: Run) -> Comparison:
    """Two usable runs: in pairs where both say how each of the same examples came out, else by their shares."""
    one, other = before.figures, after.figures
    if one and other and one.set_fingerprint and one.set_fingerprint == other.set_fingerprint:
        bits, bits_now = base64.b64decode(one.outcomes), base64.b64decode(other.outcomes)
        if len(bits) == len(bits_now):
            return compare_pairs(bits, bits_now, after.scored or 1)
    return compare_shares((before.correct or 0, before.scored or 1), (after.correct or 0, after.scored or 1))


def _scoring(workbook: Workbook, system_id: str) -> Scoring:
    sprint = workbook.systems[system_id].sprint
    return sprint.scoring if sprint else Scoring()


def _same(stored: Run, run: Run) -> bool:
    if not (stored.figures and run.figures):
        return False
    return stored.test_set == run.test_set and stored.figures.fingerprint == run.figures.fingerprint


def _earlier(scoring: Scoring, run_id: str) -> list[Run]:
    """Usable runs on the same set before this one, oldest first."""
    run = scoring.runs[run_id]
    usable = ((key, other) for key, other in scoring.runs.items() if other.test_set == run.test_set and _usable(other))
    ordered = sorted(((other.on or date.min, key, other) for key, other in usable), key=lambda entry: entry[:2])
    return [other for on, key, other in ordered if (on, key) < (run.on or date.min, run_id)]


def _usable(run: Run) -> bool:
    return bool(run.scored) and run.correct is not None and run.correct <= (run.scored or 0)


def _fallen(before: Run | None, after: Run) -> tuple[str, ...]:
    if before is None or before.figures is None or after.figures is None:
        return ()
    return fallen_slices(before.figures.slices, after.figures.slices)


def _figures(scored: int, correct: int, interval: Interval) -> dict[str, Any]:
    return {"n": scored, "correct": correct, "score": interval.share, "low": interval.low, "high": interval.high}
