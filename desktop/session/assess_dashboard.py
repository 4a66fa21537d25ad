"""What the dashboard of one system shows, as plain values and finished sentences."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from desktop.analysis.ladder import LADDER, Unmet, unmet_of
from desktop.analysis.perspectives import DISAGREEMENT, voices
from desktop.analysis.warned import Severity, Warned
from desktop.session.assess import DASHBOARD, FINDINGS, QUESTIONS, Assessment, question_place
from desktop.session.assess_rung import override_words
from desktop.session.decision import DECISION
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.workbook.base import Range
from desktop.workbook.path import Path
from desktop.workbook.rating import Review

_OWN_PAGES = MappingProxyType(
    {"ratings": QUESTIONS, "treatments": FINDINGS, "rung_override": DASHBOARD, "steering": "checkin"}
)
StepState = Literal["met", "here", "hand", "next", "open"]


@dataclass(frozen=True)
class Step:
    """One rung of the ladder. ``met`` of ``total`` criteria; ``here``: the answers earn it; ``hand``: it was set."""

    id: str
    number: int
    name: str
    met: int
    total: int
    state: StepState


@dataclass(frozen=True)
class Link:
    """A line that leads somewhere. ``mark`` says what kind it is, ``right`` stands at its end."""

    title: str
    detail: str
    mark: str
    page: str
    at: Path
    right: str = ""


@dataclass(frozen=True)
class HeatCell:
    """One perspective over one condition; ``mean`` None: it has given no level there."""

    perspective: str
    mean: float | None
    answered: int


@dataclass(frozen=True)
class HeatRow:
    """One condition with its four voices; ``questions``: on how many of its questions the views lie apart."""

    group: str
    name: str
    cells: tuple[HeatCell, ...]
    spread: float | None
    questions: int = 0

    @property
    def apart(self) -> bool:
        """The voices disagree: their means, or on a question behind them, by the same measure."""
        return bool(self.questions) or (self.spread is not None and self.spread >= DISAGREEMENT)

    @property
    def means(self) -> tuple[float, ...]:
        """The means of the voices that were heard."""
        return tuple(cell.mean for cell in self.cells if cell.mean is not None)


@dataclass(frozen=True)
class DashboardView:
    """The whole page."""

    headline: str
    lead: str
    steps: tuple[Step, ...]
    unmet_title: str
    unmet: tuple[Link, ...]
    override: str
    heat: tuple[HeatRow, ...]
    warnings: tuple[Link, ...]
    tasks: tuple[Link, ...]
    effort: str
    reviews: tuple[tuple[Review, int], ...]
    blocking: int
    launch_lead: str
    empty: bool

    def launch_headline(self, day: str) -> str:
        """The headline once it is known on which day a launch is likely."""
        return (
            count("assess.headline.not-ready", self.blocking, day=day)
            if self.blocking
            else say("assess.headline.on-the-way", day=day)
        )


def dashboard_view(now: Assessment) -> DashboardView:
    """Everything the dashboard says about the system."""
    rung = now.rung
    following, blocks = rung.next_rung, {gap.question for gap in now.gaps if gap.blocking}
    return DashboardView(
        headline=headline(now),
        lead=_lead(now),
        steps=_steps(now),
        unmet_title="" if following is None else say("assess.unmet", rung=following, name=rung_name(now, following)),
        unmet=tuple(_unmet(now, entry) for entry in sorted(rung.unmet, key=lambda entry: entry.question not in blocks)),
        override=override_words(now),
        heat=_heat(now),
        warnings=tuple(_warning(now, warned) for warned in now.seen.warnings),
        tasks=tuple(
            Link(task.title, task.deliverable, task.role, "questions", _task_place(now, task.id), _effort(task.effort))
            for task in rung.tasks
        ),
        effort=_total(tuple(task.effort for task in rung.tasks)),
        reviews=_reviews(now),
        blocking=len(blocks),
        launch_lead=_launch_lead(now),
        empty=not any(entry.answered for entry in now.found.values()),
    )


def rung_name(now: Assessment, rung: int) -> str:
    """The name of a rung inside a sentence; rung 0 is below the ladder."""
    groups = now.method.lens[LADDER].groups
    return groups[rung - 1].name.lower() if 0 < rung <= len(groups) else say("assess.rung.none")


def headline(now: Assessment) -> str:
    """Where the system stands, as an answer."""
    rung, of = now.rung, len(now.method.lens[LADDER].groups)
    words = {"rung": rung.rung, "of": of, "name": rung_name(now, rung.rung), "earned": rung.earned}
    if rung.overridden:
        return say("assess.headline.override", **words)
    if not any(entry.answered for entry in now.found.values()):
        return count("assess.headline.empty", len(now.found))
    if rung.next_rung is None:
        return say("assess.headline.top", **words)
    return count("assess.headline", len(rung.unmet), next=rung.next_rung, **words)


def _lead(now: Assessment) -> str:
    answered = sum(entry.answered for entry in now.found.values())
    blocking = sum(gap.blocking for gap in now.gaps)
    apart = len(now.seen.disagreements)
    parts = [say("assess.lead.answered", n=answered, of=len(now.found))]
    if blocking:
        parts.append(count("assess.lead.blocking", blocking))
    if apart:
        parts.append(count("assess.lead.apart", apart))
    return " ".join(parts)


def _launch_lead(now: Assessment) -> str:
    """What stands under a headline that tells of the launch: the rung, and what is not said yet."""
    rung, of = now.rung, len(now.method.lens[LADDER].groups)
    parts = []
    if rung.next_rung is not None:
        parts.append(count("assess.lead.rung", len(rung.unmet), rung=rung.rung, of=of, next=rung.next_rung))
    if waiting := sum(not entry.answered for entry in now.found.values()):
        parts.append(count("assess.lead.open", waiting))
    if apart := len(now.seen.disagreements):
        parts.append(count("assess.lead.apart", apart))
    return " ".join(parts)


def _steps(now: Assessment) -> tuple[Step, ...]:
    steps = []
    for at, group in enumerate(now.method.lens[LADDER].groups, 1):
        members = [now.found[key] for key in now.method.group(LADDER, group.id)]
        total = sum(not entry.not_applicable for entry in members)
        met = total - len(unmet_of(now.method, group.id, now.found))
        steps.append(Step(group.id, at, group.name, met, total, _step_state(now, at)))
    return tuple(steps)


def _step_state(now: Assessment, at: int) -> StepState:
    if at == now.rung.rung and now.rung.overridden:
        return "hand"
    if at == now.rung.earned:
        return "here"
    if at <= now.rung.earned:
        return "met"
    return "next" if at == now.rung.next_rung else "open"


def _unmet(now: Assessment, entry: Unmet) -> Link:
    why = say(f"assess.because.{entry.because}", level=entry.level, needs=now.method.lens[LADDER].needs)
    prompt = now.method.question[entry.question].prompt
    blocks = any(gap.blocking and gap.question == entry.question for gap in now.gaps)
    mark = "blocking" if blocks else entry.because
    return Link(prompt, why, mark, QUESTIONS, question_place(now.system.id, entry.question))


def _heat(now: Assessment) -> tuple[HeatRow, ...]:
    rows, apart = [], {entry.question for entry in now.seen.disagreements}
    for group in now.method.lens["conditions"].groups:
        heard = voices(now.method, "conditions", group.id, now.found)
        means = [voice.mean for voice in heard if voice.mean is not None]
        spread = max(means) - min(means) if len(means) > 1 else None
        cells = tuple(HeatCell(voice.perspective, voice.mean, voice.answered) for voice in heard)
        questions = len(apart.intersection(now.method.group("conditions", group.id)))
        rows.append(HeatRow(group.id, group.name, cells, spread, questions))
    return tuple(rows)


def _warning(now: Assessment, warned: Warned) -> Link:
    words = warned.words
    severity: Severity = warned.severity
    page, at = warning_place(now, warned)
    return Link(
        words.name,
        say("assess.warning", raised=words.raised, clears=words.clears),
        severity,
        page,
        at,
        say(f"assess.severity.{severity}"),
    )


def warning_place(now: Assessment, warned: Warned) -> tuple[str, Path]:
    """The page and the place of the entry that raised a warning; the profile where no page declares it."""
    engagement = warned.at[:1] == ("engagement",)
    at = warned.at if engagement else ("systems", now.system.id, *warned.at)
    if warned.at[:2] == ("sprint", "decision"):
        return DECISION, at
    if warned.at[0] in _OWN_PAGES:
        return _OWN_PAGES[warned.at[0]], at
    for page in now.method.pages:
        for card in page.cards:
            for field in card.fields:
                bind = tuple(field.bind.split("."))
                if warned.at[: len(bind)] == bind and (page.scope == "engagement") == engagement:
                    return page.id, at
    return ("people", at) if engagement else ("profile", at)


def _task_place(now: Assessment, task: str) -> Path:
    return question_place(now.system.id, now.method.remedy[task][0])


def _effort(effort: Range) -> str:
    if effort.low is None or effort.high is None or effort.likely is None:
        return say("assess.effort.unknown")
    key = "assess.effort.days.one" if effort.likely == 1 else "assess.effort.days.many"
    return say(key, low=number(effort.low), likely=number(effort.likely), high=number(effort.high))


def _total(efforts: tuple[Range, ...]) -> str:
    if not efforts:
        return ""
    low, high = sum(e.low or 0 for e in efforts), sum(e.high or 0 for e in efforts)
    return count("assess.effort.total", len(efforts), low=number(low), high=number(high))


def _reviews(now: Assessment) -> tuple[tuple[Review, int], ...]:
    given = [view.review for entry in now.found.values() for _, view in entry.views]
    return tuple(
        (state, given.count(state)) for state in (Review.ACCEPTED, Review.CHALLENGED, Review.SUBMITTED, Review.DRAFT)
    )
