"""Cash to date as the chart that the screen shows too: three cases on one axis, and what no path would cost."""

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.analysis.value import Case, ThreeNumbers
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.marks import Mark, Path, Words, rectangle
from desktop.text import say
from desktop.text.formatting import money

if TYPE_CHECKING:
    from desktop.reports.charts.cash import Curve

_TEXT = 8.0


def cash_curve(numbers: ThreeNumbers, currency: str, width: float, height: float) -> Fragment:
    """The curves of the low, likely and high case with the months in which they pay back. Needs all three cases."""
    from desktop.reports.charts.cash import CashCurves, Payback
    from desktop.reports.charts.cash import cash_curve as chart
    from desktop.reports.charts.sheet import Look
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    low, likely, high = (
        _curve(case, f"board.case-{name}", currency)
        for name, case in (("low", numbers.low), ("likely", numbers.likely), ("high", numbers.high))
    )
    curves = CashCurves(low, likely, high, _waiting(numbers, currency), say("board.month-axis"))
    paybacks = [Payback(month, _label(month, is_likely), is_likely) for month, is_likely in _months(numbers)]
    block = taken_over(chart(Look(PAPER, width, height, _TEXT), curves, paybacks))
    return _set_off(block, {payback.label for payback in paybacks})


def _set_off(block: Fragment, labels: set[str]) -> Fragment:
    """White ground behind the months, because the cost of waiting may run through them."""
    marks: list[Mark] = []
    for mark in block.marks:
        if isinstance(mark, Words) and "".join(piece.text for piece in mark.line) in labels:
            left, top, right, bottom = mark.box
            marks.append(Path(rectangle(left - 1.5, top - 1, right - left + 3, bottom - top + 1), fill="surface"))
        marks.append(mark)
    block.marks = marks
    return block


def _curve(case: Case | None, key: str, currency: str) -> "Curve":
    from desktop.reports.charts.cash import Curve

    cash = case.cash if case else ()
    figure = money(case.net, currency).removeprefix(f"{currency} ") if case else ""
    return Curve(tuple(float(value) for value in cash), say(key), figure)


def _waiting(numbers: ThreeNumbers, currency: str) -> "Curve | None":
    from desktop.reports.charts.cash import Curve

    monthly = numbers.continuing.likely if numbers.continuing else None
    if not monthly:
        return None
    cash = tuple(float(-monthly * month) for month in range(1, numbers.horizon + 1))
    figure = money(-monthly * Decimal(numbers.horizon), currency).removeprefix(f"{currency} ")
    return Curve(cash, say("board.case-none"), figure)


def _months(numbers: ThreeNumbers) -> list[tuple[int, bool]]:
    """Each month once, the likely one marked."""
    likely = numbers.likely.payback_month if numbers.likely else None
    months = {case.payback_month for case in (numbers.low, numbers.likely, numbers.high) if case}
    return [(month, month == likely) for month in sorted(month for month in months if month)]


def _label(month: int, is_likely: bool) -> str:  # noqa: FBT001  # which of two texts
    return say("board.pays-back" if is_likely else "board.month", month=month)
