"""Decision, below: every sealed decision with its hash, whether the seal holds, and what has changed since."""

from collections.abc import Iterator

from desktop.analysis.record import facts_of
from desktop.analysis.record_text import read
from desktop.analysis.seals import CURRENT, Sealed, changes_since, decider, seals_of
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Column
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, DATE, GREEN, NUMBER, QUIET_CELL, RED
from desktop.reports.excel.marks import mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.text.formatting import join


def write_seals(book: Book, page: Page) -> None:
    """The table of all sealed decisions; nothing where nothing is sealed."""
    rows = tuple(_rows(book))
    if not rows:
        return
    page.section(say("decision.sheet.seals"))
    block = page.table(_columns(), rows)
    words = {say("decision.sheet.intact"): GREEN}
    words |= {say(f"decision.sheet.{state}"): RED for state in ("broken", "differs", "unlinked")}
    mark_words(page.sheet, block.local("state"), words)


def _columns() -> tuple[Column, ...]:
    """They follow the widths of the table above."""
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 23),
        Column("outcome", say("tracker.outcome"), 22, CELL.but(bold=True)),
        Column("by", say("tracker.decided-by"), 19),
        Column("on", say("tracker.decided-on"), 12, DATE),
        Column("sealed", say("decision.sheet.sealed-on"), 13, DATE),
        Column("state", say("decision.sheet.state"), 12, CELL.but(indent=1)),
        Column("changed", say("decision.sheet.changed"), 12, NUMBER),
        Column("blocking", say("decision.sheet.blocking"), 12, NUMBER),
        Column("sha256", say("decision.seal.hash"), 28, QUIET_CELL.but(indent=1)),
        Column("override", say("decision.line.override"), 26, QUIET_CELL),
        Column("sealer", say("decision.seal.by"), 20, QUIET_CELL),
    )


def _rows(book: Book) -> Iterator[Row]:
    """The newest first; what has changed is counted for the present decision only."""
    for no, report in book.numbered:
        for entry in reversed(seals_of(report.system)):
            yield {"no": no, "system": report.system.name, **_row(book, report, entry)}


def _row(book: Book, report: SystemReport, entry: Sealed) -> Row:
    decision, facts = entry.decision, read(entry.seal.record)
    names = tuple(name for person in decision.decided_by if (name := decider(book.report.workbook, decision, person)))
    changed = None
    if entry.id == CURRENT:
        changed = len(changes_since(entry.seal, facts_of(book.report.workbook, book.report.method, report.system)))
    return {
        "outcome": choice(book.report.method, "sprint.decision.outcome", decision.outcome),
        "by": join(names) or None,
        "on": decision.decided_on,
        "sealed": entry.seal.on,
        "state": say(f"decision.sheet.{entry.state}"),
        "changed": changed,
        "blocking": sum(key.startswith("findings/blocking/") for key in facts),
        "sha256": entry.seal.sha256,
        "override": f"{decision.override.by}: {decision.override.reason}" if decision.override else None,
        "sealer": entry.seal.by or None,
    }
