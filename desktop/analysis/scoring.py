"""Scores with honest bounds: what the answers say, and how far the unanswered could still move it.

The item is the question. Its scoring level is the reconciled one, else the lowest of the views that were given: until the
room has agreed, the cautious view counts. Proposed answers do not count, because they are no ratings yet.

The bounds hold for every way to answer the questions that are open now. A further view of a question that is answered
already may still lower it; which views are missing stands beside the score (``desktop.analysis.perspectives``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from desktop.method import Method
from desktop.method.schema import Lens, Question
from desktop.workbook import System
from desktop.workbook.rating import Rating

LOWEST, HIGHEST = 0, 4


@dataclass(frozen=True)
class Standing:
    """How one question stands. ``level`` None: not answered, or not applicable. ``evidenced``: something shows it."""

    question: str
    level: int | None
    not_applicable: bool
    evidenced: bool
    reconciled: bool
    views: tuple[tuple[str, Rating], ...]

    @property
    def answered(self) -> bool:
        """A level counts, or the question does not apply."""
        return self.level is not None or self.not_applicable

    @cached_property
    def width(self) -> int:
        """How many levels the given views lie apart. Asked often, so a question that nobody touched answers at once."""
        levels = [view.level for _, view in self.views if view.level is not None and not view.not_applicable]
        return max(levels) - min(levels) if levels else 0


@dataclass(frozen=True)
class Score:
    """A group's score from 0 to 4 with its bounds; all None where nothing applies. ``coverage`` is the share answered."""

    score: float | None
    low: float | None
    high: float | None
    coverage: float
    questions: tuple[str, ...]


def standing(question: Question, system: System) -> Standing:
    """How ``question`` stands for ``system``."""
    return standing_of(question.id, system)


def standing_of(question: str, system: System) -> Standing:
    """How the question with this id stands for ``system``, whether the method still holds it or not."""
    ratings = system.ratings.get(question)
    if ratings is None:
        return _unanswered(question)
    views = tuple((name, view) for name, view in sorted(ratings.views.items()) if view.answered)
    shown = any(is_evidenced(view) for _, view in views)
    agreed = ratings.reconciled
    if agreed is not None and (agreed.not_applicable or agreed.level is not None):
        level = None if agreed.not_applicable else agreed.level
        return Standing(question, level, agreed.not_applicable, shown, reconciled=True, views=views)
    levels = [view.level for _, view in views if view.level is not None and not view.not_applicable]
    lowest = min(levels, default=None)
    return Standing(question, lowest, bool(views) and not levels, shown, reconciled=False, views=views)


@lru_cache(maxsize=4_096)  # in a portfolio of thousands nearly every question of nearly every system stands like this
def _unanswered(question: str) -> Standing:
    return Standing(question, None, not_applicable=False, evidenced=False, reconciled=False, views=())


def is_evidenced(view: Rating) -> bool:
    """Something that can be read shows the answer; an empty note shows nothing."""
    return any(evidence.text.strip() for evidence in view.evidence)


def standings(method: Method, system: System) -> dict[str, Standing]:
    """How every question of the method stands, by id."""
    return {question.id: standing(question, system) for question in method.questions}


def score(found: Iterable[Standing]) -> Score:
    """The mean of the levels that count; not applicable leaves the mean, unanswered widen the bounds to 0 and 4."""
    found = tuple(found)
    ids = tuple([entry.question for entry in found])
    levels = [entry.level for entry in found if entry.level is not None]
    applicable = len(found) - len([True for entry in found if entry.not_applicable])
    open_ones = applicable - len(levels)
    coverage = (len(found) - open_ones) / len(found) if found else 0.0
    if not applicable:
        return Score(None, None, None, coverage, ids)
    total = sum(levels)
    low = (total + LOWEST * open_ones) / applicable
    high = (total + HIGHEST * open_ones) / applicable
    return Score(total / len(levels) if levels else None, low, high, coverage, ids)


def lens_scores(method: Method, lens: Lens, found: dict[str, Standing]) -> dict[str, Score]:
    """The score of each group of ``lens``, by group id."""
    return {group.id: group_score(method, lens.id, group.id, found) for group in lens.groups}


def group_score(method: Method, lens: str, group: str, found: dict[str, Standing]) -> Score:
    """The score of one group of a lens."""
    return score([found[question] for question in method.group(lens, group)])
