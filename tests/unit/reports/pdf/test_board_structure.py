"""The board summary read out: headings, paragraphs, tables and figures in reading order, and links that lead somewhere."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from desktop.reports.pdf.board import compose, write_board
from desktop.reports.pdf.marks import Link, Words
from desktop.reports.report import Report
from desktop.text import say
from tests.northwind import sample
from tests.unit.reports.pdf.variants import CLAIMS, VARIANTS, report_of

STANDARD = {"Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure", "Link"}
INSIDE = {"TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "H1": {"Document"}, "Table": {"Document"}}
NAMES = ("sample", "nothing", "bare sprint", "overfull", "many in the sprint")


def read(report: Report) -> PdfReader:
    stream = BytesIO()
    write_board(report, stream, lambda _done, _steps: None)
    return PdfReader(stream)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    return [kid.get_object() for kid in found] if isinstance(found, list) else [found]


def elements(element: Any, parent: str = "") -> Iterator[tuple[Any, str]]:
    if not isinstance(element, int) and "/S" in element:
        yield element, parent
        for kid in kids(element):
            yield from elements(kid, element["/S"][1:])


def tree(reader: PdfReader) -> list[tuple[Any, str]]:
    (document,) = kids(reader.trailer["/Root"]["/StructTreeRoot"])
    return list(elements(document))


def pieces(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Page and number of each piece of marked content; fails where something is drawn outside of all of them."""
    for place, page in enumerate(reader.pages):
        inside = False
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in {b"BDC", b"BMC"}:
                assert not inside
                inside = True
                if operator == b"BDC":
                    yield place, operands[1]["/MCID"]
            elif operator == b"EMC":
                inside = False
            assert inside or operator not in {b"Tj", b"TJ", b"S", b"f", b"B", b"f*", b"b"}


@pytest.mark.parametrize("name", NAMES)
def test_everything_drawn_is_an_element_or_decoration(name):
    reader = read(VARIANTS[name]())
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    back = {numbers[at]: numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    for place, number in pieces(reader):
        page = reader.pages[place]
        assert page["/Tabs"] == "/S"
        element = back[page["/StructParents"]][number].get_object()
        own = [kid if isinstance(kid, int) else kid.get("/MCID") for kid in kids(element)]
        assert number in own


@pytest.mark.parametrize("name", NAMES)
def test_elements_stand_where_they_may(name):
    found = tree(read(VARIANTS[name]()))
    for element, parent in found:
        role = element["/S"][1:]
        assert role in STANDARD
        assert parent in INSIDE.get(role, {parent})
        assert role != "Figure" or element["/Alt"].strip()


def test_each_section_has_one_first_heading_and_each_row_its_cells():
    report = report_of(sample(), CLAIMS)
    found, book = tree(read(report)), compose(report)
    roles = Counter(element["/S"][1:] for element, _ in found)
    assert roles["H1"] == sum(page.bookmark is not None for page in book.pages)
    tables = [element for element, _ in found if element["/S"] == "/Table"]
    for table in tables:
        widths = {sum(cell.get("/A", {}).get("/ColSpan", 1) for cell in kids(row)) for row in kids(table)}
        assert len(widths) == 1


def test_a_chart_is_read_out_as_its_name_and_its_words():
    alts = [str(element.get("/Alt", "")) for element, _ in tree(read(report_of(sample(), CLAIMS)))]
    chart = next(alt for alt in alts if alt.startswith(say("board.trend-head")))
    assert "90.7 %" in chart
    assert "85 % threshold" in chart


def test_header_and_footer_are_not_read_out_again_on_each_page():
    report = report_of(sample(), CLAIMS)
    words = [mark for page in compose(report).pages for mark in page.marks if isinstance(mark, Words)]
    assert sum(1 for mark in words if not mark.tags) < len(words) / 20, "axes and repeated table heads alone"


def test_the_portfolio_leads_to_each_system_and_the_appendix_to_each_figure():
    report = report_of(sample())
    book, reader = compose(report), read(report)
    for page in book.pages:
        for mark in page.marks:
            if isinstance(mark, Link) and page.section == say("board.section-portfolio"):
                target = book.pages[mark.page - 1]
                assert target.section == say("board.section-decision")
                assert mark.says.startswith(target.subject)
    placed = sum(isinstance(mark, Link) for page in book.pages for mark in page.marks)
    assert placed == len(report.systems) + len(book.ledger)
    for page, composed in zip(reader.pages, book.pages, strict=True):
        links = [entry.get_object() for entry in page.get("/Annots") or ()]
        wanted = [mark for mark in composed.marks if isinstance(mark, Link)]
        assert [link["/Contents"] for link in links] == [mark.says for mark in wanted]
        for link, mark in zip(links, wanted, strict=True):
            assert "/StructParent" in link
            assert reader.get_page_number(link["/Dest"][0].get_object()) == mark.page - 1
