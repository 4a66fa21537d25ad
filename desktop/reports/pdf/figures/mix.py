"""The mix of the test set against real work: for each kind of case a dot where it is and a mark where it should be."""

from desktop.analysis.evaluation import MIX_TOLERANCE, SliceMix
from desktop.reports.pdf.figures.scale import Scale
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER, column, span
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, named
from desktop.text import say
from desktop.text.formatting import MINUS, number

_ROW = 15.5


def mix_header(mix: tuple[SliceMix, ...]) -> Fragment:
    """The scale above the rows, and what the columns are."""
    block, scale = Fragment(), _scale(mix)
    block.line(0, 9, say("board.mix-kind"), CAPTION)
    with block.unspoken():
        for tick in (0.0, scale.high / 2, scale.high):
            block.line(scale.at(tick), 9, f"{number(tick, 0)} %", CAPTION, None, "middle")
    for right, key in ((column(10) + span(1), "mix-test"), (column(11) + span(1), "mix-real"), (INNER, "mix-off")):
        block.line(right, 9, say(f"board.{key}"), CAPTION, span(1) + 9, "right")
    block.rule(14, colour="edge")
    block.height = 16
    return block.as_row("TH")


def mix_row(entry: SliceMix, mix: tuple[SliceMix, ...]) -> Fragment:
    """One kind of case. Ochre and bold where it is further off than the tolerance."""
    block, scale, middle = Fragment(), _scale(mix), _ROW / 2
    colour = "accent" if entry.within else "risk"
    block.line(0, middle + 3.2, named(entry.name), CELL, span(4))
    block.rule(middle, scale.start, scale.end)
    tolerance = (scale.at(entry.real - MIX_TOLERANCE), scale.at(entry.real + MIX_TOLERANCE))
    block.bar(tolerance[0], middle - 2.5, tolerance[1] - tolerance[0], 5, "heat1")
    block.path((scale.at(entry.real), middle - 5), (scale.at(entry.real), middle + 5), colour="text", width=1.6)
    block.dot(scale.at(entry.test), middle, 3.2, colour, "surface")
    strong = (CELL if entry.within else CELL_STRONG).coloured("text" if entry.within else "risk")
    for right, text, style in (
        (column(10) + span(1), number(entry.test, 1), CELL),
        (column(11) + span(1), number(entry.real, 1), CELL),
        (INNER, _signed(entry.off), strong),
    ):
        block.line(right, middle + 3.2, text, style, None, "right")
    block.rule(_ROW)
    block.height = _ROW + 0.6
    return block.as_row()


def _scale(mix: tuple[SliceMix, ...]) -> Scale:
    most = max((max(entry.real, entry.test) for entry in mix), default=10.0) + MIX_TOLERANCE
    high = min(100.0, -(-most // 20) * 20)
    return Scale(0, high, column(5), column(9) + span(1) - 12)


def _signed(value: float) -> str:
    text = number(abs(value), 1)
    return text if text == "0.0" else f"{'+' if value > 0 else MINUS}{text}"
