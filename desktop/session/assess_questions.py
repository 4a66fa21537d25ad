"""What the questions page shows: the list with its filters, and one question with the four views side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop.analysis.findings import risk_tier
from desktop.analysis.perspectives import disagree, spread
from desktop.analysis.scoring import Standing
from desktop.session.assess import VIEWS, Assessment, person_words, source_words, view_words
from desktop.text import count, say
from desktop.text.formatting import day, join
from desktop.workbook import Perspective
from desktop.workbook.rating import Rating, Ratings, Reconciled, Review

State = Literal["open", "answered", "apart", "challenged"]
STATES: tuple[State, ...] = ("open", "answered", "apart", "challenged")


@dataclass(frozen=True)
class Item:
    """One line of the list. ``level`` is what scores; ``blocking``: it stands below what its risk tier needs."""

    id: str
    prompt: str
    state: State
    level: int | None
    not_applicable: bool
    blocking: bool

    @property
    def words(self) -> str:
        """How the question stands, said aloud."""
        state = say(f"assess.state.{self.state}")
        if self.level is None:
            return say("assess.level.none") if self.not_applicable else state
        return say("assess.item", level=self.level, state=state)


@dataclass(frozen=True)
class Filter:
    """Which questions the list shows; empty parts let all through."""

    text: str = ""
    lens: str = ""
    group: str = ""
    state: str = ""


@dataclass(frozen=True)
class VoiceView:
    """One perspective's answer with the words for it."""

    view: Perspective
    name: str
    rating: Rating
    by: str
    on: str
    review: str
    reviewer: str

    @property
    def says(self) -> str:
        """The level in words."""
        if self.rating.not_applicable:
            return say("assess.level.none")
        return say("assess.level", n=self.rating.level) if self.rating.level is not None else say("assess.level.open")


@dataclass(frozen=True)
class QuestionView:
    """One question. ``needs``: the level below which it blocks at this system's risk tier; None: it never does."""

    id: str
    prompt: str
    why: str
    cite: str
    evidence: str
    levels: tuple[str, ...]
    best: str
    needs: int | None
    needs_words: str
    voices: tuple[VoiceView, ...]
    level: int | None
    scoring: str
    spread_words: str
    apart: bool
    reconciled: Reconciled | None
    reconciled_words: str


def items(now: Assessment, chosen: Filter) -> tuple[Item, ...]:
    """The questions that fit, in the order of the method."""
    parts = chosen.text.casefold().split()
    fitting = (
        question
        for question in now.method.questions
        if (not chosen.lens or chosen.lens in question.lenses)
        and (not chosen.group or chosen.group in question.lenses.get(chosen.lens, ()))
        and all(part in f"{question.prompt} {question.id} {question.evidence}".casefold() for part in parts)
    )
    blocking = {gap.question for gap in now.gaps if gap.blocking}
    made = (item(now.found[question.id], question.prompt, blocking=question.id in blocking) for question in fitting)
    return tuple(one for one in made if not chosen.state or one.state == chosen.state)


def item(entry: Standing, prompt: str, *, blocking: bool) -> Item:
    """One question as lists show it."""
    return Item(entry.question, prompt, _state(entry), entry.level, entry.not_applicable, blocking)


def _state(entry: Standing) -> State:
    if any(view.review is Review.CHALLENGED for _, view in entry.views):
        return "challenged"
    if disagree(entry):
        return "apart"
    return "answered" if entry.answered else "open"


def next_open(shown: Iterable[Item], after: str) -> str | None:
    """The next question without an answer behind ``after``, from the top again at the end; None where all are answered."""
    order = tuple(shown)
    at = next((n for n, item in enumerate(order) if item.id == after), -1)
    return next((item.id for item in (*order[at + 1 :], *order[: at + 1]) if item.state == "open"), None)


def question_view(now: Assessment, question_id: str) -> QuestionView:
    """Everything about one question; KeyError for an unknown one."""
    question, entry = now.method.question[question_id], now.found[question_id]
    ratings = now.system.ratings.get(question_id, Ratings())
    tier = risk_tier(now.system).value
    needs = getattr(question.blocks, tier)
    apart = spread(entry)
    return QuestionView(
        id=question_id,
        prompt=question.prompt,
        why=question.why.strip(),
        cite=source_words(now.method, question.source),
        evidence=question.evidence,
        levels=question.levels,
        best=say("assess.best", view=view_words(question.best.value)) if question.best else "",
        needs=needs,
        needs_words="" if needs is None else say("assess.needs", level=needs, tier=say(f"assess.tier.{tier}")),
        voices=tuple(_voice(now, view, ratings.views.get(view.value, Rating())) for view in VIEWS),
        level=entry.level,
        scoring=scoring_words(entry),
        spread_words=_spread_words(entry),
        apart=apart.disagree,
        reconciled=ratings.reconciled,
        reconciled_words=_agreed_words(now, ratings.reconciled),
    )


def _voice(now: Assessment, view: Perspective, rating: Rating) -> VoiceView:
    return VoiceView(
        view,
        view_words(view.value),
        rating,
        person_words(now.workbook, rating.by),
        day(rating.on) if rating.on else "",
        say(f"assess.review.{rating.review.value}") if rating.answered else "",
        person_words(now.workbook, rating.reviewed_by),
    )


def scoring_words(entry: Standing) -> str:
    """Which level scores now, and why that one."""
    if entry.reconciled:
        return say("assess.scores.na-agreed" if entry.level is None else "assess.scores.agreed", level=entry.level)
    if entry.not_applicable:
        return say("assess.scores.na")
    if entry.level is None:
        return say("assess.scores.open")
    levels = [view.level for _, view in entry.views if view.level is not None]
    if len(levels) == 1:
        return say("assess.scores.single", level=entry.level)
    return say("assess.scores.lowest" if len(set(levels)) > 1 else "assess.scores.same", level=entry.level)


def _spread_words(entry: Standing) -> str:
    apart = spread(entry)
    parts = []
    if apart.spread:
        parts.append(count("assess.spread", apart.spread))
    if apart.missing and entry.views:
        parts.append(say("assess.missing", views=join(tuple(view_words(name) for name in apart.missing))))
    return " ".join(parts)


def _agreed_words(now: Assessment, agreed: Reconciled | None) -> str:
    if agreed is None:
        return ""
    level = say("assess.level.none") if agreed.not_applicable else say("assess.level", n=agreed.level)
    by, on = person_words(now.workbook, agreed.by), day(agreed.on) if agreed.on else ""
    return ", ".join(part for part in (level, by, on) if part)
