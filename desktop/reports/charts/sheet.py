"""What charts draw on: a drawing with tokens for colours, measured text, and the origin at the bottom left."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from desktop.reports.palette import Palette
from desktop.resources import resource

REGULAR, SEMIBOLD, FIGURES, FIGURES_BOLD = "Inter", "Inter SemiBold", "Inter Tabular", "Inter Tabular SemiBold"
_FILES = {
    REGULAR: "Inter-Regular.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    FIGURES: "InterTabular-Regular.ttf",
    FIGURES_BOLD: "InterTabular-SemiBold.ttf",
}
CAP_HEIGHT = 0.727  # of Inter, in em
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Look:
    """Where a chart will stand: colours, outer size, and the size of its text, all in points (pixels on screen)."""

    palette: Palette
    width: float
    height: float
    text: float = 12.0


@cache
def register_fonts() -> tuple[str, ...]:
    """Make the four faces known to reportlab; done once."""
    for name, file in _FILES.items():
        registerFont(TTFont(name, str(resource("fonts", file))))
    return tuple(_FILES)


def text_width(text: str, size: float, *, bold: bool = False, figures: bool = False) -> float:
    """Width of a line of text in points."""
    register_fonts()
    width: float = stringWidth(text, _face(bold=bold, figures=figures), size)
    return width


def _face(*, bold: bool, figures: bool) -> str:
    if figures:
        return FIGURES_BOLD if bold else FIGURES
    return SEMIBOLD if bold else REGULAR


class Sheet:
    """Collects the shapes of one chart. Colours are token names; ``y`` of a text is the middle of its capitals."""

    def __init__(self, look: Look) -> None:
        register_fonts()
        self.look = look
        self.drawing = Drawing(look.width, look.height)

    def colour(self, token: str) -> Color:
        return HexColor(self.look.palette.colour(token))

    def text(  # noqa: PLR0913
        self,
        x: float,
        y: float,
        text: str,
        ink: str = "text",
        *,
        size: float | None = None,
        bold: bool = False,
        figures: bool = False,
        anchor: Anchor = "start",
        room: float | None = None,
    ) -> float:
        """One line; ``room`` shortens it to that width with an ellipsis. Returns the width that was drawn."""
        points = size or self.look.text
        shown = text if room is None else shortened(text, room, points, bold=bold, figures=figures)
        face = _face(bold=bold, figures=figures)
        baseline = y - points * CAP_HEIGHT / 2
        self.drawing.add(
            String(x, baseline, shown, fontName=face, fontSize=points, fillColor=self.colour(ink), textAnchor=anchor)
        )
        return text_width(shown, points, bold=bold, figures=figures)

    def rule(
        self, ends: tuple[float, float, float, float], ink: str = "line", width: float = 1, dash: Any = None
    ) -> None:
        """A straight line from x, y to x, y."""
        self.drawing.add(Line(*ends, strokeColor=self.colour(ink), strokeWidth=width, strokeDashArray=dash))

    def bar(  # noqa: PLR0913
        self, x: float, y: float, width: float, height: float, ink: str, *, frame: str | None = None, radius: float = 2
    ) -> None:
        """A filled rectangle from its bottom left corner; ``ink`` empty draws only the frame."""
        round_by = min(radius, max(width, 0) / 2, height / 2)
        stroke = self.colour(frame) if frame else None
        fill = self.colour(ink) if ink else None
        style: dict[str, Any] = {"fillColor": fill, "strokeColor": stroke, "strokeWidth": 1}
        self.drawing.add(Rect(x, y, max(width, 0), height, rx=round_by, ry=round_by, **style))

    def dot(
        self, x: float, y: float, radius: float, ink: str, *, frame: str | None = "raised", width: float = 1.5
    ) -> None:
        """A filled circle with a rim that sets it off from what lies under it."""
        stroke = self.colour(frame) if frame else None
        self.drawing.add(Circle(x, y, radius, fillColor=self.colour(ink), strokeColor=stroke, strokeWidth=width))

    def diamond(self, x: float, y: float, radius: float, ink: str) -> None:
        points = [x, y + radius, x + radius, y, x, y - radius, x - radius, y]
        self.drawing.add(Polygon(points, fillColor=self.colour(ink), strokeColor=self.colour("raised"), strokeWidth=1))

    def shape(
        self, points: Sequence[tuple[float, float]], ink: str, *, frame: str | None = None, width: float = 1
    ) -> None:
        """A filled polygon; ``ink`` empty draws only the frame."""
        flat = [value for point in points for value in point]
        stroke, fill = self.colour(frame) if frame else None, self.colour(ink) if ink else None
        style: dict[str, Any] = {"fillColor": fill, "strokeColor": stroke, "strokeWidth": width if frame else 0}
        self.drawing.add(Polygon(flat, **style))

    def curve(self, points: Sequence[tuple[float, float]], ink: str, width: float = 1.5, dash: Any = None) -> None:
        flat = [value for point in points for value in point]
        self.drawing.add(
            PolyLine(
                flat,
                strokeColor=self.colour(ink),
                strokeWidth=width,
                strokeDashArray=dash,
                strokeLineJoin=1,
                strokeLineCap=1,
            )
        )

    def area(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        flat = [value for point in points for value in point]
        self.drawing.add(Polygon(flat, fillColor=self.colour(ink), strokeColor=None, strokeWidth=0))


def shortened(text: str, room: float, size: float, *, bold: bool = False, figures: bool = False) -> str:
    """``text``, cut with an ellipsis so that it is at most ``room`` wide."""
    if text_width(text, size, bold=bold, figures=figures) <= room:
        return text
    fit = text
    while fit and text_width(f"{fit}…", size, bold=bold, figures=figures) > room:
        fit = fit[:-1]
    return f"{fit.rstrip()}…" if fit else ""


def apart(wanted: Sequence[float], sizes: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Start positions near ``wanted`` (ascending) such that pieces of ``sizes`` neither overlap nor leave low..high."""
    placed: list[float] = []
    edge = low
    for start, size in zip(wanted, sizes, strict=True):
        placed.append(max(start, edge))
        edge = placed[-1] + size + gap
    edge = high
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = max(low, min(placed[at], edge - sizes[at]))
        edge = placed[at] - gap
    return placed


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round values from at or below ``low`` to at or above ``high``, at most ``most`` steps."""
    span = max(high - low, 1e-9)
    power = 10.0 ** len(str(int(span)))
    steps = [power * part / 1000 for part in (1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)]
    step = next((size for size in steps if span / size <= most), steps[-1])
    first = step * (low // step)
    count = int(-((first - high) // step)) + 1 if high > first else 2
    return [round(first + step * n, 10) for n in range(count)]


def draw_on(canvas: Any, drawing: Drawing) -> None:
    """Draw with reportlab's own renderer on anything that has the calls of its canvas."""
    from reportlab.graphics.renderPDF import _PDFRenderer

    _PDFRenderer().draw(drawing, canvas, 0, 0, showBoundary=0)
