"""The integration map lays itself out: sources left, targets right, systems that go both ways between and below.

Everything is in em, the height of the map's letters, from the top left corner; no font is measured here, so screen and paper
get the very same drawing. The same connections give the same map. Boxes never overlap, whatever was moved by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import ceil, hypot
from typing import Literal

from desktop.analysis.integration_routes import Box, Route, Seat, routes
from desktop.workbook.sprint import Direction

WIDTH, EDGE = 62.0, 0.6  # the map's width, and what stays free around it
BOX_WIDTH, CENTRE_WIDTH = 13.5, 13.0
TENTHS = 10  # places are stored in tenths of an em
_CLEAR = 0.5  # between any two boxes
_STACK_GAP = 4.4  # between the AI system and a box above or below it: a line with its label
_GRID_GAP = 2.2
_PORT = 0.8  # between two lines at the AI system
_STEP = 0.5  # how a box that was let go over another looks for a free place, in steps of an em
Spacing = Literal["roomy", "compact", "tight"]
_HEIGHTS: dict[Spacing, tuple[float, float]] = {"roomy": (5.3, 1.4), "compact": (3.8, 1.0), "tight": (2.3, 0.7)}


@dataclass(frozen=True)
class Node:
    """A connected system: which way data flows, and where its middle was put, from the middle of the AI system."""

    id: str
    direction: Direction | None = None
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class Layout:
    """Where everything stands. ``spacing`` says how much a box can hold: the more systems, the less."""

    height: float
    spacing: Spacing
    centre: Box
    boxes: dict[str, Box]
    routes: dict[str, Route]


@dataclass(frozen=True)
class Held:
    """A box while it is dragged: it follows the hand, over others too, with its middle at ``x``, ``y`` of the map."""

    id: str
    x: float
    y: float


def lay_out(nodes: Sequence[Node], held: Held | None = None) -> Layout:
    """The whole map. Nodes keep their order within a column; ids are unique."""
    spacing = _spacing(nodes)
    centre, seats = _seats(nodes, spacing)
    seats = _settled(nodes, centre, seats)
    shift = EDGE - min([centre.y, *(seat.box.y for seat in seats.values())])
    centre, seats = centre.moved(0, shift), {key: seat.moved(0, shift) for key, seat in seats.items()}
    if held is not None and held.id in seats:
        box = seats[held.id].box
        seats[held.id] = Seat(replace(box, x=held.x - box.width / 2, y=held.y - box.height / 2), "free")
    height = max([centre.bottom, *(seat.box.bottom for seat in seats.values())]) + EDGE
    return Layout(height, spacing, centre, {key: seat.box for key, seat in seats.items()}, routes(centre, seats))


def free_place(layout: Layout, key: str, x: float, y: float) -> tuple[int, int]:
    """The free place nearest to ``x``, ``y`` for the middle of a box, as it is stored: tenths from the middle of the AI."""
    box, others = layout.boxes[key], _others(layout, key)
    half = box.width / 2 + EDGE
    x, y = min(max(x, half), WIDTH - half), max(y, box.height / 2 + EDGE)
    here = replace(box, x=x - box.width / 2, y=y - box.height / 2)
    best: tuple[float, Box] | None = None
    for ring in count():
        if best is not None and ring * _STEP >= best[0]:
            return _stored(layout, best[1])
        for dx, dy in _ring(ring):
            spot, far = here.moved(dx, dy), hypot(dx, dy)
            nearer = best is None or far < best[0]
            if nearer and _inside(spot) and not any(spot.meets(other, _CLEAR) for other in others):
                best = far, spot
    raise AssertionError  # the map has no lower end, so a free place is always found


def _ring(ring: int) -> Iterator[tuple[float, float]]:
    """The offsets of one square ring, to the sides and down before up."""
    if ring == 0:
        yield 0.0, 0.0
        return
    out = ring * _STEP
    for step in range(-ring, ring + 1):
        along = step * _STEP
        yield from ((out, along), (-out, along), (along, out), (along, -out))


def stepped(layout: Layout, key: str, dx: float, dy: float) -> tuple[int, int] | None:
    """The place one step further, over whatever stands in the way; None where the map ends. Stored as ``free_place`` says."""
    box, others = layout.boxes[key], _others(layout, key)
    there = box.moved(dx, dy)
    while any(there.meets(other, _CLEAR) for other in others):
        there = there.moved(dx, dy)
    return _stored(layout, there) if _inside(there) and (dx or dy) else None


def _others(layout: Layout, key: str) -> list[Box]:
    return [layout.centre, *(other for name, other in layout.boxes.items() if name != key)]


def _inside(box: Box) -> bool:
    return box.x >= EDGE - 0.01 and box.right <= WIDTH - EDGE + 0.01 and box.y >= EDGE - 0.01


def _stored(layout: Layout, box: Box) -> tuple[int, int]:
    return round((box.cx - layout.centre.cx) * TENTHS), round((box.cy - layout.centre.cy) * TENTHS)


def _spacing(nodes: Sequence[Node]) -> Spacing:
    left, right, both = _sides(nodes)
    longest = max(len(left), len(right), ceil(len(both) / 2))
    return "roomy" if longest <= 5 else "compact" if longest <= 10 else "tight"


def _sides(nodes: Sequence[Node]) -> tuple[list[Node], list[Node], list[Node]]:
    left = [node for node in nodes if node.direction is Direction.READS]
    right = [node for node in nodes if node.direction is Direction.WRITES]
    return left, right, [node for node in nodes if node.direction not in (Direction.READS, Direction.WRITES)]


def _seats(nodes: Sequence[Node], spacing: Spacing) -> tuple[Box, dict[str, Seat]]:
    """The map without regard to what was moved by hand."""
    left, right, both = _sides(nodes)
    tall, gap = _HEIGHTS[spacing]
    columns = [len(side) * (tall + gap) - gap for side in (left, right)]
    centre_height = max(6.4, _PORT * max(len(left), len(right)) + 1.6)
    stacked = len(both) if len(both) <= 2 else 0
    stack = centre_height + stacked * (_STACK_GAP + tall)
    height = max(*columns, stack)
    top = (height - stack) / 2 + (_STACK_GAP + tall if stacked == 2 else 0)
    centre = Box((WIDTH - CENTRE_WIDTH) / 2, top, CENTRE_WIDTH, centre_height)
    seats: dict[str, Seat] = {}
    for side, name, x, long in (
        (left, "left", EDGE, columns[0]),
        (right, "right", WIDTH - EDGE - BOX_WIDTH, columns[1]),
    ):
        for row, node in enumerate(side):
            box = Box(x, (height - long) / 2 + row * (tall + gap), BOX_WIDTH, tall)
            seats[node.id] = Seat(box, "left" if name == "left" else "right")
    seats |= _stack(both, centre, tall) if stacked else _grid(both, height + _GRID_GAP, tall, gap)
    return centre, seats


def _stack(both: Sequence[Node], centre: Box, tall: float) -> dict[str, Seat]:
    """One box below the AI system; of two the first stands above it."""
    x = (WIDTH - BOX_WIDTH) / 2
    spots = (
        [centre.bottom + _STACK_GAP] if len(both) == 1 else [centre.y - _STACK_GAP - tall, centre.bottom + _STACK_GAP]
    )
    return {node.id: Seat(Box(x, y, BOX_WIDTH, tall), "stack") for node, y in zip(both, spots, strict=True)}


def _grid(both: Sequence[Node], top: float, tall: float, gap: float) -> dict[str, Seat]:
    """Two columns below everything, with a lane for each line between them; the lanes of lower rows lie further inside."""
    rows = ceil(len(both) / 2)
    lane = min(0.8, 5.6 / max(rows, 1))
    seats = {}
    for at, node in enumerate(both):
        row, is_right = divmod(at, 2)
        offset = (rows - row - 0.5) * lane * (1 if is_right else -1)
        inner = WIDTH / 2 + (rows * lane + 8.0) * (1 if is_right else -1)
        x = inner if is_right else inner - BOX_WIDTH
        box = Box(x, top + row * (tall + gap), BOX_WIDTH, tall)
        seats[node.id] = Seat(box, "grid", WIDTH / 2 + offset)
    return seats


def _settled(nodes: Sequence[Node], centre: Box, seats: dict[str, Seat]) -> dict[str, Seat]:
    """What was moved by hand goes where it was put; whoever would stand in another's place gives way downwards."""
    taken, settled = [centre], dict(seats)
    for key, seat in _by_hand_first(nodes, centre, seats):
        while any(seat.box.meets(other, _CLEAR) for other in taken):
            seat = seat.moved(0, _STEP)  # noqa: PLW2901  # the seat gives way step by step
        taken.append(seat.box)
        settled[key] = seat
    return settled


def _by_hand_first(nodes: Sequence[Node], centre: Box, seats: dict[str, Seat]) -> Iterator[tuple[str, Seat]]:
    for node in nodes:
        if node.place is not None:
            box = seats[node.id].box
            x = min(max(centre.cx + node.place[0] - box.width / 2, EDGE), WIDTH - EDGE - box.width)
            yield node.id, Seat(replace(box, x=x, y=centre.cy + node.place[1] - box.height / 2), "free")
    for node in nodes:
        if node.place is None:
            yield node.id, seats[node.id]
