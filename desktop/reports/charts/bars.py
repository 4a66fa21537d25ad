"""Single bars with their labels on them: a range, parts of a sum, stages of a portfolio, months without change."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, apart, text_width

_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: its name, its size, and the size as text."""

    name: str
    value: float
    figure: str


@dataclass(frozen=True, slots=True)
class Point:
    """A value and what stands at it."""

    value: float
    label: str


def range_bar(look: Look, low: Point, likely: Point, high: Point, target: Point | None = None) -> Drawing:
    """Low to high as a bar, likely as an upright mark; a target as a diamond above the line when there is one."""
    sheet, u = Sheet(look), look.text
    ends = [low.value, high.value, *([target.value] if target else [])]
    span = max(max(ends) - min(ends), 1e-9)
    first, last = min(ends) - 0.12 * span, max(ends) + 0.12 * span
    y = 2.6 * u

    def x(value: float) -> float:
        return (value - first) / (last - first) * look.width

    sheet.rule((0, y, look.width, y), "edge")
    sheet.bar(x(low.value), y - 0.45 * u, x(high.value) - x(low.value), 0.9 * u, "heat2")
    sheet.bar(x(likely.value) - 1.5, y - 0.85 * u, 3, 1.7 * u, "text", radius=1)
    if target is not None:
        sheet.diamond(x(target.value), y, 0.5 * u, "risk")
        _above(sheet, x(target.value), y + 1.6 * u, target.label)
    _labels_below(
        sheet, [(x(low.value), low.label), (x(likely.value), likely.label), (x(high.value), high.label)], 1.0 * u
    )
    return sheet.drawing


def _above(sheet: Sheet, x: float, y: float, label: str) -> None:
    half = text_width(label, sheet.look.text) / 2
    sheet.text(min(max(x, half), sheet.look.width - half), y, label, "risk", anchor="middle")


def _labels_below(sheet: Sheet, marks: Sequence[tuple[float, str]], y: float) -> None:
    """Low, likely and high: the middle one semibold, all three kept apart, smaller where the bar is short."""
    u, gap = sheet.look.text, 0.6 * sheet.look.text
    sizes = [text_width(label, u, bold=at == 1, figures=True) for at, (_x, label) in enumerate(marks)]
    shrink = min(1.0, (sheet.look.width - gap * (len(marks) - 1)) / max(sum(sizes), 1))
    sizes = [size * shrink for size in sizes]
    wanted = [x - size / 2 for (x, _label), size in zip(marks, sizes, strict=True)]
    starts = apart(wanted, sizes, gap, 0, sheet.look.width)
    for at, (start, (_x, label)) in enumerate(zip(starts, marks, strict=True)):
        sheet.text(start, y, label, "text" if at == 1 else "quiet", size=u * shrink, bold=at == 1, figures=True)


def stacked_cost_bar(look: Look, parts: Sequence[Part]) -> Drawing:
    """The largest part first and darkest; figure and name under each, with a tick to its part where they moved."""
    ordered = sorted((part for part in parts if part.value > 0), key=lambda part: -part.value)
    return _strip(look, ordered, [f"heat{max(1, 3 - at)}" for at in range(len(ordered))])


def stage_strip(look: Look, stages: Sequence[Part], retired: int | None = None) -> Drawing:
    """Stages in their order, darker towards operation; ``retired`` is the index of the one that is grey."""
    tones = ["heat1", "heat2", "heat3", "heat4"]
    inks = [
        "edge" if at == retired else tones[min(at * len(tones) // max(len(stages) - (retired is not None), 1), 3)]
        for at in range(len(stages))
    ]
    return _strip(look, stages, inks)


def _strip(look: Look, parts: Sequence[Part], inks: Sequence[str]) -> Drawing:
    sheet, u = Sheet(look), look.text
    total = sum(part.value for part in parts)
    if not parts or total <= 0:
        return sheet.drawing
    room = look.width - _GAP * (len(parts) - 1)
    height = max(look.height - 3.6 * u, u)
    x, spots = 0.0, []
    for part, ink in zip(parts, inks, strict=True):
        width = max(room * part.value / total, 1.0)
        frame = "edge" if look.palette.name == "high_contrast" else None
        sheet.bar(x, look.height - height, width, height, ink, frame=frame)
        spots.append((x, width))
        x += width + _GAP
    _strip_labels(sheet, parts, spots, look.height - height)
    return sheet.drawing


def _strip_labels(sheet: Sheet, parts: Sequence[Part], spots: Sequence[tuple[float, float]], bottom: float) -> None:
    u, room = sheet.look.text, sheet.look.width / len(parts) - 0.7 * sheet.look.text
    sizes = [
        min(max(text_width(part.figure, u, bold=True, figures=True), text_width(part.name, u)), max(room, 3 * u))
        for part in parts
    ]
    starts = apart([spot[0] for spot in spots], sizes, 0.7 * u, 0, sheet.look.width)
    for part, size, start, (x, width) in zip(parts, sizes, starts, spots, strict=True):
        if abs(start - x) > 2:
            middle = x + min(width / 2, 3)
            sheet.curve([(middle, bottom - 1), (middle, bottom - 0.25 * u), (start + 3, bottom - 0.55 * u)], "edge", 1)
        sheet.text(start, bottom - 1.2 * u, part.figure, bold=True, figures=True, room=size + 0.1)
        sheet.text(start, bottom - 2.6 * u, part.name, "quiet", room=size + 0.1)


def stall_bar(look: Look, months: float, longest: float, limit: float = 4.7) -> Drawing:
    """Months without change: pale up to the limit, strong beyond it, and the limit as a line through the whole row."""
    sheet = Sheet(look)
    scale = look.width / max(longest, limit, 1e-9)
    height = min(look.height * 0.4, 10)
    y, edge = (look.height - height) / 2, limit * scale
    sheet.bar(0, y, min(months, limit) * scale, height, "heat2")
    if months > limit:
        sheet.bar(edge, y, min(months, longest) * scale - edge, height, "heat3" if not look.palette.dark else "heat4")
    sheet.rule((edge, 0, edge, look.height), "text", 1)
    return sheet.drawing
