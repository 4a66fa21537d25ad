"""Value on one page: the numbers with what they rest on, cash to date, what moves it most, and published figures."""

from collections.abc import Mapping

from desktop.reports.pdf.book import Book
from desktop.reports.pdf.figures.cash import cash_curve
from desktop.reports.pdf.figures.tornado import tornado
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.pages.comparisons import Comparison, comparisons, industry_alone
from desktop.reports.pdf.pages.decision import headline
from desktop.reports.pdf.pages.sureness import sources_given
from desktop.reports.pdf.pages.value_launch import beside_plan
from desktop.reports.pdf.pages.value_numbers import value_figures, value_numbers
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.table import Cell, Column, header, row
from desktop.reports.pdf.words import CAPTION, CELL, CELL_STRONG, TEXT, named
from desktop.reports.report import Report, SystemReport
from desktop.reports.value_charts import moving
from desktop.reports.value_words import headline as value_title
from desktop.reports.value_words import lead as value_lead
from desktop.text import say
from desktop.text.formatting import number

_APART, _HEAD = 9.0, 22.0
_CASH, _LOWEST_CASH, _HIGHEST_CASH = 98.0, 92.0, 170.0
_ROW, _TOP, _FEWEST, _MOST = 14.5, 17.0, 3, 8


def value_page(book: Book, report: Report, one: SystemReport) -> None:
    """Compose the page. The charts take the room that the words leave, so that all of it stays on one page.

    A system for which no amount is entered has none: its first page says so.
    """
    if not sources_given(one)[1]:
        return
    book.begin(named(one.system.name), say("board.section-value"), say("board.section-value"), 1)
    title = value_title(one.numbers, report.currency)
    book.place(headline(title, _lead(report, one)))
    book.divide(_APART)
    book.place(value_numbers(report, one))
    published = _published(report, one)
    planned = beside_plan(report, one)
    room = book.room - _height(published) - 2 * (2 * _APART + _HEAD) - 2 * _APART - planned.height
    rows = max(_FEWEST, min(_MOST, int((room - _CASH - _TOP) // _ROW)))
    shown = moving(one.value.swings, rows)
    left = room - (_TOP + _ROW * len(shown) if shown else -2 * _APART - _HEAD)
    book.divide(_APART)
    book.place(_cash(report, one, max(_LOWEST_CASH, min(_HIGHEST_CASH, left))))
    book.place(planned)
    if shown:
        book.divide(_APART)
        book.place(_tornado(report, one, len(shown)))
    if published is not None:
        book.divide(_APART)
        lead, rows_of, tail = published
        book.place_table(lead, header(_PUBLISHED), rows_of, tail) if rows_of else book.place(lead)


def _lead(report: Report, one: SystemReport) -> str:
    """The lead of the screen, and what one case costs at both volumes."""
    text = value_lead(one.numbers, one.value.swings, report.currency)
    found = one.value.units
    if found is None or found.pilot is None or found.target is None:
        return text
    pilot, target = (number(at.case.likely or 0, 2) for at in (found.pilot, found.target))
    return f"{text} {say('value.board.units', currency=report.currency, pilot=pilot, target=target)}"


def _cash(report: Report, one: SystemReport, height: float) -> Fragment:
    block, numbers = Fragment(), one.numbers
    if numbers.net is None:
        block.height = block.heading(say("board.cash-head-bare"))
        block.height = block.paragraph(0, block.height, say("board.cash-none"), TEXT, INNER)
        return block
    head = say("board.cash-head", currency=report.currency)
    block.height = block.heading(head, say("board.cash-note"))
    block.include(cash_curve(numbers, report.currency, INNER, height).as_figure(head), 0, block.height)
    return block


def _tornado(report: Report, one: SystemReport, rows: int) -> Fragment:
    block = Fragment()
    note = say("value.board.tornado-note", currency=report.currency)
    block.height = block.heading(say("value.card.tornado"), note)
    drawn = tornado(one.numbers, moving(one.value.swings, rows), report.currency, (INNER, _TOP + _ROW * rows))
    block.include(drawn.as_figure(say("value.card.tornado")), 0, block.height)
    block.figures += value_figures(report, one)
    return block


_PUBLISHED = (
    Column("board.figure", 0, 200),
    Column("board.ours", 206, 66, lines=2),
    Column("board.published", 280, 74, lines=3),
    Column("board.who", 362, INNER - 362),
)
Table = tuple[Fragment, list[Fragment], Fragment | None]


def _published(report: Report, one: SystemReport) -> Table | None:
    """The block's head, its rows, and the note below them; None where nothing is published that fits."""
    shown, alone = comparisons(report, one), industry_alone(report)
    if not shown and not alone:
        return None
    numbers = {source: place for place, source in enumerate(dict.fromkeys(e.source for e in (*shown, *alone)), start=1)}
    lead = Fragment()
    lead.height = lead.heading(say("board.published-head"), say("board.published-note"))
    lead.figures += _return(one)
    if not shown:
        _notes(lead, alone, numbers)
        return lead, [], None
    tail = Fragment()
    _notes(tail, alone, numbers)
    return lead, [_comparison(entry, numbers) for entry in shown], tail


def _height(table: Table | None) -> float:
    if table is None:
        return 0.0
    lead, rows, tail = table
    below = sum(one.height for one in rows) + (header(_PUBLISHED).height if rows else 0)
    return lead.height + below + (tail.height + 5 if tail else 0)


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
