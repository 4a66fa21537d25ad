"""Labels under an axis, pushed apart until none touches another, and the marks of an agreed and of a planned day."""

from collections.abc import Iterable

from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.words import Style, line_width, rich, set_line

Label = tuple[float, str, Style]  # the middle it belongs under, what it says, how
_GAP = 6.0


def labels(block: Fragment, named: Iterable[Label], baseline: float, ends: tuple[float, float]) -> None:
    """Each label under its mark where there is room, else beside its neighbour; all of them between ``ends``."""
    ordered = sorted(named, key=lambda entry: entry[0])
    widths = [line_width(set_line(rich((text, style)))) for _, text, style in ordered]
    lefts, edge = [], ends[0]
    for (x, _, _), width in zip(ordered, widths, strict=True):
        lefts.append(max(x - width / 2, edge))
        edge = lefts[-1] + width + _GAP
    edge = ends[1]
    for at in range(len(ordered) - 1, -1, -1):
        lefts[at] = min(lefts[at], edge - widths[at])
        edge = lefts[at] - _GAP
    for left, (_, text, style) in zip(lefts, ordered, strict=True):
        block.line(left, baseline, text, style)


def diamond(block: Fragment, x: float, y: float, ink: str, *, hollow: bool = False) -> None:
    """A day that matters: filled as planned now, hollow as it was agreed."""
    points = [(x, y - 4.5), (x + 4.5, y), (x, y + 4.5), (x - 4.5, y), (x, y - 4.5)]
    block.area(*points, fill="surface" if hollow else ink)
    block.path(*points, colour=ink, width=1.2)
