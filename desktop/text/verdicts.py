"""The sentence under a check: what was found, or what to add."""

from datetime import date
from decimal import Decimal
from typing import Any

from desktop.text import say
from desktop.text.formatting import day, join, money, number, percent

_SHARES = frozenset({"share", "low", "high", "threshold"})
_ONE_PLACE = frozenset({"hours_needed", "hours_there", "hours_over", "points"})
_AS_ENTERED = frozenset({"automated", "suggested", "escalated", "sum"})


def verdict_sentence(code: str, values: dict[str, Any], currency: str) -> str:
    """The sentence for a verdict's code and values; amounts are in ``currency``. A code may name its own area."""
    return say(
        code if "." in code else f"checks.{code}",
        **{name: _word(name, value, currency) for name, value in values.items()},
    )


def _word(name: str, value: Any, currency: str) -> str:  # noqa: PLR0911  # one line a type
    if value is None:
        return "–"
    if isinstance(value, float) and name in _SHARES:
        return percent(value)
    if name == "off":
        return number(abs(value), 1)
    if isinstance(value, tuple):
        return join(value)
    if name in _ONE_PLACE:
        return number(value, 1)
    if name in _AS_ENTERED:
        return number(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float | Decimal):
        return number(value, 0)
    if hasattr(value, "likely"):
        return f"{money(value.likely, currency)} ({money(value.low, currency)} to {money(value.high, currency)})"
    return f"{value:,}" if isinstance(value, int) else str(value)
