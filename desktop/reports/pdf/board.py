"""Writes the board summary: a portfolio page where there are several systems, pages for each, one appendix.

Nobody reads a hundred pages: of many systems each has its decision page here, and all its pages in its own summary.
"""

from collections.abc import Callable, Mapping
from typing import BinaryIO

from desktop.reports.pdf.book import Book
from desktop.reports.pdf.frame import document_frame
from desktop.reports.pdf.pages.appendix import appendix
from desktop.reports.pdf.pages.assessment import assessment_page
from desktop.reports.pdf.pages.decision import decision_page
from desktop.reports.pdf.pages.governance import governance_page
from desktop.reports.pdf.pages.integration import integration_page
from desktop.reports.pdf.pages.launch import launch_page
from desktop.reports.pdf.pages.plan import plan_page
from desktop.reports.pdf.pages.portfolio import in_brief, portfolio_page
from desktop.reports.pdf.pages.sealing import footer_seal
from desktop.reports.pdf.pages.standing import standing_page
from desktop.reports.pdf.pages.value import value_page
from desktop.reports.pdf.paint import paint
from desktop.reports.pdf.words import named
from desktop.reports.report import Report
from desktop.text import say

Progress = Callable[[int, int], None]
_DETAIL = (
    standing_page,
    assessment_page,
    integration_page,
    plan_page,
    value_page,
    governance_page,
    launch_page,
)


def write_board(report: Report, stream: BinaryIO, progress: Progress) -> None:
    """Write the PDF. The same report gives the same bytes.

    ``progress`` hears of steps done and of how many there are; it may raise ``Cancelled``, and nothing is written then.
    """
    steps = 2 * len(report.systems) + 2
    book = compose(report, lambda done: progress(done, steps))
    pages, composed = len(book.pages), len(report.systems) + 1

    def painted(page: int) -> None:
        progress(composed + (steps - composed) * page // pages, steps)

    paint(book.pages, document_frame(report, board_title(report)), stream, painted)


def compose(report: Report, progress: Callable[[int], None] = lambda _done: None) -> Book:
    """All pages as plain data, without a PDF."""
    book, first = Book(), {}
    progress(0)
    for place, one in enumerate(report.systems, start=1):
        book.foot, first[one.system.id] = footer_seal(one), len(book.pages) + 1
        decision_page(book, report, one)
        for page in () if in_brief(report) else _DETAIL:
            page(book, report, one)
        progress(place)
    if len(report.systems) != 1:
        book.foot = ""
        book.prepend(_portfolio(report, first))
    appendix(book, report)
    progress(len(report.systems) + 1)
    return book


def _portfolio(report: Report, first: Mapping[str, int]) -> Book:
    """The pages before all others, with the numbers of the pages that follow them; those hang on how many they are."""
    book, before = Book(), 0
    while len(book.pages) != before or not book.pages:
        before, book = len(book.pages), Book()
        portfolio_page(book, report, {system: page + before for system, page in first.items()})
    return book


def board_title(report: Report) -> str:
    """The document's title."""
    client = report.client.strip() or say("board.client-missing")
    if len(report.systems) == 1:
        return say("board.document-system", system=named(report.systems[0].system.name), client=client)
    return say("board.document", client=client)
