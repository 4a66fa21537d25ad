"""Findings: what stands below its level, blocking or manageable, and how each is managed."""

from collections.abc import Iterator

from desktop.analysis.findings import Finding
from desktop.analysis.persons import is_person
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, DATE, GREEN, NUMBER, OCHRE, QUIET_CELL, RED
from desktop.reports.excel.marks import allow_days, allow_list, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.assessment_page import head, whose
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.rating import Treatment


def write_findings(book: Book, page: Page, lists: Lists) -> Block:
    """The sheet of all findings, blocking ones first."""
    head(page, _columns(book), "findings")
    block = page.table(_columns(book), _rows(book), "Findings")
    mark_words(page.sheet, block.local("kind"), {_kind("blocking"): RED})
    mark_words(page.sheet, block.local("treated"), {_word("managed"): GREEN, _word("not-managed"): OCHRE})
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_days(page.sheet, block.local("due"))
    page.sheet.freeze_panes = f"A{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)
    if page.has_formulas:
        protect(page.sheet)
    return block


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        *whose(book),
        Column("kind", say("tracker-assessment.kind"), 13, CELL.but(bold=True)),
        Column("question", say("tracker-assessment.question"), 44),
        Column("level", say("tracker-assessment.level"), 8, NUMBER),
        Column("needed", say("tracker-assessment.needed"), 8, NUMBER),
        Column("said", say("tracker-assessment.said"), 44, QUIET_CELL.but(indent=1)),
        Column("treated", say("tracker-assessment.treated"), 16, CELL.but(indent=1)),
        Column("mitigation", say("tracker-assessment.mitigation"), 36, CELL.tinted()),
        Column("owner", say("tracker.owner"), 17, CELL.tinted()),
        Column("due", say("tracker.due"), 13, DATE.tinted()),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("question_id", say("tracker-assessment.question-id"), 18, hidden=True),
        Column("no_person", say("tracker-assessment.no-person"), 18, hidden=True),
    )


def _rows(book: Book) -> Iterator[Row]:
    for no, report in book.numbered:
        for gap in report.assessment.findings:
            named = {"no": no, "system": report.system.name, "system_id": report.system.id}
            yield {**named, **_finding(book, report, gap)}


def _finding(book: Book, report: SystemReport, gap: Finding) -> Row:
    question = book.report.method.question[gap.question]
    treatment = report.system.treatments.get(gap.question, Treatment())
    owner = book.person(treatment.owner)
    return {
        "kind": _kind(gap.kind),
        "question": question.prompt,
        "level": gap.level,
        "needed": gap.needed,
        "said": question.levels[gap.level],
        "treated": Formula(_treated()),
        "mitigation": treatment.mitigation,
        "owner": owner,
        "due": treatment.due,
        "question_id": gap.question,
        "no_person": owner if owner and not is_person(owner) else None,
    }


def _treated() -> str:
    """The report's rule: a blocking finding is only closed; a manageable one needs a mitigation and one named person."""
    named = '{owner}<>"",{owner}<>{no_person}'
    managed = f'IF(AND(TRIM({{mitigation}})<>"",{named}),{quoted(_word("managed"))},{quoted(_word("not-managed"))})'
    to_close = f"IF({{kind}}={quoted(_kind('blocking'))},{quoted(_word('to-close'))},{managed})"
    return f'IF({{kind}}="","",{to_close})'


def _kind(kind: str) -> str:
    return say(f"tracker-assessment.kind-{kind}")


def _word(name: str) -> str:
    return say(f"tracker-assessment.{name}")
