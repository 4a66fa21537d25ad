"""Who decides about an output: the bands by confidence and risk with their shares, and the reviewers' week."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.flows import PARTS
from desktop.reports.charts.sheet import Look, Sheet, text_width

ROW = 3.9  # height of a risk in ems of the text


@dataclass(frozen=True, slots=True)
class BandCell:
    """What happens at one confidence and one risk."""

    part: str
    word: str


@dataclass(frozen=True, slots=True)
class BandShare:
    """A part of all cases: which band, its share from 0 to 100, what it is called, and the share as text."""

    part: str
    share: float
    word: str
    figure: str


@dataclass(frozen=True, slots=True)
class BandTable:
    """Rows are risks, columns are confidences; each head in words."""

    confidences: tuple[str, ...]
    risks: tuple[str, ...]
    cells: tuple[tuple[BandCell, ...], ...]


def band_table(look: Look, table: BandTable, shares: Sequence[BandShare]) -> Drawing:
    """The bands as a small table; below it one bar with the shares, where they are known."""
    sheet, u = Sheet(look), look.text
    side = max(text_width(risk, u) for risk in table.risks) + 1.0 * u
    width = (look.width - side) / len(table.confidences)
    for column, head in enumerate(table.confidences):
        x = side + column * width + width / 2
        sheet.text(x, look.height - 0.9 * u, head, "quiet", anchor="middle", room=width - 0.6 * u)
    for row, risk in enumerate(table.risks):
        y = look.height - (2.2 + row * ROW) * u - ROW * u / 2
        sheet.text(0, y, risk, "quiet")
        for column, cell in enumerate(table.cells[row]):
            _cell(
                sheet,
                cell,
                (side + column * width + 0.2 * u, y - ROW * u / 2 + 0.2 * u, width - 0.4 * u, (ROW - 0.4) * u),
            )
    if shares:
        _shares(sheet, shares, 0.3 * u)
    return sheet.drawing


def _cell(sheet: Sheet, cell: BandCell, place: tuple[float, float, float, float]) -> None:
    left, bottom, width, height = place
    ground, ink = PARTS[cell.part]
    frame = "edge" if cell.part == "escalate" else None
    sheet.bar(left, bottom, width, height, ground, frame=frame, radius=0.35 * sheet.look.text)
    sheet.text(left + width / 2, bottom + height / 2, cell.word, ink, bold=True, anchor="middle", room=width - 6)


def _shares(sheet: Sheet, shares: Sequence[BandShare], bottom: float) -> None:
    """One bar for all cases; a figure that does not fit its part is left to the words beside the picture."""
    u, total = sheet.look.text, max(sum(entry.share for entry in shares), 1e-9)
    x = 0.0
    for entry in shares:
        width = entry.share / total * sheet.look.width
        if width > 0:
            ground, ink = PARTS[entry.part]
            frame = "edge" if entry.part == "escalate" else None
            sheet.bar(x, bottom, width, 2.0 * u, ground, frame=frame, radius=0)
            _fitting(sheet, (f"{entry.word} {entry.figure}", entry.figure), (x + width / 2, bottom + u, width), ink)
        x += width


def _fitting(sheet: Sheet, texts: Sequence[str], place: tuple[float, float, float], ink: str) -> None:
    """The first text that fits the width, in the middle; none where even the last is too wide."""
    u, (x, y, width) = sheet.look.text, place
    shown = next((text for text in texts if text_width(text, u, bold=True, figures=True) <= width - 0.8 * u), "")
    if shown:
        sheet.text(x, y, shown, ink, bold=True, figures=True, anchor="middle")


@dataclass(frozen=True, slots=True)
class Load:
    """One kind of review work: which band, its hours, and its words."""

    part: str
    hours: float
    figure: str


@dataclass(frozen=True, slots=True)
class QueueWords:
    """Heads of the two bars with their figures, and what is missing where hours are missing."""

    needed: str
    needed_figure: str
    there: str
    there_figure: str
    short: str = ""


def review_queue(look: Look, loads: Sequence[Load], capacity: float, words: QueueWords) -> Drawing:
    """What the queue needs over what the reviewers have, on one scale; the part that is missing in the colour of a block."""
    sheet, u = Sheet(look), look.text
    needed = sum(load.hours for load in loads)
    scale = look.width / max(needed, capacity, 1e-9)
    top, low = look.height - 1.0 * u, look.height - 5.6 * u
    _line(sheet, top, words.needed, words.needed_figure, "block" if words.short else "text")
    x = 0.0
    for load in loads:
        width = load.hours * scale
        if width > 0:
            ground, ink = PARTS[load.part]
            frame = "edge" if load.part != "suggest" else None
            sheet.bar(x, top - 3.0 * u, width, 1.9 * u, ground, frame=frame, radius=0)
            if text_width(load.figure, u) <= width - 0.8 * u:
                sheet.text(x + 0.4 * u, top - 2.05 * u, load.figure, ink)
        x += width
    _line(sheet, low, words.there, words.there_figure, "text")
    sheet.bar(0, low - 3.0 * u, capacity * scale, 1.9 * u, "line", radius=0)
    if words.short:
        _missing(sheet, words.short, capacity * scale, low - 3.0 * u)
    return sheet.drawing


def _line(sheet: Sheet, y: float, name: str, figure: str, ink: str) -> None:
    u = sheet.look.text
    drawn = sheet.text(sheet.look.width, y, figure, ink, bold=True, figures=True, anchor="end")
    sheet.text(0, y, name, "quiet", room=sheet.look.width - drawn - u)


def _missing(sheet: Sheet, short: str, left: float, bottom: float) -> None:
    u, width = sheet.look.text, sheet.look.width - left
    sheet.bar(left, bottom, width, 1.9 * u, "block_tint", frame="block", radius=0)
    wide = text_width(short, u, bold=True)
    if wide <= width - 0.6 * u:
        sheet.text(left + width / 2, bottom + 0.95 * u, short, "block", bold=True, anchor="middle")
    elif wide <= left - 0.6 * u:
        sheet.text(left - 0.5 * u, bottom + 0.95 * u, short, "block", bold=True, anchor="end")
