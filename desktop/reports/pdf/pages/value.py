"""Page 3, integration and value: every connected system, the cash curve, and published figures beside ours."""

from desktop.analysis.integration import DOUBLING
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.cash import cash_curve, cash_unit
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.comparisons import Comparison, comparisons
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import person, value_lead, value_title
from desktop.reports.pdf.paper import INNER, column, span
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, TEXT
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import number
from desktop.workbook.sprint import Connection


def value_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; the table of connections runs on where there are many."""
    book.begin(one.system.name, say("board.section-value"), say("board.section-value"), 1)
    book.place(headline(value_title(report, one), value_lead(report, one)))
    book.divide(12)
    _connections(book, report, one)
    book.divide(12)
    book.place(_cash(report, one))
    book.divide(12)
    _published(book, report, one)


_LIKELY, _DOUBLED = column(11) - 10, column(12) - 4
_CONNECTIONS = (
    Column("board.system", 0, span(3)),
    Column("board.environment", column(4), span(2) - 4, lines=1),
    Column("board.fallback", column(6) - 8, span(3) + 12),
    Column("board.owner", column(9) + 12, _LIKELY - column(9) - 20),
    Column("board.days", _LIKELY, _DOUBLED - _LIKELY - 8, "right"),
    Column("board.doubled", _DOUBLED, INNER - _DOUBLED, "right"),
)


def _connections(book: Book, report: Report, one: SystemReport) -> None:
    lead, connections = Fragment(), one.sprint.connections
    lead.height = lead.heading(say("board.connections-head"), say("board.connections-note") if connections else "")
    if not connections:
        lead.height = lead.paragraph(0, lead.height, say("board.connections-none"), TEXT, INNER)
        book.place(lead)
        return
    effort = one.effort
    if effort.estimated:
        value = say("board.effort-value", honest=_days(effort.honest.likely), doubled=_days(effort.doubled.likely))
        made = say("board.made-effort", estimated=effort.estimated, listed=effort.listed, factor=DOUBLING)
        lead.figures.append(
            Figure(say("board.figure-effort"), value, made, say("board.entry-connections"), one.system.name)
        )
    rows = [_connection(report, one, key, entry) for key, entry in connections.items()]
    book.place_table(lead, header(_CONNECTIONS), [*rows, _sum(one)])


def _connection(report: Report, one: SystemReport, key: str, entry: Connection) -> Fragment:
    likely = entry.effort.likely if entry.effort.complete else None
    first = one.sprint.phase_one == key
    direction = say(f"board.flow-{entry.direction.value}") if entry.direction else say("board.flow-unknown")
    note = f"{say('board.phase-one')} · {direction}" if first else direction
    environment = say(f"board.environment-{entry.environment.value}") if entry.environment else say("board.none")
    fallback = entry.fallback.strip()
    owner = person(report, entry.owner)
    red = CELL_STRONG.coloured("block")
    return row(
        _CONNECTIONS,
        (
            Cell(entry.name.strip() or say("board.unnamed"), CELL_STRONG, note=note),
            Cell(environment),
            Cell(fallback, CAPTION.coloured("text"))
            if fallback
            else Cell(say("board.no-fallback"), CELL.coloured("risk")),
            Cell(owner) if owner else Cell(say("board.no-owner"), red),
            Cell(_days(likely)),
            Cell(_days(None if likely is None else likely * DOUBLING), CELL_STRONG),
        ),
    )


def _sum(one: SystemReport) -> Fragment:
    effort = one.effort
    short = effort.listed - effort.estimated
    text = say("board.sum-short", estimated=effort.estimated, listed=effort.listed) if short else say("board.sum")
    honest = _days(effort.honest.likely) if effort.estimated else say("board.none")
    doubled = _days(effort.doubled.likely) if effort.estimated else say("board.none")
    wide = Column("", 0, span(9), lines=1)
    cells = (Cell(text, CELL_STRONG), Cell(honest), Cell(doubled, CELL_STRONG.coloured("accent")))
    return row((wide, *_CONNECTIONS[4:]), cells)


def _days(value: object) -> str:
    return say("board.none") if value is None else number(value)  # type: ignore[arg-type]


def _cash(report: Report, one: SystemReport) -> Fragment:
    block, numbers = Fragment(), one.numbers
    if numbers.net is None:
        block.height = block.heading(say("board.cash-head-bare"))
        block.height = block.paragraph(0, block.height, say("board.cash-none"), TEXT, INNER)
        return block
    _, unit = cash_unit(numbers)
    head = say("board.cash-head", unit=f"{report.currency} {unit}".strip())
    block.height = block.heading(head, say("board.cash-note"))
    block.include(cash_curve(numbers, INNER), 0, block.height)
    return block


_PUBLISHED = (
    Column("board.figure", 0, span(4)),
    Column("board.ours", column(5), span(2), lines=1),
    Column("board.published", column(7), span(2)),
    Column("board.who", column(9), INNER - column(9)),
)


def _published(book: Book, report: Report, one: SystemReport) -> None:
    shown = comparisons(report, one)
    lead = Fragment()
    lead.height = lead.heading(say("board.published-head"), say("board.published-note"))
    book.place_table(lead, header(_PUBLISHED), [_comparison(entry) for entry in shown])
    book.place(_sources(shown), 5)


def _comparison(entry: Comparison) -> Fragment:
    figure = entry.benchmark
    who = say("board.who-line", population=figure.population, reported=figure.reported_by, date=figure.date)
    return row(
        _PUBLISHED,
        (
            Cell(figure.measures, CELL),
            Cell(entry.ours, CELL_STRONG if entry.has_ours else CELL.coloured("quiet")),
            Cell(figure.value or say("board.not-reported"), CELL if figure.value else CELL.coloured("quiet")),
            Cell(who, CAPTION),
        ),
        padding=2.4,
    )


def _sources(shown: tuple[Comparison, ...]) -> Fragment:
    block = Fragment()
    named = tuple(dict.fromkeys(entry.source for entry in shown))
    text = say("board.published-sources", sources="; ".join(named))
    block.height = block.paragraph(0, 0, text, CAPTION, INNER, 4)
    return block
