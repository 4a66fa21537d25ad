"""The plan on one page: when it is over, what sets that day, work done against what was agreed, and what has come since."""

from desktop.planning.all_tasks import TrackTask, last_baseline
from desktop.reports.burn_words import burn_curves, burn_sentence
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.gantt import Launch, gantt
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.slip import days_late
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.states import draw_icon
from desktop.reports.pdf.words import CAPTION, CELL_STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.reports.since_words import Happened, Kind, Words, happened, summary
from desktop.text import count, say
from desktop.text.formatting import day, day_long, percent
from desktop.workbook.plan import TaskStatus

_MOST, _APART, _CHART = 11, 11.0, 132.0
_LEAST, _LINE = 190.0, 24.0  # points: what the two blocks below take at the least, and one line of the right one
_STATES: dict[Kind, str] = {
    "done": "done",
    "earlier": "done",
    "freed": "done",
    "slipped": "late",
    "blocked": "problem",
    "decided": "soon",
}


def plan_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; a system without a plan has none."""
    found = one.steering.schedule
    if found is None or not one.steering.of_plan:
        return
    section = say("checkin.board.section")
    book.begin(named(one.system.name), section, section, 1)
    head = headline(_title(report, one), _lead(report, one))
    head.figures += _figures(one)
    book.place(head)
    book.divide(_APART)
    book.place(_chart(report, one))
    book.divide(_APART)
    book.place(_below(report, one, max(book.room - 2 * _APART, _LEAST)))


def _title(report: Report, one: SystemReport) -> str:
    found = one.steering.schedule
    if found is None or found.launch is None:
        return say("checkin.board.title-cut")
    late, launch = days_late(report, one), day_long(found.launch)
    forecast = one.steering.span
    if forecast is not None and found.launch < forecast.p10:
        return say("checkin.board.title-forecast", day=launch, first=day_long(forecast.p10))
    if late is None:
        return say("checkin.board.title", day=launch)
    if late == 0:
        return say("checkin.board.title-agreed", day=launch)
    return count("checkin.board.title-later" if late > 0 else "checkin.board.title-sooner", abs(late), day=launch)


def _lead(report: Report, one: SystemReport) -> str:
    steering = one.steering
    found, tasks = steering.schedule, steering.of_plan
    parts = []
    if found is not None:
        week = (report.stamp.as_of - found.first_day).days // 7 + 1
        parts.append(say("checkin.board.lead-week", week=max(week, 1)))
        late = sum(task.finish is not None and task.finish > found.window_end for task in tasks)
        parts.append(count("checkin.board.lead-over", late) if late else say("checkin.board.lead-fits"))
    if steering.burn_up is not None:
        parts.append(burn_sentence(steering.burn_up))
    if steering.absent is not None:
        parts.append(say("checkin.board.lead-absent", days=steering.absent.days))
    return " ".join(parts)


def _figures(one: SystemReport) -> list[Figure]:
    steering, key, entry = one.steering, one.system.id, say("checkin.board.entry-plan")
    found, figures = steering.schedule, []
    if found is not None and found.launch is not None:
        figures.append(
            Figure(
                say("checkin.board.figure-launch"), day_long(found.launch), say("checkin.board.made-launch"), entry, key
            )
        )
    if steering.span is not None:
        value = say("checkin.board.range", low=day(steering.span.p10), high=day(steering.span.p90))
        figures.append(Figure(say("checkin.board.figure-span"), value, say("checkin.board.made-span"), entry, key))
    if steering.burn_up is not None:
        value = percent(steering.burn_up.share_done, 0)
        figures.append(Figure(say("checkin.board.figure-done"), value, say("checkin.board.made-done"), entry, key))
    return figures


def _chart(report: Report, one: SystemReport) -> Fragment:
    steering, today = one.steering, report.stamp.as_of
    found, baseline = steering.schedule, last_baseline(one.system.plan)
    shown = chosen(steering.of_plan, report)
    block = Fragment()
    whole = len(steering.of_plan)
    note = say("checkin.board.shown", n=len(shown), of=whole) if len(shown) < whole else ""
    block.height = block.heading(say("checkin.board.gantt"), note)
    people = {key: person.name for key, person in report.workbook.people.items()}
    launch = None
    if found is not None and found.launch is not None:
        launch = Launch(found.launch, baseline.launch if baseline else None, steering.span)
    first = found.first_day if found is not None else today
    drawn = gantt(shown, people, first, today, launch)
    block.include(drawn.as_figure(say("checkin.board.gantt")), 0, block.height)
    return block


def chosen(tasks: tuple[TrackTask, ...], report: Report) -> tuple[TrackTask, ...]:
    """What the page has room for: what is late or blocked, what sets the day, what slipped, then what comes next.

    In the order of their days.
    """
    today = report.stamp.as_of

    def rank(task: TrackTask) -> tuple[int, int]:
        order = task.start.toordinal() if task.start else 0
        if task.late(today) or task.status is TaskStatus.BLOCKED:
            return 0, order
        if task.critical:
            return 1, order
        if (task.slip or 0) > 0 and not task.done:
            return 2, order
        return (4 if task.done else 3), order

    wanted = sorted(tasks, key=rank)[:_MOST]
    return tuple(task for task in tasks if task in wanted)


def _below(report: Report, one: SystemReport, room: float) -> Fragment:
    """Burn-up on the left, what has come since the last steering meeting on the right."""
    block, left, right = Fragment(), span(6) - GUTTER / 2, column(7) + GUTTER / 2
    block.include(_burn_up(one, left), 0, 0)
    block.include(_since(report, one, (INNER - right, room)), right, 0)
    block.upright(column(7) - GUTTER / 2, 2, block.height)
    return block


def _burn_up(one: SystemReport, width: float) -> Fragment:
    from desktop.reports.charts.burn_up import burn_up_chart
    from desktop.reports.charts.sheet import Look
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    block, found = Fragment(), one.steering.burn_up
    agreed = found is not None and bool(found.agreed)
    block.height = block.heading(say("checkin.burn" if agreed else "checkin.burn.bare"), "", width)
    if found is None:
        return block
    curves, words = burn_curves(found)
    drawn = taken_over(burn_up_chart(Look(PAPER, width, _CHART, 8.0), curves, words))
    block.include(drawn.as_figure(say("checkin.burn" if agreed else "checkin.burn.bare")), 0, block.height)
    block.height = block.paragraph(0, block.height + 4, say("checkin.burn.note"), CAPTION, width, 2)
    return block


def _since(report: Report, one: SystemReport, size: tuple[float, float]) -> Fragment:
    """Since the last steering meeting; since the last check-in where no meeting was held yet. As many lines as fit."""
    (width, room), block, found = size, Fragment(), one.steering.meeting or one.steering.week
    which = "meeting" if one.steering.meeting is not None else "week"
    note = day(found.checkin.on, year=False) if found else ""
    block.height = block.heading(say(f"checkin.board.since-{which}"), note, width)
    if found is None:
        block.height = block.paragraph(0, block.height, say("checkin.board.since-none"), TEXT, width, 3)
        return block
    words = Words(report.method, report.workbook.people)
    block.height = block.paragraph(0, block.height, summary(found.since), CELL_STRONG, width, 2) + 4
    every, told = happened(found.since, words), 0
    for line in _told(every):
        if block.height + _LINE + CAPTION.leading > room:
            break
        block.height, told = _line(block, line, block.height, width), told + 1
    if len(every) > told:
        block.height = block.paragraph(
            0, block.height + 1, count("checkin.board.more", len(every) - told), CAPTION, width, 1
        )
    return block


def _told(every: tuple[Happened, ...]) -> list[Happened]:
    """What a board needs of it: dates, decisions and blockers first, then slips, then what was done."""
    order = {"decided": 0, "blocked": 1, "slipped": 2, "earlier": 3, "done": 4, "freed": 5}
    lines = [line for line in every if line.kind in _STATES]
    dates = [line for line in lines if not line.key and line.kind != "decided"]
    return [*dates, *sorted((line for line in lines if line not in dates), key=lambda line: order[line.kind])]


def _line(block: Fragment, line: Happened, top: float, width: float) -> float:
    draw_icon(block, 4, CAPTION.first_baseline(top) - 3, _STATES[line.kind])
    below = block.paragraph(13, top, line.title, CAPTION.coloured("text"), width - 13, 1)
    said = " · ".join(part for part in (line.words, line.who) if part)
    return block.paragraph(13, below, said, CAPTION, width - 13, 1) + 1.5
