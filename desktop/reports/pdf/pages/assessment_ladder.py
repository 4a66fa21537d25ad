"""The ladder as rising steps, what keeps the system from the next one, and a rung that was set by hand."""

from desktop.analysis.ladder import Unmet
from desktop.reports.assessment import AssessmentReport
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.marks import rectangle
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, HEAD, TEXT, rich
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day_long, number

_RISES, _GAP = {False: (14.0, 8.0), True: (11.0, 6.0)}, 5.0  # the lowest step and what each next one adds
_SHOWN = 3


def ladder(report: Report, one: SystemReport) -> Fragment:
    """Steps on the left, the criteria that are not met on the right; below, who set the rung by hand and why."""
    block, found = Fragment(), one.assessment
    left, right = span(6) - GUTTER / 2, column(7) + GUTTER / 2
    head = say("board-assessment.ladder-head", rung=found.rung.rung, top=len(found.steps))
    block.line(0, HEAD.first_baseline(0), head, HEAD, left)
    block.include(ladder_steps(found, left).as_figure(head), 0, HEAD.leading + 7)
    block.include(_unmet(report, one, INNER - right), right, 0)
    block.upright(column(7) - GUTTER / 2, 2, block.height)
    if override := one.system.rung_override:
        on = day_long(override.on) if override.on else say("board-assessment.no-day")
        values = {"rung": override.rung, "by": override.by, "on": on, "earned": found.rung.earned}
        said, reason = say("board-assessment.override", **values), f"“{override.reason.strip()}”"
        text = rich((f"{said} ", CAPTION_STRONG), (reason, CAPTION.coloured("text")))
        block.height = block.paragraph(0, block.height + 7, text, CAPTION, INNER, 4)
    return block


def ladder_steps(found: AssessmentReport, width: float, *, low: bool = False) -> Fragment:
    """Filled as far as the criteria are met: dark where a rung is reached, pale and dashed where it was set by hand."""
    lowest, rise = _RISES[low]
    block, steps = Fragment(), found.steps
    step = (width - _GAP * (len(steps) - 1)) / max(len(steps), 1)
    floor = lowest + rise * (len(steps) - 1)
    for place, entry in enumerate(steps):
        x, tall = place * (step + _GAP), lowest + rise * place
        share = entry.met / entry.total if entry.total else 0.0
        reached, by_hand = place < found.rung.earned, found.rung.earned <= place < found.rung.rung
        block.bar(x, floor - tall, step, tall, "heat0" if by_hand else "surface", None if by_hand else "edge")
        block.bar(x, floor - tall, step * share, tall, "accent" if reached else "heat2")
        if by_hand:
            block.path(*rectangle(x, floor - tall, step, tall), colour="accent", dash=(2.5, 2))
        met = say("board.met-of-bare", met=entry.met, total=entry.total)
        number_of = block.line(x, CAPTION.first_baseline(floor + 4), f"{place + 1}", CAPTION_STRONG)
        block.line(x + number_of + 6, CAPTION.first_baseline(floor + 4), met, CAPTION)
        name = CAPTION_STRONG if place == found.rung.rung - 1 else CAPTION.coloured("text")
        block.paragraph(x, floor + 4 + CAPTION.leading, entry.group.name, name, step + _GAP - 2, 2)
    block.height = floor + 4 + 3 * CAPTION.leading
    return block


def _unmet(report: Report, one: SystemReport, width: float) -> Fragment:
    block, rung = Fragment(), one.assessment.rung
    if rung.next_rung is None:
        block.line(0, HEAD.first_baseline(0), say("board-assessment.top-head"), HEAD, width)
        block.height = block.paragraph(0, HEAD.leading + 7, say("board-assessment.top"), TEXT, width)
        return block
    block.line(0, HEAD.first_baseline(0), say("board-assessment.unmet-head", rung=rung.next_rung), HEAD, width)
    y = HEAD.leading + 6
    for entry in rung.unmet[:_SHOWN]:
        y = _criterion(block, report, entry, (y, width))
    if len(rung.unmet) > _SHOWN:
        y = block.paragraph(0, y, count("board-assessment.unmet-more", len(rung.unmet) - _SHOWN), CAPTION, width, 1)
    days = number(sum(task.effort.likely or 0 for task in rung.tasks), 0)
    work = count("board-assessment.tasks", len(rung.tasks), days=days)
    block.height = block.paragraph(0, y + 2, work, CAPTION_STRONG, width, 2)
    return block


def _criterion(block: Fragment, report: Report, entry: Unmet, place: tuple[float, float]) -> float:
    """The question in at most two lines, with why it is not met at the end of the first."""
    y, width = place
    because = say(f"board-assessment.because-{entry.because}", level=entry.level)
    taken = block.line(width, CAPTION.first_baseline(y), because, CAPTION, width * 0.4, "right")
    prompt = report.method.question[entry.question].prompt
    return block.paragraph(0, y, prompt, CAPTION.coloured("text"), width - taken - 10, 2) + 2.5
