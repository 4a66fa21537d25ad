"""The launch on an axis of its own: the forecast as a bar, the planned day upright, the agreed one as an open diamond."""

from datetime import date

from desktop.reports.pdf.figures.labels import Label, diamond, labels
from desktop.reports.pdf.figures.scale import Scale
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook.checkin import FrozenSpan

_AXIS, _BAR, _ROOM = 22.0, 7.0, 0.12  # the share of the width that stays free on either side


def launch_range(planned: date, agreed: date | None, span: FrozenSpan | None, width: float) -> Fragment:
    """The days in their order; the agreed day is drawn only where it is another than the planned one."""
    block, moved = Fragment(), agreed if agreed != planned else None
    days = [planned, *([moved] if moved else []), *([span.p10, span.p90] if span else [])]
    scale = Scale(min(days).toordinal(), max(days).toordinal(), width * _ROOM, width * (1 - _ROOM))
    at = {one: scale.at(one.toordinal()) for one in days}
    block.rule(_AXIS, 0, width, "line", 0.8)
    named: list[Label] = [(at[planned], day(planned, year=False), CAPTION_STRONG)]
    if span is not None:
        block.bar(at[span.p10], _AXIS - _BAR / 2, max(at[span.p90] - at[span.p10], 2), _BAR, "heat2")
        named += [(at[one], day(one, year=False), CAPTION) for one in {span.p10, span.p90} - {planned}]
    block.path((at[planned], _AXIS - 5), (at[planned], _AXIS + 5), colour="text", width=2.0)
    if moved is not None:
        diamond(block, at[moved], _AXIS, "risk", hollow=True)
        text = say("checkin.board.agreed", day=day(moved, year=False))
        labels(block, [(at[moved], text, CAPTION.coloured("risk"))], _AXIS - 9, (0, width))
    labels(block, named, _AXIS + 15, (0, width))
    block.height = _AXIS + 19
    return block
