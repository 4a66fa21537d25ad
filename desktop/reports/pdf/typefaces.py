"""The typefaces of the document, which characters they hold, and how wide words are in them. All are embedded."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.resources import resource

REGULAR, SEMIBOLD = "Inter", "Inter-SemiBold"
FIGURES, FIGURES_SEMIBOLD = "InterTabular", "InterTabular-SemiBold"
FALLBACK = "DejaVuSans"
REPLACEMENT = "□"  # stands where no face holds a character, so that nothing vanishes unseen
_FILES = {
    REGULAR: "Inter-Regular.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    FIGURES: "InterTabular-Regular.ttf",
    FIGURES_SEMIBOLD: "InterTabular-SemiBold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NEEDS_SHAPING = frozenset({"R", "AL"})  # right to left: drawn letter by letter it would read backwards

_LAST_COPIED = 0xFFFF  # beyond it reportlab writes no text that a reader could copy or search


@dataclass(frozen=True)
class Stretch:
    """Characters that one face draws. ``replaced`` where a character had to give way to the replacement."""

    text: str
    face: str
    replaced: bool = False


@cache
def font(face: str) -> Any:
    """The face, registered with reportlab on first use."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    loaded = TTFont(face, str(resource("fonts", _FILES[face])))
    registerFont(loaded)
    return loaded


def width(text: str, face: str, size: float, tracking: float = 0.0) -> float:
    """How wide ``text`` runs in points; ``tracking`` is added after each character, as the PDF does."""
    return float(font(face).stringWidth(text, size)) + tracking * len(text)


def plain(text: str) -> str:
    """Composed characters, white space and line ends as single spaces, invisible characters left out."""
    shown = "".join(character for character in text if character not in _INVISIBLE)
    composed = unicodedata.normalize("NFC", shown.encode("utf-8", "replace").decode("utf-8"))
    return " ".join(composed.replace("\u00a0", "\ue0a0").split()).replace("\ue0a0", "\u00a0")


def stretches(text: str, face: str) -> tuple[Stretch, ...]:
    """``text`` cut where another face has to draw it; what no face can draw is replaced visibly."""
    found: list[Stretch] = []
    for character in text:
        drawn = _drawn(character, face)
        if found and found[-1].face == drawn.face and found[-1].replaced == drawn.replaced:
            found[-1] = Stretch(found[-1].text + drawn.text, drawn.face, drawn.replaced)
        else:
            found.append(drawn)
    return tuple(found)


@cache
def _drawn(character: str, face: str) -> Stretch:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"} and character != "\u2011":
        return Stretch(REPLACEMENT, face, replaced=True)
    if unicodedata.bidirectional(character) in _NEEDS_SHAPING or ord(character) > _LAST_COPIED:
        return Stretch(REPLACEMENT, face, replaced=True)
    for candidate in (face, FALLBACK):
        if ord(character) in font(candidate).face.charToGlyph:
            return Stretch(character, candidate)
    return Stretch(REPLACEMENT, face, replaced=True)
