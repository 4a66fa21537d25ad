"""Page 3, integration and value: every connected system, the cash curve, and published figures beside ours."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.analysis.integration import DOUBLING
from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.cash import cash_curve
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.comparisons import Comparison, comparisons, industry_alone
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import person, value_lead, value_title
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import number
from desktop.workbook.sprint import Connection


def value_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page; the table of connections runs on where there are many."""
    book.begin(named(one.system.name), say("board.section-value"), say("board.section-value"), 1)
    book.place(headline(value_title(report, one), value_lead(report, one)))
    book.divide(12)
    _connections(book, report, one)
    book.divide(12)
    book.place(_cash(report, one))
    book.divide(12)
    _published(book, report, one)


_CONNECTIONS = (
    Column("board.system", 0, 142),
    Column("board.fallback", 152, 186, lines=3),
    Column("board.owner", 348, 66),
    Column("board.days", 416, 34, "right"),
    Column("board.doubled", 456, INNER - 456, "right"),
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
            Figure(say("board.figure-effort"), value, made, say("board.entry-connections"), one.system.id)
        )
    rows = [_connection(report, one, key, entry) for key, entry in connections.items()]
    book.place_table(lead, header(_CONNECTIONS), [*rows, _sum(one)])


def _connection(report: Report, one: SystemReport, key: str, entry: Connection) -> Fragment:
    likely = entry.effort.likely if entry.effort.complete else None
    first = one.sprint.phase_one == key
    direction = say(f"board.flow-{entry.direction.value}") if entry.direction else say("board.flow-unknown")
    environment = (
        say(f"board.environment-{entry.environment.value}") if entry.environment else say("board.environment-unknown")
    )
    parts = (*([say("board.phase-one")] if first else []), direction, environment)
    note = " · ".join(parts)
    fallback = entry.fallback.strip()
    owner = person(report, entry.owner)
    red = CELL_STRONG.coloured("block")
    return row(
        _CONNECTIONS,
        (
            Cell(named(entry.name), CELL_STRONG, note=note),
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
    wide = Column("", 0, 400, lines=1)
    cells = (Cell(text, CELL_STRONG), Cell(honest), Cell(doubled, CELL_STRONG.coloured("accent")))
    return row((wide, *_CONNECTIONS[3:]), cells)


def _days(value: Decimal | None) -> str:
    return say("board.none") if value is None else number(value)


def _cash(report: Report, one: SystemReport) -> Fragment:
    block, numbers = Fragment(), one.numbers
    if numbers.net is None:
        block.height = block.heading(say("board.cash-head-bare"))
        block.height = block.paragraph(0, block.height, say("board.cash-none"), TEXT, INNER)
        return block
    head = say("board.cash-head", currency=report.currency)
    block.height = block.heading(head, say("board.cash-note"))
    block.include(cash_curve(numbers, report.currency, INNER), 0, block.height)
    return block


_PUBLISHED = (
    Column("board.figure", 0, 200),
    Column("board.ours", 206, 66, lines=2),
    Column("board.published", 280, 74, lines=3),
    Column("board.who", 362, INNER - 362),
)


def _published(book: Book, report: Report, one: SystemReport) -> None:
    shown, alone = comparisons(report, one), industry_alone(report)
    if not shown and not alone:
        return
    numbers = {source: place for place, source in enumerate(dict.fromkeys(e.source for e in (*shown, *alone)), start=1)}
    lead = Fragment()
    lead.height = lead.heading(say("board.published-head"), say("board.published-note"))
    lead.figures += _return(one)
    if shown:
        tail = Fragment()
        _notes(tail, alone, numbers)
        book.place_table(lead, header(_PUBLISHED), [_comparison(entry, numbers) for entry in shown], tail)
        return
    _notes(lead, alone, numbers)
    book.place(lead)


def _return(one: SystemReport) -> list[Figure]:
    roi = one.numbers.likely.roi if one.numbers.likely else None
    if roi is None:
        return []
    name, made = say("board.figure-roi"), say("board.made-roi")
    return [Figure(name, f"{number(roi * 100, 0)} %", made, say("board.entry-returns"), one.system.id)]


def _comparison(entry: Comparison, numbers: Mapping[str, int]) -> Fragment:
    figure = entry.benchmark
    who = say("board.who-line", population=figure.population, date=figure.date, number=numbers[entry.source])
    return row(
        _PUBLISHED,
        (
            Cell(figure.measures),
            Cell(entry.ours, CELL_STRONG if entry.has_ours else CELL.coloured("quiet")),
            Cell(figure.value or say("board.not-reported"), CELL if figure.value else CELL.coloured("quiet")),
            Cell(who, CAPTION),
        ),
        padding=2.4,
    )


def _notes(block: Fragment, alone: tuple[Comparison, ...], numbers: Mapping[str, int]) -> None:
    if alone:
        parts = "; ".join(_published_alone(entry) for entry in alone)
        population, number_of = alone[0].benchmark.population, numbers[alone[0].source]
        text = say("board.published-industry", industry=population, parts=parts, number=number_of)
        block.height = block.paragraph(0, block.height, text, CAPTION, INNER, 3) + 2
    listed = "; ".join(f"{number_of} {source}" for source, number_of in numbers.items())
    block.height = block.paragraph(0, block.height, say("board.published-sources", sources=listed), CAPTION, INNER, 4)


def _published_alone(entry: Comparison) -> str:
    value = entry.benchmark.value or say("board.not-reported")
    return say("board.published-part", measures=entry.benchmark.measures, value=value)
