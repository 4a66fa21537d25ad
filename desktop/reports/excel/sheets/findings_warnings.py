"""Warnings: what was entered that has ended other projects, the serious first, and what clears each."""

from collections.abc import Iterator

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Column
from desktop.reports.excel.frame import finish
from desktop.reports.excel.look import CELL, OCHRE, QUIET_CELL, RED
from desktop.reports.excel.marks import mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.assessment_page import head, whose
from desktop.text import say


def write_warnings(book: Book, page: Page) -> None:
    """The sheet of all warnings."""
    head(page, _columns(book), "warnings")
    block = page.table(_columns(book), _rows(book), "Warnings")
    mark_words(page.sheet, block.local("severity"), {_severity("serious"): RED, _severity("caution"): OCHRE})
    page.sheet.freeze_panes = f"A{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        *whose(book),
        Column("severity", say("tracker-assessment.severity"), 13),
        Column("name", say("tracker-assessment.warning"), 30, CELL.but(bold=True)),
        Column("raised", say("tracker-assessment.raised"), 56),
        Column("clears", say("tracker-assessment.clears"), 52, QUIET_CELL),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("rule", say("tracker-assessment.rule"), 18, hidden=True),
    )


def _rows(book: Book) -> Iterator[Row]:
    for no, report in book.numbered:
        for warned in report.assessment.warnings:
            yield {
                "no": no,
                "system": report.system.name,
                "severity": _severity(warned.severity),
                "name": warned.words.name,
                "raised": warned.words.raised,
                "clears": warned.words.clears,
                "system_id": report.system.id,
                "rule": warned.rule,
            }


def _severity(name: str) -> str:
    return say(f"tracker-assessment.severity-{name}")
