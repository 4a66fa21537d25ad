"""The part of the report that tells of the diagnosis: what the answers say, who gave them, and what follows from them.

Everything is computed by ``analysis``; here it is put together once, so that the tracker and the board summary agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.analysis.findings import Finding, findings
from desktop.analysis.ladder import LADDER, Rung, rung_of, unmet_of
from desktop.analysis.perspectives import DISAGREEMENT, Spread, Voice, disagreements, silent, voices
from desktop.analysis.scoring import Score, Standing, lens_scores, standings
from desktop.analysis.warnings import Warned, warnings
from desktop.method import Method
from desktop.method.practice import load_practice
from desktop.method.schema import Group, Lens
from desktop.workbook import System, Workbook
from desktop.workbook.rating import Review

CONDITIONS = "conditions"
_CLOSE = 1e-9  # means are fractions: 3.2 less 1.2 may come out a little below 2


@dataclass(frozen=True)
class Step:
    """One rung of the ladder: how many of its criteria are met with evidence, of those that apply."""

    group: Group
    met: int
    total: int


@dataclass(frozen=True)
class LensReport:
    """One lens with the score of each of its groups, in the lens's order."""

    lens: Lens
    groups: tuple[tuple[Group, Score], ...]


@dataclass(frozen=True)
class Condition:
    """One structural condition: the four voices, what counts, and on how many questions the voices lie apart."""

    group: Group
    voices: tuple[Voice, ...]
    score: Score
    apart: int

    @property
    def spread(self) -> float | None:
        """From the lowest to the highest mean of the voices, in levels; None where fewer than two voices were heard."""
        means = [voice.mean for voice in self.voices if voice.mean is not None]
        return max(means) - min(means) if len(means) > 1 else None

    @property
    def differs(self) -> bool:
        """The means lie two levels or more apart."""
        return self.spread is not None and self.spread >= DISAGREEMENT - _CLOSE


@dataclass(frozen=True)
class Reviewed:
    """How many answers were given, and how many of them a reviewer has accepted or challenged."""

    given: int
    accepted: int
    challenged: int

    @property
    def share(self) -> float | None:
        """The accepted share from 0 to 1; None where nothing was answered."""
        return self.accepted / self.given if self.given else None


@dataclass(frozen=True)
class AssessmentReport:
    """All that is reported of one system's diagnosis. ``standings`` follow the method's order of questions."""

    standings: tuple[Standing, ...]
    rung: Rung
    steps: tuple[Step, ...]
    lenses: tuple[LensReport, ...]
    conditions: tuple[Condition, ...]
    silent: tuple[str, ...]
    disagreements: tuple[Spread, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Warned, ...]
    reviewed: Reviewed

    @property
    def answered(self) -> int:
        """How many questions have a level that counts, or do not apply."""
        return sum(entry.answered for entry in self.standings)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that block production."""
        return tuple(gap for gap in self.findings if gap.blocking)


def assess(workbook: Workbook, method: Method, system: System, today: date) -> AssessmentReport:
    """The diagnosis of ``system`` as of ``today``."""
    found = standings(method, system)
    return AssessmentReport(
        standings=tuple(found.values()),
        rung=rung_of(method, system, found),
        steps=tuple(_step(method, group, found) for group in method.lens[LADDER].groups),
        lenses=tuple(_lens(method, lens, found) for lens in method.lenses),
        conditions=_conditions(method, found),
        silent=silent(found.values()),
        disagreements=disagreements(found),
        findings=findings(workbook, method, system, found),
        warnings=warnings(workbook, system, today, (*load_practice().rules, *method.rules), found),
        reviewed=_reviewed(found),
    )


def _step(method: Method, group: Group, found: Mapping[str, Standing]) -> Step:
    applying = [name for name in method.group(LADDER, group.id) if not found[name].not_applicable]
    return Step(group, len(applying) - len(unmet_of(method, group.id, found)), len(applying))


def _lens(method: Method, lens: Lens, found: dict[str, Standing]) -> LensReport:
    scores = lens_scores(method, lens, found)
    return LensReport(lens, tuple((group, scores[group.id]) for group in lens.groups))


def _conditions(method: Method, found: dict[str, Standing]) -> tuple[Condition, ...]:
    lens = method.lens[CONDITIONS]
    scores, apart = lens_scores(method, lens, found), {entry.question for entry in disagreements(found)}
    return tuple(
        Condition(
            group,
            voices(method, CONDITIONS, group.id, found),
            scores[group.id],
            len(apart.intersection(method.group(CONDITIONS, group.id))),
        )
        for group in lens.groups
    )


def _reviewed(found: Mapping[str, Standing]) -> Reviewed:
    states = [view.review for entry in found.values() for _, view in entry.views]
    return Reviewed(len(states), states.count(Review.ACCEPTED), states.count(Review.CHALLENGED))
