"""Page 1: how far the system is, and when it goes live; before a diagnosis or a plan, the four weeks and the thirty days."""

from desktop.planning.all_tasks import last_baseline
from desktop.reports.pdf.figures.launch_range import launch_range
from desktop.reports.pdf.figures.weeks import sprint_days, week_steps
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.assessment_ladder import ladder_steps
from desktop.reports.pdf.pages.findings import decided
from desktop.reports.pdf.pages.slip import days_late
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.words import CAPTION, HEAD
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day, day_long
from desktop.workbook.decision import Outcome

_TOP = HEAD.leading + 7


def position(report: Report, one: SystemReport) -> Fragment:
    """Both halves side by side; each falls back by itself where nothing is known of it yet."""
    block, left, right = Fragment(), span(8) - GUTTER / 2, column(9) + GUTTER / 2
    block.include(_reached(one, left), 0, 0)
    block.include(_launch(report, one, INNER - right), right, 0)
    block.upright(column(9) - GUTTER / 2, 2, block.height)
    return block


def _reached(one: SystemReport, width: float) -> Fragment:
    """The ladder where the diagnosis says anything, else the checks of the four weeks."""
    block, found = Fragment(), one.assessment
    if not found.answered or not any(step.total for step in found.steps):
        head = say("board.weeks-head", met=one.done, total=one.total)
        block.line(0, HEAD.first_baseline(0), head, HEAD, width)
        block.include(week_steps(one.weeks, width).as_figure(head), 0, _TOP)
        return block
    rung = found.rung
    name = found.steps[rung.rung - 1].group.name.lower() if rung.rung else say("board.rung-none")
    by_hand = "board.rung-by-hand" if rung.overridden else "board.rung-head"
    head = say(by_hand, rung=rung.rung, top=len(found.steps), name=name, earned=rung.earned)
    block.line(0, HEAD.first_baseline(0), head, HEAD, width)
    block.include(ladder_steps(found, width, low=True).as_figure(head), 0, _TOP)
    if rung.next_rung is not None:
        said = count("board.rung-short", len(rung.unmet), next=rung.next_rung)
        block.height = block.paragraph(0, block.height + 3, said, CAPTION.coloured("text"), width, 1)
    return block


def _launch(report: Report, one: SystemReport, width: float) -> Fragment:
    """The forecast of the launch where there is a plan, else where today lies in the thirty days."""
    block, found = Fragment(), one.steering.schedule
    if found is None or found.launch is None:
        block.line(0, HEAD.first_baseline(0), say("board.days-head"), HEAD, width)
        block.include(sprint_days(one.start, report.stamp.as_of, width), 0, _TOP + 2)
        return block
    forecast, baseline = one.steering.span, last_baseline(one.system.plan)
    head = "board.launch-not" if decided(one) is Outcome.NO_GO else "board.launch-head"
    block.line(0, HEAD.first_baseline(0), say(head, day=day(found.launch)), HEAD, width)
    agreed = baseline.launch if baseline else None
    drawn = launch_range(found.launch, agreed, forecast, width)
    block.include(drawn.as_figure(say("checkin.board.launch")), 0, _TOP)
    said = _late(report, one)
    if forecast is not None:
        key = "board.launch-before" if found.launch < forecast.p10 else "board.launch-forecast"
        said = f"{said} {say(key, low=day(forecast.p10, year=False), high=day_long(forecast.p90))}"
    block.height = block.paragraph(0, block.height + 3, said, CAPTION.coloured("text"), width, 4)
    return block


def _late(report: Report, one: SystemReport) -> str:
    late = days_late(report, one)
    if late is None:
        return say("board.launch-unagreed")
    if late == 0:
        return say("board.launch-agreed")
    return count("board.launch-later" if late > 0 else "board.launch-sooner", abs(late))
