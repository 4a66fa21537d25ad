"""The numbers of the value page side by side, each with its range and with the sources that it rests on."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.paper import GUTTER, INNER
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, HEAD, STRONG, Style
from desktop.reports.report import Report, SystemReport
from desktop.reports.value_words import chance_figure
from desktop.text import count, say
from desktop.text.formatting import money, money_exact, number
from desktop.workbook.base import Range
from desktop.workbook.sprint import MoneyLine

_COLUMNS = 4
_WIDTH = (INNER - 2 * (_COLUMNS - 1) * GUTTER * 0.75) / _COLUMNS
_STEP = _WIDTH + 1.5 * GUTTER
_NUMBER = Style(HEAD.face, 16, 21, tracking=-0.2)
_SOURCE_LINES = 3


def value_numbers(report: Report, one: SystemReport) -> Fragment:
    """Cost of continuing, investment, present value (net return while no rate is known) and the chance above zero."""
    block, value, numbers = Fragment(), one.sprint.value, one.numbers
    rate = (value.discount_source,) if value.discount_rate is not None else ()
    returns = (value.benefits, value.running)
    worth = ("npv", numbers.npv) if numbers.npv is not None else ("net", numbers.net)
    columns = (
        _amount(report, "continuing", numbers.continuing, _sources((value.continuing,))),
        _amount(report, "investment", numbers.investment, _sources((value.investment,))),
        _amount(report, *worth, (*_sources(returns), *rate)),
        _chance(report, one),
    )
    for place, column in enumerate(columns):
        block.include(column, place * _STEP, 0)
    for place in range(1, _COLUMNS):
        block.upright(place * _STEP - 0.75 * GUTTER, 2, block.height)
    return block


def _sources(parts: Iterable[Mapping[str, MoneyLine]]) -> tuple[str, ...]:
    """The source of every amount; an empty one for an amount that names none."""
    return tuple(line.source for lines in parts for line in lines.values())


def _amount(report: Report, key: str, amount: Range | None, sources: tuple[str, ...]) -> Fragment:
    block = Fragment()
    top = block.paragraph(0, 0, say(f"value.figure.{key}"), STRONG, _WIDTH, 1)
    if amount is None or amount.likely is None:
        block.line(0, _NUMBER.first_baseline(top), say("board.none"), _NUMBER.coloured("quiet"))
        block.height = block.paragraph(0, top + _NUMBER.leading, say("value.board.open"), CAPTION, _WIDTH, 3)
        return block
    colour = "block" if amount.likely < 0 else "accent" if key in ("npv", "net") else "text"
    text = money(amount.likely, report.currency)
    block.number(0, _NUMBER.first_baseline(top), text, _NUMBER.coloured(colour), _WIDTH, "left")
    low, high = (_short(end, report.currency) for end in (amount.low, amount.high))
    bottom = block.paragraph(0, top + _NUMBER.leading, say("value.range", low=low, high=high), CAPTION, _WIDTH, 1)
    block.height = _rests(block, bottom + 3, sources)
    return block


def _rests(block: Fragment, top: float, sources: tuple[str, ...]) -> float:
    """What a number rests on: its sources by name, and how many of its amounts name none."""
    named = tuple(dict.fromkeys(text for source in sources if (text := " ".join(source.split()))))
    missing = sum(not source.strip() for source in sources)
    bottom = block.paragraph(0, top, say("value.board.rests"), CAPTION_STRONG, _WIDTH, 1)
    if named:
        bottom = block.paragraph(0, bottom, "; ".join(named), CAPTION, _WIDTH, _SOURCE_LINES)
    if missing:
        bottom = block.paragraph(
            0, bottom, count("value.board.unsourced", missing), CAPTION.coloured("risk"), _WIDTH, 2
        )
    return bottom


def _short(amount: Decimal | None, currency: str) -> str:
    return money(amount or Decimal(0), currency).removeprefix(f"{currency} ")


def _chance(report: Report, one: SystemReport) -> Fragment:
    block, found = Fragment(), one.value.simulation
    top = block.paragraph(0, 0, say("value.figure.chance"), STRONG, _WIDTH, 1)
    if found is None:
        block.line(0, _NUMBER.first_baseline(top), say("board.none"), _NUMBER.coloured("quiet"))
        block.height = block.paragraph(0, top + _NUMBER.leading, say("value.board.no-chance"), CAPTION, _WIDTH, 4)
        return block
    colour = "accent" if found.positive >= 0.5 else "block"
    block.number(0, _NUMBER.first_baseline(top), chance_figure(found), _NUMBER.coloured(colour), _WIDTH, "left")
    low, high = (_short(end, report.currency) for end in (found.p10, found.p90))
    top = block.paragraph(0, top + _NUMBER.leading, say("value.board.eighty", low=low, high=high), CAPTION, _WIDTH, 2)
    bottom = block.paragraph(0, top + 3, say("value.board.rests"), CAPTION_STRONG, _WIDTH, 1)
    text = say("value.board.simulated", draws=number(found.draws))
    block.height = block.paragraph(0, bottom, text, CAPTION, _WIDTH, _SOURCE_LINES)
    return block


def value_figures(report: Report, one: SystemReport) -> list[Figure]:
    """What the appendix says of present value, chance and waiting: how they were made, and from what."""
    currency, system, value = report.currency, one.system.id, one.sprint.value
    npv, delay, found = one.numbers.npv, one.numbers.delay, one.value.simulation
    figures = []
    if npv is not None and value.discount_rate is not None:
        made = say("value.board.made-npv", rate=number(value.discount_rate), exact=_exact(npv, currency))
        figures.append(Figure(say("value.figure.npv"), _ends(npv, currency), made, say("board.entry-returns"), system))
    if found is not None:
        made = say("value.board.made-chance", draws=number(found.draws), seed=found.seed)
        figures.append(
            Figure(say("value.figure.chance"), chance_figure(found), made, say("board.entry-returns"), system)
        )
    if delay is not None:
        made = say("value.board.made-delay", exact=_exact(delay, currency))
        figures.append(
            Figure(say("value.figure.delay"), _ends(delay, currency), made, say("board.entry-returns"), system)
        )
    return figures


def _ends(amount: Range, currency: str) -> str:
    likely = money(amount.likely or Decimal(0), currency)
    return f"{likely} ({_short(amount.low, currency)} – {_short(amount.high, currency)})"


def _exact(amount: Range, currency: str) -> str:
    low, likely, high = (
        money_exact(value or Decimal(0), currency) for value in (amount.low, amount.likely, amount.high)
    )
    return say("board.exact", low=low, likely=likely, high=high)
