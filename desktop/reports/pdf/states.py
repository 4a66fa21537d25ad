"""States as an icon, a word and a colour: never by colour alone."""

from dataclasses import dataclass
from math import cos, pi, sin

from desktop.reports.pdf.fragment import Fragment
from desktop.text import say

ICON_WIDTH = 12.0


@dataclass(frozen=True)
class Look:
    """How a state shows itself. ``key`` names its word in the catalogue."""

    icon: str
    key: str
    colour: str


LOOKS = {
    "done": Look("check", "board.state-done", "done"),
    "late": Look("triangle", "board.state-late", "risk"),
    "problem": Look("triangle", "board.state-problem", "risk"),
    "soon": Look("dotted", "board.state-soon", "accent"),
    "open": Look("circle", "board.state-open", "quiet"),
    "met": Look("check", "board.state-met", "done"),
    "failed": Look("triangle", "board.state-problem", "risk"),
}


def draw_icon(block: Fragment, x: float, y: float, state: str, *, spoken: bool = True) -> None:
    """The icon of a state around ``x``, ``y``, eight points wide; read out as its word, which nothing else says then."""
    look = LOOKS[state]
    if spoken:
        with block.within("Figure", say(look.key)):
            _draw_icon(block, x, y, look)
    else:
        _draw_icon(block, x, y, look)


def _draw_icon(block: Fragment, x: float, y: float, look: Look) -> None:
    if look.icon == "triangle":
        points = [(x + 4.4 * sin(turn * 2 * pi / 3), y + 0.7 - 4.4 * cos(turn * 2 * pi / 3)) for turn in (0, 1, 2, 3)]
        block.path(*points, colour=look.colour, width=1.0)
        block.path((x, y - 1.0), (x, y + 0.8), colour=look.colour, width=1.0)
        block.dot(x, y + 1.9, 0.55, look.colour)
        return
    filled = look.icon == "check"
    block.dot(x, y, 3.7, look.colour if filled else None, look.colour)
    if filled:
        block.path((x - 1.7, y + 0.1), (x - 0.4, y + 1.4), (x + 1.8, y - 1.2), colour="surface", width=1.0)
    elif look.icon == "dotted":
        block.dot(x, y, 1.5, look.colour)
