"""The value case of one system as plain values, for ``value --json``, and in lines for a terminal."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from desktop.analysis.value import ThreeNumbers, three_numbers
from desktop.analysis.value_basis import missing
from desktop.text import say
from desktop.text.formatting import money_exact, number
from desktop.workbook import Sprint, System
from desktop.workbook.base import Range
from desktop.workbook.sprint import ValueCase

VALUE = "value"


def value_of(system: System) -> ValueCase:
    """The value case of a system; an empty one where it has not entered the sprint."""
    return (system.sprint or Sprint()).value


def value_document(value: ValueCase) -> dict[str, Any]:
    """``{"monthly_cost", "investment", "npv", "roi", "payback_months", "cash_flow"}`` of the likely case.

    Null where not enough is entered, and for a payback that does not come within the horizon. ``cash_flow`` is each
    month's, not the sum to date; ``roi`` a share of all money spent.
    """
    found = three_numbers(value)
    npv, likely = found.npv, found.likely
    return {
        "monthly_cost": _likely(found.continuing),
        "investment": _likely(found.investment),
        "npv": {end: _plain(getattr(npv, end) if npv else None) for end in ("low", "likely", "high")},
        "roi": _plain(likely.roi if likely else None),
        "payback_months": likely.payback_month if likely else None,
        "cash_flow": [_plain(flow) for flow in likely.flows] if likely else None,
    }


def value_lines(value: ValueCase, currency: str) -> Iterator[str]:
    """The same in sentences, with what is still missing."""
    found = three_numbers(value)
    for part, amount in (("continuing", found.continuing), ("investment", found.investment)):
        if amount is not None:
            yield say(f"value.cli.{part}", **_ends(amount, currency))
    yield from _return(found, currency)
    if found.delay is not None:
        yield say("value.cli.delay", **_ends(found.delay, currency))
    for gap in missing(value):
        yield say(f"value.missing.{gap.part}-{gap.why}")


def _return(found: ThreeNumbers, currency: str) -> Iterator[str]:
    likely = found.likely
    if likely is None:
        return
    if found.npv is not None:
        yield say("value.cli.npv", horizon=found.horizon, **_ends(found.npv, currency))
    if likely.roi is not None:
        yield say("value.cli.roi", roi=number(likely.roi * 100, 0), horizon=found.horizon)
    if likely.payback_month is None:
        yield say("value.cli.no-payback", horizon=found.horizon)
    else:
        yield say("value.cli.payback", month=likely.payback_month)


def _ends(amount: Range, currency: str) -> dict[str, str]:
    return {end: money_exact(getattr(amount, end), currency) for end in ("low", "likely", "high")}


def _likely(amount: Range | None) -> float | int | None:
    return _plain(amount.likely if amount else None)


def _plain(amount: Decimal | None) -> float | int | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
