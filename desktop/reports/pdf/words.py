"""Text as it is set: styles, spans, and lines wrapped to a width. Text is drawn as it is, never read as markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.reports.pdf import typefaces
from desktop.reports.pdf.typefaces import FIGURES, FIGURES_SEMIBOLD, REGULAR, SEMIBOLD
from desktop.text import say

CAP_HEIGHT = 0.727  # of Inter, in ems
ELLIPSIS = "…"
_GLUE = "\ue0a1"  # stands for a space that no line breaks at, until the line is set
_KEPT = re.compile(
    r"(?<=\d) (?=%|k\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)|(?<=\b[A-Z]{3}) (?=[\d−])"
)
_MOST_CHARACTERS = 4_000  # beyond that no block of a page shows a text whole; keeps long texts from taking long


@dataclass(frozen=True)
class Style:
    """Face, size and leading in points, colour as a token of the paper palette or ``#rrggbb``."""

    face: str
    size: float
    leading: float
    colour: str = "text"
    tracking: float = 0.0

    def coloured(self, token: str) -> "Style":
        """The same style in another colour."""
        return replace(self, colour=token)

    def first_baseline(self, top: float) -> float:
        """The baseline of a line whose box starts at ``top``: capitals stand in its middle."""
        return top + (self.leading + CAP_HEIGHT * self.size) / 2


TITLE = Style(SEMIBOLD, 20, 25, tracking=-0.35)
LEAD = Style(REGULAR, 10.5, 15, "quiet")
HEAD = Style(SEMIBOLD, 11, 15, tracking=-0.05)
COUNT = Style(FIGURES_SEMIBOLD, 11, 15, tracking=-0.05)  # a number as large as a head, which is none
TEXT = Style(FIGURES, 9.5, 13.5)
STRONG = Style(FIGURES_SEMIBOLD, 9.5, 13.5)
CELL = Style(FIGURES, 9, 12.5)
CELL_STRONG = Style(FIGURES_SEMIBOLD, 9, 12.5)
CAPTION = Style(FIGURES, 8, 11, "quiet")
CAPTION_STRONG = Style(FIGURES_SEMIBOLD, 8, 11)
BIG = Style(FIGURES_SEMIBOLD, 23, 28, tracking=-0.5)
FOOT = Style(FIGURES, 7.5, 10, "quiet")
FOOT_STRONG = Style(FIGURES_SEMIBOLD, 7.5, 10, "quiet")


@dataclass(frozen=True)
class Span:
    """Words in one style."""

    text: str
    style: Style


Rich = tuple[Span, ...]


@dataclass(frozen=True)
class Piece:
    """What one face draws of a line."""

    text: str
    style: Style
    face: str
    replaced: bool = False

    @property
    def width(self) -> float:
        """In points."""
        return typefaces.width(self.text, self.face, self.style.size, self.style.tracking)


Line = tuple[Piece, ...]


def named(text: str) -> str:
    """A name as it is shown; one without any visible character says that it is missing."""
    return typefaces.plain(text) or say("board.unnamed")


def shorter(text: str, width: float, style: Style) -> str:
    """``text``, cut with an ellipsis to ``width``: for names inside of sentences that must stay whole."""
    return "".join(piece.text for piece in set_line((Span(text, style),), width))


def rich(*parts: tuple[str, Style]) -> Rich:
    """Several texts in their styles, one after the other."""
    return tuple(Span(text, style) for text, style in parts if text)


def line_width(line: Line) -> float:
    """The width of a set line in points."""
    return sum(piece.width for piece in line)


def set_line(content: Rich, width: float | None = None) -> Line:
    """One line, shortened with an ellipsis where it is wider than ``width``."""
    if width is None:
        return _line(_characters(content))
    return next(iter(wrap(content, width, 1)), ())


def fitted(line: Line, width: float) -> Line:
    """The line in smaller type where it is wider than ``width``: for numbers, which must never be cut."""
    if (taken := line_width(line)) <= width:
        return line
    share = width / taken
    return tuple(replace(piece, style=_scaled(piece.style, share)) for piece in line)


def _scaled(style: Style, share: float) -> Style:
    return replace(style, size=style.size * share, tracking=style.tracking * share)


def wrap(content: Rich, width: float, most: int | None = None) -> tuple[Line, ...]:
    """Lines no wider than ``width``; words that are wider are broken, and beyond ``most`` lines an ellipsis stands."""
    lines = _break(list(_characters(content)), width)
    kept: list[Line] = []
    for characters in lines:
        if most is not None and len(kept) == most:
            kept[-1] = _shortened(kept[-1], width)
            break
        kept.append(_line(characters))
    return tuple(kept)


Character = tuple[str, Style]


def _characters(content: Rich) -> Iterator[Character]:
    last, left = " ", _MOST_CHARACTERS
    for part in content:
        text = typefaces.plain(part.text[: 2 * _MOST_CHARACTERS])
        lead, tail = part.text[:1].isspace(), part.text[-1:].isspace() and len(part.text) > 1
        spaced = _KEPT.sub(_GLUE, f"{' ' if lead else ''}{text}{' ' if tail else ''}")
        spaced = spaced if len(spaced) <= left else spaced[: max(left, 0)] + ELLIPSIS
        for character in spaced:
            if character == " " == last:
                continue
            last = character
            yield character, part.style
        left -= len(spaced)


def _break(characters: list[Character], width: float) -> Iterator[list[Character]]:
    line: list[Character] = []
    used = 0.0
    for word in _words(characters):
        space = _advance([(" ", line[-1][1])]) if line else 0.0
        needed = _advance(word)
        if line and used + space + needed > width:
            yield line
            line, used, space = [], 0.0, 0.0
        *whole, rest = _broken(word, width) if needed > width else [word]
        yield from whole
        line, used = ([*line, (" ", line[-1][1]), *rest] if line else rest), used + space + _advance(rest)
    if line:
        yield line


def _words(characters: list[Character]) -> Iterator[list[Character]]:
    for is_space, group in groupby(characters, key=lambda entry: entry[0] == " "):
        if not is_space:
            yield list(group)


def _broken(word: list[Character], width: float) -> list[list[Character]]:
    parts: list[list[Character]] = [[]]
    used = 0.0
    for entry in word:
        advance = _advance([entry])
        if parts[-1] and used + advance > width:
            parts.append([])
            used = 0.0
        parts[-1].append(entry)
        used += advance
    return parts


def _advance(characters: Iterable[Character]) -> float:
    return line_width(_line(characters))


def _line(characters: Iterable[Character]) -> Line:
    pieces: list[Piece] = []
    for style, group in groupby(characters, key=lambda entry: entry[1]):
        text = "".join(character for character, _ in group).replace(_GLUE, " ")
        pieces += [Piece(s.text, style, s.face, s.replaced) for s in typefaces.stretches(text, style.face)]
    return tuple(pieces)


def _shortened(line: Line, width: float) -> Line:
    characters = [(character, piece.style) for piece in line for character in piece.text]
    while characters and _advance([*characters, (ELLIPSIS, characters[-1][1])]) > width:
        characters.pop()
    while characters and characters[-1][0] in " ,.;:·–":
        characters.pop()
    return _line([*characters, (ELLIPSIS, line[-1].style)])
