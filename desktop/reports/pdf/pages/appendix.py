"""The appendix: every figure with what it was made from, every amount with its source, and the sources themselves."""

from collections.abc import Iterator

from desktop.reports.pdf.book import Book, Placed
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.pages.comparisons import comparisons
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import person
from desktop.reports.pdf.pages.portfolio import in_brief
from desktop.reports.pdf.paper import INNER, column, span
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, named
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import day, number
from desktop.workbook.sprint import MoneyLine

_PARTS = ("continuing", "investment", "benefits", "running")


def appendix(book: Book, report: Report) -> None:
    """Compose the pages, from the figures that the pages before have noted."""
    name = say("board.section-appendix")
    book.begin(say("board.appendix-subject"), name, name)
    book.place(headline(say("board.appendix-title"), say("board.appendix-lead")))
    _figures(book, report, tuple(book.ledger))
    for one in () if in_brief(report) else report.systems:
        _amounts(book, report, one)
    book.divide(12)
    _sources(book, report)


_FIGURES = (
    Column("board.figure", 0, span(3) + 12),
    Column("board.value", column(4) + 14, span(3), lines=4),
    Column("board.made-from", column(7) + 20, span(5) - 6, lines=8),
    Column("board.page-head", column(12) + 10, INNER - column(12) - 10, "right"),
)


def _figures(book: Book, report: Report, ledger: tuple[Placed, ...]) -> None:
    names = {one.system.id: named(one.system.name) for one in report.systems}
    for system in dict.fromkeys(placed.figure.system for placed in ledger):
        lead = Fragment()
        lead.height = lead.heading(names.get(system, say("board.portfolio"))) + 2
        rows = [_figure(placed) for placed in ledger if placed.figure.system == system]
        book.divide(10)
        book.place_table(lead, header(_FIGURES), rows)


def _figure(placed: Placed) -> Fragment:
    figure = placed.figure
    block = row(
        _FIGURES,
        (
            Cell(figure.name, note=figure.entry),
            Cell(figure.value, CELL_STRONG),
            Cell(figure.made, CAPTION.coloured("text")),
            Cell(str(placed.page), CELL.coloured("accent")),
        ),
    )
    block.lead_to(placed.page, say("board.link-figure", figure=figure.name, page=placed.page))
    return block


_AMOUNTS = (
    Column("board.amount-line", 0, span(4) - 6),
    Column("board.low", column(4) + 20, span(1) + 14, "right"),
    Column("board.likely", column(6) - 8, span(1) + 14, "right"),
    Column("board.high", column(7) + 6, span(1) + 14, "right"),
    Column("board.source-head", column(9) - 6, INNER - column(9) + 6, lines=3),
)


def _amounts(book: Book, report: Report, one: SystemReport) -> None:
    rows = [_amount(report, part, line) for part in _PARTS for line in _lines(one, part)]
    if not rows:
        return
    lead = Fragment()
    book.divide(12)
    lead.height = lead.heading(say("board.amounts-head", system=named(one.system.name)), report.currency)
    book.place_table(lead, header(_AMOUNTS), rows)


def _lines(one: SystemReport, part: str) -> Iterator[MoneyLine]:
    yield from getattr(one.sprint.value, part).values()


def _amount(report: Report, part: str, line: MoneyLine) -> Fragment:
    ends = (line.amount.low, line.amount.likely, line.amount.high)
    numbers = (Cell(say("board.none") if value is None else number(value, 0)) for value in ends)
    source = line.source.strip()
    given = Cell(source, CAPTION.coloured("text")) if source else Cell(say("board.no-source"), CELL.coloured("risk"))
    owner = person(report, line.owner)
    noted = Cell(given.content, given.style, note=owner)
    name = named(line.name)
    return row(_AMOUNTS, (Cell(name, note=say(f"board.part-{part}")), *numbers, noted))


def _sources(book: Book, report: Report) -> None:
    lead = Fragment()
    lead.height = lead.heading(say("board.sources-head"))
    for place, text in enumerate(_listed(report), start=1):
        block = Fragment()
        block.line(0, CELL.first_baseline(0), f"{place}", CELL_STRONG.coloured("accent"))
        block.height = block.paragraph(16, 0, text, CELL, INNER - 16, 3) + 3
        if place == 1:
            lead.include(block, 0, lead.height)
            block = lead
        book.place(block)


def _listed(report: Report) -> Iterator[str]:
    cited = dict.fromkeys(entry.source for one in report.systems for entry in comparisons(report, one))
    yield say("board.source-method", version=report.method.version)
    yield from cited
    yield say("board.source-wilson")
    for batch in report.workbook.imports.values():
        text = say("board.source-inventory", name=batch.source, day=day(batch.imported_on))
        yield f"{text}, SHA-256 {batch.sha256[:12]}" if batch.sha256 else text
