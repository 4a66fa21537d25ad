"""What is said of runs: how one stands, how it compares, and the sentence that the page of week 2 opens with."""

from datetime import date

from desktop.analysis.judging import Judged
from desktop.analysis.paired import Comparison
from desktop.analysis.series import ScoredRun
from desktop.analysis.statistics import Interval, examples_needed
from desktop.analysis.test_sets import SetEvidence
from desktop.reports.palette import StateToken
from desktop.text import count, say
from desktop.text.formatting import MINUS, day, join, number, percent, rounded

_TINY = 0.0005
_KEPT = "\u00a0%"  # a per cent sign does not begin a line


def kept(sentence: str) -> str:
    """The sentence with each per cent sign held to its number."""
    return sentence.replace(" %", _KEPT)


def set_name(name: str) -> str:
    """The name of a test set; the system's own has none."""
    return name or say("evidence.own-set")


def threshold_words(share: float) -> str:
    """The threshold with as many decimals as it has, two at the most."""
    return f"{number(rounded(share * 100, 2))} %"


def apart(share: float, threshold: float) -> str:
    """A share with so many decimals, three at the most, that it does not read like the threshold."""
    places = next((n for n in (1, 2) if rounded(share * 100, n) != rounded(threshold * 100, n)), 3)
    return percent(share, places)


def between(interval: Interval) -> str:
    """``86.4 to 93.7 %``."""
    return say("evidence.between", low=number(interval.low * 100, 1), high=number(interval.high * 100, 1))


def points(change: float) -> str:
    """A change of a share in points with its sign; no sign for what rounds to zero."""
    text = number(abs(change) * 100, 1)
    return text if text == "0.0" else f"{'+' if change > 0 else MINUS}{text}"


def p_words(p_value: float) -> str:
    """A p-value as it is read: never 0, and 1 without decimals."""
    return (
        say("evidence.p-tiny")
        if p_value < _TINY
        else say("evidence.p", p=number(p_value, 0 if p_value > 1 - _TINY else 3))
    )


def standing(judged: Judged) -> tuple[StateToken, str]:
    """State and word of one run, the gravest first."""
    if judged.regression:
        return "block", say("evidence.state.regression")
    if judged.threshold is None:
        return "open", say("evidence.state.no-threshold")
    if judged.interval.high < judged.threshold:
        return "block", say("evidence.state.below")
    if judged.below:
        return "risk", say("evidence.state.not-shown")
    if not judged.minimum_met:
        return "risk", say("evidence.state.few")
    return "done", say("evidence.state.cleared")


def against(comparison: Comparison | None) -> str:
    """The change since an earlier run in a few words; a dash for the first run."""
    if comparison is None:
        return "–"
    change = say("evidence.points", points=points(comparison.change))
    return f"{change}, {p_words(comparison.p_value)}"


def compared(what: str, comparison: Comparison) -> str:
    """The same as a sentence; ``what`` is ``last`` or ``first``."""
    sure = "worse" if comparison.worse() else "better" if _better(comparison) else "chance"
    values = {"points": points(comparison.change), "p": p_words(comparison.p_value)}
    verdict = say(f"evidence.compared.{sure}")
    if comparison.paired:
        values |= {"lost": f"{comparison.lost:,}", "gained": f"{comparison.gained:,}"}
        return f"{say(f'evidence.against-{what}.paired', **values)} {verdict}"
    return f"{say(f'evidence.against-{what}.shares', **values)} {verdict}"


def _better(comparison: Comparison) -> bool:
    return comparison.change > 0 and Comparison(-comparison.change, comparison.p_value).worse()


def headline(found: SetEvidence) -> str:
    """What the newest run of a set says, or what it and the runs before it say together."""
    run, judged = found.latest, found.verdict
    if judged.regression:
        return _regression(run, judged)
    share, low = percent(run.interval.share), percent(run.interval.low)
    if judged.threshold is None:
        return say("evidence.headline.no-threshold", share=share, low=low)
    values = {"threshold": threshold_words(judged.threshold), "low": apart(run.interval.low, judged.threshold)}
    first = _since(found)
    kind = "below" if judged.below else "cleared"
    if first is found.runs[-1]:
        return say(f"evidence.headline.{kind}", on=_on(run.on), **values)
    return say(f"evidence.headline.{kind}-since", on=_on(first.on), **values)


def _regression(run: ScoredRun, judged: Judged) -> str:
    values = {"on": _on(run.on)}
    for what, comparison in (("last", judged.against_last), ("first", judged.against_first)):
        if comparison is not None and comparison.worse():
            fallen = number(abs(comparison.change) * 100, 1)
            return say(f"evidence.headline.worse-{what}", points=fallen, **values)
    return say("evidence.headline.fallen", names=join(judged.fallen), **values)


def _since(found: SetEvidence) -> ScoredRun:
    """The first of the newest runs that all stand on the same side of the threshold."""
    side, first = found.verdict.below, found.runs[-1]
    for run, judged in zip(reversed(found.runs), reversed(found.judged), strict=True):
        if judged.below is not side:
            break
        first = run
    return first


def _on(on: date | None) -> str:
    return day(on, year=False) if on else say("evidence.no-day")


def lead(found: SetEvidence) -> str:
    """The newest run in figures, and what would settle a doubt."""
    run, judged = found.latest, found.verdict
    said = say(
        "evidence.lead",
        set=set_name(found.name),
        correct=f"{run.correct:,}",
        n=f"{run.scored:,}",
        share=percent(run.interval.share),
        between=between(run.interval),
    )
    if judged.threshold is None:
        return f"{said} {say('evidence.lead.no-threshold')}"
    if not judged.below:
        return said
    needed = examples_needed(run.interval.share, judged.threshold)
    return f"{said} {count('evidence.lead.needed', needed) if needed else say('evidence.lead.never')}"


def day_words(on: date | None, *, year: bool = True) -> str:
    """A run's day, or that it has none."""
    return day(on, year=year) if on else say("evidence.no-day")
