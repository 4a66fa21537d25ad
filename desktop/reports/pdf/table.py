"""Tables without boxes: a quiet header, thin rules, cells that wrap. A row is one block, so it never breaks in two."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports.pdf.fragment import Content, Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.states import ICON_WIDTH, draw_icon
from desktop.reports.pdf.words import CAPTION, CELL, Style, rich, wrap
from desktop.text import say

_PADDING = 3.2


@dataclass(frozen=True)
class Column:
    """``title`` is a catalogue key or empty; ``x`` is the left end also where cells stand right; ``lines`` a cell's most.

    ``spans``: how many columns of the table's header a cell of this one takes.
    """

    title: str
    x: float
    width: float
    align: str = "left"
    lines: int = 2
    spans: int = 1


@dataclass(frozen=True)
class Cell:
    """A text in its style, a quiet ``note`` below it, and a state's icon ahead of it."""

    content: Content = ""
    style: Style = CELL
    note: str = ""
    state: str | None = None
    note_lines: int = 1


def header(columns: Sequence[Column], end: float = INNER) -> Fragment:
    """The titles above a rule; a long title takes two lines."""
    block = Fragment()
    lines = max(len(_title(column)) for column in columns)
    bottom = lines * CAPTION.leading
    with block.within("TR"):
        for column in columns:
            with block.within("TH"):
                _head(block, column, bottom)
    block.rule(bottom + 3, end=end, colour="edge", width=0.6)
    block.height = bottom + 4
    return block


def _head(block: Fragment, column: Column, bottom: float) -> None:
    titles = _title(column)
    top = bottom - len(titles) * CAPTION.leading
    for place, title in enumerate(titles):
        _put(block, column, CAPTION.first_baseline(top + place * CAPTION.leading), title)


def _title(column: Column) -> list[str]:
    lines = wrap(rich((say(column.title) if column.title else "", CAPTION)), column.width, 2)
    return ["".join(piece.text for piece in line) for line in lines]


def row(columns: Sequence[Column], cells: Sequence[Cell], end: float = INNER, padding: float = _PADDING) -> Fragment:
    """One row with a thin rule below."""
    block = Fragment()
    bottom = 0.0
    with block.within("TR"):
        for column, cell in zip(columns, cells, strict=True):
            with block.within("TD", spans=column.spans):
                drawn = len(block.marks)
                bottom = max(bottom, _cell(block, column, cell, padding))
                if len(block.marks) == drawn:
                    block.nothing()
    block.rule(bottom + padding, end=end)
    block.height = bottom + padding + 0.6
    return block


def _cell(block: Fragment, column: Column, cell: Cell, top: float) -> float:
    shift = ICON_WIDTH if cell.state else 0.0
    if cell.state:
        alone = cell.style.colour == CELL.colour  # words in the state's own colour say it themselves
        draw_icon(block, column.x + 4, cell.style.first_baseline(top) - 3.2, cell.state, spoken=alone)
    if column.align == "right":
        edge = column.x + column.width
        block.number(edge, cell.style.first_baseline(top), cell.content, cell.style, column.width)
        bottom = top + cell.style.leading
        if cell.note:
            block.line(edge, CAPTION.first_baseline(bottom), cell.note, CAPTION, column.width, "right")
            bottom += CAPTION.leading
        return bottom
    left, room = column.x + shift, column.width - shift
    bottom = max(block.paragraph(left, top, cell.content, cell.style, room, column.lines), top + cell.style.leading)
    return block.paragraph(left, bottom, cell.note, CAPTION, room, cell.note_lines) if cell.note else bottom


def _put(block: Fragment, column: Column, baseline: float, title: str) -> None:
    right = column.align == "right"
    block.line(column.x + (column.width if right else 0), baseline, title, CAPTION, None, "right" if right else "left")
