"""Everything that is shown of one run: its kinds of case, whether its confidence holds, and what it cost."""

from dataclasses import dataclass
from decimal import Decimal

from desktop.analysis.calibration import ReliabilityBin
from desktop.analysis.judging import Judged, changed_by_hand
from desktop.analysis.run_evidence import Evidence, evidence_of
from desktop.analysis.series import ScoredRun
from desktop.analysis.slices import SliceScore
from desktop.analysis.statistics import Interval, wilson
from desktop.reports.palette import StateToken
from desktop.session.evidence_texts import TextsView, texts_view
from desktop.session.evidence_words import between, compared, day_words, kept, standing
from desktop.text import count, say
from desktop.text.formatting import number, percent
from desktop.workbook.sprint import Run, Spread, Sprint

_LIMIT = 0.1  # distance of confidence from accuracy that asks for a word; the workbook's own rule


@dataclass(frozen=True)
class SliceLine:
    """One kind of case: its share and interval in per cent, both as text, and whether it fell by more than chance."""

    name: str
    share: float
    low: float
    high: float
    figure: str
    between: str
    count: str
    fallen: bool


@dataclass(frozen=True)
class BinLine:
    """One tenth of confidence: mean confidence, share right and interval in per cent, and its examples."""

    confidence: float
    share: float
    low: float
    high: float
    examples: int


@dataclass(frozen=True)
class Fact:
    """One figure with its name and what it means."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True)
class RunView:
    """The run that is shown. ``sentences`` compare it with earlier ones; ``calibration`` says whether confidence holds."""

    id: str
    title: str
    note: str
    share: str
    between: str
    state: StateToken
    word: str
    sentences: tuple[str, ...]
    slices: tuple[SliceLine, ...]
    bins: tuple[BinLine, ...]
    calibration: str
    facts: tuple[Fact, ...]
    typed: bool
    texts: TextsView | None = None


def run_view(sprint: Sprint, scored: ScoredRun, judged: Judged) -> RunView:
    """The view of one run of a series."""
    run = sprint.scoring.runs[scored.id]
    found = evidence_of(sprint, scored.id, judged)
    state, word = standing(judged)
    return RunView(
        scored.id,
        say("evidence.run.title", on=day_words(scored.on)),
        _note(run),
        percent(scored.interval.share),
        between(scored.interval),
        state,
        word,
        (*_sentences(judged), *([say("evidence.edited")] if changed_by_hand(run) else [])),
        tuple(_slice(score, judged) for score in judged.slices),
        tuple(_bin(entry) for entry in found.bins if entry.examples),
        kept(calibration_words(found)),
        _facts(found),
        run.figures is None,
        texts_view(scored.id, run),
    )


def _note(run: Run) -> str:
    source = run.figures.source if run.figures else ""
    return " · ".join(part for part in (run.version, source, run.note) if part.strip())


def _sentences(judged: Judged) -> tuple[str, ...]:
    said = [compared("last", judged.against_last)] if judged.against_last else [say("evidence.first-run")]
    if judged.against_first is not None and judged.against_first is not judged.against_last:
        said.append(compared("first", judged.against_first))
    said += [say("evidence.fallen", name=name) for name in judged.fallen]
    return tuple(said)


def _slice(score: SliceScore, judged: Judged) -> SliceLine:
    interval = score.interval
    ends = interval.share * 100, interval.low * 100, interval.high * 100
    counted = say("evidence.of", correct=f"{score.correct:,}", n=f"{score.scored:,}")
    name = score.name or say("evidence.unnamed")
    return SliceLine(name, *ends, percent(interval.share), between(interval), counted, score.name in judged.fallen)


def _bin(entry: ReliabilityBin) -> BinLine:
    interval: Interval = wilson(entry.correct, entry.examples)
    ends = interval.share * 100, interval.low * 100, interval.high * 100
    return BinLine(entry.confidence * 100, *ends, entry.examples)


def calibration_words(found: Evidence) -> str:
    """How far stated confidence lies from the share right, on average, and to which side."""
    if found.calibration_error is None:
        return say("evidence.calibration.none")
    examples = sum(entry.examples for entry in found.bins)
    gap = sum(entry.gap * entry.examples for entry in found.bins) / examples
    error = percent(found.calibration_error)
    if found.calibration_error < _LIMIT / 2:
        return say("evidence.calibration.holds", error=error)
    return say("evidence.calibration.sure" if gap > 0 else "evidence.calibration.modest", error=error)


def _facts(found: Evidence) -> tuple[Fact, ...]:
    change = found.smallest_change
    shown = say("evidence.points-plain", points=number(change * 100, 1)) if change is not None else "–"
    facts = [
        Fact(
            say("evidence.fact.change"),
            shown,
            kept(count("evidence.fact.change.detail", found.judged.scored))
            if change
            else say("evidence.fact.change.none"),
        )
    ]
    if found.calibration_error is not None:
        facts.append(Fact(say("evidence.fact.ece"), percent(found.calibration_error), say("evidence.fact.ece.detail")))
    if found.latency is not None:
        facts.append(_latency(found.latency))
    if found.cost is not None:
        facts.append(_cost(found.cost))
    if found.unscored:
        detail = count("evidence.fact.unscored.detail", found.unscored)
        facts.append(Fact(say("evidence.fact.unscored"), f"{found.unscored:,}", detail))
    return tuple(facts)


def _latency(spread: Spread) -> Fact:
    detail = say("evidence.fact.latency.detail", median=seconds(spread.median), n=f"{spread.scored:,}")
    return Fact(say("evidence.fact.latency"), seconds(spread.p95), detail)


def _cost(spread: Spread) -> Fact:
    each = spread.total / spread.scored if spread.scored else Decimal(0)
    detail = say("evidence.fact.cost.detail", total=_money(spread.total), n=f"{spread.scored:,}")
    return Fact(say("evidence.fact.cost"), _money(each), detail)


def seconds(milliseconds: Decimal) -> str:
    """``850 ms`` or ``1.9 s``."""
    if milliseconds < 1000:
        return say("evidence.ms", n=number(milliseconds, 0))
    return say("evidence.s", n=number(milliseconds / 1000, 1))


def _money(amount: Decimal) -> str:
    """A small amount with the digits that tell something; the file does not say its currency."""
    return number(amount, 2 if abs(amount) >= 1 else 4)
