"""Does a stated confidence hold? Share right against confidence, with intervals, beside the line where both are equal."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, text_width

_STEP = 20.0  # per cent between the lines of the grid


@dataclass(frozen=True, slots=True)
class ReliabilityMark:
    """One tenth of confidence: mean confidence, share right and its interval in per cent, and how many examples."""

    confidence: float
    share: float
    low: float
    high: float
    examples: int


@dataclass(frozen=True, slots=True)
class ReliabilityWords:
    """Names of the axes, and what lies on either side of the line."""

    confidence: str
    share: str
    modest: str
    sure: str


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    bottom: float
    top: float
    first: float

    def x(self, confidence: float) -> float:
        return self.left + (confidence - self.first) / (100 - self.first) * (self.right - self.left)

    def y(self, share: float) -> float:
        return self.bottom + share / 100 * (self.top - self.bottom)


def reliability_diagram(look: Look, marks: Sequence[ReliabilityMark], words: ReliabilityWords) -> Drawing:
    """Dots with whiskers; bars along the foot say how many examples each stands for."""
    sheet, u = Sheet(look), look.text
    shown = [mark for mark in marks if mark.examples]
    if not shown:
        return sheet.drawing
    first = min(_STEP * (min(mark.confidence for mark in shown) // _STEP), 100 - 2 * _STEP)
    left = text_width("100", u, figures=True) + 0.9 * u
    frame = _Frame(left, look.width - 1.2 * u, 3.6 * u, look.height - 2.2 * u, first)
    _paint_grid(sheet, frame, words)
    most = max(mark.examples for mark in shown)
    for mark in shown:
        height = mark.examples / most * (frame.top - frame.bottom) * 0.14
        sheet.bar(frame.x(mark.confidence) - 0.45 * u, frame.bottom, 0.9 * u, max(height, 1), "heat1", radius=0)
    sheet.rule((frame.x(first), frame.y(first), frame.x(100), frame.y(100)), "edge", 1.5, (4, 3))
    _paint_sides(sheet, frame, words, shown)
    for mark in shown:
        _paint_mark(sheet, frame, mark)
    return sheet.drawing


def _paint_grid(sheet: Sheet, frame: _Frame, words: ReliabilityWords) -> None:
    u = sheet.look.text
    sheet.text(0, sheet.look.height - 0.8 * u, words.share, "quiet")
    sheet.text(frame.right, 0.8 * u, words.confidence, "quiet", anchor="end", room=frame.right - frame.left)
    for part in range(6):
        share = part * _STEP
        sheet.rule((frame.left, frame.y(share), frame.right, frame.y(share)), "line")
        sheet.text(frame.left - 0.7 * u, frame.y(share), f"{share:g}", "quiet", figures=True, anchor="end")
        if share >= frame.first:
            sheet.text(frame.x(share), 2.5 * u, f"{share:g}", "quiet", figures=True, anchor="middle")


def _paint_sides(sheet: Sheet, frame: _Frame, words: ReliabilityWords, marks: Sequence[ReliabilityMark]) -> None:
    """What it means to lie above the line, and below it; left out where there is no room or a whisker stands."""
    u = sheet.look.text
    above, below = text_width(words.modest, u), text_width(words.sure, u)
    left, right = frame.left + 0.8 * u, frame.right - 0.6 * u
    high, low = frame.y(100) - 1.0 * u, frame.y(20)
    if _free(frame, marks, (left, left + above, high, u)) and left + above < frame.right - 2 * u:
        sheet.text(left, high, words.modest, "quiet")
    if _free(frame, marks, (right - below, right, low, u)) and right - below > frame.left + 2 * u:
        sheet.text(right, low, words.sure, "quiet", anchor="end")


def _free(frame: _Frame, marks: Sequence[ReliabilityMark], place: tuple[float, float, float, float]) -> bool:
    """No whisker crosses a line of text from ``left`` to ``right`` at the height ``y``."""
    left, right, y, size = place
    return not any(
        left - 6 < frame.x(mark.confidence) < right + 6
        and frame.y(mark.low) - 6 < y + size / 2
        and frame.y(mark.high) + 6 > y - size / 2
        for mark in marks
    )


def _paint_mark(sheet: Sheet, frame: _Frame, mark: ReliabilityMark) -> None:
    at, ink = frame.x(mark.confidence), "accent"
    sheet.rule((at, frame.y(mark.low), at, frame.y(mark.high)), ink, 1.5)
    for end in (mark.low, mark.high):
        sheet.rule((at - 4, frame.y(end), at + 4, frame.y(end)), ink, 1.5)
    sheet.dot(at, frame.y(mark.share), 4.5, ink)
