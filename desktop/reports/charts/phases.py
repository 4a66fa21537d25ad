"""The rollout's phases one below the other, from the earliest to the latest end, with how many criteria are met."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, text_width


@dataclass(frozen=True, slots=True)
class PhaseBar:
    """One phase in weeks from the first day: when it starts, ends at the earliest and at the latest; its words and state.

    ``started`` phases are drawn full, planned ones pale; ``passed`` ones end at their gate.
    """

    name: str
    start: float
    least: float
    most: float
    figure: str
    state: str
    started: bool = False


def phase_bars(look: Look, phases: Sequence[PhaseBar]) -> Drawing:
    """Weeks run to the right; the pale end is what the phase may take longer."""
    sheet, u = Sheet(look), look.text
    names = min(max(text_width(phase.name, u, bold=True) for phase in phases), look.width * 0.38)
    figures = max(text_width(phase.figure, u, figures=True) for phase in phases)
    left, right = names + u, look.width - figures - 1.2 * u
    last = max(phase.most for phase in phases)
    scale, step = (right - left) / max(last, 1e-9), look.height / len(phases)
    for number, phase in enumerate(phases):
        y = look.height - step * (number + 0.5)
        sheet.text(0, y, phase.name, bold=True, room=names + 1)
        sheet.rule((left, y, right, y), "line")
        ink = {"passed": "done", "unproven": "block"}.get(phase.state, "accent" if phase.started else "edge")
        sheet.bar(
            left + phase.least * scale, y - 0.42 * u, (phase.most - phase.least) * scale, 0.84 * u, "line", radius=1
        )
        sheet.bar(
            left + phase.start * scale, y - 0.42 * u, (phase.least - phase.start) * scale, 0.84 * u, ink, radius=1
        )
        sheet.text(look.width, y, phase.figure, "quiet", figures=True, anchor="end")
    return sheet.drawing
