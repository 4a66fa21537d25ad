"""The lines of the integration map: from each box to the AI system, with room for one word on each. In em."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Point = tuple[float, float]
Where = Literal["left", "right", "stack", "grid", "free"]
Side = Literal["left", "right", "top", "bottom"]
LABEL_WIDTH, LABEL_HEIGHT = 6.3, 1.5
_STUB = 7.7  # a line runs level for as long as its label is, then turns towards the AI system
_LANDING = 1.4  # and ends level, so that arrow heads stand side by side
_PORT, _INSET = 0.8, 0.8  # between two lines at the AI system, and from its corners
_SIDEWAYS = 3.0  # a box this far beside the AI system is joined to its side, else to its top or bottom
_TRIES = (0.5, 0.36, 0.64, 0.25, 0.75)  # where along a line its label may stand


@dataclass(frozen=True)
class Box:
    """A rectangle from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def cx(self) -> float:
        """The middle across."""
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        """The middle down."""
        return self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Box":
        """The same further right and down."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """They overlap, or come nearer than ``gap``."""
        across = self.x < other.right + gap - 1e-9 and other.x < self.right + gap - 1e-9
        return across and self.y < other.bottom + gap - 1e-9 and other.y < self.bottom + gap - 1e-9


@dataclass(frozen=True)
class Seat:
    """A box with how it came there; in the grid ``lane`` is where its line runs down."""

    box: Box
    where: Where
    lane: float = 0.0

    def moved(self, dx: float, dy: float) -> "Seat":
        """The same further right and down."""
        return replace(self, box=self.box.moved(dx, dy))


@dataclass(frozen=True)
class Route:
    """A line from the box's edge to the AI system's; ``label`` is where its word may stand, None where nothing is free."""

    points: tuple[Point, ...]
    label: Box | None


def routes(centre: Box, seats: Mapping[str, Seat]) -> dict[str, Route]:
    """A line for every box. Lines of boxes that nobody moved do not cross; no label lies over a box or another label."""
    sides = {key: side_of(centre, seat) for key, seat in seats.items()}
    ports = {key: at for side in ("left", "right", "top", "bottom") for key, at in _ports(centre, seats, sides, side)}
    lines = {key: _line(centre, seat, sides[key], ports[key]) for key, seat in seats.items()}
    taken = [centre, *(seat.box for seat in seats.values())]
    found = {}
    for key, points in lines.items():
        label = next((spot for spot in _spots(seats[key], sides[key], points) if _free(spot, taken)), None)
        if label is not None:
            taken.append(label)
        found[key] = Route(points, label)
    return found


def side_of(centre: Box, seat: Seat) -> Side:
    """The side of the AI system that the line of a box ends at."""
    if seat.where == "grid":
        return "bottom"
    if seat.box.right + _SIDEWAYS <= centre.x:
        return "left"
    if seat.box.x - _SIDEWAYS >= centre.right:
        return "right"
    return "top" if seat.box.cy < centre.cy else "bottom"


def _ports(centre: Box, seats: Mapping[str, Seat], sides: Mapping[str, Side], side: str) -> Iterator[tuple[str, float]]:
    """Where the lines of one side end, in the order of their boxes: so that lines side by side do not cross."""
    upright = side in ("left", "right")
    mine = [key for key, at in sides.items() if at == side]
    low, high = (centre.y, centre.bottom) if upright else (centre.x, centre.right)
    wanted = {key: _wanted(seats[key], upright=upright) for key in mine}
    order = sorted(mine, key=lambda key: wanted[key])
    yield from zip(order, _spread([wanted[key] for key in order], low + _INSET, high - _INSET), strict=True)


def _wanted(seat: Seat, *, upright: bool) -> float:
    if upright:
        return seat.box.cy
    return seat.lane if seat.where == "grid" else seat.box.cx


def _spread(wanted: Sequence[float], low: float, high: float) -> list[float]:
    """Ascending places near ``wanted`` within low..high, as far apart as there is room for, at most ``_PORT``."""
    gap = min(_PORT, (high - low) / (len(wanted) - 1)) if len(wanted) > 1 else 0.0
    placed: list[float] = []
    for number, value in enumerate(wanted):
        least = placed[-1] + gap if placed else low
        most = high - gap * (len(wanted) - 1 - number)
        placed.append(min(max(value, least), most))
    return placed


def _line(centre: Box, seat: Seat, side: Side, port: float) -> tuple[Point, ...]:
    box = seat.box
    if seat.where == "grid":
        edge = box.right if box.cx < centre.cx else box.x
        return (edge, box.cy), (port, box.cy), (port, centre.bottom)
    if side in ("left", "right"):
        return _sideways(centre, box, port, 1 if side == "left" else -1)
    edge, end = (box.bottom, centre.y) if side == "top" else (box.y, centre.bottom)
    return (min(max(port, box.x + _INSET), box.right - _INSET), edge), (port, end)


def _sideways(centre: Box, box: Box, port: float, turn: int) -> tuple[Point, ...]:
    edge, end = (box.right, centre.x) if turn == 1 else (box.x, centre.right)
    if abs(box.cy - port) < 1e-6:
        return (edge, box.cy), (end, port)
    stub = min(_STUB, abs(end - edge) - 2 * _LANDING)
    return (edge, box.cy), (edge + turn * max(stub, 0.0), box.cy), (end - turn * _LANDING, port), (end, port)


def _spots(seat: Seat, side: Side, points: Sequence[Point]) -> Iterator[Box]:
    """Where a label may stand, the best place first."""
    (x, y), (along, _) = points[0], points[1]
    if seat.where == "grid" or side in ("left", "right"):
        turn = 1 if along > x else -1
        start = x + turn * (1.1 + LABEL_WIDTH / 2)
        if abs(along - x) >= LABEL_WIDTH + 1.3:
            yield _label(start, y)
        if len(points) == 2 or seat.where == "grid":
            return
    (x, y), (end_x, end_y) = points[0], points[-1]
    if abs(end_y - y) >= LABEL_HEIGHT + 1.6 or abs(end_x - x) >= LABEL_WIDTH + 2.4:
        for part in _TRIES:
            yield _label(*_along(points, part))


def _along(points: Sequence[Point], part: float) -> Point:
    """The point at ``part`` of the longest piece of a line."""
    pieces = list(pairwise(points))
    (x, y), (to_x, to_y) = max(
        pieces, key=lambda piece: abs(piece[1][0] - piece[0][0]) + abs(piece[1][1] - piece[0][1])
    )
    return x + (to_x - x) * part, y + (to_y - y) * part


def _label(x: float, y: float) -> Box:
    return Box(x - LABEL_WIDTH / 2, y - LABEL_HEIGHT / 2, LABEL_WIDTH, LABEL_HEIGHT)


def _free(spot: Box, taken: Sequence[Box]) -> bool:
    return not any(spot.meets(other, 0.1) for other in taken)
