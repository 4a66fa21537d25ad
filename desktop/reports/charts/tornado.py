"""What moves a result most: a bar to each side of the likely case for every input, the widest on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, text_width


@dataclass(frozen=True, slots=True)
class End:
    """One end of an input: by how much the result changes there, that as text, and the input's value there as text."""

    change: float
    figure: str
    value: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One input with its low and its high end."""

    name: str
    low: End
    high: End


@dataclass(frozen=True, slots=True)
class _Frame:
    names: float
    left: float
    right: float
    scale: float

    @property
    def zero(self) -> float:
        return self.left


_GAP = 0.6


def tornado(look: Look, bars: Sequence[Bar], middle: str) -> Drawing:
    """Rows of equal height below ``middle``, which names the result of the likely case. Worse is to the left."""
    sheet, u = Sheet(look), look.text
    if not bars:
        return sheet.drawing
    frame = _frame(look, bars)
    top = look.height - 1.9 * u
    row = (top - 0.2 * u) / len(bars)
    _paint_middle(sheet, frame, middle, top)
    for number, bar in enumerate(bars):
        _paint_bar(sheet, frame, bar, top - row * (number + 0.5), row, first=number == 0)
    sheet.rule((frame.zero, 0.1 * u, frame.zero, top + 0.2 * u), "text", 1.2)
    return sheet.drawing


def _room(end: End, u: float) -> float:
    return text_width(end.figure, u, bold=True, figures=True) + text_width(end.value, 0.86 * u, figures=True) + 1.5 * u


def _frame(look: Look, bars: Sequence[Bar]) -> _Frame:
    """One scale for both sides, so that the longest bar with its words still fits on either."""
    u = look.text
    names = min(max(text_width(bar.name, u, bold=True) for bar in bars), look.width * 0.3)
    ends = [end for bar in bars for end in (bar.low, bar.high)]
    room = look.width - names - 1.2 * u
    worse = [(-end.change, _room(end, u)) for end in ends if end.change < 0]
    better = [(end.change, _room(end, u)) for end in ends if end.change >= 0]
    scale = _scale(worse, better, room)
    left = names + 1.2 * u + max((size * scale + words for size, words in worse), default=0.0)
    return _Frame(names, left, look.width, scale)


def _scale(worse: Sequence[tuple[float, float]], better: Sequence[tuple[float, float]], room: float) -> float:
    """Points for one unit of the result: as many as still leave room for the words at both sides, found by halving."""
    low, high = 0.0, room / max([size for size, _ in (*worse, *better)] + [1e-9])
    for _ in range(40):
        middle = (low + high) / 2
        taken = sum(max((size * middle + words for size, words in side), default=0.0) for side in (worse, better))
        low, high = (middle, high) if taken <= room else (low, middle)
    return low


def _paint_middle(sheet: Sheet, frame: _Frame, middle: str, top: float) -> None:
    half = text_width(middle, sheet.look.text, figures=True) / 2
    at = min(max(frame.zero, half), sheet.look.width - half)
    sheet.text(at, top + 1.1 * sheet.look.text, middle, "quiet", figures=True, anchor="middle")


def _paint_bar(sheet: Sheet, frame: _Frame, bar: Bar, y: float, row: float, *, first: bool) -> None:
    u = sheet.look.text
    thick = min(1.5 * u, row * 0.62)
    sheet.text(0, y, bar.name, bold=first, room=frame.names + 1)
    ends = sorted((bar.low, bar.high), key=lambda end: end.change)
    same_side = ends[0].change * ends[1].change > 0
    for end in reversed(ends) if ends[0].change < 0 else ends:
        _paint_end(sheet, frame, end, (y, thick), worded=not same_side or end is _longer(ends))


def _longer(ends: Sequence[End]) -> End:
    return max(ends, key=lambda end: abs(end.change))


def _paint_end(sheet: Sheet, frame: _Frame, end: End, place: tuple[float, float], *, worded: bool) -> None:
    u, (y, thick) = sheet.look.text, place
    width, better = abs(end.change) * frame.scale, end.change > 0
    if width >= _GAP:
        start = frame.zero if better else frame.zero - width
        ink, edge = ("heat3", None) if better else ("risk_tint", "risk")
        sheet.bar(start, y - thick / 2, width, thick, ink, frame=edge, radius=1)
    if not worded or not end.change:
        return
    figure = text_width(end.figure, u, bold=True, figures=True)
    value = text_width(end.value, 0.86 * u, figures=True)
    at = frame.zero + width + 0.5 * u if better else frame.zero - width - 0.5 * u - value - 0.4 * u - figure
    sheet.text(at, y, end.figure, bold=True, figures=True)
    sheet.text(at + figure + 0.4 * u, y, end.value, "quiet", size=0.86 * u, figures=True)
