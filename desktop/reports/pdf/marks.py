"""What can stand on a page: words, lines, areas and dots. Plain data, so that a test can measure every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.reports.pdf.words import CAP_HEIGHT, Line, line_width

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom
_DESCENT = 0.21  # of Inter, in ems


@dataclass(frozen=True, eq=False)
class Tag:
    """One element of the document's structure, for those who have the file read out. Each is itself and equal to no other.

    ``role`` is a standard structure type of PDF; ``alt`` says what a figure shows; a cell ``spans`` so many columns.
    """

    role: str
    alt: str = ""
    spans: int = 1


Tags = tuple[Tag, ...]  # from the outermost element inwards; empty: decoration, which is not read out


@dataclass(frozen=True)
class Words:
    """One set line, its first letter at ``x``."""

    x: float
    baseline: float
    line: Line
    tags: Tags = field(default=(), compare=False)

    @property
    def box(self) -> Box:
        """From the capitals' top to below the descenders."""
        size = max((piece.style.size for piece in self.line), default=0.0)
        right = self.x + line_width(self.line)
        return self.x, self.baseline - CAP_HEIGHT * size, right, self.baseline + _DESCENT * size


@dataclass(frozen=True)
class Path:
    """A line through points, or an area where ``fill`` is given. Colours are tokens of the paper palette."""

    points: tuple[Point, ...]
    stroke: str | None = None
    fill: str | None = None
    width: float = 0.6
    dash: tuple[float, ...] = ()
    tags: Tags = field(default=(), compare=False)

    @property
    def box(self) -> Box:
        """What the points reach."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class Dot:
    """A circle around its middle."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    tags: Tags = field(default=(), compare=False)

    @property
    def box(self) -> Box:
        """The square around it."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


@dataclass(frozen=True)
class Link:
    """A place that leads to page ``page`` of this file when it is clicked; ``says`` names where. It has no look."""

    box: Box
    page: int
    says: str
    tags: Tags = field(default=(), compare=False)


Mark = Words | Path | Dot | Link


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """The corners of a rectangle, closed."""
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)


def text_of(marks: Sequence[Mark]) -> str:
    """All words of ``marks`` in the order they were set, a line each."""
    lines = ("".join(piece.text for piece in mark.line) for mark in marks if isinstance(mark, Words) and mark.line)
    return "\n".join(lines)
