"""What the lens page shows: the same answers grouped."""

from dataclasses import dataclass

from desktop.analysis.scoring import Score, Standing
from desktop.method.schema import Lens
from desktop.session.assess import Assessment, source_words
from desktop.session.assess_questions import scoring_words
from desktop.text import say
from desktop.text.formatting import number, percent


@dataclass(frozen=True)
class Line:
    """One question inside a group: what counts, and why."""

    question: str
    prompt: str
    level: int | None
    words: str
    not_applicable: bool


@dataclass(frozen=True)
class GroupView:
    """One group of a lens with its score, 0 to 4, and bounds; all None where nothing applies."""

    id: str
    name: str
    about: str
    score: Score
    coverage: str
    lines: tuple[Line, ...]

    @property
    def figure(self) -> str:
        """The score with one decimal, or a dash."""
        return "–" if self.score.score is None else number(self.score.score, 1)

    @property
    def bounds(self) -> str:
        """How far the open questions could still move the score."""
        if self.score.low is None or self.score.high is None:
            return say("assess.bounds.none")
        if self.score.low == self.score.high:
            return say("assess.bounds.exact")
        return say("assess.bounds", low=number(self.score.low, 1), high=number(self.score.high, 1))


@dataclass(frozen=True)
class LensView:
    """One lens over the answers."""

    id: str
    name: str
    headline: str
    cite: str
    scoring: str
    not_claimed: str
    crosswalk: bool
    groups: tuple[GroupView, ...]


def lens_view(now: Assessment, lens_id: str) -> LensView:
    """The groups of a lens with scores; KeyError for an unknown lens."""
    lens = now.method.lens[lens_id]
    scores = now.seen.lenses[lens_id]
    groups = tuple(_group(now, lens, group.id, scores[group.id]) for group in lens.groups)
    return LensView(
        lens.id,
        lens.name,
        _lens_headline(groups),
        source_words(now.method, lens.source),
        lens.scoring,
        lens.not_claimed,
        lens.crosswalk,
        groups,
    )


def _group(now: Assessment, lens: Lens, group_id: str, score: Score) -> GroupView:
    group = next(entry for entry in lens.groups if entry.id == group_id)
    lines = tuple(_line(now, now.found[key]) for key in score.questions)
    answered = sum(now.found[key].answered for key in score.questions)
    words = say("assess.coverage", n=answered, of=len(lines), share=percent(score.coverage, 0))
    return GroupView(group.id, group.name, group.about, score, words, lines)


def _line(now: Assessment, entry: Standing) -> Line:
    return Line(
        entry.question,
        now.method.question[entry.question].prompt,
        entry.level,
        scoring_words(entry),
        entry.not_applicable,
    )


def _lens_headline(groups: tuple[GroupView, ...]) -> str:
    scored = [(group.score.score, group) for group in groups if group.score.score is not None]
    if not scored:
        return say("assess.lens.empty")
    lowest, group = min(scored, key=lambda pair: pair[0])
    return say("assess.lens.weakest", name=group.name, score=number(lowest, 1))
