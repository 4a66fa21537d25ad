"""Two ways of doing the same work side by side: each step a box with its load, the AI's part marked in word and colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, text_width

PARTS = {"automate": ("accent", "on_accent"), "suggest": ("accent_soft", "accent"), "escalate": ("sunk", "text")}
HEAD, BOX, GAP = 3.6, 3.9, 1.1  # heights in ems of the text


@dataclass(frozen=True, slots=True)
class FlowBox:
    """One step: its name, who does it and how much of it, its load as text and as a share of the longest step (0 to 1)."""

    name: str
    detail: str
    figure: str
    share: float
    part: str = ""
    part_word: str = ""


@dataclass(frozen=True, slots=True)
class FlowColumn:
    """One way of working: its name, what it takes in all, and its steps."""

    title: str
    figure: str
    steps: tuple[FlowBox, ...]


def flows_height(columns: Sequence[FlowColumn], text: float) -> float:
    """How high the picture must be for its steps."""
    most = max((len(column.steps) for column in columns), default=0)
    return (HEAD + most * BOX + max(most - 1, 0) * GAP + 0.4) * text


def two_flows(look: Look, today: FlowColumn, then: FlowColumn) -> Drawing:
    """Today at the left, redesigned at the right; a bar in each box is its load on one scale for both."""
    sheet, u = Sheet(look), look.text
    width = (look.width - 2.4 * u) / 2
    for left, column in ((0.0, today), (width + 2.4 * u, then)):
        _head(sheet, column, left, width)
        for number, step in enumerate(column.steps):
            top = look.height - HEAD * u - number * (BOX + GAP) * u
            if number:
                _arrow(sheet, left + 1.4 * u, top + GAP * u, top)
            _box(sheet, step, (left, top - BOX * u, width))
    return sheet.drawing


def _head(sheet: Sheet, column: FlowColumn, left: float, width: float) -> None:
    u, y = sheet.look.text, sheet.look.height - 1.0 * sheet.look.text
    figure = sheet.text(left + width, y, column.figure, "text", bold=True, figures=True, anchor="end", room=width * 0.6)
    sheet.text(left, y, column.title, "quiet", bold=True, room=width - figure - u)
    sheet.rule((left, y - 1.3 * u, left + width, y - 1.3 * u), "edge")


def _arrow(sheet: Sheet, x: float, top: float, bottom: float) -> None:
    u = sheet.look.text
    sheet.rule((x, top, x, bottom + 0.3 * u), "edge", 1.2)
    sheet.area(((x - 0.28 * u, bottom + 0.42 * u), (x + 0.28 * u, bottom + 0.42 * u), (x, bottom + 0.05 * u)), "edge")


def _box(sheet: Sheet, step: FlowBox, place: tuple[float, float, float]) -> None:
    u = sheet.look.text
    left, bottom, width = place
    sheet.bar(left, bottom, width, BOX * u, "raised", frame="line", radius=0.4 * u)
    inside, right = left + 0.9 * u, left + width - 0.9 * u
    first, second = bottom + 2.75 * u, bottom + 1.35 * u
    figure = sheet.text(right, first, step.figure, "text", figures=True, bold=True, anchor="end", room=width * 0.3)
    sheet.text(inside, first, step.name, bold=True, room=right - inside - figure - 0.8 * u)
    tag = _tag(sheet, step, right, second) if step.part in PARTS else 0.0
    sheet.text(inside, second, step.detail, "quiet", room=right - inside - tag)
    if step.share > 0:
        sheet.bar(inside, bottom + 0.32 * u, (right - inside) * min(step.share, 1), 0.28 * u, "edge", radius=1)


def _tag(sheet: Sheet, step: FlowBox, right: float, y: float) -> float:
    """The AI's part as a word on its ground; returns the room it takes."""
    u, (ground, ink) = sheet.look.text, PARTS[step.part]
    size = 0.92 * u
    width = text_width(step.part_word, size, bold=True) + 0.9 * u
    frame = "edge" if step.part == "escalate" else None
    sheet.bar(right - width, y - 0.72 * u, width, 1.44 * u, ground, frame=frame, radius=0.3 * u)
    sheet.text(right - width / 2, y, step.part_word, ink, size=size, bold=True, anchor="middle")
    return width + 0.8 * u
