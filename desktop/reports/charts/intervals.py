"""One row a kind of case: its share with the interval, against the threshold that holds for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, text_width, ticks

_GAP = 1.4  # between columns, in text sizes


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A kind of case: share and interval in per cent, the share and the number of examples as text; ``fallen`` is marked."""

    name: str
    share: float
    low: float
    high: float
    figure: str
    count: str
    fallen: bool = False


@dataclass(frozen=True, slots=True)
class IntervalWords:
    """Headings over the columns, and the threshold's name."""

    count: str
    share: str
    threshold: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    low: float
    high: float
    names: float
    counts: float

    def x(self, share: float) -> float:
        return self.left + (share - self.low) / (self.high - self.low) * (self.right - self.left)


def interval_rows(
    look: Look, rows: Sequence[IntervalRow], words: IntervalWords, threshold: float | None = None
) -> Drawing:
    """Dots with whiskers under each other; a row that fell by more than chance is red with a diamond."""
    sheet = Sheet(look)
    if not rows:
        return sheet.drawing
    u, frame = look.text, _frame(look, rows, words, threshold)
    top, bottom = look.height - 2.2 * u, 2.0 * u
    step = (top - bottom) / len(rows)
    _paint_scale(sheet, frame, (bottom, top))
    if threshold is not None:
        at = frame.x(threshold)
        sheet.rule((at, bottom, at, top), "text", 1.5)
        half = text_width(words.threshold, u) / 2
        sheet.text(min(max(at, half), look.width - half), look.height - 0.8 * u, words.threshold, anchor="middle")
    else:
        sheet.text(look.width, look.height - 0.8 * u, words.share, "quiet", anchor="end")
    for number, row in enumerate(rows):
        _paint_row(sheet, frame, row, top - step * (number + 0.5))
    return sheet.drawing


def _frame(look: Look, rows: Sequence[IntervalRow], words: IntervalWords, threshold: float | None) -> _Frame:
    u = look.text
    lines = () if threshold is None else (threshold,)
    marks = ticks(max(0.0, min(*(row.low for row in rows), *lines, 100.0) - 1), 100.0, 5)
    names = min(max(text_width(row.name, u, bold=row.fallen) for row in rows), look.width * 0.34)
    counts = max(text_width(words.count, u), *(text_width(row.count, u, figures=True) for row in rows))
    figures = max(text_width(row.figure, u, bold=True, figures=True) for row in rows)
    left = names + counts + 2 * _GAP * u
    return _Frame(left, look.width - figures - _GAP * u, max(0.0, marks[0]), 100.0, names, counts)


def _paint_scale(sheet: Sheet, frame: _Frame, ends: tuple[float, float]) -> None:
    u, (bottom, top), edge = sheet.look.text, ends, -1e9
    for share in ticks(frame.low, 100.0, 5):
        if not frame.low <= share <= 100:
            continue
        sheet.rule((frame.x(share), bottom, frame.x(share), top), "line")
        label = f"{share:g} %"
        half = text_width(label, u, figures=True) / 2
        if frame.x(share) - half > edge:
            sheet.text(frame.x(share), 0.8 * u, label, "quiet", figures=True, anchor="middle")
            edge = frame.x(share) + half + 0.6 * u


def _paint_row(sheet: Sheet, frame: _Frame, row: IntervalRow, y: float) -> None:
    ink = "block" if row.fallen else "accent"
    sheet.text(0, y, row.name, "block" if row.fallen else "text", bold=row.fallen, room=frame.names + 1)
    u = sheet.look.text
    sheet.text(frame.names + _GAP * u + frame.counts, y, row.count, "quiet", figures=True, anchor="end")
    low, high = frame.x(max(row.low, frame.low)), frame.x(min(row.high, 100.0))
    sheet.rule((low, y, high, y), ink, 2)
    for end in (low, high):
        sheet.rule((end, y - 4, end, y + 4), ink, 2)
    if row.fallen:
        sheet.diamond(frame.x(row.share), y, 5.5, ink)
    else:
        sheet.dot(frame.x(row.share), y, 4.5, ink)
    figure_ink = "block" if row.fallen else "text"
    sheet.text(sheet.look.width, y, row.figure, figure_ink, bold=True, figures=True, anchor="end")
