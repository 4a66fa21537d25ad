"""The evaluation runs as the chart that the screen shows too, with the words of this report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.analysis.evaluation import Evaluation
from desktop.analysis.judging import Judged
from desktop.analysis.series import ScoredRun
from desktop.reports.pdf.fragment import Fragment
from desktop.text import say
from desktop.text.formatting import day, number, percent, rounded

if TYPE_CHECKING:
    from desktop.reports.charts.trend import RunMark

_HEIGHT, _ALERT, _TEXT = 96.0, 12.0, 8.0
_SHOWN = 40


def trend(found: Evaluation, judged: Sequence[Judged], width: float) -> Fragment:
    """The newest forty runs, oldest first, regressions marked. Needs one run at the least."""
    from desktop.reports.charts.sheet import Look
    from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    runs = found.runs[-_SHOWN:]
    last = runs[-1].interval
    interval = say("board.interval", low=percent(last.low), high=percent(last.high))
    threshold = None if found.threshold is None else found.threshold * 100
    line = "" if found.threshold is None else say("board.threshold", share=threshold_words(found.threshold))
    fallen = {run.id for run, one in zip(found.runs, judged, strict=False) if one.regression}
    marks = [_mark(run, RunMark, fallen=run.id in fallen) for run in runs]
    words = TrendWords(percent(last.share), interval, line)
    height = _HEIGHT + (_ALERT if any(mark.alert for mark in marks) else 0)
    return taken_over(interval_trend(Look(PAPER, width, height, _TEXT), marks, words, threshold))


def _mark(run: ScoredRun, make: "type[RunMark]", *, fallen: bool) -> "RunMark":
    shares = (run.interval.share * 100, run.interval.low * 100, run.interval.high * 100)
    return make(_name(run), *shares, say("evidence.board.alert", on=_name(run)) if fallen else "")


def threshold_words(share: float) -> str:
    """The threshold with as many decimals as it has, two at the most."""
    return f"{number(rounded(share * 100, 2))} %"


def _name(run: ScoredRun) -> str:
    return day(run.on, year=False) if run.on else say("board.undated")
