"""Kinds of case of the newest run: the share right with its interval against the threshold, beside the mix."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.analysis.evaluation import SliceMix
from desktop.analysis.slices import SliceScore
from desktop.analysis.test_sets import SetEvidence
from desktop.reports.pdf.figures.scale import Scale
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER, column, span
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, named
from desktop.text import say
from desktop.text.formatting import MINUS, number

_ROW = 15.5
_RIGHTS = (column(9) + span(1), column(10) + span(1), column(11) + span(1), INNER)


@dataclass(frozen=True)
class Kind:
    """One kind of case: its score, its share of the test set and of real work (None: not stated); ``fallen`` is marked."""

    score: SliceScore
    test: float
    mix: SliceMix | None
    fallen: bool


def kinds_of(found: SetEvidence) -> tuple[Kind, ...]:
    """The kinds of case that the newest run names, each beside its stated share of real work."""
    judged, total = found.verdict, sum(score.scored for score in found.verdict.slices)
    stated = {entry.name.strip().casefold(): entry for entry in found.newest.mix}
    return tuple(
        Kind(score, score.scored / total * 100, stated.get(score.name.strip().casefold()), score.name in judged.fallen)
        for score in judged.slices
    )


def kinds_header(kinds: Sequence[Kind], threshold: float | None) -> Fragment:
    """The scale above the rows, and what the columns are."""
    block, scale = Fragment(), _scale(kinds, threshold)
    block.line(0, 9, say("board.mix-kind"), CAPTION)
    with block.unspoken():
        for tick in (scale.low, (scale.low + 100) / 2, 100.0):
            block.line(scale.at(tick), 9, f"{number(tick, 0)} %", CAPTION, None, "middle")
    words = (say("evidence.board.right"), *(say(f"board.{key}") for key in ("mix-test", "mix-real", "mix-off")))
    for right, word in zip(_RIGHTS, words, strict=True):
        block.line(right, 9, word, CAPTION, span(1) + 9, "right")
    block.rule(14, colour="edge")
    block.height = 16
    return block.as_row("TH")


def kinds_row(kind: Kind, kinds: Sequence[Kind], threshold: float | None) -> Fragment:
    """One kind of case; red where it fell by more than chance, ochre where the mix is too far off."""
    block, scale, middle = Fragment(), _scale(kinds, threshold), _ROW / 2
    interval, colour = kind.score.interval, "block" if kind.fallen else "accent"
    name = (CELL_STRONG if kind.fallen else CELL).coloured("block" if kind.fallen else "text")
    block.line(0, middle + 3.2, named(kind.score.name), name, span(4))
    block.rule(middle, scale.start, scale.end)
    if threshold is not None:
        at = scale.at(threshold * 100)
        block.path((at, 0), (at, _ROW), colour="text", width=1.2)
    low, high = scale.at(interval.low * 100), scale.at(interval.high * 100)
    block.path((low, middle), (high, middle), colour=colour, width=1.6)
    for end in (low, high):
        block.path((end, middle - 2.6), (end, middle + 2.6), colour=colour, width=1.2)
    block.dot(scale.at(interval.share * 100), middle, 3.2, colour, "surface")
    _numbers(block, kind, middle)
    block.rule(_ROW)
    block.height = _ROW + 0.6
    return block.as_row()


def _numbers(block: Fragment, kind: Kind, middle: float) -> None:
    off, mix = CELL, kind.mix
    if mix is not None and not mix.within:
        off = CELL_STRONG.coloured("risk")
    texts = (
        (number(kind.score.interval.share * 100, 1), CELL_STRONG.coloured("block" if kind.fallen else "text")),
        (number(kind.test, 1), CELL),
        (number(mix.real, 1) if mix else say("board.none"), CELL),
        (_signed(mix.off) if mix else say("board.none"), off),
    )
    for right, (text, style) in zip(_RIGHTS, texts, strict=True):
        block.line(right, middle + 3.2, text, style, None, "right")


def _scale(kinds: Sequence[Kind], threshold: float | None) -> Scale:
    lowest = min([kind.score.interval.low for kind in kinds] + ([] if threshold is None else [threshold]))
    low = min(80.0, 20.0 * (lowest * 100 // 20))
    return Scale(low, 100.0, column(5), column(8) + span(1) - 20)


def _signed(value: float) -> str:
    text = number(abs(value), 1)
    return text if text == "0.0" else f"{'+' if value > 0 else MINUS}{text}"
