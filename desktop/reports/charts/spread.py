"""How simulated results lie: a column for each class, what is below zero in the colour of risk, three marks with words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, apart, text_width


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on the axis with its figure and what it is; ``main`` is the one in the accent."""

    value: float
    figure: str
    name: str
    main: bool = False


def result_spread(look: Look, counts: Sequence[int], span: tuple[float, float], marks: Sequence[Mark]) -> Drawing:
    """Columns over the axis from ``span[0]`` to ``span[1]``; zero stands on it where it lies within."""
    sheet, u = Sheet(look), look.text
    if not counts or not marks:
        return sheet.drawing
    low, high = span if span[1] > span[0] else (span[0] - 1, span[1] + 1)
    bottom, top = 3.6 * u, look.height - 0.6 * u
    step, tallest = look.width / len(counts), max(counts)

    def at(value: float) -> float:
        return (value - low) / (high - low) * look.width

    for place, number in enumerate(counts):
        middle = low + (place + 0.5) * (high - low) / len(counts)
        height = (top - bottom) * number / max(tallest, 1)
        ink, frame = ("risk_tint", "risk") if middle < 0 else ("heat2", None)
        sheet.bar(place * step + 0.5, bottom, max(step - 1, 1), height, ink, frame=frame, radius=0)
    sheet.rule((0, bottom, look.width, bottom), "edge")
    if low < 0 < high:
        sheet.rule((at(0), bottom, at(0), top), "text", 1.2)
        sheet.text(min(at(0) + 0.4 * u, look.width - u), top - 0.4 * u, "0", "text", figures=True)
    _paint_marks(sheet, [(at(mark.value), mark) for mark in marks], bottom, top)
    return sheet.drawing


def _paint_marks(sheet: Sheet, marks: Sequence[tuple[float, Mark]], bottom: float, top: float) -> None:
    """Uprights at the marks, their words below in two lines, kept apart; smaller where there is little room."""
    u, gap = sheet.look.text, 0.8 * sheet.look.text
    sizes = [
        max(text_width(mark.figure, u, bold=True, figures=True), text_width(mark.name, 0.9 * u)) for _, mark in marks
    ]
    shrink = min(1.0, (sheet.look.width - gap * (len(marks) - 1)) / max(sum(sizes), 1))
    sizes = [size * shrink for size in sizes]
    wanted = [x - size / 2 for (x, _), size in zip(marks, sizes, strict=True)]
    starts = apart(wanted, sizes, gap, 0, sheet.look.width)
    for (x, mark), size, start in zip(marks, sizes, starts, strict=True):
        ink, middle = "accent" if mark.main else "text", start + size / 2
        sheet.rule((x, bottom - 0.5 * u, x, bottom + (top - bottom) * 0.92), ink, 2 if mark.main else 1.2, (3, 2))
        style: Any = {"anchor": "middle", "figures": True}
        sheet.text(middle, 2.2 * u, mark.figure, ink, bold=True, size=u * shrink, **style)
        sheet.text(middle, 0.8 * u, mark.name, "quiet", size=0.9 * u * shrink, anchor="middle")
