"""What can be said of a test set: enough examples, a fair mix, labels that two people agree on, and where it comes from."""

from dataclasses import dataclass
from typing import Any

from desktop.analysis.evaluation import MINIMUM_EXAMPLES, MIX_TOLERANCE, evaluate
from desktop.analysis.judging import Judged, judge_all
from desktop.analysis.run_evidence import Evidence, evidence_of
from desktop.analysis.series import OWN_SET, ScoredRun, Series, all_series
from desktop.analysis.verdict import State
from desktop.workbook.sprint import NamedSet, Sampling, Sprint, TestSet

FEWEST_DOUBLES = 30  # fewer say nothing about agreement; the workbook's own rule
SUBSTANTIAL = 0.61  # of kappa: Landis, J. R. and Koch, G. G. (1977), Biometrics 33(1)


@dataclass(frozen=True)
class SetCheck:
    """One thing that was looked at. ``word`` is a code of what was found, with its ``values``; shares from 0 to 1."""

    id: str
    state: State
    word: str
    values: dict[str, Any]


@dataclass(frozen=True)
class SetEvidence:
    """One test set with its runs oldest first, each as it is judged, and the checks of its newest run."""

    name: str
    leading: bool
    runs: tuple[ScoredRun, ...]
    judged: tuple[Judged, ...]
    newest: Evidence
    checks: tuple[SetCheck, ...]

    @property
    def latest(self) -> ScoredRun:
        """The newest run."""
        return self.runs[-1]

    @property
    def verdict(self) -> Judged:
        """The newest run as it is judged."""
        return self.judged[-1]


def set_evidence(sprint: Sprint) -> tuple[SetEvidence, ...]:
    """Every test set that has a usable run, the leading one first."""
    return tuple(_one(sprint, series, leading=at == 0) for at, series in enumerate(all_series(sprint.scoring)))


def about_set(sprint: Sprint, name: str) -> TestSet | NamedSet:
    """What is written of the set called ``name``: of the system's own, of a further one, or nothing yet."""
    if name == OWN_SET:
        return sprint.test_set
    wanted = name.strip().casefold()
    found = (entry for entry in sprint.more_sets.values() if entry.name.strip().casefold() == wanted)
    return next(found, NamedSet())


def _one(sprint: Sprint, series: Series, *, leading: bool) -> SetEvidence:
    judged = judge_all(sprint.scoring, series)
    newest = evidence_of(sprint, series.latest.id, judged[-1])
    checks = (
        _size(newest),
        _balance(newest),
        _mix(sprint, series.name, newest),
        _repeats(newest),
        _labels(newest),
        _origin(about_set(sprint, series.name)),
    )
    return SetEvidence(series.name, leading, series.runs, judged, newest, checks)


def _size(newest: Evidence) -> SetCheck:
    n = newest.judged.scored
    met = newest.judged.minimum_met
    return SetCheck(
        "size", "met" if met else "failed", "enough" if met else "few", {"n": n, "minimum": MINIMUM_EXAMPLES}
    )


def _balance(newest: Evidence) -> SetCheck:
    """A score is worth something where it beats always giving the most frequent answer."""
    labelling = newest.labelling
    if labelling is None or labelling.largest_class is None or labelling.classes is None:
        return SetCheck("balance", "open", "unknown", {})
    largest = float(labelling.largest_class) / 100
    values = {"classes": labelling.classes, "largest": largest, "low": newest.judged.interval.low}
    beaten = newest.judged.interval.low > largest
    return SetCheck("balance", "met" if beaten else "failed", "beaten" if beaten else "constant", values)


def _mix(sprint: Sprint, name: str, newest: Evidence) -> SetCheck:
    mix = newest.mix or (evaluate(sprint).mix if name == OWN_SET else ())
    if not mix:
        return SetCheck("mix", "open", "unknown", {})
    if not any(entry.examples for entry in mix):
        return SetCheck("mix", "open", "others", {})
    worst = max(mix, key=lambda entry: abs(entry.off))
    values = {"name": worst.name, "off": worst.off, "kinds": len(mix), "tolerance": MIX_TOLERANCE}
    if worst.within:
        return SetCheck("mix", "met", "within", values)
    if name == OWN_SET and sprint.test_set.mix_reason.strip():
        return SetCheck("mix", "met", "explained", values)
    return SetCheck("mix", "failed", "short" if worst.off < 0 else "over", values)


def _repeats(newest: Evidence) -> SetCheck:
    if newest.labelling is None:
        return SetCheck("repeats", "open", "unknown", {})
    if newest.duplicates:
        return SetCheck("repeats", "failed", "some", {"n": newest.duplicates})
    return SetCheck("repeats", "met", "none", {})


def _labels(newest: Evidence) -> SetCheck:
    """How far two people agree; open where too few examples were labelled twice to tell."""
    labelling = newest.labelling
    if labelling is None or not labelling.doubles:
        return SetCheck("labels", "open", "unknown", {})
    values = {"n": labelling.doubles, "double": newest.double_labelled}
    if labelling.kappa is None or labelling.agreement is None or labelling.doubles < FEWEST_DOUBLES:
        return SetCheck("labels", "open", "few", values)
    values |= {"agreement": float(labelling.agreement) / 100, "kappa": float(labelling.kappa)}
    agreed = float(labelling.kappa) >= SUBSTANTIAL
    return SetCheck("labels", "met" if agreed else "failed", "agreed" if agreed else "apart", values)


def _origin(about: TestSet | NamedSet) -> SetCheck:
    if about.sampling is Sampling.HAND_PICKED:
        return SetCheck("origin", "failed", "hand-picked", {})
    if about.sampling is None or not about.provenance.strip():
        return SetCheck("origin", "open", "unknown", {})
    return SetCheck("origin", "met", about.sampling.value, {"provenance": about.provenance.strip()})
