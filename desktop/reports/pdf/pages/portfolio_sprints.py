"""The systems in the sprint, a line each: how far, how good, what it brings, when it is live, what is decided, and where."""

from collections.abc import Mapping

from desktop.analysis.portfolio import PortfolioRow
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.findings import decided
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.states import LOOKS
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CELL, CELL_STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say
from desktop.text.formatting import day, money, percent

_COLUMNS = (
    Column("board.system", 0, 132),
    Column("board.owner", 136, 78),
    Column("board.rung", 214, 34, "right"),
    Column("board.right", 252, 38, "right"),
    Column("board.net-short", 294, 56, "right"),
    Column("board.launch", 354, 38, "right"),
    Column("board.decision", 402, 70),
    Column("board.page-head", 468, INNER - 468, "right"),
)


def sprints_table(book: Book, report: Report, pages: Mapping[str, int]) -> None:
    """The table; each line leads to the system's own pages, which begin on ``pages``."""
    lead = Fragment()
    lead.height = lead.heading(say("board.sprints-head"), say("board.sprints-note") if report.systems else "")
    if not report.systems:
        lead.height = lead.paragraph(0, lead.height, say("board.sprints-none"), TEXT, INNER)
        book.place(lead)
        return
    book.place_table(lead, header(_COLUMNS), [_line(report, one, pages.get(one.system.id)) for one in report.systems])


def _line(report: Report, one: SystemReport, page: int | None) -> Fragment:
    latest, net = one.evaluation.latest, one.numbers.net
    launch = one.steering.schedule.launch if one.steering.schedule else None
    block = row(
        _COLUMNS,
        (
            Cell(named(one.system.name), CELL_STRONG, note=one.system.unit.strip()),
            owner_cell(one.row),
            Cell(_rung(one)),
            Cell(percent(latest.interval.share) if latest else say("board.none")),
            Cell(money(net.likely, report.currency) if net and net.likely is not None else say("board.none")),
            Cell(day(launch, year=False), note=str(launch.year)) if launch else Cell(say("board.none")),
            _state(one),
            Cell(str(page) if page else "", CELL.coloured("accent")),
        ),
    )
    if page:
        block.lead_to(page, say("board.link-system", system=named(one.system.name), page=page))
    return block


def owner_cell(system: PortfolioRow) -> Cell:
    """The owner's name; where it is no person's, that is said below it."""
    if not system.owner:
        return Cell(say("board.no-owner"), CELL_STRONG.coloured("block"))
    if system.owner_is_person:
        return Cell(system.owner)
    return Cell(say("board.not-a-person"), CELL_STRONG.coloured("block"), note=system.owner)


def _rung(one: SystemReport) -> str:
    found = one.assessment
    return (
        say("board.met-of-bare", met=found.rung.rung, total=len(found.steps)) if found.answered else say("board.none")
    )


def _state(one: SystemReport) -> Cell:
    """The decision; before it how many of the checks are met, and whether any of them is late."""
    outcome = decided(one)
    if outcome:
        over = say("decision.board.over") if one.sprint.decision.override else ""
        return Cell(say(f"board.outcome-{outcome.value}"), CELL_STRONG, note=over, note_lines=3)
    met = say("board.checks-met", met=one.done, total=one.total)
    late = sum(task.state == "late" for task in one.tasks)
    if late:
        return Cell(count("board.late", late), CELL_STRONG.coloured(LOOKS["late"].colour), note=met, state="late")
    return Cell(say("board.open"), CELL.coloured("quiet"), note=met)
