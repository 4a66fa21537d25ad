"""The evaluation runs as the chart that the screen shows too, with the words of this report."""

from desktop.analysis.evaluation import Evaluation
from desktop.analysis.series import ScoredRun
from desktop.reports.pdf.fragment import Fragment
from desktop.text import say
from desktop.text.formatting import day, number, percent, rounded

_HEIGHT, _TEXT = 108.0, 8.0
_SHOWN = 40


def trend(found: Evaluation, width: float) -> Fragment:
    """The newest forty runs, oldest first. Needs one run at the least."""
    from desktop.reports.charts.sheet import Look
    from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    runs = found.runs[-_SHOWN:]
    last = runs[-1].interval
    interval = say("board.interval", low=percent(last.low), high=percent(last.high))
    threshold = None if found.threshold is None else found.threshold * 100
    line = "" if found.threshold is None else say("board.threshold", share=threshold_words(found.threshold))
    marks = [
        RunMark(_name(run), run.interval.share * 100, run.interval.low * 100, run.interval.high * 100) for run in runs
    ]
    words = TrendWords(percent(last.share), interval, line)
    return taken_over(interval_trend(Look(PAPER, width, _HEIGHT, _TEXT), marks, words, threshold))


def threshold_words(share: float) -> str:
    """The threshold with as many decimals as it has, two at the most."""
    return f"{number(rounded(share * 100, 2))} %"


def _name(run: ScoredRun) -> str:
    return day(run.on, year=False) if run.on else say("board.undated")
