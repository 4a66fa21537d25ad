"""The three charts of the page, each the one that the reports print."""

from collections.abc import Sequence
from typing import Any

from desktop.reports.palette import Palette
from desktop.session.evidence import EvaluationView, SetView
from desktop.session.evidence_run import BinLine, SliceLine
from desktop.text import say
from desktop.text.formatting import number
from desktop.ui.charts import ChartWidget
from desktop.ui.theme import Theme

_TREND, _RELIABILITY, _SLICE_ROW, _SLICE_ROOM = 308, 260, 34, 52
_SHOWN = 30


class TrendChart(ChartWidget):
    """The newest thirty runs of a set with their intervals."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda *_: None, _TREND)

    def show_set(self, view: EvaluationView, shown: SetView) -> None:
        """Draw other runs."""
        marks = shown.marks[-_SHOWN:]
        limit = say("evidence.picture.threshold", share=view.threshold_words) if view.threshold_words else ""
        line = None if view.threshold is None else view.threshold * 100

        def make(palette: Palette, width: float, height: float, size: float) -> Any:
            from desktop.reports.charts.sheet import Look
            from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend

            runs = [RunMark(mark.name, mark.share, mark.low, mark.high, mark.alert) for mark in marks]
            return interval_trend(
                Look(palette, width, height, size), runs, TrendWords(shown.value, shown.between, limit), line
            )

        self.redraw(make)
        head = tuple(say(f"evidence.picture.{key}") for key in ("day", "right", "low", "high"))
        rows = tuple((mark.name, *(_share(value) for value in (mark.share, mark.low, mark.high))) for mark in marks)
        self.describe(say("evidence.picture.trend"), view.headline, (head, *rows))


class SliceChart(ChartWidget):
    """Each kind of case with its interval; as high as there are kinds."""

    def __init__(self, theme: Theme, slices: Sequence[SliceLine], view: EvaluationView) -> None:
        line = None if view.threshold is None else view.threshold * 100
        limit = say("evidence.picture.threshold", share=view.threshold_words) if view.threshold_words else ""

        def make(palette: Palette, width: float, height: float, size: float) -> Any:
            from desktop.reports.charts.intervals import IntervalRow, IntervalWords, interval_rows
            from desktop.reports.charts.sheet import Look

            rows = [
                IntervalRow(one.name, one.share, one.low, one.high, one.figure, one.count, one.fallen) for one in slices
            ]
            words = IntervalWords(say("evidence.picture.examples"), say("evidence.picture.right"), limit)
            return interval_rows(Look(palette, width, height, size), rows, words, line)

        super().__init__(theme, make, _SLICE_ROOM + _SLICE_ROW * len(slices))
        head = tuple(say(f"evidence.picture.{key}") for key in ("kind", "examples", "right", "low", "high"))
        rows = tuple(
            (one.name, one.count, *(_share(value) for value in (one.share, one.low, one.high))) for one in slices
        )
        self.describe(say("evidence.picture.slices"), "", (head, *rows))


class ReliabilityChart(ChartWidget):
    """Share right against stated confidence."""

    def __init__(self, theme: Theme, bins: Sequence[BinLine], words: str) -> None:
        def make(palette: Palette, width: float, height: float, size: float) -> Any:
            from desktop.reports.charts.reliability import ReliabilityMark, ReliabilityWords, reliability_diagram
            from desktop.reports.charts.sheet import Look

            marks = [ReliabilityMark(one.confidence, one.share, one.low, one.high, one.examples) for one in bins]
            said = ReliabilityWords(
                *(say(f"evidence.picture.{key}") for key in ("confidence", "share", "modest", "sure"))
            )
            return reliability_diagram(Look(palette, width, height, size), marks, said)

        super().__init__(theme, make, _RELIABILITY)
        head = tuple(say(f"evidence.picture.{key}") for key in ("confidence", "share", "low", "high", "examples"))
        rows = tuple(
            (*(_share(value) for value in (one.confidence, one.share, one.low, one.high)), f"{one.examples:,}")
            for one in bins
        )
        self.describe(say("evidence.picture.reliability"), words, (head, *rows))


def _share(value: float) -> str:
    return number(value, 1)
