"""Reads numbers and money as people type them, in their own notation. Pure: no clock, no window, no locale of the process.

Every reader gives the value, ``None`` for an empty field, or ``Unread`` when the text cannot mean what is asked for.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.text import say

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]+")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_SCALES = {"k": 3, "tsd": 3, "m": 6, "mio": 6, "mn": 6, "bn": 9, "b": 9, "mrd": 9}
_SCALED = re.compile(rf"(.*?[\d.,])({'|'.join(sorted(_SCALES, key=len, reverse=True))})\.?", re.IGNORECASE)
_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "zł": "PLN", "kč": "CZK"}
_CODE = re.compile(r"[A-Za-z]{3}|" + "|".join(map(re.escape, _SYMBOLS)), re.IGNORECASE)
_LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Notation:
    """How a person's region writes numbers: the decimal mark and the mark between thousands."""

    decimal: str = "."
    group: str = ","


ENGLISH = Notation()


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that could not be read: catalogue key and values of the sentence, and the text itself."""

    key: str
    typed: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return say(self.key, typed=self.typed, **self.values)


def read_number(text: str, notation: Notation = ENGLISH) -> Decimal | Unread | None:
    """A number: ``1,250.5``, ``1.250,5`` where the region writes so, ``1.5k``, ``2 Mio``, ``−3``."""
    typed = text.strip()
    if not typed:
        return None
    unread = Unread("fields.number_unread", typed, {"example": _example(notation)})
    plain = _SPACES.sub("", typed).replace("\u2212", "-").replace("\u2013", "-")
    scaled = _SCALED.fullmatch(plain)
    digits, power = (scaled[1], _SCALES[scaled[2].lower()]) if scaled else (plain, 0)
    normal = _normal(digits, notation)
    if normal is None or not _PLAIN.fullmatch(normal):
        return unread
    value = Decimal(f"{Decimal(normal).scaleb(power):f}")
    return value if abs(value) < _LARGEST else Unread("fields.number_too_large", typed)


def read_integer(text: str, notation: Notation = ENGLISH) -> int | Unread | None:
    """A whole number; ``12.0`` is one, ``12.5`` is not."""
    value = read_number(text, notation)
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else Unread("fields.integer_unread", text.strip())


def read_percent(text: str, notation: Notation = ENGLISH) -> Decimal | Unread | None:
    """A share as 0 to 100: ``85``, ``85 %``, ``83,7``. A value such as 0.85 stays 0.85 percent: nothing is guessed."""
    value = read_number(text.strip().removesuffix("%"), notation)
    if isinstance(value, Unread):
        return Unread("fields.percent_unread", text.strip())
    if value is not None and not 0 <= value <= 100:
        return Unread("fields.percent_outside", text.strip())
    return value


def read_money(text: str, currency: str, notation: Notation = ENGLISH) -> Decimal | Unread | None:
    """An amount in ``currency``: ``12,000``, ``EUR 12k``, ``12.000 €``. Another currency is refused, never converted."""
    typed = text.strip()
    code, rest = _without_code(typed)
    if code is not None and code != currency:
        return Unread("fields.money_other_currency", typed, {"currency": currency})
    value = read_number(rest, notation)
    if isinstance(value, Unread) or (value is None and typed):
        return Unread("fields.money_unread", typed, {"example": _example(notation), "currency": currency})
    if value is not None and _ambiguous(rest, notation):
        return Unread("fields.money_ambiguous", typed, {"example": f"12{notation.group}000"})
    return value


def _without_code(typed: str) -> tuple[str | None, str]:
    """The currency that stands before or after an amount, and the amount alone."""
    before = _CODE.match(typed)
    after = re.search(rf"({_CODE.pattern})$", typed, re.IGNORECASE)
    if after and after[0].lower() in _SCALES:
        after = None
    found = before or after
    if found is None or not any(mark.isdigit() for mark in typed):
        return None, typed
    rest = typed[: found.start()] + typed[found.end() :]
    return _SYMBOLS.get(found[0].lower(), found[0].upper()), rest


def _ambiguous(typed: str, notation: Notation) -> bool:
    """``12.000`` where the dot is the decimal mark: nobody writes thousandths of money, so ask instead of reading twelve."""
    plain = _SPACES.sub("", typed)
    return re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}{re.escape(notation.decimal)}\d{{3}}", plain) is not None


def write_number(value: Decimal | int, notation: Notation = ENGLISH, places: int | None = None) -> str:
    """``value`` as the region writes it, with grouped thousands; ``places`` fixes the decimals, None keeps what there are."""
    number = Decimal(value)
    shown = f"{number:,.{places}f}" if places is not None else f"{number:,f}"
    if places is None and "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return shown.translate({ord(","): notation.group, ord("."): notation.decimal, ord("-"): "\u2212"})


def _example(notation: Notation) -> str:
    return f"1{notation.group}250{notation.decimal}5"


def _normal(digits: str, notation: Notation) -> str | None:
    """Digits with a dot as decimal mark; None where the marks contradict each other."""
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return digits
    last = marks[-1]
    grouped = last == "." if notation.decimal == "," else last == ","
    if len(marks) == 1 or len(set(marks)) == 1:
        is_group = grouped and _groups_of_three(digits, last)
        if is_group:
            return digits.replace(last, "")
        return digits.replace(last, ".") if len(marks) == 1 else None
    other = "," if last == "." else "."
    whole, _, fraction = digits.rpartition(last)
    if last in whole or not _groups_of_three(whole, other):
        return None
    return f"{whole.replace(other, '')}.{fraction}"


def _groups_of_three(digits: str, mark: str) -> bool:
    first, *rest = digits.lstrip("+-").split(mark)
    return (
        1 <= len(first) <= 3
        and first[0] != "0"
        and bool(rest)
        and all(len(part) == 3 and part.isdigit() for part in rest)
    )
