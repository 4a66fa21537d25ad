"""Workshop mode: which questions a room goes through, and what may be seen of one of them.

What a perspective has scored is not in the view before the answers are revealed, so no screen can show it by mistake.
"""

from dataclasses import dataclass
from typing import Literal

from desktop.analysis.findings import risk_tier
from desktop.analysis.perspectives import DISAGREEMENT, disagree, spread
from desktop.analysis.scoring import Standing
from desktop.method.schema import Question
from desktop.session.assess import VIEWS, Assessment, person_words, view_words
from desktop.text import count, say
from desktop.workbook import Perspective
from desktop.workbook.rating import Rating, Ratings, Workshop

WORKSHOP, CONDITIONS = "workshop", "conditions"
Scope = Literal["telling", "blocking", "open", "apart"]
SCOPES: tuple[Scope, ...] = ("telling", "blocking", "open", "apart")
Mark = Literal["done", "begun", "open"]
MINUTES = 5  # that a room takes for one question, the talk about a difference included


@dataclass(frozen=True)
class Voice:
    """One perspective at one question. ``level`` is None, and ``not_applicable`` False, until the answers are revealed."""

    view: Perspective
    name: str
    speaker: str
    scored: bool
    evidence: int
    level: int | None = None
    not_applicable: bool = False

    @property
    def words(self) -> str:
        """What may be said aloud about it."""
        if not self.scored:
            return say("workshop.voice.waiting")
        if self.level is not None:
            return say("workshop.voice.level", n=self.level)
        return say("workshop.voice.na") if self.not_applicable else say("workshop.voice.scored")


@dataclass(frozen=True)
class Settled:
    """What the room agreed on. ``blocking``: that is below what production needs."""

    level: int | None
    reason: str
    by: str
    blocking: bool


@dataclass(frozen=True)
class Stage:
    """One question as the room sees it. ``needs``: the level below which it blocks at this risk tier; None: it never does.

    ``low`` and ``high`` span the levels once they are revealed.
    """

    question: str
    condition: str
    prompt: str
    ask: str
    levels: tuple[str, ...]
    needs: int | None
    revealed: bool
    voices: tuple[Voice, ...]
    low: int | None
    high: int | None
    apart: bool
    verdict: str
    settled: Settled | None
    number: int
    marks: tuple[Mark, ...]

    @property
    def scored(self) -> int:
        """How many of the voices have scored."""
        return sum(voice.scored for voice in self.voices)


@dataclass(frozen=True)
class Progress:
    """How far a workshop is: questions in all, and of those that the room has seen: done, settled, apart, blocking."""

    total: int
    done: int
    settled: int
    apart: int
    blocking: int


def workshop_of(now: Assessment) -> Workshop:
    """The workshop of the system; without one prepared, the most telling questions."""
    held = now.system.workshop or Workshop()
    known = tuple(name for name in held.questions if name in now.method.question)
    return held.model_copy(update={"questions": known or scope_questions(now, "telling")})


def scope_questions(now: Assessment, scope: Scope) -> tuple[str, ...]:
    """The questions of a scope, condition by condition and in the method's order."""
    groups = now.method.lens[CONDITIONS].groups
    if scope == "telling":
        tellings = (_most_telling(now, group.id) for group in groups)
        return tuple(name for name in tellings if name)
    return tuple(
        name for group in groups for name in now.method.group(CONDITIONS, group.id) if _wanted(now, scope, name)
    )


def _wanted(now: Assessment, scope: Scope, name: str) -> bool:
    entry = now.found[name]
    if scope == "apart":
        return disagree(entry)
    if scope == "open":
        return not entry.reconciled and len(entry.views) < len(VIEWS)
    needs = _needs(now, now.method.question[name])
    return needs is not None and not entry.not_applicable and (entry.level is None or entry.level < needs)


def _most_telling(now: Assessment, group: str) -> str:
    """The question that most frameworks read and that blocks at the highest level; the first of them in the method."""
    members = [now.method.question[name] for name in now.method.group(CONDITIONS, group)]
    return max(members, key=lambda asked: (_needs(now, asked) or 0, len(asked.lenses))).id if members else ""


def _needs(now: Assessment, question: Question) -> int | None:
    found: int | None = getattr(question.blocks, risk_tier(now.system).value)
    return found


def stage(now: Assessment, question: str) -> Stage:
    """What the room may see of a question; KeyError for an unknown one."""
    held, asked, entry = workshop_of(now), now.method.question[question], now.found[question]
    ratings = now.system.ratings.get(question, Ratings())
    seen = question in held.revealed
    apart, needs = spread(entry), _needs(now, asked)
    levels = tuple(apart.levels.values()) if seen else ()
    return Stage(
        question=question,
        condition=_condition(now, asked),
        prompt=asked.prompt,
        ask=say("assess.ask-for", what=asked.evidence),
        levels=asked.levels,
        needs=needs,
        revealed=seen,
        voices=tuple(_voice(now, held, view, ratings.views.get(view.value, Rating()), seen=seen) for view in VIEWS),
        low=min(levels, default=None),
        high=max(levels, default=None),
        apart=seen and apart.spread >= DISAGREEMENT,
        verdict=_verdict(entry) if seen else "",
        settled=_settled(now, ratings, needs) if seen else None,
        number=held.questions.index(question) + 1 if question in held.questions else 0,
        marks=tuple(mark(now, name) for name in held.questions),
    )


def _condition(now: Assessment, asked: Question) -> str:
    groups = {group.id: group.name for group in now.method.lens[CONDITIONS].groups}
    own = asked.lenses.get(CONDITIONS, ())
    if not own:
        return ""
    return say("workshop.condition", n=list(groups).index(own[0]) + 1, name=groups[own[0]])


def _voice(now: Assessment, held: Workshop, view: Perspective, rating: Rating, *, seen: bool) -> Voice:
    return Voice(
        view=view,
        name=view_words(view.value),
        speaker=person_words(now.workbook, rating.by) or speaker_name(now, held, view),
        scored=rating.answered,
        evidence=len(rating.evidence),
        level=rating.level if seen else None,
        not_applicable=rating.not_applicable and seen,
    )


def speaker_name(now: Assessment, held: Workshop, view: Perspective) -> str:
    """The name of who speaks for a perspective; empty where nobody is known to."""
    return person_words(now.workbook, speaker_id(now, held, view))


def speaker_id(now: Assessment, held: Workshop, view: Perspective) -> str | None:
    """Who was named for the workshop; else of those who hold the perspective the one who has answered most for it so far."""
    if named := held.speakers.get(view.value):
        return named
    holding = {person.id: person.name for person in now.workbook.people.values() if person.perspective is view}
    if len(holding) < 2:  # nobody to choose between
        return next(iter(holding), None)
    given = [ratings.views[view.value].by for ratings in now.system.ratings.values() if view.value in ratings.views]
    most = max(holding, key=lambda key: given.count(holding[key]))
    return most if holding[most] in given else None


def recorder_id(now: Assessment, held: Workshop) -> str | None:
    """Who records what the room settles: whoever was named, else who leads the engagement."""
    return held.recorder or now.workbook.engagement.lead


def _verdict(entry: Standing) -> str:
    apart = spread(entry)
    if len(apart.levels) < 2:  # it takes two to differ
        return say("workshop.verdict.alone")
    if not apart.spread:
        return say("workshop.verdict.same", level=entry.level)
    return (
        count("workshop.verdict.apart", apart.spread)
        if apart.spread < DISAGREEMENT
        else say("workshop.verdict.far", n=apart.spread)
    )


def _settled(now: Assessment, ratings: Ratings, needs: int | None) -> Settled | None:
    agreed = ratings.reconciled
    if agreed is None:
        return None
    below = agreed.level is not None and needs is not None and agreed.level < needs
    return Settled(agreed.level, agreed.reason, person_words(now.workbook, agreed.by), below)


def mark(now: Assessment, question: str) -> Mark:
    """How far a question is: done once all have scored and seen it, and what lay far apart is settled."""
    entry, held = now.found[question], now.system.workshop or Workshop()
    if entry.reconciled or (question in held.revealed and not disagree(entry) and entry.views):
        return "done"
    return "begun" if entry.views and question in held.revealed else "open"


def resume_at(now: Assessment) -> str:
    """The first question that is not done; the last one where all are. Empty where there is none."""
    questions = workshop_of(now).questions
    return next((name for name in questions if mark(now, name) != "done"), questions[-1] if questions else "")


def progress(now: Assessment) -> Progress:
    """How far the workshop is."""
    questions = workshop_of(now).questions
    seen = [name for name in questions if mark(now, name) != "open"]
    entries = [now.found[name] for name in seen]
    blocking = {gap.question for gap in now.gaps if gap.blocking}
    return Progress(
        total=len(questions),
        done=sum(mark(now, name) == "done" for name in questions),
        settled=sum(entry.reconciled for entry in entries),
        apart=sum(disagree(entry) for entry in entries),
        blocking=sum(name in blocking for name in seen),
    )


def neighbour(now: Assessment, question: str, step: int) -> str | None:
    """The question before or after this one in the workshop."""
    questions = workshop_of(now).questions
    at = questions.index(question) + step if question in questions else 0
    return questions[at] if 0 <= at < len(questions) else None
