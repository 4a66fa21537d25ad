"""Launch readiness on half a page: what the redesign saves, whether the reviewers can take it, who answers, when it opens."""

from decimal import Decimal

from desktop.analysis.progress import PageProgress
from desktop.analysis.raci import DutyRow
from desktop.reports.launch import LaunchReport, launch_report
from desktop.reports.launch_charts import phase_rows, queue_heads, queue_loads
from desktop.reports.launch_words import queue_words, saved_words, whole_words
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import person
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.states import draw_icon
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, CELL_STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day, join, number
from desktop.text.verdicts import verdict_sentence

_TEXT_SIZE, _QUEUE, _PHASE = 8.0, 80.0, 20.0
_MOST_OPEN = 3


def launch_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; a system for which nothing was prepared has none."""
    found = launch_report(report.workbook, report.method, one.system)
    if found is None:
        return
    section = say("launch.board.section")
    book.begin(named(one.system.name), section, section, 1)
    head = headline(_title(found), _lead(found))
    head.figures += _figures(found, one.system.id)
    book.place(head)
    book.divide(12)
    book.place(_checks(report, found))
    book.divide(12)
    book.place(_queue_and_phases(report, one, found))
    book.divide(12)
    _duties(book, report, found)


def _title(found: LaunchReport) -> str:
    values = {"met": found.met, "total": len(found.checks)}
    if found.met == len(found.checks):
        return say("launch.board.title-ready", total=values["total"])
    gravest = found.gravest
    if gravest is None:
        return say("launch.board.title-open", **values)
    failed = sum(entry.verdict.state == "failed" for entry in found.checks)
    if gravest.check.id == "gates-proven":
        return say("launch.board.title-gate", name=str(gravest.verdict.values["name"]).lower())
    if found.queue is not None and gravest.check.id == "queue-fits":
        return say("launch.board.title-queue", hours=number(found.queue.over, 1))
    return count("launch.board.title-failed", failed, label=gravest.check.label)


def _lead(found: LaunchReport) -> str:
    saved = saved_words(found.saving, found.today, found.then)
    parts = [saved.headline if saved else say("launch.board.no-saving")]
    parts.append(queue_words(found.queue).headline if found.queue else say("launch.board.no-queue"))
    return " ".join(parts)


def _checks(report: Report, found: LaunchReport) -> Fragment:
    """The four pages side by side: how many checks are met, and what is open first."""
    block = Fragment()
    note = say("board.met-of", met=found.met, total=len(found.checks))
    top = block.heading(say("launch.board.checks-head"), note)
    for place, page in enumerate(found.pages):
        block.include(_page(report, page), place * column(4), top)
    return block


def _page(report: Report, page: PageProgress) -> Fragment:
    block, width = Fragment(), span(3)
    block.line(0, CAPTION_STRONG.first_baseline(0), page.page.name, CAPTION_STRONG, width - 30)
    met = say("board.met-of-bare", met=page.done, total=len(page.checks))
    block.line(width, CAPTION.first_baseline(0), met, CAPTION, None, "right")
    block.rule(CAPTION.leading + 3, 0, width, "edge")
    y = CAPTION.leading + 7
    ranked = sorted((e for e in page.checks if not e.verdict.met), key=lambda e: e.verdict.state != "failed")
    for checked in ranked[:_MOST_OPEN]:
        draw_icon(block, 4, y + 5.6, checked.verdict.state)
        y = block.paragraph(12, y, checked.check.label, CAPTION_STRONG, width - 12, 2)
        sentence = verdict_sentence(checked.verdict.code, checked.verdict.values, report.currency)
        y = block.paragraph(12, y, sentence, CAPTION, width - 12, 2) + 1.5
    if not ranked:
        draw_icon(block, 4, y + 5.6, "met", spoken=False)
        y = block.paragraph(12, y, say("launch.board.all-met"), CAPTION, width - 12, 2)
    elif len(ranked) > _MOST_OPEN:
        y = block.paragraph(12, y, say("launch.board.more", n=len(ranked) - _MOST_OPEN), CAPTION, width - 12, 1)
    block.height = y
    return block


def _queue_and_phases(report: Report, one: SystemReport, found: LaunchReport) -> Fragment:
    block, width = Fragment(), span(6) - GUTTER / 2
    block.include(_queue(found, width), 0, 0)
    block.include(_phases(report, one, found, width), INNER - width, 0)
    return block


def _queue(found: LaunchReport, width: float) -> Fragment:
    block = Fragment()
    block.height = block.heading(say("launch.board.queue-head"), width=width)
    if found.queue is None:
        block.height = block.paragraph(0, block.height, say("launch.board.no-queue"), TEXT, width, 3)
        return block
    from desktop.reports.charts.handoff import review_queue
    from desktop.reports.charts.sheet import Look
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    look = Look(PAPER, width, _QUEUE, _TEXT_SIZE)
    queue = found.queue
    drawn = taken_over(review_queue(look, queue_loads(queue), float(queue.capacity), queue_heads(queue)))
    block.include(drawn.as_figure(say("launch.board.queue-head")), 0, block.height)
    block.height = block.paragraph(0, block.height + 2, queue_words(queue).detail, CAPTION, width, 2)
    return block


def _phases(report: Report, one: SystemReport, found: LaunchReport, width: float) -> Fragment:
    block = Fragment()
    block.height = block.heading(say("launch.board.phases-head"), width=width)
    if not found.days:
        block.height = block.paragraph(0, block.height, say("launch.board.no-phases"), TEXT, width, 3)
        return block
    from desktop.reports.charts.phases import phase_bars
    from desktop.reports.charts.sheet import Look
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    look = Look(PAPER, width, _PHASE * len(found.days), _TEXT_SIZE)
    rows = phase_rows(found.days, report.stamp.as_of)
    drawn = taken_over(phase_bars(look, rows)).as_figure(say("launch.board.phases-head"))
    block.include(drawn, 0, block.height + 2)
    block.height = block.paragraph(0, block.height + 6, whole_words(found.days), CAPTION, width, 2)
    block.height = block.paragraph(0, block.height, _too_early(found, one), CAPTION.coloured("risk"), width, 2)
    return block


def _too_early(found: LaunchReport, one: SystemReport) -> str:
    """That the rollout begins before the plan is live; both are entries, and one of them has to give way."""
    planned = one.steering.schedule.launch if one.steering.schedule and one.steering.of_plan else None
    first = found.days[0].start
    if planned is None or first >= planned:
        return ""
    return say("launch.board.too-early", first=day(first), launch=day(planned))


_DUTIES = (
    Column("launch.board.duty", 0, 190, lines=1),
    Column("launch.board.accountable", 196, 110, lines=1),
    Column("launch.board.does", 312, INNER - 312, lines=1),
)


def _duties(book: Book, report: Report, found: LaunchReport) -> None:
    lead, right = Fragment(), sum(duty.gap is None for duty in found.duties)
    note = say("board.met-of", met=right, total=len(found.duties))
    lead.height = lead.heading(say("launch.board.raci-head"), note)
    book.place_table(lead, header(_DUTIES), [_duty(report, duty) for duty in found.duties])


def _duty(report: Report, duty: DutyRow) -> Fragment:
    names = tuple(person(report, who) or who for who in duty.accountable)
    doing = tuple(person(report, who) or who for who in duty.responsible)
    wrong = "" if duty.gap is None else say(f"launch.board.gap.{duty.gap}")
    state = "met" if duty.gap is None else "failed"
    return row(
        _DUTIES,
        (
            Cell(named(duty.name), CELL_STRONG, state=state),
            Cell(join(names) or say("board.none")),
            Cell(wrong or join(doing), CAPTION.coloured("risk" if wrong else "text")),
        ),
        padding=2.0,
    )


def _figures(found: LaunchReport, system: str) -> list[Figure]:
    entry, figures = say("launch.board.entry"), []
    if found.saving is not None:
        made = say("launch.board.made-saving", today=_rounded(found.today.hours), then=_rounded(found.then.hours))
        value = say("launch.board.hours-month", hours=_rounded(found.saving.hours))
        figures.append(Figure(say("launch.board.figure-saving"), value, made, entry, system))
    if found.queue is not None:
        made = say(
            "launch.board.made-queue", needed=number(found.queue.needed, 1), there=number(found.queue.capacity, 1)
        )
        figures.append(
            Figure(
                say("launch.board.figure-queue"),
                say("launch.queue.hours", hours=number(found.queue.needed, 1)),
                made,
                entry,
                system,
            )
        )
    shown = say("launch.board.of", met=found.met, total=len(found.checks))
    figures.append(Figure(say("launch.board.figure-checks"), shown, say("launch.board.made-checks"), entry, system))
    return figures


def _rounded(hours: Decimal | None) -> str:
    return number(hours, 0) if hours is not None else say("board.none")
