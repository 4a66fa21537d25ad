"""Words of the integration map, broken to the room they have, in em: the same breaks at every size."""

from functools import cache
from typing import Any

from desktop.reports.charts.sheet import text_width

ELLIPSIS = "…"
_UNKNOWN = 1.15  # a letter that the face lacks is drawn in another one, which may be as wide as this


def measure(text: str, size: float = 1.0, *, bold: bool = False) -> float:
    """The width of ``text`` in em, never less than what a screen with other faces at hand may take."""
    return size * sum(_advance(character, bold) for character in text)


@cache
def _advance(character: str, bold: bool) -> float:  # noqa: FBT001  # a cache wants plain arguments
    known = ord(character) in _letters(bold)
    return text_width(character, 1.0, bold=bold) if known else _UNKNOWN


@cache
def _letters(bold: bool) -> frozenset[int]:  # noqa: FBT001
    from reportlab.pdfbase.pdfmetrics import getFont

    from desktop.reports.charts.sheet import REGULAR, SEMIBOLD, register_fonts

    register_fonts()
    face: Any = getFont(SEMIBOLD if bold else REGULAR).face  # type: ignore[attr-defined]  # its stubs lack it
    return frozenset(face.charToGlyph)


def shortened(text: str, room: float, size: float = 1.0, *, bold: bool = False) -> str:
    """``text`` on one line no wider than ``room``, with an ellipsis where it was cut."""
    if measure(text, size, bold=bold) <= room:
        return text
    room -= measure(ELLIPSIS, size, bold=bold)
    kept = 0
    for character in text:
        room -= measure(character, size, bold=bold)
        if room < 0:
            break
        kept += 1
    return f"{text[:kept].rstrip()}{ELLIPSIS}" if kept else ""


def wrapped(text: str, room: float, most: int, size: float = 1.0, *, bold: bool = False) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines; a word that is too long is broken, and the last line is cut where more follows."""
    lines: list[str] = []
    left = text
    while left and len(lines) < most - 1:
        line, left = _first_line(left, room, size, bold=bold)
        lines.append(line)
    return (*lines, shortened(left, room, size, bold=bold)) if left else tuple(lines)


def _first_line(text: str, room: float, size: float, *, bold: bool) -> tuple[str, str]:
    fits, used = 0, 0.0
    for character in text:
        used += measure(character, size, bold=bold)
        if used > room:
            break
        fits += 1
    if fits >= len(text):
        return text, ""
    space, hyphen = text.rfind(" ", 0, fits + 1), text.rfind("-", 0, fits)
    at = space if space > 0 else hyphen + 1 if hyphen > 0 else max(fits, 1)
    return text[:at].rstrip(), text[at:].lstrip()
