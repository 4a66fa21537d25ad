"""Runs over time with their intervals against a threshold: shows what is likely and what has been shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, apart, text_width, ticks


@dataclass(frozen=True, slots=True)
class RunMark:
    """One run: share of right answers and interval in per cent, and its name on the axis. ``alert`` marks a drop."""

    name: str
    share: float
    low: float
    high: float
    alert: str = ""


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The sentences of the chart: beside the last run its figure and interval, and beside the line the threshold."""

    value: str
    interval: str
    threshold: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    bottom: float
    top: float
    low: float
    high: float
    marks: tuple[float, ...]

    def y(self, share: float) -> float:
        return self.bottom + (share - self.low) / (self.high - self.low) * (self.top - self.bottom)


def interval_trend(look: Look, runs: Sequence[RunMark], words: TrendWords, threshold: float | None = None) -> Drawing:
    """Dots with whiskers, oldest left, the last one in the accent with its figures beside it; a drop is a red diamond."""
    sheet, u = Sheet(look), look.text
    if not runs:
        return sheet.drawing
    frame = _frame(look, runs, words, threshold)
    _paint_axis(sheet, frame)
    if threshold is not None:
        line = frame.y(threshold)
        sheet.rule((frame.left, line, frame.right, line), "text", 1.5)
    places = _places(frame, len(runs), u)
    _paint_names(sheet, places, runs)
    _paint_alert(sheet, frame, places, runs)
    for at, run in zip(places, runs, strict=True):
        _paint_run(sheet, frame, at, run, last=run is runs[-1])
    _paint_words(sheet, frame, runs[-1], words, threshold)
    return sheet.drawing


def _frame(look: Look, runs: Sequence[RunMark], words: TrendWords, threshold: float | None) -> _Frame:
    u = look.text
    values = [*(run.low for run in runs), *(run.high for run in runs), *(() if threshold is None else (threshold,))]
    marks = ticks(max(0.0, min(values) - 1), min(100.0, max(values) + 1), 5)
    low, high = max(0.0, marks[0]), min(100.0, marks[-1])
    big = max(
        text_width(words.value, u * 1.5, bold=True, figures=True),
        text_width(words.interval, u, figures=True),
        text_width(words.threshold, u),
    )
    left = text_width("100", u, figures=True) + 1.2 * u
    head = 3.4 * u if any(run.alert for run in runs) else 1.8 * u
    return _Frame(left, look.width - big - 1.4 * u, 2.2 * u, look.height - head, low, high, tuple(marks))


def _paint_axis(sheet: Sheet, frame: _Frame) -> None:
    u = sheet.look.text
    sheet.text(frame.left - 0.9 * u, frame.top + 1.4 * u, "%", "quiet", anchor="end")
    for share in frame.marks:
        if frame.low <= share <= frame.high:
            sheet.rule((frame.left, frame.y(share), frame.right, frame.y(share)), "line")
            sheet.text(frame.left - 0.9 * u, frame.y(share), f"{share:g}", "quiet", figures=True, anchor="end")


def _places(frame: _Frame, count: int, u: float) -> list[float]:
    first, last = frame.left + 1.2 * u, frame.right - 1.2 * u
    if count == 1:
        return [last]
    return [first + (last - first) * n / (count - 1) for n in range(count)]


def _paint_names(sheet: Sheet, places: Sequence[float], runs: Sequence[RunMark]) -> None:
    """As many names as fit, always the last one, never one over another."""
    u, edge = sheet.look.text, float("inf")
    for at, run in zip(reversed(places), reversed(runs), strict=True):
        last = run is runs[-1]
        half = text_width(run.name, u, bold=last, figures=True) / 2
        if at + half < edge - 0.8 * u and at - half >= 0:
            sheet.text(at, 0.8 * u, run.name, "text" if last else "quiet", bold=last, figures=True, anchor="middle")
            edge = at - half


def _paint_alert(sheet: Sheet, frame: _Frame, places: Sequence[float], runs: Sequence[RunMark]) -> None:
    alerts = [(at, run) for at, run in zip(places, runs, strict=True) if run.alert]
    if not alerts:
        return
    at, run = alerts[-1]
    u, y = sheet.look.text, sheet.look.height - 0.8 * sheet.look.text
    half = text_width(run.alert, u) / 2
    middle = min(max(at, frame.left + half), max(frame.right - half, frame.left + half))
    sheet.text(middle, y, run.alert, "block", anchor="middle")
    sheet.rule((at, y - 0.9 * u, at, frame.y(run.high)), "block", 1.2, (1.5, 2))


def _paint_run(sheet: Sheet, frame: _Frame, at: float, run: RunMark, *, last: bool) -> None:
    ink = "block" if run.alert else "accent" if last else "edge"
    width = 2.0 if last else 1.5
    low, high = frame.y(max(run.low, frame.low)), frame.y(min(run.high, frame.high))
    sheet.rule((at, low, at, high), ink, width)
    for end in (low, high):
        sheet.rule((at - 4, end, at + 4, end), ink, width)
    if run.alert:
        sheet.diamond(at, frame.y(run.share), 6.5 if last else 5.5, ink)
    else:
        sheet.dot(at, frame.y(run.share), 5.5 if last else 4.5, ink)


def _paint_words(sheet: Sheet, frame: _Frame, run: RunMark, words: TrendWords, threshold: float | None) -> None:
    """Figures of the last run and the threshold's name, pushed apart where they would meet."""
    u, x = sheet.look.text, frame.right + 0.9 * sheet.look.text
    blocks = [(frame.y(run.share) - 1.7 * u, 3.4 * u, "run")]
    if threshold is not None and words.threshold:
        blocks.append((frame.y(threshold) - 0.7 * u, 1.4 * u, "threshold"))
    blocks.sort()
    starts = apart([block[0] for block in blocks], [block[1] for block in blocks], 0.3 * u, 0, sheet.look.height)
    for start, (_wanted, size, kind) in zip(starts, blocks, strict=True):
        if kind == "threshold":
            sheet.text(x, start + size / 2, words.threshold)
        else:
            sheet.text(x, start + 2.5 * u, words.value, bold=True, figures=True, size=1.5 * u)
            sheet.text(x, start + 0.8 * u, words.interval, "quiet", figures=True)
