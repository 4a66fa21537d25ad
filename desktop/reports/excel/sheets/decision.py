"""Decision: what was decided on each system, by whom, on which numbers and terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.analysis.decision import uncovered
from desktop.analysis.seals import decider
from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, DATE, NUMBER, OCHRE, QUIET_CELL
from desktop.reports.excel.marks import allow_days, allow_list, mark_blank, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.decision_seals import write_seals
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.value_block import ValueBlock
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import count, say
from desktop.text.formatting import join


@dataclass(frozen=True)
class Decisions:
    """The decisions, one row a system; column ``outcome``."""

    block: Block

    def of(self, key: str, no: int) -> str:
        """The cell of one system."""
        return self.block.cell(key, self.block.first + no - 1)


def write_decision(book: Book, values: tuple[ValueBlock, ...], lists: Lists) -> Decisions:
    """The sheet with decisions above and conditions below."""
    page = book.page("decision")
    page.set_widths(_columns())
    page.title(say("tracker.sheet-decision"), say("tracker.decision-lead", currency=book.report.currency))
    pairs = zip(book.numbered, values, strict=True)
    block = page.table(_columns(), (_row(book, no, report, value) for (no, report), value in pairs), "Decisions")
    page.section(say("tracker.conditions"))
    terms = page.table(_term_columns(), _terms(book))
    allow_days(page.sheet, terms.local("met"))
    allow_days(page.sheet, terms.local("due"))
    allow_list(page.sheet, terms.local("owner"), lists.people, strict=False)
    mark_words(page.sheet, terms.local("standing"), {say("tracker.state-late"): OCHRE, say("tracker.met"): "2F6B3E"})
    text, owner = terms.columns["text"], terms.columns["owner"]
    wanted = f'AND(${text}{terms.first}<>"",${text}{terms.first}<>{quoted(say("tracker.na"))},${owner}{terms.first}="")'
    mark_blank(page.sheet, terms.local("owner"), wanted)
    _lock_sealed(book, page, terms)
    write_seals(book, page)
    page.sheet.freeze_panes = "C3"
    finish(page.sheet, book.report)
    protect(page.sheet)
    return Decisions(block)


def _lock_sealed(book: Book, page: Page, terms: Block) -> None:
    """The terms of a sealed decision are no entry: only the day on which a condition was met is."""
    sealed = {no for no, report in book.numbered if report.sprint.decision.seal is not None}
    numbers = [no for no, report in book.numbered for _ in range(_terms_of(report))]
    for line, no in zip(terms.rows, numbers, strict=False):
        if no in sealed:
            for key, look in (("owner", CELL.but(indent=1)), ("due", DATE)):
                place = page.sheet[f"{terms.columns[key]}{line}"]
                page.put(line, place.column, place.value, look)


def _terms_of(report: SystemReport) -> int:
    decision = report.sprint.decision
    return len(decision.conditions) or int(decision.outcome is not None)


def _columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 23, CELL.but(bold=True)),
        Column("outcome", say("tracker.outcome"), 22, CELL.but(bold=True)),
        Column("by", say("tracker.decided-by"), 19),
        Column("on", say("tracker.decided-on"), 12, DATE),
        Column("continuing", say("tracker.number-continuing"), 13, NUMBER),
        Column("investment", say("tracker.number-investment"), 12, NUMBER),
        Column("net", say("tracker.number-net"), 12, NUMBER),
        Column("budget", say("tracker.budget"), 12, NUMBER),
        Column("reason", say("tracker.reason"), 28, QUIET_CELL),
        Column("resources", say("tracker.resources"), 26, QUIET_CELL.but(indent=1)),
        Column("dissent", say("tracker.dissent"), 20, QUIET_CELL.but(indent=1)),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
    )


def _row(book: Book, no: int, report: SystemReport, value: ValueBlock) -> Row:
    decision = report.sprint.decision
    names = tuple(name for person in decision.decided_by if (name := decider(book.report.workbook, decision, person)))
    return {
        "no": no,
        "system": report.system.name,
        "outcome": _outcome(book, report),
        "by": join(names) or None,
        "on": decision.decided_on,
        "continuing": _shown(value.total("continuing", "likely")),
        "investment": _shown(value.total("investment", "likely")),
        "net": _shown(value.at(value.net)),
        "budget": decision.budget,
        "reason": decision.reason,
        "resources": decision.resources,
        "dissent": decision.dissent,
        "system_id": report.system.id,
    }


def _outcome(book: Book, report: SystemReport) -> str | None:
    """The outcome; one that blocking findings stand against says so, and so does one that was decided over them."""
    decision = report.sprint.decision
    said = choice(book.report.method, "sprint.decision.outcome", decision.outcome)
    if said is not None and decision.override is not None:
        return count("decision.sheet.over", len(decision.override.findings), outcome=said)
    if said is None or decision.seal is not None:
        return said
    against = uncovered(book.report.workbook, book.report.method, report.system)
    return count("decision.sheet.refused", len(against), outcome=said) if against else said


def _shown(cell: str) -> Formula:
    return Formula(f'IF(ISNUMBER({cell}),{cell},"")')


def _term_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 23),
        Column("text", say("tracker.condition"), 26, CELL.but(bold=True)),
        Column("owner", say("tracker.owner"), 22, CELL.tinted().but(indent=1)),
        Column("due", say("tracker.by-day"), 14, DATE.tinted()),
        Column("met", say("tracker.met-on"), 15, DATE.tinted()),
        Column("standing", say("tracker.standing"), 15),
    )


def _terms(book: Book) -> Iterator[Row]:
    """A decision without conditions says *not applicable*; without a decision there is nothing to say yet."""
    met, late, still = (quoted(say(f"tracker.{key}")) for key in ("met", "state-late", "state-open"))
    standing = f"IF(N({{met}})>0,{met},IF(AND(N({{due}})>0,N({{due}})<{AS_OF}),{late},{still}))"
    for no, report in book.numbered:
        head = {"no": no, "system": report.system.name}
        decision = report.sprint.decision
        for entry in decision.conditions.values():
            owner = (entry.owner and decider(book.report.workbook, decision, entry.owner)) or None
            row = {"text": entry.text, "owner": owner, "due": entry.due, "met": entry.met_on}
            yield {**head, **row, "standing": Formula(standing)}
        if report.sprint.decision.outcome and not report.sprint.decision.conditions:
            yield {**head, "text": say("tracker.na")}
