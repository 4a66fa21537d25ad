"""The four weeks of the sprint as rising steps, each filled as far as its checks are met; and the thirty days."""

from datetime import date, timedelta

from desktop.analysis.progress import PageProgress, sprint_day
from desktop.reports.pdf.figures.scale import Scale
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, CELL_STRONG, TEXT
from desktop.text import count, say
from desktop.text.formatting import day

_LOWEST, _RISE, _GAP = 14.0, 9.0, 5.0
_DAYS = 30


def week_steps(weeks: tuple[PageProgress, ...], width: float) -> Fragment:
    """One step a week; a frame without filling has nothing met yet."""
    block = Fragment()
    step = (width - _GAP * (len(weeks) - 1)) / max(len(weeks), 1)
    floor = _LOWEST + _RISE * (len(weeks) - 1)
    for place, week in enumerate(weeks):
        x, height = place * (step + _GAP), _LOWEST + _RISE * place
        share = week.done / len(week.checks) if week.checks else 0.0
        complete = share == 1
        block.bar(x, floor - height, step, height, "surface", "edge" if share == 0 else "accent")
        block.bar(x, floor - height, step * share, height, "accent" if complete else "heat2")
        block.line(x, floor + 13, f"{week.page.week} {week.page.name}", CELL_STRONG, step)
        met = say("board.met-of", met=week.done, total=len(week.checks))
        block.line(x, floor + 24, met, CAPTION, step)
    block.height = floor + 27
    return block


def sprint_days(start: date | None, today: date, width: float) -> Fragment:
    """Where today lies in the thirty days; honest before the start, after the end and without a start."""
    block = Fragment()
    if start is None:
        block.height = block.paragraph(0, 0, say("board.days-unknown"), TEXT, width, 3)
        return block
    end = start + timedelta(days=_DAYS - 1)
    scale = Scale(0, _DAYS, 0, width)
    reached = min(max((today - start).days + 1, 0), _DAYS)
    block.bar(0, 17, width, 7, "heat0")
    block.bar(0, 17, scale.at(reached), 7, "heat2")
    for week in (7, 14, 21):
        block.upright(scale.at(week), 17, 24, "surface", 1.0)
    if 0 < reached <= _DAYS and today <= end:
        block.path((scale.at(reached), 14), (scale.at(reached), 27), colour="text", width=2.0)
        _mark_today(block, scale.at(reached), day(today, year=False), width)
    block.line(0, 36, day(start, year=False), CAPTION)
    block.line(width, 36, day(end, year=False), CAPTION, None, "right")
    block.height = block.paragraph(0, 46, days_sentence(start, today), TEXT, width, 3)
    return block


def days_sentence(start: date | None, today: date) -> str:
    """How far the thirty days are, in words."""
    if start is None:
        return say("board.days-unknown")
    reached = sprint_day(start, today)
    if reached is None:
        return count("board.days-before", (start - today).days)
    if reached > _DAYS:
        return count("board.days-over", reached - _DAYS)
    return say("board.days-in", day=reached) if reached < _DAYS else say("board.days-last")


def _mark_today(block: Fragment, x: float, text: str, width: float) -> None:
    half = 18.0
    block.line(min(max(x, half), width - half), 10, text, CAPTION_STRONG, None, "middle")
