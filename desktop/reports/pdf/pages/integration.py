"""Integration: the map, what phase 1 begins with and why, every connected system, and what each phase holds."""

from desktop.analysis.integration import DOUBLING, has_owner
from desktop.reports.integration.chart import direction_words, environment_words, kinds_words, network
from desktop.reports.integration.choice import ChoiceView, Option, PhaseView, choice_view, phase_views
from desktop.reports.integration.scene import Scene, scene
from desktop.reports.integration.sentences import days, headline, lead, twice
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.decision import headline as head
from desktop.reports.pdf.pages.findings import person
from desktop.reports.pdf.paper import CONTENT_BOTTOM, CONTENT_TOP, GUTTER, INNER, column, span
from desktop.reports.pdf.states import ICON_WIDTH, draw_icon
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CAPTION_STRONG, CELL, CELL_STRONG, HEAD, named
from desktop.reports.report import Report, SystemReport
from desktop.text import count, say

_APART, _HEAD = 8.0, 130.0
_TALLEST = CONTENT_BOTTOM - CONTENT_TOP - _HEAD
_OPTIONS, _PLACE = 3, 14.0
_SMALLEST = 0.84  # of the full width: below that the letters are too small to print


def integration_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; a system without any connection has none, and page 1 says so."""
    if not one.sprint.connections:
        return
    now = scene(report.workbook, one.system)
    section = say("integration.board.section")
    book.begin(named(one.system.name), section, section, 1)
    book.place(head(headline(now), lead(now)))
    choice, top, titles, rows = (
        _choice(choice_view(now)),
        _table_head(one),
        header(_CONNECTIONS),
        _rows(report, one, now),
    )
    rest = choice.height + top.height + titles.height + sum(entry.height for entry in rows) + 6 * _APART + 4
    book.divide(_APART)
    book.place(_map(report, one, book.room - rest))
    book.divide(_APART)
    book.place(choice)
    book.divide(_APART)
    if sum(entry.height for entry in rows) + titles.height + top.height + 2 * _APART > book.room:
        book.begin(named(one.system.name), section, None, 1)  # rather whole on a page of its own than broken in two
    book.place_table(top, titles, rows)


def _map(report: Report, one: SystemReport, room: float) -> Fragment:
    """The drawing of the screen; a little smaller where that keeps all on one page, or where it is higher than a page."""
    from desktop.reports.charts.network_map import map_height, network_map
    from desktop.reports.charts.sheet import Look
    from desktop.reports.palette import PAPER
    from desktop.reports.pdf.figures.drawn import taken_over

    drawn, block = network(one.system, report.workbook.people), Fragment()
    top = block.heading(say("integration.map"), say("integration.map.note"))
    share = (room - top) / map_height(drawn, INNER)
    width = INNER * (share if _SMALLEST <= share < 1 else min(1.0, _TALLEST / map_height(drawn, INNER)))
    figure = taken_over(network_map(Look(PAPER, width, map_height(drawn, width)), drawn))
    block.include(figure.as_figure(say("integration.map")), (INNER - width) / 2, top)
    return block


def _choice(view: ChoiceView) -> Fragment:
    """Why this one comes first; at the right the next in order with why not."""
    block = Fragment()
    left, right = span(8) - GUTTER / 2, column(9) + GUTTER / 2
    block.line(0, HEAD.first_baseline(0), named(view.headline), HEAD, left)
    block.include(_reasons(view, left - GUTTER / 2), 0, HEAD.leading + 5)
    others = [option for option in view.options if not option.picked]
    if others:
        block.line(right, HEAD.first_baseline(0), say("integration.board.next"), HEAD, INNER - right)
        block.include(_others(others, INNER - right), right, HEAD.leading + 5)
        block.upright(column(9) - GUTTER / 2, 2, block.height)
    block.height = block.paragraph(0, block.height + 5, say("integration.board.criteria"), CAPTION, INNER, 1)
    return block


def _reasons(view: ChoiceView, width: float) -> Fragment:
    block, y = Fragment(), 0.0
    for reason in view.reasons:
        draw_icon(block, 4, CELL.first_baseline(y) - 3.2, "done")
        y = block.paragraph(ICON_WIDTH + 2, y, reason, CELL, width - ICON_WIDTH - 2, 2) + 1
    if view.override or view.needs_reason:
        said = say("integration.board.by-hand", reason=view.override)
        text, ink = (said, "text") if view.override else (say("integration.choice.unexplained"), "risk")
        y = block.paragraph(0, y, text, CELL.coloured(ink), width, 4)
    block.height = y
    return block


def _others(options: list[Option], width: float) -> Fragment:
    block, y = Fragment(), 0.0
    for option in options[:_OPTIONS]:
        block.line(0, CAPTION.first_baseline(y), f"{option.place}.", CAPTION_STRONG)
        y = block.paragraph(_PLACE, y, named(option.name), CAPTION_STRONG, width - _PLACE, 1)
        y = block.paragraph(_PLACE, y, option.why, CAPTION, width - _PLACE, 2) + 1.5
    if len(options) > _OPTIONS:
        y = block.paragraph(0, y, count("integration.board.more", len(options) - _OPTIONS), CAPTION, width, 1)
    block.height = y
    return block


_CONNECTIONS = (
    Column("integration.board.phase", 0, 172, lines=1),
    Column("board.fallback", 178, 164, lines=3),
    Column("board.owner", 346, 68, lines=1),
    Column("board.days", 416, 34, "right"),
    Column("board.doubled", 456, INNER - 456, "right"),
)
_GROUP = (
    Column("", 0, 172, lines=1),
    Column("", 178, 236, lines=3, spans=2),
    *_CONNECTIONS[3:],
)


def _table_head(one: SystemReport) -> Fragment:
    block, effort = Fragment(), one.effort
    block.height = block.heading(say("integration.board.each"), say("board.connections-note"))
    if effort.estimated:
        value = say("board.effort-value", honest=days(effort.honest.likely), doubled=days(effort.doubled.likely))
        made = say("board.made-effort", estimated=effort.estimated, listed=effort.listed, factor=DOUBLING)
        entry = say("board.entry-connections")
        block.figures.append(Figure(say("board.figure-effort"), value, made, entry, one.system.id))
    return block


def _rows(report: Report, one: SystemReport, now: Scene) -> list[Fragment]:
    """Every connection under its phase, with what must be true to leave the phase, and the sum."""
    rows = []
    for view in phase_views(now):
        rows.append(_phase(view))
        rows += [_connection(report, one, key) for key, _name, _by_hand in view.connections]
    return [*rows, _sum(one)]


def _phase(view: PhaseView) -> Fragment:
    left = say("integration.board.left", criteria="; ".join(view.criteria))
    honest, doubled = view.likely
    return row(
        _GROUP,
        (
            Cell(view.name, CELL_STRONG.coloured("accent"), note=view.weeks),
            Cell(left, CAPTION),
            Cell(honest, CELL.coloured("quiet")),
            Cell(doubled, CELL.coloured("quiet")),
        ),
        padding=1.9,
    )


def _connection(report: Report, one: SystemReport, key: str) -> Fragment:
    entry = one.sprint.connections[key]
    likely = entry.effort.likely if entry.effort.complete else None
    parts = (direction_words(entry.direction), environment_words(entry.environment), kinds_words(entry.kinds))
    fallback, owner = entry.fallback.strip(), person(report, entry.owner)
    owned = has_owner(entry, report.workbook.people)
    missing = say("integration.flag.not-a-person") if owner else say("board.no-owner")
    return row(
        _CONNECTIONS,
        (
            Cell(named(entry.name), CELL_STRONG, note=" · ".join(part for part in parts if part)),
            Cell(fallback, CAPTION.coloured("text"))
            if fallback
            else Cell(say("board.no-fallback"), CELL.coloured("risk"), state="problem"),
            Cell(owner) if owned else Cell(missing, CELL_STRONG.coloured("block"), note=owner),
            Cell(days(likely)),
            Cell(days(twice(likely)), CELL_STRONG),
        ),
        padding=1.9,
    )


def _sum(one: SystemReport) -> Fragment:
    effort = one.effort
    short = effort.listed - effort.estimated
    text = say("board.sum-short", estimated=effort.estimated, listed=effort.listed) if short else say("board.sum")
    honest = days(effort.honest.likely if effort.estimated else None)
    doubled = days(effort.doubled.likely if effort.estimated else None)
    wide = Column("", 0, 400, lines=1, spans=3)
    cells = (Cell(text, CELL_STRONG), Cell(honest, CELL_STRONG), Cell(doubled, CELL_STRONG.coloured("accent")))
    return row((wide, *_CONNECTIONS[3:]), cells, padding=1.9)
