"""What the lens page and the findings page show: the same answers grouped, and the gaps they leave."""

from dataclasses import dataclass, replace

from desktop.analysis.findings import Finding, risk_tier
from desktop.analysis.scoring import Score, Standing
from desktop.method.schema import Kind, Lens
from desktop.session.assess import Assessment, source_words
from desktop.session.assess_questions import scoring_words
from desktop.session.view import Row
from desktop.text import count, say
from desktop.text.formatting import number, percent
from desktop.workbook.path import Path
from desktop.workbook.rating import Treatment


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


@dataclass(frozen=True)
class FindingView:
    """One gap with what manages it. ``rows``: the editors of a manageable one; a blocking one has none."""

    question: str
    prompt: str
    blocking: bool
    treated: bool
    gap: str
    state: str
    tasks: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FindingsView:
    """All gaps, and what they mean together."""

    headline: str
    lead: str
    findings: tuple[FindingView, ...]


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


def findings_view(now: Assessment) -> FindingsView:
    """Every gap, blocking ones first."""
    blocking = sum(gap.blocking for gap in now.gaps)
    bare = sum(not gap.blocking and not gap.treated for gap in now.gaps)
    tier = say("assess.findings.tier", tier=say(f"assess.tier.{risk_tier(now.system).value}"))
    answered = any(entry.level is not None for entry in now.found.values())
    if blocking:
        head = count("assess.findings.blocking", blocking)
    elif bare:
        head = count("assess.findings.bare", bare)
    else:
        head = say("assess.findings.none" if answered else "assess.findings.empty")
    return FindingsView(head, tier, tuple(_finding(now, gap) for gap in now.gaps))


def _finding(now: Assessment, gap: Finding) -> FindingView:
    question = now.method.question[gap.question]
    state = "blocking" if gap.blocking else "treated" if gap.treated else "bare"
    return FindingView(
        gap.question,
        question.prompt,
        gap.blocking,
        gap.treated,
        say("assess.finding.gap", level=gap.level, needed=gap.needed, words=question.levels[gap.level]),
        say(f"assess.finding.{state}"),
        tuple(task.title for task in question.tasks),
        () if gap.blocking else _rows(now, gap.question),
    )


def _rows(now: Assessment, question: str) -> tuple[Row, ...]:
    base: Path = ("systems", now.system.id, "treatments", question)
    held = now.system.treatments.get(question, Treatment())
    rows = (
        Row("mitigation", Kind.PARAGRAPH, say("assess.treat.mitigation"), (*base, "mitigation"), held.mitigation),
        Row("owner", Kind.PERSON, say("assess.treat.owner"), (*base, "owner"), held.owner),
        Row("due", Kind.DATE, say("assess.treat.due"), (*base, "due"), held.due, optional=True),
    )
    return tuple(replace(row, help=say("assess.treat.owner.help")) if row.id == "owner" else row for row in rows)
