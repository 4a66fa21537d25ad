"""User text as Excel can store it: what it cannot hold is replaced visibly, and the replacement is counted."""

import re
from dataclasses import dataclass

from desktop.text import say

LONGEST = 32_767  # UTF-16 units in a cell, Excel's specification
_ROOM = 80  # units kept free for the note that says how much was cut
_BREAKS = re.compile(r"\r\n?")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f]")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class PlainText:
    """A text for a cell. ``replaced`` counts the characters that Excel cannot store, ``cut`` the UTF-16 units left out."""

    text: str
    replaced: int = 0
    cut: int = 0

    @property
    def changed(self) -> bool:
        """The cell does not hold the text as it was entered."""
        return bool(self.replaced or self.cut)


def plain(text: str) -> PlainText:
    """``text`` for a cell; line breaks become one kind, and ``_x0041_`` is escaped because Excel reads it as a character."""
    text, replaced = _UNSTORABLE.subn(REPLACEMENT, _BREAKS.sub("\n", text))
    escaped = _LOOKS_ESCAPED.sub("_x005F_", text)
    over = _units(escaped) - LONGEST
    if over <= 0:
        return PlainText(escaped, replaced)
    kept = _head(escaped, LONGEST - _ROOM)
    cut = _units(escaped) - _units(kept)
    return PlainText(kept + say("tracker.cut", n=f"{cut:,}"), replaced, cut)


def one_line(text: str, longest: int) -> str:
    """``text`` on one line of at most ``longest`` UTF-16 units, for footers, chart titles and properties."""
    flat = " ".join(_NOT_IN_NAMES.sub(" ", _UNSTORABLE.sub(REPLACEMENT, text)).split())
    return flat if _units(flat) <= longest else f"{_head(flat, longest - 1)}…"


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _head(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")
