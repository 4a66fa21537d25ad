"""Writes a report and reads it back with another library than the one that wrote it."""

from io import BytesIO

from pypdf import PdfReader

from desktop.reports.pdf.board import write_board
from desktop.reports.report import Report


def written(report: Report) -> bytes:
    stream = BytesIO()
    write_board(report, stream, lambda _done, _total: None)
    return stream.getvalue()


def pages(report: Report) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(written(report))).pages]


def words(report: Report) -> str:
    """All text with single spaces, so that line ends do not matter."""
    return " ".join(" ".join(pages(report)).split())
