"""Cash to date by month in three cases, on one axis with what waiting would cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, apart, text_width, ticks


@dataclass(frozen=True, slots=True)
class Curve:
    """Sums to date at the end of months 1, 2, …; month 0 is zero. ``name`` and ``figure`` stand at its end."""

    cash: tuple[float, ...]
    name: str
    figure: str


@dataclass(frozen=True, slots=True)
class Payback:
    """The month in which a case has paid back, with its label."""

    month: int
    label: str
    likely: bool = False


@dataclass(frozen=True, slots=True)
class CashCurves:
    """Low, likely and high case, the cost of no path where it is known, and the word under the month axis."""

    low: Curve
    likely: Curve
    high: Curve
    waiting: Curve | None
    month_word: str


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    bottom: float
    top: float
    low: float
    high: float
    months: int
    marks: tuple[float, ...]

    def spot(self, month: float, cash: float) -> tuple[float, float]:
        x = self.left + month / self.months * (self.right - self.left)
        return x, self.bottom + (cash - self.low) / (self.high - self.low) * (self.top - self.bottom)


def cash_curve(look: Look, curves: CashCurves, paybacks: Sequence[Payback] = ()) -> Drawing:
    """The band between low and high with the likely case in it; every curve named at its end."""
    sheet = Sheet(look)
    every = [curve for curve in (curves.low, curves.likely, curves.high, curves.waiting) if curve is not None]
    if not curves.likely.cash:
        return sheet.drawing
    frame = _frame(look, every)
    _paint_axes(sheet, frame, curves.month_word)
    low, high = _points(frame, curves.low), _points(frame, curves.high)
    sheet.area([*high, *reversed(low)], "heat1")
    for points in (low, high):
        sheet.curve(points, "heat3", 1)
    _, zero = frame.spot(0, 0)
    sheet.rule((frame.left, zero, frame.right, zero), "text", 1.2)
    if curves.waiting is not None:
        sheet.curve(_points(frame, curves.waiting), "block", 1.6, (4, 3))
    sheet.curve(_points(frame, curves.likely), "accent", 2.5)
    _paint_paybacks(sheet, frame, paybacks)
    _paint_ends(sheet, frame, curves, every)
    return sheet.drawing


def _frame(look: Look, every: Sequence[Curve]) -> _Frame:
    u = look.text
    values = [value for curve in every for value in curve.cash] + [0.0]
    marks = ticks(min(values), max(values), 6)
    left = max(text_width(_axis(mark), u, figures=True) for mark in marks) + 1.0 * u
    ends = max(text_width(f"{curve.figure}  {curve.name}", u * 1.1, bold=True, figures=True) for curve in every)
    months = max(len(curve.cash) for curve in every)
    return _Frame(
        left, look.width - ends - 1.2 * u, 2.0 * u, look.height - 0.8 * u, marks[0], marks[-1], months, tuple(marks)
    )


def _axis(value: float) -> str:
    """Whole thousands short: 1,500,000 as 1.5M, 20,000 as 20k."""
    size, sign = abs(value), "−" if value < 0 else ""
    if size >= 1_000_000:
        return f"{sign}{size / 1_000_000:g}M"
    return f"{sign}{size / 1000:g}k" if size >= 1000 else f"{sign}{size:g}"


def _points(frame: _Frame, curve: Curve) -> list[tuple[float, float]]:
    return [frame.spot(month, cash) for month, cash in enumerate((0.0, *curve.cash))]


def _paint_axes(sheet: Sheet, frame: _Frame, month_word: str) -> None:
    u = sheet.look.text
    for mark in frame.marks:
        _, y = frame.spot(0, mark)
        sheet.rule((frame.left, y, frame.right, y), "line")
        sheet.text(frame.left - 0.6 * u, y, _axis(mark), "quiet", figures=True, anchor="end")
    step = next(size for size in (1, 2, 3, 6, 12, 24, 60) if frame.months / size <= 8)
    for month in range(0, frame.months + 1, step):
        x, _ = frame.spot(month, 0)
        sheet.text(x, 0.7 * u, str(month), "quiet", figures=True, anchor="middle")
    sheet.text(frame.right + 1.6 * u, 0.7 * u, month_word, "quiet")


def _paint_paybacks(sheet: Sheet, frame: _Frame, paybacks: Sequence[Payback]) -> None:
    """Rings on the zero line. The first is named above and to the left, the later ones below and to the right."""
    size, free = sheet.look.text * 0.92, frame.left
    for number, payback in enumerate(sorted(paybacks, key=lambda entry: entry.month)):
        x, y = frame.spot(payback.month, 0)
        sheet.dot(x, y, 4.5, "raised", frame="accent" if payback.likely else "heat3", width=2)
        ink, bold = ("accent", True) if payback.likely else ("text", False)
        width = text_width(payback.label, size, bold=bold)
        above, below = y + 1.9 * size <= frame.top, y - 1.9 * size >= frame.bottom
        if number == 0 and len(paybacks) > 1 and above and x - width > frame.left:
            sheet.text(x + 2, y + 1.35 * size, payback.label, ink, size=size, bold=bold, anchor="end")
        elif below and x - 2 >= free and x - 2 + width <= frame.right:
            sheet.text(x - 2, y - 1.4 * size, payback.label, ink, size=size, bold=bold)
            free = x + width + size


def _paint_ends(sheet: Sheet, frame: _Frame, curves: CashCurves, every: Sequence[Curve]) -> None:
    u = sheet.look.text
    inks = {id(curves.likely): "accent", id(curves.waiting): "block"}
    ordered = sorted(every, key=lambda curve: curve.cash[-1] if curve.cash else 0)
    heights = [frame.spot(0, curve.cash[-1] if curve.cash else 0)[1] - 0.7 * u for curve in ordered]
    starts = apart(heights, [1.4 * u] * len(ordered), 0.1 * u, 1.5 * u, sheet.look.height)
    for start, curve in zip(starts, ordered, strict=True):
        ink, x = inks.get(id(curve), "text"), frame.right + 0.8 * u
        width = sheet.text(x, start + 0.7 * u, curve.figure, ink, bold=True, figures=True, size=1.05 * u)
        sheet.text(x + width + 0.5 * u, start + 0.7 * u, curve.name, "quiet")
