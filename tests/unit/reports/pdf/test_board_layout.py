"""Nothing on a page lies over something else or leaves its place, however much or little there is to say."""

import pytest

from desktop.reports.pdf.board import board_title, compose
from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.frame import document_frame, frame_marks
from desktop.reports.pdf.words import TEXT
from tests.unit.reports.pdf.measure import outside, overlaps
from tests.unit.reports.pdf.variants import VARIANTS


@pytest.mark.parametrize("name", VARIANTS)
def test_no_words_overlap_and_nothing_overflows(name):
    report = VARIANTS[name]()
    book, frame = compose(report), document_frame(report, board_title(report))
    for number, page in enumerate(book.pages, start=1):
        around = frame_marks(page, frame, number, len(book.pages))
        assert (number, outside(page)) == (number, [])
        assert (number, overlaps([*page.marks, *around])) == (number, [])


def test_the_measure_sees_an_overlap():
    block = Fragment()
    block.line(0, 20, "Some words", TEXT)
    block.line(10, 22, "other words", TEXT)
    assert overlaps(block.marks) == [("Some words", "other words")]


@pytest.mark.parametrize("name", VARIANTS)
def test_no_page_is_empty_and_each_section_begins_with_a_title(name):
    book = compose(VARIANTS[name]())
    assert all(page.marks for page in book.pages)
    assert book.pages[0].bookmark
