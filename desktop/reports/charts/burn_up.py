"""Burn-up: work done against the present plan and the baseline, with today as a line. Every curve is named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, apart, text_width, ticks

Point = tuple[date, float]


@dataclass(frozen=True, slots=True)
class BurnWords:
    """The words on the chart: the unit over the axis, the curves' names, what stands at today's point, and *today*."""

    unit: str
    planned: str
    agreed: str
    done: str
    today: str
    days: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class BurnCurves:
    """Sums to date. ``agreed`` may be empty; ``done`` ends today."""

    planned: Sequence[Point]
    agreed: Sequence[Point]
    done: Sequence[Point]
    today: date


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    bottom: float
    top: float
    first: date
    last: date
    high: float

    def spot(self, day: date, value: float) -> tuple[float, float]:
        share = (day - self.first) / max(self.last - self.first, timedelta(days=1))
        return self.left + share * (self.right - self.left), self.bottom + value / self.high * (self.top - self.bottom)


def burn_up_chart(look: Look, curves: BurnCurves, words: BurnWords) -> Drawing:
    """Baseline dashed, plan thin, done in the accent with a dot for each check-in."""
    sheet = Sheet(look)
    if not curves.planned:
        return sheet.drawing
    marks = ticks(0, max(value for _, value in (*curves.planned, *curves.agreed, *curves.done)), 4)
    frame = _frame(look, curves, words, marks)
    _paint_axes(sheet, frame, words, marks)
    if curves.agreed:
        sheet.curve([frame.spot(*point) for point in curves.agreed], "edge", 1.5, (4, 3))
    sheet.curve([frame.spot(*point) for point in curves.planned], "text", 1.2)
    _paint_today(sheet, frame, curves, words)
    sheet.curve([frame.spot(*point) for point in curves.done], "accent", 2.6)
    for point in curves.done[1:]:
        sheet.dot(*frame.spot(*point), (0.42 if point is curves.done[-1] else 0.28) * look.text, "accent")
    _paint_names(sheet, frame, curves, words)
    return sheet.drawing


def _frame(look: Look, curves: BurnCurves, words: BurnWords, marks: Sequence[float]) -> _Frame:
    u = look.text
    left = max(text_width(f"{mark:g}", u, figures=True) for mark in marks) + 1.0 * u
    names = max(text_width(words.planned, u), text_width(words.agreed, u) if curves.agreed else 0.0)
    days = [day for day, _ in (*curves.planned, *curves.agreed, *curves.done)]
    right = look.width - min(names + 1.2 * u, look.width * 0.34)
    return _Frame(left, right, 2.0 * u, look.height - 3.3 * u, min(days), max(days), marks[-1])


def _paint_axes(sheet: Sheet, frame: _Frame, words: BurnWords, marks: Sequence[float]) -> None:
    u = sheet.look.text
    sheet.text(0, sheet.look.height - 0.6 * u, words.unit, "quiet")
    for mark in marks:
        _, y = frame.spot(frame.first, mark)
        sheet.rule((frame.left, y, frame.right, y), "line")
        sheet.text(frame.left - 0.6 * u, y, f"{mark:g}", "quiet", figures=True, anchor="end")
    edge = 0.0
    for day, name in words.days:
        x, half = frame.spot(day, 0)[0], text_width(name, u, figures=True) / 2
        if x - half > edge and x + half <= sheet.look.width and frame.first <= day <= frame.last:
            sheet.rule((x, frame.bottom - 3, x, frame.bottom), "edge")
            sheet.text(x, 0.7 * u, name, "quiet", figures=True, anchor="middle")
            edge = x + half + u


def _paint_today(sheet: Sheet, frame: _Frame, curves: BurnCurves, words: BurnWords) -> None:
    """The line through the whole chart, its word above, what is done beside the last point."""
    u = sheet.look.text
    x, _ = frame.spot(curves.today, 0)
    sheet.rule((x, frame.bottom, x, frame.top + 0.4 * u), "risk", 1.2)
    half = text_width(words.today, u, bold=True) / 2
    middle = min(max(x, frame.left + half), frame.right - half)
    sheet.text(middle, frame.top + 1.1 * u, words.today, "risk", bold=True, anchor="middle")


def _paint_names(sheet: Sheet, frame: _Frame, curves: BurnCurves, words: BurnWords) -> None:
    u = sheet.look.text
    named = [(frame.spot(*curves.planned[-1])[1], words.planned, "text")]
    if curves.agreed:
        named.append((frame.spot(*curves.agreed[-1])[1], words.agreed, "quiet"))
    named.sort(key=lambda entry: entry[0])
    starts = apart([y - 0.7 * u for y, _, _ in named], [1.4 * u] * len(named), 0.1 * u, frame.bottom, sheet.look.height)
    for start, (_, name, ink) in zip(starts, named, strict=True):
        sheet.text(frame.right + 0.7 * u, start + 0.7 * u, name, ink, room=sheet.look.width - frame.right - 0.7 * u)
    x, y = frame.spot(*curves.done[-1])
    width = text_width(words.done, u, bold=True, figures=True)
    if x + 0.9 * u + width <= frame.right:
        sheet.text(x + 0.9 * u, max(y - 0.9 * u, frame.bottom + 0.7 * u), words.done, "accent", bold=True, figures=True)
    else:
        sheet.text(
            x - 0.9 * u, min(y + 1.0 * u, frame.top), words.done, "accent", bold=True, figures=True, anchor="end"
        )
