"""The integration map: the AI system in the middle, every connected system around it, and how near each is to production.

One drawing for screen and paper. Everything is measured in em and drawn at the size that fills the width, so that both break
the same names at the same letters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Literal

from reportlab.graphics.shapes import Drawing

from desktop.analysis.integration_layout import WIDTH, Layout
from desktop.analysis.integration_routes import LABEL_WIDTH, Box, Point, Route
from desktop.reports.charts.network_words import measure, shortened, wrapped
from desktop.reports.charts.sheet import Look, Sheet

Flag = Literal["", "risk", "block"]
Nearness = Literal["production", "staging", "sandbox", "copy", "none"]
_NAME, _SMALL = 1.08, 0.96  # sizes in em
_PAD, _LINE, _ICON = 0.7, 1.36, 1.25
_ROUND = 0.5
_HEAD, _HALF = 0.95, 0.42  # an arrow head's length and half its width
# Thickness and dashes in em: solid only where it runs in production, sparser the further away.
_STYLES: dict[Nearness, tuple[float, tuple[float, ...]]] = {
    "production": (0.19, ()),
    "staging": (0.15, (1.1, 0.4)),
    "sandbox": (0.13, (0.55, 0.4)),
    "copy": (0.13, (0.13, 0.42)),
    "none": (0.1, (0.1, 0.8)),
}


@dataclass(frozen=True, slots=True)
class Station:
    """What is said of one system. ``flag`` colours ``foot``, which then says what is missing; ``phase`` stands at its right.

    ``line`` is the word on the line, ``into`` and ``out`` its arrow heads, seen from the AI system. ``first``: phase 1.
    """

    name: str
    foot: str
    phase: str
    line: str
    nearness: Nearness = "none"
    into: bool = False
    out: bool = False
    flag: Flag = ""
    first: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """Everything a map shows: the layout, the AI system's name, and what stands in each box."""

    layout: Layout
    centre: str
    stations: Mapping[str, Station]


def map_height(network: Network, width: float) -> float:
    """The height of the drawing at ``width``, in the same unit."""
    return network.layout.height * width / WIDTH


def network_map(look: Look, network: Network, only: str | None = None, without: str | None = None) -> Drawing:
    """Lines first, then words on them, then boxes. The size of the text follows from the width.

    ``only`` draws one system with its line and nothing else, ``without`` everything but that: for a box under the hand.
    """
    pen, layout = _Pen(look, look.width / WIDTH), network.layout
    shown = [key for key in layout.boxes if key != without and only in (None, key)]
    for key in shown:
        _paint_line(pen, layout.routes[key], network.stations[key])
    for key in shown:
        if (spot := layout.routes[key].label) is not None:
            _paint_label(pen, spot, network.stations[key])
    if only is None:
        _paint_centre(pen, layout.centre, network.centre)
    for key in shown:
        _paint_box(pen, layout.boxes[key], network.stations[key], layout)
    return pen.sheet.drawing


class _Pen:
    """Draws in em from the top left corner."""

    def __init__(self, look: Look, em: float) -> None:
        self.sheet, self.em, self._height = Sheet(look), em, look.height

    def at(self, x: float, y: float) -> Point:
        return x * self.em, self._height - y * self.em

    def text(  # noqa: PLR0913  # place, words, look: a line of text has no fewer
        self, x: float, y: float, text: str, ink: str, size: float = _SMALL, *, bold: bool = False, right: bool = False
    ) -> None:
        """One line around the height ``y``; ``right``: it ends at ``x``."""
        if text:
            place = self.at(x, y)
            anchor: Literal["start", "end"] = "end" if right else "start"
            self.sheet.text(*place, text, ink, size=size * self.em, bold=bold, anchor=anchor)

    def middle(self, x: float, y: float, text: str, ink: str, size: float, *, bold: bool = False) -> None:
        """One line with its middle at ``x``, ``y``."""
        if text:
            self.sheet.text(*self.at(x, y), text, ink, size=size * self.em, bold=bold, anchor="middle")

    def shape(self, points: Sequence[Point], ink: str, frame: str | None = None, width: float = 0.09) -> None:
        placed = [self.at(*point) for point in points]
        self.sheet.shape(placed, ink, frame=frame, width=width * self.em)

    def curve(self, points: Sequence[Point], ink: str, width: float, dash: tuple[float, ...] = ()) -> None:
        lengths = [length * self.em for length in dash] or None
        self.sheet.curve([self.at(*point) for point in points], ink, width * self.em, lengths)


def _paint_line(pen: _Pen, route: Route, station: Station) -> None:
    ink = station.flag or ("quiet" if station.nearness == "none" else "text")
    points = list(route.points)
    heads: list[tuple[Point, Point]] = []
    if station.out:
        heads.append((points[1], points[0]))
    if station.into:
        heads.append((points[-2], points[-1]))
    if station.out:
        points[0] = _back(points[1], points[0], _HEAD * 0.8)
    if station.into:
        points[-1] = _back(points[-2], points[-1], _HEAD * 0.8)
    for piece in _pieces(points, route, station):
        pen.curve(piece, ink, *_STYLES[station.nearness])
    for before, tip in heads:
        pen.shape(_arrow(before, tip), ink)


def _pieces(points: list[Point], route: Route, station: Station) -> list[list[Point]]:
    """The line in two where its word stands on its first, level or upright stretch: dashes then begin anew after it."""
    spot, (x, y), (to_x, to_y) = route.label, points[0], points[1]
    if spot is None or not station.line or (abs(y - to_y) > _ROUND and abs(x - to_x) > 1e-6):
        return [points]
    level = abs(y - to_y) < 1e-6
    half = _word(station)[1] if level else spot.height / 2
    start, end, middle = (x, to_x, spot.cx) if level else (y, to_y, spot.cy)
    turn = 1 if end > start else -1
    if not turn * start < turn * middle - half < turn * middle + half < turn * end:
        return [points]
    stops = (middle - turn * half, middle + turn * half)
    before, after = ((stop, y) if level else (x, stop) for stop in stops)
    return [[points[0], before], [after, *points[1:]]]


def _word(station: Station) -> tuple[str, float]:
    """The word on a line, and half the room that it takes."""
    word = shortened(station.line, LABEL_WIDTH - 0.6, _SMALL)
    return word, measure(word, _SMALL) / 2 + 0.3


def _back(before: Point, tip: Point, by: float) -> Point:
    """The point ``by`` before the tip, so that the line ends inside its arrow head."""
    length = hypot(tip[0] - before[0], tip[1] - before[1])
    part = min(by, length * 0.8) / length if length else 0.0
    return tip[0] - (tip[0] - before[0]) * part, tip[1] - (tip[1] - before[1]) * part


def _arrow(before: Point, tip: Point) -> tuple[Point, Point, Point]:
    length = hypot(tip[0] - before[0], tip[1] - before[1]) or 1.0
    dx, dy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    x, y = tip[0] - dx * _HEAD, tip[1] - dy * _HEAD
    return tip, (x - dy * _HALF, y + dx * _HALF), (x + dy * _HALF, y - dx * _HALF)


def _paint_label(pen: _Pen, spot: Box, station: Station) -> None:
    word, half = _word(station)
    if not word:
        return
    ground = Box(spot.cx - half, spot.y, 2 * half, spot.height)
    pen.shape(_corners(ground), "raised")
    pen.middle(spot.cx, spot.cy, word, station.flag or "quiet", _SMALL)


def _paint_centre(pen: _Pen, box: Box, name: str) -> None:
    pen.shape(_rounded(box, _ROUND), "accent")
    lines = wrapped(name, box.width - 2 * _PAD, max(int((box.height - 1.2) / _LINE), 1), _NAME, bold=True)
    first = box.cy - (len(lines) - 1) * _LINE / 2
    for row, line in enumerate(lines):
        pen.middle(box.cx, first + row * _LINE, line, "on_accent", _NAME, bold=True)


def _paint_box(pen: _Pen, box: Box, station: Station, layout: Layout) -> None:
    strong = station.first or station.flag
    frame = station.flag or ("accent" if station.first else "edge")
    pen.shape(_rounded(box, _ROUND), "raised", frame, 0.18 if strong else 0.09)
    if layout.spacing == "tight":
        _paint_row(pen, box, station)
        return
    room, left = box.width - 2 * _PAD, box.x + _PAD
    names = wrapped(station.name, room, 2 if layout.spacing == "roomy" else 1, _NAME, bold=True)
    spare = layout.spacing == "roomy" and len(names) < 2 and station.note
    rows = [(line, "text", _NAME, True) for line in names]
    rows += [(shortened(station.note, room, _SMALL), "quiet", _SMALL, False)] if spare else []
    whole = (len(rows) + 1) * _LINE
    top = box.cy - whole / 2 + _LINE / 2
    for row, (line, ink, size, bold) in enumerate(rows):
        pen.text(left, top + row * _LINE, line, ink, size, bold=bold)
    _paint_foot(pen, box, station, top + len(rows) * _LINE + 0.1)


def _paint_foot(pen: _Pen, box: Box, station: Station, y: float) -> None:
    """What is missing, or who owns it; at the right the phase."""
    left, room, bold = box.x + _PAD, box.width - 2 * _PAD, bool(station.flag)
    if station.flag:
        _paint_sign(pen, left + _ICON / 2 - 0.1, y, station.flag)
        left, room = left + _ICON + 0.2, room - _ICON - 0.2
    beside = measure(station.phase, _SMALL, bold=station.first) + 0.6
    if not bold or measure(station.foot, _SMALL, bold=True) <= room - beside:
        room -= beside
        pen.text(
            box.right - _PAD, y, station.phase, "accent" if station.first else "quiet", bold=station.first, right=True
        )
    pen.text(left, y, shortened(station.foot, room, _SMALL, bold=bold), station.flag or "quiet", bold=bold)


def _paint_row(pen: _Pen, box: Box, station: Station) -> None:
    """A box of one line: the name, and at its right what is missing or the phase."""
    left, room, y = box.x + _PAD, box.width - 2 * _PAD, box.cy
    bold = station.first or bool(station.flag)
    ink = station.flag or ("accent" if station.first else "quiet")
    word = shortened(station.foot if station.flag else station.phase, room * 0.5, _SMALL, bold=bold)
    pen.text(box.right - _PAD, y, word, ink, bold=bold, right=True)
    room -= measure(word, _SMALL, bold=bold) + 0.6
    if station.flag:
        _paint_sign(pen, left + _ICON / 2 - 0.2, y, station.flag)
        left, room = left + _ICON + 0.1, room - _ICON - 0.1
    pen.text(left, y, shortened(station.name, room, _NAME, bold=True), "text", _NAME, bold=True)


def _paint_sign(pen: _Pen, x: float, y: float, flag: Flag) -> None:
    """A triangle with a mark for a risk, an octagon with a cross for what blocks: the signs of the rest of the app."""
    if flag == "risk":
        turns = [(sin(turn * 2 * pi / 3), cos(turn * 2 * pi / 3)) for turn in range(3)]
        pen.shape([(x + 0.62 * dx, y + 0.1 - 0.62 * dy) for dx, dy in turns], "", "risk", 0.1)
        pen.curve(((x, y - 0.16), (x, y + 0.12)), "risk", 0.1)
        pen.curve(((x, y + 0.26), (x, y + 0.27)), "risk", 0.11)
        return
    turns = [(cos((turn + 0.5) * pi / 4), sin((turn + 0.5) * pi / 4)) for turn in range(8)]
    pen.shape([(x + 0.56 * dx, y + 0.56 * dy) for dx, dy in turns], "", "block", 0.1)
    for slope in (1, -1):
        pen.curve(((x - 0.18, y - 0.18 * slope), (x + 0.18, y + 0.18 * slope)), "block", 0.1)


def _corners(box: Box) -> tuple[Point, ...]:
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def _rounded(box: Box, radius: float) -> list[Point]:
    """The outline with round corners as a polygon, which screen and paper draw alike."""
    middles = (
        (box.right - radius, box.y + radius, -0.5),
        (box.right - radius, box.bottom - radius, 0.0),
        (box.x + radius, box.bottom - radius, 0.5),
        (box.x + radius, box.y + radius, 1.0),
    )
    steps = 5
    return [
        (x + radius * cos((turn + step / steps / 2) * pi), y + radius * sin((turn + step / steps / 2) * pi))
        for x, y, turn in middles
        for step in range(steps + 1)
    ]
