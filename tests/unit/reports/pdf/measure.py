"""Measures composed pages: what leaves its place, and which words lie over others."""

from itertools import combinations

from desktop.reports.pdf.book import Page
from desktop.reports.pdf.marks import Box, Mark, Words, text_of
from desktop.reports.pdf.paper import CONTENT_BOTTOM, CONTENT_TOP, MARGIN, PAGE_WIDTH

_TOUCH = 0.6  # points that two boxes may share: boxes are drawn around the tallest letters


def outside(page: Page) -> list[str]:
    """Marks that leave the type area."""
    return [_named(mark) for mark in page.marks if _leaves(mark.box)]


def overlaps(marks: list[Mark]) -> list[tuple[str, str]]:
    """Pairs of lines that lie over each other."""
    words = [mark for mark in marks if isinstance(mark, Words)]
    return [(_named(one), _named(other)) for one, other in combinations(words, 2) if _meet(one.box, other.box)]


def _leaves(box: Box) -> bool:
    left, top, right, bottom = box
    sideways = left < MARGIN - 1 or right > PAGE_WIDTH - MARGIN + 1
    return sideways or top < CONTENT_TOP - 1 or bottom > CONTENT_BOTTOM + 1


def _meet(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > _TOUCH and high > _TOUCH


def _named(mark: Mark) -> str:
    return text_of([mark]) if isinstance(mark, Words) else repr(mark)
