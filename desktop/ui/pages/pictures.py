"""The pictures that cards name, each drawn from what the analysis computed. They hide while there is nothing to draw."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.evaluation import Evaluation, evaluate
from desktop.analysis.judging import judge_all
from desktop.analysis.value import Case, ThreeNumbers, three_numbers
from desktop.reports.palette import Palette
from desktop.session.evidence import run_marks
from desktop.text import say
from desktop.text.formatting import day, money, number, percent
from desktop.ui.charts import ChartWidget
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice import Notice
from desktop.workbook import Sprint

if TYPE_CHECKING:
    from desktop.reports.charts.cash import Curve

_HEIGHTS = {"slice-mix": 40, "interval-trend": 240, "continuing-cost": 72, "cash-curve": 300}
_SLICE_ROW = 40
_SHOWN_RUNS = 12


class Picture(QWidget):
    """A chart that follows the workbook, with a notice under it where the figures ask for one."""

    def __init__(self, theme: Theme, name: str, read: "Reader") -> None:
        super().__init__()
        self._theme, self._name, self._read = theme, name, read
        self._known: object = None
        self._facts: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._chart: ChartWidget | None = None
        self._notice = Notice(theme, "risk", "")
        self._column.addWidget(self._notice)
        self._notice.hide()

    def show_present(self, present: Present) -> None:
        """Draw what the chosen system's figures say now."""
        sprint = present.system.sprint if present.system else None
        if sprint is self._known:
            return
        self._known = sprint
        seen = self._read(sprint, present.workbook.engagement.currency) if sprint else None
        self.setVisible(seen is not None)
        if seen is not None and seen.facts != self._facts:
            self._facts = seen.facts
            self._draw(seen)

    def _draw(self, seen: "Seen") -> None:
        if self._chart is None or seen.height != self._chart.property("drawn_height"):
            if self._chart is not None:
                self._chart.deleteLater()
            self._chart = ChartWidget(self._theme, seen.make, seen.height)
            self._chart.setProperty("drawn_height", seen.height)
            self._column.insertWidget(0, self._chart)
        self._chart.redraw(seen.make)
        self._chart.describe(say(f"wizard.picture.{self._name}"), seen.description, seen.table)
        self._notice.setVisible(bool(seen.notice))
        if seen.notice:
            self._notice.say(*seen.notice)


class Seen:
    """What a picture shows: how it is drawn, how high, in words, as a table, what to notice, and the figures behind it."""

    def __init__(
        self,
        make: Callable[[Palette, float, float, float], Any],
        height: int,
        description: str,
        table: tuple[tuple[str, ...], ...],
        notice: tuple[str, str] | None = None,
        *,
        facts: object,
    ) -> None:
        self.make, self.height, self.description, self.table, self.notice = make, height, description, table, notice
        self.facts = facts


Reader = Callable[[Sprint, str], Seen | None]


def _mix(sprint: Sprint, _currency: str) -> Seen | None:
    mix = evaluate(sprint).mix
    if not mix:
        return None

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.rows import MixWords, Slice, slice_mix
        from desktop.reports.charts.sheet import Look

        words = MixWords(say("wizard.picture.real"), say("wizard.picture.test"), say("wizard.picture.off"))
        slices = [Slice(s.name, s.real, s.test, signed(s.off), s.within) for s in mix]
        return slice_mix(Look(palette, width, height, size), slices, words)

    head = (
        say("wizard.picture.kind"),
        say("wizard.picture.real"),
        say("wizard.picture.test"),
        say("wizard.picture.off"),
    )
    rows = tuple((s.name, percent(s.real / 100), percent(s.test / 100), signed(s.off)) for s in mix)
    return Seen(make, _HEIGHTS["slice-mix"] + _SLICE_ROW * len(mix), "", (head, *rows), facts=mix)


def _trend(sprint: Sprint, _currency: str) -> Seen | None:
    """The leading test set only: runs on other sets are other series."""
    found = evaluate(sprint)
    latest = found.latest
    if latest is None:
        return None
    runs, interval = found.runs[-_SHOWN_RUNS:], latest.interval
    marks = run_marks(found.runs, judge_all(sprint.scoring, found.series[0]))[-_SHOWN_RUNS:]
    share = percent(interval.share)
    between = say("wizard.picture.between", low=number(interval.low * 100, 1), high=number(interval.high * 100, 1))
    line = None if found.threshold is None else found.threshold * 100
    limit = "" if line is None else say("wizard.picture.threshold", share=number(line, 0))

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.sheet import Look
        from desktop.reports.charts.trend import RunMark, TrendWords, interval_trend

        shown = [RunMark(mark.name, mark.share, mark.low, mark.high, mark.alert) for mark in marks]
        return interval_trend(Look(palette, width, height, size), shown, TrendWords(share, between, limit), line)

    head = tuple(say(f"wizard.picture.{key}") for key in ("day", "share", "low", "high"))
    rows = tuple(
        (
            day(run.on) if run.on else "–",
            percent(run.interval.share),
            percent(run.interval.low),
            percent(run.interval.high),
        )
        for run in runs
    )
    return Seen(
        make,
        _HEIGHTS["interval-trend"],
        f"{share}, {between}. {limit}",
        (head, *rows),
        _doubt(found),
        facts=(found, marks),
    )


def _doubt(found: Evaluation) -> tuple[str, str] | None:
    """The threshold is likely met, and not yet shown: say so with what would settle it."""
    if found.latest is None or found.threshold is None or found.cleared:
        return None
    interval, limit = found.latest.interval, percent(found.threshold, 0)
    if interval.high < found.threshold:
        return say("wizard.picture.below", limit=limit, high=percent(interval.high)), ""
    headline = say("wizard.picture.not-shown", limit=limit, low=percent(interval.low))
    settle = say("wizard.picture.settle", n=f"{found.needed:,}") if found.needed else say("wizard.picture.unsettled")
    return headline, settle


def signed(points: float) -> str:
    """Points with their sign; no sign for what rounds to zero."""
    text = number(points, 0)
    return f"+{text}" if points > 0 and text != "0" else text


def _costs(sprint: Sprint, currency: str) -> Seen | None:
    lines = [entry for entry in sprint.value.continuing.values() if entry.amount.likely]
    if not lines:
        return None

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.bars import Part, stacked_cost_bar
        from desktop.reports.charts.sheet import Look

        parts = [
            Part(
                entry.name or say("wizard.untitled"),
                float(entry.amount.likely or 0),
                money(entry.amount.likely or Decimal(0), currency),
            )
            for entry in lines
        ]
        return stacked_cost_bar(Look(palette, width, height, size), parts)

    rows = tuple((entry.name, money(entry.amount.likely or Decimal(0), currency)) for entry in lines)
    return Seen(
        make,
        _HEIGHTS["continuing-cost"],
        "",
        ((say("wizard.picture.item"), say("wizard.picture.monthly")), *rows),
        facts=(lines, currency),
    )


def cash_seen(sprint: Sprint, currency: str) -> Seen | None:
    """Cash to date in three cases; None where a case cannot be computed."""
    numbers = three_numbers(sprint.value)
    if numbers.low is None or numbers.likely is None or numbers.high is None:
        return None
    cases = (("low", numbers.low), ("likely", numbers.likely), ("high", numbers.high))

    def make(palette: Palette, width: float, height: float, size: float) -> Any:
        from desktop.reports.charts.cash import CashCurves, Payback, cash_curve
        from desktop.reports.charts.sheet import Look

        low, likely, high = (_curve(name, case, currency) for name, case in cases)
        curves = CashCurves(low, likely, high, _waiting(numbers, currency), say("wizard.picture.month"))
        paybacks = [
            Payback(case.payback_month, _payback(name, case.payback_month), name == "likely")
            for name, case in cases
            if case.payback_month is not None
        ]
        return cash_curve(Look(palette, width, height, size), curves, sorted(paybacks, key=lambda p: p.month))

    head = tuple(say(f"wizard.picture.{key}") for key in ("case", "net", "payback"))
    rows = tuple(
        (say(f"wizard.picture.case.{name}"), money(case.net, currency), str(case.payback_month or "–"))
        for name, case in cases
    )
    return Seen(
        make,
        _HEIGHTS["cash-curve"],
        say("wizard.picture.horizon", n=numbers.horizon),
        (head, *rows),
        facts=(numbers, currency),
    )


def _payback(name: str, month: int) -> str:
    return say("wizard.picture.pays-back" if name == "likely" else "wizard.picture.in-month", n=month)


def _curve(name: str, case: Case, currency: str) -> "Curve":
    from desktop.reports.charts.cash import Curve

    return Curve(
        tuple(float(value) for value in case.cash), say(f"wizard.picture.case.{name}"), money(case.net, currency)
    )


def _waiting(numbers: ThreeNumbers, currency: str) -> "Curve | None":
    from desktop.reports.charts.cash import Curve

    if numbers.continuing is None or numbers.continuing.likely is None:
        return None
    monthly = numbers.continuing.likely
    cash = tuple(float(-monthly * month) for month in range(1, numbers.horizon + 1))
    return Curve(cash, say("wizard.picture.case.waiting"), money(-monthly * numbers.horizon, currency))


_READERS: Mapping[str, Reader] = MappingProxyType(
    {"slice-mix": _mix, "interval-trend": _trend, "continuing-cost": _costs, "cash-curve": cash_seen}
)


def picture_for(name: str, theme: Theme) -> Picture | None:
    """The picture that a card names; None where it names none."""
    return Picture(theme, name, _READERS[name]) if name in _READERS else None
