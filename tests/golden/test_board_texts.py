"""The words of every page of the sample's board summary, as they were read and found good.

After a wanted change: ``READINESS_GOLDEN=write pytest tests/golden/test_board_texts.py``, then read the difference.
"""

import os
from pathlib import Path

from desktop.reports.pdf.board import board_title, compose
from desktop.reports.pdf.frame import document_frame, frame_marks
from desktop.reports.pdf.marks import text_of
from tests.northwind import sample
from tests.unit.reports.pdf.variants import report_of

EXPECTED = Path(__file__).with_name("board-northwind.txt")


def test_the_pages_say_what_they_said():
    report = report_of(sample())
    book, frame = compose(report), document_frame(report, board_title(report))
    count = len(book.pages)
    texts = [
        f"=== page {number} of {count}\n{text_of(frame_marks(page, frame, number, count))}\n---\n{text_of(page.marks)}\n"
        for number, page in enumerate(book.pages, start=1)
    ]
    found = "\n".join(texts)
    if os.environ.get("READINESS_GOLDEN") == "write":
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")
