"""Value: the cash curve, and published figures beside ours."""

from collections.abc import Mapping

from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.cash import cash_curve
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.comparisons import Comparison, comparisons, industry_alone
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.findings import value_lead, value_title
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import number


def value_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page."""
    book.begin(named(one.system.name), say("board.section-value"), say("board.section-value"), 1)
    book.place(headline(value_title(report, one), value_lead(report, one)))
    book.divide(12)
    book.place(_cash(report, one))
    book.divide(12)
    _published(book, report, one)


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
