"""A number's range: a band from low to high, an upright mark at the likely value, both ends named."""

from desktop.reports.pdf.figures.scale import Scale
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.words import CAPTION, line_width, rich, set_line
from desktop.workbook.base import Range

_ROOM = 0.22  # of the width, free on either side of the band
_BAR = 6.0


def range_bar(amount: Range, ends: tuple[str, str], width: float) -> Fragment:
    """The bar with its two labels. ``amount`` must be complete; ``ends`` are the words for low and high."""
    block = Fragment()
    low, likely, high = float(amount.low or 0), float(amount.likely or 0), float(amount.high or 0)
    scale = Scale(low, high, width * _ROOM, width * (1 - _ROOM))
    left, right = scale.at(low), scale.at(high)
    block.rule(5, 0, width, "line", 0.8)
    if high > low:
        block.bar(left, 5 - _BAR / 2, right - left, _BAR, "heat2")
    middle = scale.at(likely)
    block.path((middle, 0), (middle, 10), colour="text", width=2.0)
    _ends(block, ends, left, right, width)
    block.height = 12 + CAPTION.leading
    return block


def _ends(block: Fragment, ends: tuple[str, str], left: float, right: float, width: float) -> None:
    baseline = CAPTION.first_baseline(12)
    room = width / 2 - 4
    widths = [min(line_width(set_line(rich((text, CAPTION)))), room) for text in ends]
    first = min(max(left - widths[0] / 2, 0), width - widths[0])
    second = min(max(right - widths[1] / 2, 0), width - widths[1])
    if first + widths[0] + 6 > second:
        if ends[0] == ends[1]:
            block.line((left + right) / 2, baseline, ends[0], CAPTION, width, "middle")
            return
        first, second = 0.0, width - widths[1]
    block.number(first, baseline, ends[0], CAPTION, room, "left")
    block.number(second, baseline, ends[1], CAPTION, room, "left")
