"""The five sheets of the diagnosis, in the order in which they are read; the answers are written first."""

from collections.abc import Callable

from desktop.reports.excel.book import Book
from desktop.reports.excel.sheets.answers import write_answers
from desktop.reports.excel.sheets.assessment_diagnosis import Drawn, write_diagnosis
from desktop.reports.excel.sheets.assessment_lenses import write_lenses
from desktop.reports.excel.sheets.assessment_page import begin
from desktop.reports.excel.sheets.findings import write_findings
from desktop.reports.excel.sheets.findings_warnings import write_warnings
from desktop.reports.excel.sheets.lists import Lists


def write_assessment(book: Book, lists: Lists, tick: Callable[[], None]) -> None:
    """Diagnosis, findings, warnings, lenses and answers; ``tick`` may raise ``Cancelled``."""
    diagnosis, findings, warnings, lenses, answers = (
        begin(book, name) for name in ("diagnosis", "findings", "warnings", "lenses", "answers")
    )
    given = write_answers(book, answers, tick)
    scores = write_lenses(book, lenses, given)
    found = write_findings(book, findings, lists)
    write_warnings(book, warnings)
    write_diagnosis(book, diagnosis, Drawn(given, scores, found))
