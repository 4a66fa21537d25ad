"""The three numbers of the board, each with its own range, and with what it was made from."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.reports.pdf.figures.range_bar import range_bar
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.paper import GUTTER, INNER
from desktop.reports.pdf.words import BIG, CAPTION, STRONG, TEXT, named, rich, wrap
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import money, money_exact
from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine

_WIDTH = (INNER - 4 * GUTTER) / 3
_STEP = _WIDTH + 2 * GUTTER
_NAME_LINES = 2


def three_numbers(report: Report, one: SystemReport) -> Fragment:
    """To continue, the investment, and the net return, side by side."""
    block, value, numbers = Fragment(), one.sprint.value, one.numbers
    horizon = numbers.horizon
    columns = (
        _number(report, say("board.continuing"), numbers.continuing, value.continuing, "text", say("board.a-month")),
        _number(report, say("board.investment"), numbers.investment, value.investment, "text"),
        _net(report, one),
    )
    for place, one_column in enumerate(columns):
        block.include(one_column, place * _STEP, 0)
    for place in (1, 2):
        block.upright(place * _STEP - GUTTER, 2, block.height)
    block.figures += _figures(report, one, horizon)
    return block


def _number(  # a number has a name, a range, its lines, a colour and a unit
    report: Report, name: str, amount: Range | None, lines: Mapping[str, MoneyLine], colour: str, unit: str = ""
) -> Fragment:
    block = _big(report, name, amount, colour, unit)
    text = say("board.amounts-open" if lines else "board.amounts-none")
    if amount:
        text = _made_of(tuple(named(line.name) for line in lines.values()))
    block.height = block.paragraph(0, block.height + 4, text, CAPTION, _WIDTH, _NAME_LINES)
    return block


def _made_of(names: tuple[str, ...]) -> str:
    """As many names as two lines hold, and how many more there are."""
    text = ""
    for shown in range(len(names), 0, -1):
        left = len(names) - shown
        parts = (*names[:shown], *((count("board.names-more", left),) if left else ()))
        text = "; ".join(parts)
        if len(wrap(rich((text, CAPTION)), _WIDTH)) <= _NAME_LINES:
            break
    return text


def _net(report: Report, one: SystemReport) -> Fragment:
    numbers, net = one.numbers, one.numbers.net
    likely = net.likely if net else None
    colour = "block" if likely is not None and likely < 0 else "accent"
    block = _big(report, say("board.net", horizon=numbers.horizon), net, colour, "")
    text = payback_words(one) if net else say("board.net-open")
    npv = numbers.npv.likely if net and numbers.npv else None
    if npv is not None:
        longer = f"{text}; {say('board.net-today', amount=money(npv, report.currency))}"
        text = longer if len(wrap(rich((longer, CAPTION)), _WIDTH)) <= _NAME_LINES else text
    block.height = block.paragraph(0, block.height + 4, text, CAPTION, _WIDTH, _NAME_LINES)
    return block


def payback_words(one: SystemReport) -> str:
    """When it pays back: the likely month and the months of both other cases, or that it does not."""
    numbers = one.numbers
    months = [case.payback_month if case else None for case in (numbers.high, numbers.likely, numbers.low)]
    best, likely, worst = months
    if likely is None:
        return say("board.payback-never", horizon=numbers.horizon)
    if worst is None:
        return say("board.payback-not-low", month=likely, best=best, horizon=numbers.horizon)
    return say("board.payback", month=likely, best=best, worst=worst)


def _big(report: Report, name: str, amount: Range | None, colour: str, unit: str) -> Fragment:
    block = Fragment()
    top = block.paragraph(0, 0, name, STRONG, _WIDTH, 1)
    if amount is None or amount.likely is None:
        block.line(0, BIG.first_baseline(top), say("board.none"), BIG.coloured("quiet"))
        block.height = top + BIG.leading
        return block
    text = money(amount.likely, report.currency)
    content = rich((f"{text} " if unit else text, BIG.coloured(colour)), (unit, TEXT.coloured("quiet")))
    block.number(0, BIG.first_baseline(top), content, BIG, _WIDTH, "left")
    ends = (_short(amount.low, report.currency), _short(amount.high, report.currency))
    block.include(
        range_bar(amount, ends, _WIDTH - 6).as_figure(say("board.alt-range", name=name)), 0, top + BIG.leading + 5
    )
    return block


def _short(amount: Decimal | None, currency: str) -> str:
    return money(amount or Decimal(0), currency).removeprefix(f"{currency} ")


def _figures(report: Report, one: SystemReport, horizon: int) -> list[Figure]:
    value, numbers, system = one.sprint.value, one.numbers, one.system.id
    found = [
        _total(report, say("board.continuing-month"), numbers.continuing, value.continuing, "continuing", system),
        _total(report, say("board.investment"), numbers.investment, value.investment, "investment", system),
    ]
    net, likely = numbers.net, numbers.likely
    if net and likely and net.likely is not None:
        text = _with_ends(net, report.currency)
        made = say("board.made-net", horizon=horizon, launch=value.months_to_launch, exact=_exact(net, report.currency))
        found.append(Figure(say("board.net", horizon=horizon), text, made, say("board.entry-returns"), system))
        found.append(Figure(say("board.figure-payback"), payback_words(one), say("board.made-payback"),
                            say("board.entry-returns"), system))  # fmt: skip
    return [figure for figure in found if figure]


def _total(  # as above
    report: Report, name: str, amount: Range | None, lines: Mapping[str, MoneyLine], entry: str, system: str
) -> Figure | None:
    if amount is None or amount.likely is None:
        return None
    currency = report.currency
    parts = " + ".join(f"{line.name} {_short(line.amount.likely, currency)}" for line in lines.values())
    text = _with_ends(amount, currency)
    made = say("board.made-total", parts=parts, exact=_exact(amount, currency))
    return Figure(name, text, made, say(f"board.entry-{entry}"), system)


def _with_ends(amount: Range, currency: str) -> str:
    likely = money(amount.likely or Decimal(0), currency)
    return f"{likely} ({_short(amount.low, currency)} – {_short(amount.high, currency)})"


def _exact(amount: Range, currency: str) -> str:
    low, likely, high = (
        money_exact(value or Decimal(0), currency) for value in (amount.low, amount.likely, amount.high)
    )
    return say("board.exact", low=low, likely=likely, high=high)
