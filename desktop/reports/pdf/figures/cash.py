"""Cash to date in three cases on one axis, and what continuing without a path costs by the end of the horizon."""

from decimal import Decimal

from desktop.analysis.value import Case, ThreeNumbers
from desktop.reports.pdf.figures.scale import Scale, axis_number, round_scale, spread
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.marks import Words
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, CELL_STRONG, Rich, Style, line_width, rich, set_line
from desktop.text import say
from desktop.text.formatting import number

_PLOT, _TOP, _LEFT, _RIGHT = 106.0, 6.0, 46.0, 86.0
_SIZES = ((Decimal(1_000_000_000), "board.unit-billion"), (Decimal(1_000_000), "board.unit-million"),
          (Decimal(1_000), "board.unit-thousand"))  # fmt: skip


def cash_unit(numbers: ThreeNumbers) -> tuple[Decimal, str]:
    """What the axis counts in: the divisor and its word, so that its labels stay short."""
    largest = max((abs(value) for value in _all(numbers)), default=Decimal(0))
    return next(((size, say(key)) for size, key in _SIZES if largest >= size * 10), (Decimal(1), ""))


def cash_curve(numbers: ThreeNumbers, width: float) -> Fragment:
    """The curves of the low, likely and high case with the month in which each pays back. Needs all three cases."""
    block = Fragment()
    size, _ = cash_unit(numbers)
    values = [float(value / size) for value in _all(numbers)]
    up = round_scale(min(*values, 0.0), max(*values, 0.0), _TOP + _PLOT, _TOP, 6)
    across = Scale(0, numbers.horizon, _LEFT, width - _RIGHT)
    _axes(block, up, across, numbers.horizon)
    low, likely, high = (_curve(case, size, up, across) for case in (numbers.low, numbers.likely, numbers.high))
    block.area(*low, *reversed(high), fill="heat1")
    for tick in up.ticks:
        block.rule(up.at(tick), _LEFT, across.end)
    for points, strong in ((low, False), (high, False), (likely, True)):
        block.path(*points, colour="accent", width=1.9 if strong else 0.8)
    block.path((_LEFT, up.at(0)), (across.end, up.at(0)), colour="text", width=1.0)
    waiting = _waiting(block, numbers, size, up, across)
    _paybacks(block, numbers, up, across)
    _ends(block, numbers, size, up, across, waiting)
    block.height = _TOP + _PLOT + 18
    return block


def _all(numbers: ThreeNumbers) -> list[Decimal]:
    cases = [case for case in (numbers.low, numbers.likely, numbers.high) if case]
    waiting = [-numbers.continuing.likely * numbers.horizon] if numbers.continuing and numbers.continuing.likely else []
    return [value for case in cases for value in case.cash] + waiting


def _axes(block: Fragment, up: Scale, across: Scale, horizon: int) -> None:
    for tick in up.ticks:
        block.line(_LEFT - 8, up.at(tick) + 2.8, axis_number(tick), CAPTION, _LEFT - 8, "right")
    every = next(step for step in (1, 2, 3, 6, 12, 24) if horizon / step <= 9 or step == 24)
    for month in range(0, horizon + 1, every):
        block.upright(across.at(month), up.start, up.start + 3, "edge")
        block.line(across.at(month), up.start + 13, str(month), CAPTION, None, "middle")
    block.line(across.end + 12, up.start + 13, say("board.month-axis"), CAPTION)


def _curve(case: Case | None, size: Decimal, up: Scale, across: Scale) -> list[tuple[float, float]]:
    cash = case.cash if case else ()
    values = [Decimal(0), *cash]
    return [(across.at(month), up.at(float(value / size))) for month, value in enumerate(values)]


def _waiting(block: Fragment, numbers: ThreeNumbers, size: Decimal, up: Scale, across: Scale) -> Decimal | None:
    if numbers.continuing is None or not numbers.continuing.likely:
        return None
    total = -numbers.continuing.likely * numbers.horizon
    ends = (across.start, up.at(0)), (across.end, up.at(float(total / size)))
    block.path(*ends, colour="block", width=1.2, dash=(4, 2.5))
    return total


def _paybacks(block: Fragment, numbers: ThreeNumbers, up: Scale, across: Scale) -> None:
    cases = ((numbers.high, False), (numbers.likely, True), (numbers.low, False))
    months = [(case.payback_month, strong) for case, strong in cases if case and case.payback_month]
    for month, strong in sorted(set(months)):
        x, y = across.at(month), up.at(0)
        block.dot(x, y, 3.4, "surface", "accent")
        if strong:
            _likely(block, month, across, y)
    others = [month for month, strong in months if not strong]
    for month, align in zip(others, ("right", "left"), strict=False):
        if (month, True) not in months:
            side = -2 if align == "right" else 5
            block.line(across.at(month) + side, up.at(0) - 7, say("board.month", month=month), CAPTION, None, align)


def _likely(block: Fragment, month: int, across: Scale, zero: float) -> None:
    line = set_line(rich((say("board.pays-back", month=month), CAPTION_STRONG.coloured("accent"))))
    width = line_width(line)
    x = min(across.at(month) + 1, across.end - width)
    block.bar(x - 2, zero + 5.5, width + 4, 10.5, "surface")  # the cost of waiting may run through here
    block.marks.append(Words(x, zero + 14, line))


def _ends(  # the curves, both axes, and the fourth line
    block: Fragment, numbers: ThreeNumbers, size: Decimal, up: Scale, across: Scale, waiting: Decimal | None
) -> None:
    named: list[tuple[Decimal, str, Style, str]] = [
        (case.net, key, CELL_STRONG.coloured(colour), "quiet")
        for case, key, colour in (
            (numbers.high, "board.case-high", "text"),
            (numbers.likely, "board.case-likely", "accent"),
            (numbers.low, "board.case-low", "text"),
        )
        if case
    ]
    if waiting is not None:
        named.append((waiting, "board.case-none", CELL_STRONG.coloured("block"), "block"))
    places = spread([up.at(float(value / size)) + 3 for value, *_ in named], 12, up.end, up.start + 2)
    for (value, key, style, colour), y in zip(named, places, strict=True):
        block.line(across.end + 6, y, _end(value / size, key, style, colour), style, _RIGHT - 6)


def _end(value: Decimal, key: str, style: Style, colour: str) -> Rich:
    return rich((number(value, 0), style), (f"  {say(key)}", CAPTION.coloured(colour)))
