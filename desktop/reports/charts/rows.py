"""Charts with one row per thing: the mix of a test set, spread between voices, the four weeks."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from desktop.reports.charts.sheet import Look, Sheet, text_width
from desktop.reports.palette import StateToken


@dataclass(frozen=True, slots=True)
class Slice:
    """A kind of case: shares of real work and of the test set in per cent, and the difference as text."""

    name: str
    real: float
    test: float
    off: str
    within: bool


@dataclass(frozen=True, slots=True)
class MixWords:
    """Headings over the columns of the mix."""

    real: str
    test: str
    off: str


def slice_mix(look: Look, slices: Sequence[Slice], words: MixWords) -> Drawing:
    """Two bars a row: real work in grey, the test set in the accent, in red where it is too far off."""
    sheet, u = Sheet(look), look.text
    row = (look.height - 2.2 * u) / max(len(slices), 1)
    name_room = min(max((text_width(entry.name, u) for entry in slices), default=0), look.width * 0.36)
    off_room = max([text_width(entry.off, u, bold=True, figures=True) for entry in slices] + [text_width(words.off, u)])
    left, right = name_room + 1.2 * u, look.width - off_room - 3.6 * u
    scale = (right - left) / max([max(entry.real, entry.test) for entry in slices] + [1])
    _mix_heading(sheet, words, left)
    for number, entry in enumerate(slices):
        y = look.height - 2.2 * u - row * (number + 0.5)
        _mix_row(sheet, entry, (y, row, left, scale, name_room))
    return sheet.drawing


def _mix_heading(sheet: Sheet, words: MixWords, left: float) -> None:
    u, y, x = sheet.look.text, sheet.look.height - 0.9 * sheet.look.text, left
    room = sheet.look.width - text_width(words.off, u) - u
    for ink, label in (("edge", words.real), ("accent", words.test)):
        if x + 0.9 * u + text_width(label, u) <= room:
            sheet.bar(x, y - 0.3 * u, 0.6 * u, 0.6 * u, ink, radius=1)
            x += 0.9 * u + sheet.text(x + 0.9 * u, y, label, "quiet") + u
    sheet.text(sheet.look.width, y, words.off, "quiet", anchor="end")


def _mix_row(sheet: Sheet, entry: Slice, place: tuple[float, float, float, float, float]) -> None:
    u = sheet.look.text
    y, row, left, scale, name_room = place
    thick = min(0.5 * u, row * 0.24)
    sheet.rule((0, y + row / 2, sheet.look.width, y + row / 2), "line")
    sheet.text(0, y, entry.name, room=name_room + 1)
    ink = "accent" if entry.within else "block"
    for share, bottom, colour in ((entry.real, y + 1, "edge"), (entry.test, y - thick - 1, ink)):
        sheet.bar(left, bottom, share * scale, thick, colour, radius=1)
    sheet.text(
        sheet.look.width,
        y,
        entry.off,
        "text" if entry.within else "block",
        bold=not entry.within,
        figures=True,
        anchor="end",
    )


@dataclass(frozen=True, slots=True)
class Spread:
    """Lowest and highest voice on a scale, with the difference as text; ``flagged`` where they disagree."""

    name: str
    low: float
    high: float
    figure: str
    flagged: bool = False


def dumbbell(look: Look, rows: Sequence[Spread], scale: tuple[float, float] = (0, 4)) -> Drawing:
    """A dot at each end and a bar between; flagged rows in the colour of risk and semibold."""
    sheet, u = Sheet(look), look.text
    step = (look.height - 1.6 * u) / max(len(rows), 1)
    names = min(max((text_width(row.name, u) for row in rows), default=0), look.width * 0.5)
    figures = max((text_width(row.figure, u, bold=True, figures=True) for row in rows), default=0)
    left, right = names + 1.4 * u, look.width - figures - 1.4 * u
    for number, row in enumerate(rows):
        y = look.height - step * (number + 0.5)
        ends = [left + (value - scale[0]) / (scale[1] - scale[0]) * (right - left) for value in (row.low, row.high)]
        ink = "risk" if row.flagged else "edge"
        sheet.text(0, y, row.name, room=names + 1)
        sheet.rule((left, y, right, y), "line")
        sheet.rule((ends[0], y, ends[1], y), ink, 3 if row.flagged else 2)
        for end in ends:
            sheet.dot(end, y, 4.5, ink, frame=None)
        sheet.text(
            look.width, y, row.figure, "risk" if row.flagged else "text", bold=row.flagged, figures=True, anchor="end"
        )
    for at, value in ((left, scale[0]), (right, scale[1])):
        sheet.text(at, 0.6 * u, f"{value:g}", "quiet", figures=True, anchor="middle")
    return sheet.drawing


@dataclass(frozen=True, slots=True)
class Week:
    """One of the four weeks: its name, what is done of what, the count as text, and its state."""

    name: str
    done: int
    total: int
    figure: str
    state: StateToken
    here: bool = False


def week_progress(look: Look, weeks: Sequence[Week]) -> Drawing:
    """Columns side by side, one segment per thing to do; the week that is on has its name in the accent."""
    sheet, u = Sheet(look), look.text
    gap = 1.2 * u
    width = (look.width - gap * (len(weeks) - 1)) / max(len(weeks), 1)
    for number, week in enumerate(weeks):
        left, y = number * (width + gap), look.height - 0.5 * u
        figure = text_width(week.figure, u, figures=True)
        ink = "accent" if week.here else "text"
        sheet.text(left, y - 0.3 * u, week.name, ink, bold=week.here, room=width - figure - 0.6 * u)
        sheet.text(left + width, y - 0.3 * u, week.figure, "quiet", figures=True, anchor="end")
        _segments(sheet, week, (left, y - 2.0 * u, width))
    return sheet.drawing


def _segments(sheet: Sheet, week: Week, place: tuple[float, float, float]) -> None:
    left, y, width = place
    total = max(week.total, 1)
    each = (width - 3 * (total - 1)) / total
    for step in range(total):
        ink = ("block" if week.state == "block" else "done") if step < week.done else "line"
        sheet.bar(left + step * (each + 3), y, each, 0.4 * sheet.look.text, ink if ink != "block" else "done")
