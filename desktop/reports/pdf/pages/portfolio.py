"""The portfolio page: what the systems are, which stand still, what is decided, and a line for each in the sprint."""

from collections.abc import Mapping

from desktop.analysis.portfolio import STALL_MONTHS, PortfolioRow
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.stages import stage_columns
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import decidable, decided
from desktop.reports.pdf.pages.portfolio_sprints import owner_cell, sprints_table
from desktop.reports.pdf.paper import GUTTER, INNER, column, span
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, HEAD, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day, money, number
from desktop.workbook import Stage

_MOST_DECISIONS, _MOST_STALLED, _FEW, _WHOLE = 4, 5, 25, 4


def portfolio_page(book: Book, report: Report, pages: Mapping[str, int]) -> None:
    """Compose the page; the table of systems in the sprint runs on where they are many.

    ``pages`` says on which page each system's own pages begin, by the system's id.
    """
    name = say("board.section-portfolio")
    book.begin(count("board.portfolio-subject", report.summary.systems), name, name)
    book.place(headline(_title(report), _lead(report)))
    book.divide(12)
    book.place(_overview(report))
    book.divide(12)
    sprints_table(book, report, pages)
    book.divide(12)
    _others(book, report)
    book.place(_note(), 6)


def in_brief(report: Report) -> bool:
    """So many systems that each is told on its decision page alone."""
    return len(report.systems) > _WHOLE


def _title(report: Report) -> str:
    summary = report.summary
    if not summary.systems:
        return say("board.portfolio-empty")
    running = summary.stages.get(Stage.OPERATION, 0)
    live = count("board.portfolio-live", running) if running else say("board.portfolio-live-none")
    stalled = count("board.portfolio-stalled", summary.stalled) if summary.stalled else say("board.portfolio-moving")
    return say("board.portfolio-title", systems=count("board.systems", summary.systems), live=live, stalled=stalled)


def _lead(report: Report) -> str:
    """How many of the systems in the sprint are decided, how many wait for a decision, and how many are not ready for one."""
    if not report.systems:
        return say("board.portfolio-lead-none")
    made = sum(decided(one) is not None for one in report.systems)
    ready = sum(decided(one) is None and decidable(one) for one in report.systems)
    short = len(report.systems) - made - ready
    parts = [count("board.in-sprint", report.summary.in_sprint)]
    parts.append(count("board.decided", made) if made else say("board.decided-none"))
    parts += [count(f"board.decide-{key}", n) for key, n in (("ready", ready), ("not-ready", short)) if n]
    parts += [say("board.portfolio-brief")] if in_brief(report) else []
    return " ".join(parts)


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
    outcome = say(f"board.outcome-{decision.outcome.value if decision.outcome else 'go'}")
    width = INNER - x - 42 - taken - 10
    below = block.paragraph(x + 42, y + 3, named(one.system.name), CELL, width, 1)
    over = f" {say('decision.board.over')}" if decision.override else ""
    below = block.paragraph(x + 42, below, f"{outcome}{over}", CAPTION, INNER - x - 42, 1)
    block.rule(below + 3, x)
    return below + 3.6


def _stalled(block: Fragment, report: Report, x: float, top: float) -> float:
    width = INNER - x
    rows = sorted((row for row in report.portfolio if row.stalled), key=lambda row: (-(row.months or 0), row.id))
    head = say("board.stalled-head", months=number(STALL_MONTHS, 1))
    y = block.paragraph(x, top, head, HEAD, width, 2) + 3
    if not rows:
        return block.paragraph(x, y, say("board.stalled-none"), TEXT, width, 2)
    shown = (
        _MOST_STALLED if len(rows) > _MOST_STALLED + 1 else len(rows)
    )  # "and one more" takes the line that one needs
    for stalled in rows[:shown]:
        y = _standing_still(block, stalled, x, y)
    if len(rows) > shown:
        y = block.paragraph(x, y + 3, count("board.stalled-more", len(rows) - shown), CAPTION, width)
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
            owner_cell(system),
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
