"""The portfolio page: what the systems are, which stand still, what is decided, and a line for each in the sprint."""

from desktop.analysis.portfolio import STALL_MONTHS, PortfolioRow
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.stages import stage_columns
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import decided
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.states import LOOKS
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, HEAD, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day, money, number, percent
from desktop.workbook import Stage

_MOST_DECISIONS, _MOST_STALLED, _FEW = 4, 5, 25


def portfolio_page(book: Book, report: Report) -> None:
    """Compose the page; the table of systems in the sprint runs on where they are many."""
    name = say("board.section-portfolio")
    book.begin(count("board.portfolio-subject", report.summary.systems), name, name)
    book.place(headline(_title(report), _lead(report)))
    book.divide(12)
    book.place(_overview(report))
    book.divide(12)
    _sprints(book, report)
    book.divide(12)
    _others(book, report)
    book.place(_note(), 6)


def _title(report: Report) -> str:
    summary = report.summary
    if not summary.systems:
        return say("board.portfolio-empty")
    live = count("board.portfolio-live", summary.stages.get(Stage.OPERATION, 0))
    stalled = count("board.portfolio-stalled", summary.stalled) if summary.stalled else say("board.portfolio-moving")
    return say("board.portfolio-title", systems=count("board.systems", summary.systems), live=live, stalled=stalled)


def _lead(report: Report) -> str:
    made = sum(decided(one) is not None for one in report.systems)
    summary = report.summary
    if not report.systems:
        return say("board.portfolio-lead-none")
    sprint = count("board.in-sprint", summary.in_sprint)
    return say(
        "board.portfolio-lead",
        sprint=sprint,
        decided=count("board.decided", made) if made else say("board.decided-none"),
    )


def _overview(report: Report) -> Fragment:
    block, summary, right = Fragment(), report.summary, column(7) + 8
    left = right - 2 * GUTTER
    top = HEAD.leading + 6
    block.line(0, HEAD.first_baseline(0), say("board.stages-head"), HEAD, span(6))
    block.include(stage_columns(summary, left).as_figure(say("board.stages-head")), 0, top)
    owned = say("board.owned", owned=f"{summary.owned:,}", total=f"{summary.systems:,}")
    unknown = count("board.start-unknown", summary.start_unknown) if summary.start_unknown else ""
    block.height = block.paragraph(0, block.height + 8, f"{owned} {unknown}".strip(), TEXT, left, 3)
    bottom = _decisions(block, report, right)
    bottom = _stalled(block, report, right, bottom + 12)
    block.height = max(block.height, bottom)
    block.upright(right - GUTTER, 2, block.height)
    block.figures += _figures(report)
    return block


def _decisions(block: Fragment, report: Report, x: float) -> float:
    width, y = INNER - x, HEAD.leading + 5
    block.line(x, HEAD.first_baseline(0), say("board.decisions-head"), HEAD, width)
    made = [one for one in report.systems if decided(one)]
    newest = sorted(made, key=lambda one: (str(one.sprint.decision.decided_on), one.system.id), reverse=True)
    if not newest:
        return block.paragraph(x, y, say("board.decisions-none"), TEXT, width, 2)
    for one in newest[:_MOST_DECISIONS]:
        y = _decision(block, report, one, x, y)
    if len(newest) > _MOST_DECISIONS:
        y = block.paragraph(x, y + 2, count("board.decisions-more", len(newest) - _MOST_DECISIONS), CAPTION, width)
    return y


def _decision(block: Fragment, report: Report, one: SystemReport, x: float, y: float) -> float:
    decision, baseline = one.sprint.decision, CELL.first_baseline(y + 3)
    on = day(decision.decided_on, year=False) if decision.decided_on else say("board.none")
    block.line(x, baseline, on, CELL_STRONG.coloured("accent"))
    budget = money(decision.budget, report.currency) if decision.budget is not None else ""
    taken = block.line(INNER, baseline, budget, CELL, None, "right")
    outcome = decision.outcome.value if decision.outcome else "go"
    text = say("board.decision-line", system=named(one.system.name), outcome=say(f"board.outcome-{outcome}").lower())
    text = f"{text} {say('decision.board.over')}" if decision.override else text
    below = block.paragraph(x + 42, y + 3, text, CELL, INNER - x - 42 - taken - 10, 2)
    block.rule(below + 3, x)
    return below + 3.6


def _stalled(block: Fragment, report: Report, x: float, top: float) -> float:
    width = INNER - x
    rows = sorted((row for row in report.portfolio if row.stalled), key=lambda row: (-(row.months or 0), row.id))
    head = say("board.stalled-head", months=number(STALL_MONTHS, 1))
    y = block.paragraph(x, top, head, HEAD, width, 2) + 3
    if not rows:
        return block.paragraph(x, y, say("board.stalled-none"), TEXT, width, 2)
    for stalled in rows[:_MOST_STALLED]:
        y = _standing_still(block, stalled, x, y)
    if len(rows) > _MOST_STALLED:
        y = block.paragraph(x, y + 3, count("board.stalled-more", len(rows) - _MOST_STALLED), CAPTION, width)
    return y


def _standing_still(block: Fragment, stalled: PortfolioRow, x: float, y: float) -> float:
    baseline = CELL.first_baseline(y + 3)
    months = say("board.months", n=number(stalled.months or 0, 1))
    taken = block.line(INNER, baseline, months, CELL_STRONG.coloured("risk"), None, "right")
    owner = "" if stalled.owner else say("board.no-owner")
    marked = block.line(INNER - taken - 10, baseline, owner, CAPTION.coloured("block"), None, "right")
    block.line(x, baseline, named(stalled.name), CELL, INNER - x - taken - marked - 20)
    block.rule(y + 3 + CELL.leading + 3, x)
    return y + 3 + CELL.leading + 3.6


_SPRINTS = (
    Column("board.system", 0, span(4) - 6),
    Column("board.owner", column(5) - 6, span(2)),
    Column("board.checks", column(7) - 10, span(1) + 12, "right"),
    Column("board.right", column(8) + 2, span(1) + 8, "right"),
    Column("board.net-short", column(9) + 8, span(1) + 26, "right"),
    Column("board.decision", column(11) - 6, INNER - column(11) + 6),
)


def _sprints(book: Book, report: Report) -> None:
    lead = Fragment()
    lead.height = lead.heading(say("board.sprints-head"), say("board.sprints-note") if report.systems else "")
    if not report.systems:
        lead.height = lead.paragraph(0, lead.height, say("board.sprints-none"), TEXT, INNER)
        book.place(lead)
        return
    book.place_table(lead, header(_SPRINTS), [_sprint(report, one) for one in report.systems])


def _sprint(report: Report, one: SystemReport) -> Fragment:
    owner, latest, net = one.row.owner, one.evaluation.latest, one.numbers.net
    late = sum(task.state == "late" for task in one.tasks)
    outcome = decided(one)
    look = LOOKS["late"]
    state = (
        Cell(say(f"board.outcome-{outcome.value}"), CELL_STRONG, note=_over(one), note_lines=2)
        if outcome
        else Cell(say("board.open"), CELL.coloured("quiet"))
    )
    if late and not outcome:
        state = Cell(count("board.late", late), CELL_STRONG.coloured(look.colour), state="late")
    return row(
        _SPRINTS,
        (
            Cell(named(one.system.name), CELL_STRONG, note=one.system.unit.strip()),
            Cell(owner) if owner else Cell(say("board.no-owner"), CELL_STRONG.coloured("block")),
            Cell(say("board.met-of-bare", met=one.done, total=one.total)),
            Cell(percent(latest.interval.share) if latest else say("board.none")),
            Cell(money(net.likely, report.currency) if net and net.likely is not None else say("board.none")),
            state,
        ),
    )


def _over(one: SystemReport) -> str:
    return say("decision.board.over") if one.sprint.decision.override else ""


_OTHERS = (
    Column("board.system", 0, span(4) - 6),
    Column("board.owner", column(5) - 6, span(2)),
    Column("board.unit", column(7) - 10, span(2) + 8, lines=1),
    Column("board.stage", column(9) + 8, span(2) - 6, lines=1),
    Column("board.since", column(11) - 14, INNER - column(11) + 14, "right"),
)


def _others(book: Book, report: Report) -> None:
    rows = [row for row in report.portfolio if not row.in_sprint]
    if not rows or len(report.portfolio) > _FEW:
        return
    lead = Fragment()
    lead.height = lead.heading(say("board.others-head"), say("board.others-note"))
    ordered = sorted(rows, key=lambda row: (-(row.months or 0), row.id))
    book.place_table(lead, header(_OTHERS), [_other(row) for row in ordered])


def _other(system: PortfolioRow) -> Fragment:
    months = say("board.months", n=number(system.months, 1)) if system.months is not None else say("board.none")
    stage = say(f"board.stage-{system.stage.value if system.stage else 'unknown'}")
    return row(
        _OTHERS,
        (
            Cell(named(system.name)),
            Cell(system.owner) if system.owner else Cell(say("board.no-owner"), CELL_STRONG.coloured("block")),
            Cell(system.unit.strip() or say("board.none"), CELL.coloured("quiet")),
            Cell(stage),
            Cell(months, CELL_STRONG.coloured("risk") if system.stalled else CELL),
        ),
        padding=2.6,
    )


def _figures(report: Report) -> list[Figure]:
    summary, entry = report.summary, say("board.entry-portfolio")
    return [
        Figure(say("board.figure-systems"), f"{summary.systems:,}", say("board.made-systems"), entry),
        Figure(say("board.figure-live"), f"{summary.stages.get(Stage.OPERATION, 0):,}", say("board.made-live"), entry),
        Figure(say("board.figure-stalled"), f"{summary.stalled:,}",
               say("board.made-stalled", months=number(STALL_MONTHS, 1)), entry),
        Figure(say("board.figure-owned"), f"{summary.owned:,}", say("board.made-owned"), entry),
    ]  # fmt: skip


def _note() -> Fragment:
    block = Fragment()
    block.height = block.paragraph(0, 0, say("board.stall-note", months=number(STALL_MONTHS, 1)), CAPTION, INNER, 2)
    return block
