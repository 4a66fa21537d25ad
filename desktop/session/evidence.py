"""The page of the evaluation: which test sets there are, what can be said of each, and how its runs stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.analysis.judging import Judged
from desktop.analysis.series import OWN_SET, ScoredRun
from desktop.analysis.test_sets import SetCheck, SetEvidence, about_set, set_evidence
from desktop.analysis.verdict import State
from desktop.reports.palette import StateToken
from desktop.session.evidence_run import RunView, run_view
from desktop.session.evidence_words import (
    against,
    between,
    day_words,
    headline,
    kept,
    lead,
    set_name,
    standing,
    threshold_words,
)
from desktop.text import count, say
from desktop.text.formatting import number, percent
from desktop.workbook import System
from desktop.workbook.path import Path
from desktop.workbook.sprint import Sprint

EVALUATION = "evaluation"


@dataclass(frozen=True)
class CheckLine:
    """One check of a test set; ``at`` is the place of week 2 that would change it, empty where only another file would."""

    id: str
    state: State
    label: str
    detail: str
    at: Path = ()


@dataclass(frozen=True)
class RunLine:
    """One row of the table of runs, as texts; ``fallen`` where it is worse than the run before by more than chance."""

    id: str
    on: str
    version: str
    scored: str
    share: str
    between: str
    against: str
    state: StateToken
    word: str
    fallen: bool


@dataclass(frozen=True)
class Mark:
    """One run in the chart over time: its day, and share and interval in per cent."""

    name: str
    share: float
    low: float
    high: float
    alert: str


@dataclass(frozen=True)
class SetView:
    """One test set. ``note`` says whether the threshold is judged on it; ``runs`` are newest first, ``marks`` the reverse."""

    name: str
    title: str
    note: str
    checks: tuple[CheckLine, ...]
    runs: tuple[RunLine, ...]
    marks: tuple[Mark, ...]
    value: str
    between: str


@dataclass(frozen=True)
class EvaluationView:
    """The page: its answer, the sets to choose from, the one that is shown, and the run that is shown of it."""

    headline: str
    lead: str
    sets: tuple[tuple[str, str], ...]
    shown: SetView | None
    run: RunView | None
    threshold: float | None
    threshold_words: str


class Remembered:
    """The test sets of the sprint that was asked for last: choosing a run among hundreds does not judge them all again."""

    def __init__(self) -> None:
        self._sprint: Sprint | None = None
        self._found: tuple[SetEvidence, ...] = ()
        self._views: dict[str, SetView] = {}

    def sets(self, sprint: Sprint) -> tuple[SetEvidence, ...]:
        """What ``set_evidence`` gives; a sprint is frozen, so the same object has the same evidence."""
        if self._sprint is not sprint:
            self._sprint, self._found, self._views = sprint, set_evidence(sprint), {}
        return self._found

    def view(self, system_id: str, sprint: Sprint, one: SetEvidence) -> SetView:
        """The view of one of these sets."""
        if one.name not in self._views:
            self._views[one.name] = _set_view(system_id, sprint, one)
        return self._views[one.name]


def evaluation_view(
    system: System, chosen_set: str | None = None, chosen_run: str = "", remembered: Remembered | None = None
) -> EvaluationView:
    """What the page shows. Without a choice, or where it is gone: the leading set and its newest run."""
    sprint = system.sprint or Sprint()
    remembered = remembered or Remembered()
    found = remembered.sets(sprint)
    threshold = None if sprint.scoring.threshold is None else float(sprint.scoring.threshold) / 100
    limit = "" if threshold is None else threshold_words(threshold)
    if not found:
        return EvaluationView(
            say("evidence.headline.none"), say("evidence.lead.none"), (), None, None, threshold, limit
        )
    shown = next((one for one in found if one.name == chosen_set), found[0])
    ids = [run.id for run in shown.runs]
    at = ids.index(chosen_run) if chosen_run in ids else len(ids) - 1
    return EvaluationView(
        kept(headline(shown)),
        kept(lead(shown)),
        tuple((one.name, set_name(one.name)) for one in found),
        remembered.view(system.id, sprint, shown),
        run_view(sprint, shown.runs[at], shown.judged[at]),
        threshold,
        limit,
    )


def _set_view(system_id: str, sprint: Sprint, one: SetEvidence) -> SetView:
    return SetView(
        one.name,
        set_name(one.name),
        say("evidence.leading") if one.leading else say("evidence.beside"),
        tuple(_check(system_id, sprint, one.name, check) for check in one.checks),
        tuple(reversed(_runs(one))),
        run_marks(one.runs, one.judged),
        percent(one.latest.interval.share),
        between(one.latest.interval),
    )


def _runs(one: SetEvidence) -> tuple[RunLine, ...]:
    lines = []
    for run, judged in zip(one.runs, one.judged, strict=True):
        state, word = standing(judged)
        lines.append(
            RunLine(
                run.id,
                day_words(run.on),
                run.version,
                f"{run.scored:,}",
                percent(run.interval.share),
                between(run.interval),
                against(judged.against_last),
                state,
                word,
                judged.dropped,
            )
        )
    return tuple(lines)


def run_marks(runs: Sequence[ScoredRun], judged: Sequence[Judged]) -> tuple[Mark, ...]:
    """The runs of one set for the chart, oldest first; the ones that are a regression carry their alert."""
    return tuple(
        Mark(
            day_words(run.on, year=False),
            run.interval.share * 100,
            run.interval.low * 100,
            run.interval.high * 100,
            say("evidence.alert", version=run.version or day_words(run.on, year=False)) if found.regression else "",
        )
        for run, found in zip(runs, judged, strict=True)
    )


def _check(system_id: str, sprint: Sprint, name: str, check: SetCheck) -> CheckLine:
    return CheckLine(
        check.id,
        check.state,
        say(f"evidence.check.{check.id}"),
        kept(check_words(check)),
        _place(system_id, sprint, name, check.id),
    )


def check_words(check: SetCheck) -> str:
    """What was found, in one sentence."""
    values = {key: _word(key, value) for key, value in check.values.items()}
    code = f"evidence.{check.id}.{check.word}"
    if check.word == "few" and check.id == "size":
        return count(code, check.values["minimum"] - check.values["n"], found=values["n"])
    if check.word == "some":
        return count(code, check.values["n"])
    return say(code, **values)


def _word(key: str, value: object) -> str:
    if key in {"largest", "low", "double", "agreement"} and isinstance(value, float):
        return percent(value)
    if key == "off" and isinstance(value, float):
        return number(abs(value), 1)
    if isinstance(value, float):
        return number(value, 2 if key == "kappa" else 0)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _place(system_id: str, sprint: Sprint, name: str, check: str) -> Path:
    """Where origin and mix are written; everything else stands in the file of the run."""
    base: Path = ("systems", system_id, "sprint")
    if name == OWN_SET:
        fields = {"origin": "provenance", "mix": "slices"}
        return (*base, "test_set", fields[check]) if check in fields else ()
    if check != "origin":
        return ()
    about = about_set(sprint, name)
    known = next((key for key, entry in sprint.more_sets.items() if entry is about), None)
    return (*base, "more_sets", known) if known else (*base, "more_sets")
