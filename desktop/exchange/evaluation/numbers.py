"""Numbers as tables hold them: decimal points or commas, separated thousands, a currency sign; nothing is guessed."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.exchange.evaluation.batch import finite

_BLANKS = " \u00a0\u202f\u2009"
_CURRENCY = "$€£¥" + _BLANKS
_GROUPED = re.compile(rf"([+-]?\d{{1,3}})((?:([{_BLANKS}'’.,])\d{{3}})(?:\3\d{{3}})*)(?:([.,])(\d+))?")
_LONGEST = 60


def number_of(cell: Any) -> float | None:
    """A cell as a number, None for what is none or could be two: ``1,234`` may be a thousand or little more than one."""
    if not isinstance(cell, str):
        return finite(cell)
    text = cell.strip(_CURRENCY)
    found = _GROUPED.fullmatch(text)
    if found:
        return _grouped(*found.groups())
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")  # a decimal comma
    return _plain(text)


def _grouped(first: str, rest: str, separator: str, point: str | None, decimals: str | None) -> float | None:
    groups = rest.split(separator)[1:]
    if len(groups) == 1 and point is None and separator in ".,":
        if separator == "." or first.lstrip("+-") == "0":
            return _plain(f"{first}.{groups[0]}")
        return None
    if point == separator:
        return None
    return _plain(f"{first}{''.join(groups)}.{decimals or 0}")


def _plain(text: str) -> float | None:
    try:
        return finite(float(text))
    except ValueError:
        return None


def canonical(answer: str) -> str:
    """What two answers are compared by: a number without regard to how it is written (2 and 2.0), a text without case."""
    folded = answer.casefold()
    if len(folded) > _LONGEST or not folded.strip("+-. ")[:1].isdecimal():
        return folded
    try:
        sign, digits, exponent = Decimal(folded).as_tuple()
    except InvalidOperation:
        return folded
    if not isinstance(exponent, int):
        return folded
    whole = "".join(map(str, digits)).lstrip("0")
    kept = whole.rstrip("0")
    return f"{'-' if sign else ''}{kept}e{exponent + len(whole) - len(kept)}" if kept else "0"
