"""Blocks go below each other, tables carry their header over, and a note never stands alone on a page."""

from desktop.reports.pdf.book import Book
from desktop.reports.pdf.fragment import Figure, Fragment
from desktop.reports.pdf.marks import Path, Words, text_of
from desktop.reports.pdf.words import TEXT


def _block(text: str, height: float) -> Fragment:
    block = Fragment()
    block.line(0, 10, text, TEXT)
    block.height = height
    return block


def _book() -> Book:
    book = Book()
    book.begin("System", "Section", "System")
    return book


def _texts(book: Book) -> list[list[str]]:
    return [text_of(page.marks).split("\n") for page in book.pages]


def test_a_table_that_breaks_shows_its_header_again():
    book = _book()
    book.place_table(_block("lead", 20), _block("header", 20), [_block(f"row {n}", 100) for n in range(10)])
    first, second = _texts(book)
    assert first == ["lead", "header", *(f"row {n}" for n in range(6))]
    assert second == ["header", *(f"row {n}" for n in range(6, 10))]


def test_a_note_takes_the_last_row_along():
    book = _book()
    rows = [_block(f"row {n}", 100) for n in range(6)]
    book.place_table(_block("lead", 10), _block("header", 10), rows, _block("note", 120))
    assert _texts(book)[-1] == ["header", "row 5", "note"]


def test_a_low_table_goes_to_the_next_page_whole():
    book = _book()
    book.place(_block("before", book.room - 100))
    book.place_table(_block("lead", 20), _block("header", 20), [_block("one", 50), _block("two", 50)])
    assert _texts(book) == [["before"], ["lead", "header", "one", "two"]]


def test_a_rule_stands_between_blocks_and_not_at_the_head_of_a_page():
    book = _book()
    book.divide()
    book.place(_block("first", 100))
    book.divide()
    book.place(_block("second", 100))
    book.divide()
    book.place(_block("third", 600))
    rules = [[isinstance(mark, Path) for mark in page.marks] for page in book.pages]
    assert rules == [[False, True, False], [False]]
    assert all(isinstance(mark, Path | Words) for page in book.pages for mark in page.marks)


def test_a_figure_is_noted_with_the_page_it_lands_on():
    book = _book()
    book.place(_block("first", book.room - 10))
    block = _block("second", 100)
    block.figures.append(Figure("name", "1", "made", "entry"))
    book.place(block)
    assert [(placed.figure.name, placed.page) for placed in book.ledger] == [("name", 2)]
