"""One block of a page while it is drawn: marks from its own top left corner, its height, and the figures it shows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from desktop.reports.pdf.marks import Dot, Link, Mark, Path, Point, Tag, Words, rectangle, text_of
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import CAPTION, HEAD, TITLE, Rich, Span, Style, fitted, line_width, set_line, wrap
from desktop.text import say

Content = str | Rich
_TICK = re.compile(r"\d{1,2}|%")  # the ticks of an axis say nothing when they are read out
_ALIGN = {"left": 0.0, "middle": 0.5, "right": 1.0}


@dataclass(frozen=True)
class Figure:
    """A number on a page with its trace: what it was made from, and where in the project its inputs were entered.

    ``system`` is the id of the system that it belongs to, empty for the portfolio.
    """

    name: str
    value: str
    made: str
    entry: str
    system: str = ""


class Fragment:
    """Collects marks; whoever places it on a page decides where it starts."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.figures: list[Figure] = []
        self.height = 0.0

    def line(  # place, content, look, width and side: a line of text has no fewer
        self, x: float, baseline: float, content: Content, style: Style, width: float | None = None, align: str = "left"
    ) -> float:
        """One line; ``x`` is its left, middle or right as ``align`` says. Returns its width."""
        line = set_line(_rich(content, style), width)
        length = line_width(line)
        if line:
            self.marks.append(Words(x - length * _ALIGN[align], baseline, line, (_tag(style),)))
        return length

    def number(  # as above
        self, x: float, baseline: float, content: Content, style: Style, width: float, align: str = "right"
    ) -> float:
        """A number that ends (or begins) at ``x``, in smaller type where it is wider than ``width``. Returns its width."""
        line = fitted(set_line(_rich(content, style)), width)
        length = line_width(line)
        if line:
            self.marks.append(Words(x - length * _ALIGN[align], baseline, line, (_tag(style),)))
        return length

    def paragraph(  # as above
        self, x: float, top: float, content: Content, style: Style, width: float, most: int | None = None
    ) -> float:
        """Wrapped lines from ``top``. Returns where they end."""
        lines, tags = wrap(_rich(content, style), width, most), (_tag(style),)
        for place, line in enumerate(lines):
            self.marks.append(Words(x, style.first_baseline(top + place * style.leading), line, tags))
        return top + len(lines) * style.leading

    def rule(self, y: float, x: float = 0.0, end: float = INNER, colour: str = "line", width: float = 0.6) -> None:
        """A horizontal line."""
        self.marks.append(Path(((x, y), (end, y)), stroke=colour, width=width))

    def upright(self, x: float, top: float, bottom: float, colour: str = "line", width: float = 0.6) -> None:
        """A vertical line."""
        self.marks.append(Path(((x, top), (x, bottom)), stroke=colour, width=width))

    def bar(self, x: float, y: float, width: float, height: float, fill: str | None, stroke: str | None = None) -> None:
        """A filled or framed rectangle; nothing where it has no width."""
        if width > 0 and height > 0:
            self.marks.append(Path(rectangle(x, y, width, height), stroke=stroke, fill=fill))

    def path(self, *points: Point, colour: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> None:
        """A line through points."""
        self.marks.append(Path(points, stroke=colour, width=width, dash=dash))

    def area(self, *points: Point, fill: str) -> None:
        """A filled shape."""
        self.marks.append(Path(points, fill=fill))

    def dot(self, x: float, y: float, radius: float, fill: str | None, stroke: str | None = None) -> None:
        """A circle."""
        self.marks.append(Dot(x, y, radius, fill, stroke))

    def heading(self, text: str, note: str = "", width: float = INNER, x: float = 0.0) -> float:
        """A block's head with its unit, scale or source at the right end. Returns where the block goes on."""
        baseline, aside = HEAD.first_baseline(0), set_line(_rich(note, CAPTION), width * 0.75)
        self.line(x, baseline, text, HEAD, width - (line_width(aside) + 12 if aside else 0))
        if aside:
            self.marks.append(Words(x + width - line_width(aside), baseline, aside, (_tag(CAPTION),)))
        return HEAD.leading + 7

    @contextmanager
    def within(self, role: str, alt: str = "", spans: int = 1) -> Iterator[None]:
        """All that is drawn meanwhile belongs to one element of the document's structure."""
        first = len(self.marks)
        yield
        self.marks[first:] = within(self.marks[first:], Tag(role, alt, spans))

    @contextmanager
    def row(self, cell: str = "TD") -> Iterator[None]:
        """All that is drawn meanwhile is one row of a table, each text of it a cell."""
        first = len(self.marks)
        yield
        self.marks[first:] = within(_cells(self.marks[first:], cell), Tag("TR"))

    def nothing(self) -> None:
        """An empty cell, so that the cells after it stay in their columns when a table is read out."""
        self.marks.append(Words(0, 0, (), (Tag("P"),)))

    def as_row(self, cell: str = "TD") -> "Fragment":
        """The same block as one row of a table."""
        self.marks = within(_cells(self.marks, cell), Tag("TR"))
        return self

    @contextmanager
    def unspoken(self) -> Iterator[None]:
        """What is drawn meanwhile is for the eye alone: an axis, of which each value is said beside it."""
        first = len(self.marks)
        yield
        self.marks[first:] = [replace(mark, tags=()) for mark in self.marks[first:]]

    def as_figure(self, name: str) -> "Fragment":
        """The same block as one figure that is read out as its name and the words that stand in it."""
        lines = (line.strip() for line in text_of(self.marks).splitlines())
        words = "; ".join(text for text in lines if text and not _TICK.fullmatch(text))
        tag = Tag("Figure", say("board.alt", name=name, words=words) if words else name)
        self.marks = [replace(mark, tags=(tag,)) for mark in self.marks]
        return self

    def lead_to(self, page: int, says: str, width: float = INNER) -> None:
        """All of the block leads to a page of this file when it is clicked; the link belongs to its first cell."""
        tags = next((mark.tags[:2] for mark in self.marks if mark.tags), ())
        self.marks.append(Link((0, 0, width, self.height), page, says, tags))

    def include(self, other: "Fragment", x: float, y: float) -> None:
        """Put another fragment's marks at ``x``, ``y`` of this one."""
        self.marks += [moved(mark, x, y) for mark in other.marks]
        self.figures += other.figures
        self.height = max(self.height, y + other.height)


def within(marks: list[Mark], tag: Tag) -> list[Mark]:
    """The marks as parts of one element; what is decoration stays so, except inside of a figure."""
    return [replace(mark, tags=(tag, *mark.tags)) if mark.tags or tag.role == "Figure" else mark for mark in marks]


def _cells(marks: list[Mark], role: str) -> list[Mark]:
    made = {id(mark.tags[0]): Tag(role) for mark in marks if mark.tags}
    return [replace(mark, tags=(made[id(mark.tags[0])], *mark.tags)) if mark.tags else mark for mark in marks]


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark further right and down."""
    if isinstance(mark, Words):
        return replace(mark, x=mark.x + x, baseline=mark.baseline + y)
    if isinstance(mark, Dot):
        return replace(mark, x=mark.x + x, y=mark.y + y)
    if isinstance(mark, Link):
        left, top, right, bottom = mark.box
        return replace(mark, box=(left + x, top + y, right + x, bottom + y))
    return replace(mark, points=tuple((px + x, py + y) for px, py in mark.points))


def _tag(style: Style) -> Tag:
    """Headings are told by their type, as they are on paper."""
    look = style.face, style.size
    return Tag("H1" if look == (TITLE.face, TITLE.size) else "H2" if look == (HEAD.face, HEAD.size) else "P")


def _rich(content: Content, style: Style) -> Rich:
    return (Span(content, style),) if isinstance(content, str) else content
