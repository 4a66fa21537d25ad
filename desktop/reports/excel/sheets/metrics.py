"""Metrics: who owns each system, and the numbers it is held to."""

from collections.abc import Iterator

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, CHANGE, DATE, NUMBER, QUIET_CELL, SIGNED
from desktop.reports.excel.marks import mark_words
from desktop.reports.excel.page import Row
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say

_MEASURE = NUMBER.but(form="General")
_TOGETHER = 6  # systems whose owners leave room for the metrics on the same page of paper


def write_metrics(book: Book) -> Block:
    """The sheet of metrics, with the owners above."""
    page = book.page("metrics")
    columns = _columns(book)
    page.set_widths(columns)
    page.title(say("tracker.sheet-metrics"), say("tracker.metrics-lead"))
    page.section(say("tracker.metrics-owners"))
    page.table(_owner_columns(), (_owners(book, no, report) for no, report in book.numbered))
    if len(book.report.systems) > _TOGETHER:
        page.break_before()
    page.section(say("tracker.metrics-list"))
    block = page.table(columns, _rows(book), "Metrics")
    mark_words(page.sheet, block.local("check"), {say("tracker.incomplete"): "8A4B08"})
    page.sheet.freeze_panes = "C3"
    finish(page.sheet, book.report, head=block.first - 1 if len(block.rows) > 12 else None)
    protect(page.sheet)
    return block


def _owner_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 24),
        Column("owner", say("tracker.owner-production"), 30, CELL.but(bold=True)),
        Column("agreed", say("tracker.agreed-on"), 18, DATE.but(align="left")),
        Column("deputy", say("tracker.deputy"), 16),
        Column("gap1", "", 12),
        Column("gap2", "", 12),
        Column("gap3", "", 12),
        Column("gap4", "", 12),
        Column("evaluation", say("tracker.evaluation-exists"), 40, QUIET_CELL),
    )


def _owners(book: Book, no: int, report: SystemReport) -> Row:
    sprint, method = report.sprint, book.report.method
    exists = [str(choice(method, "sprint.evaluation", value)) for value in sprint.evaluation]
    return {
        "no": no,
        "system": report.system.name,
        "owner": book.person(sprint.owner),
        "agreed": sprint.owner_agreed_on,
        "deputy": book.person(sprint.deputy),
        "evaluation": "; ".join(exists),
    }


def _columns(book: Book) -> tuple[Column, ...]:
    entry = _MEASURE.tinted()
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 22, CELL, hidden=book.single),
        Column("metric", say("tracker.metric"), 29, CELL.but(bold=True)),
        Column("kind", say("tracker.shows"), 18, QUIET_CELL),
        Column("unit", say("tracker.unit"), 12, QUIET_CELL),
        Column("baseline", say("tracker.today"), 10, entry),
        Column("target", say("tracker.target"), 10, entry),
        Column("change", say("tracker.change"), 10, NUMBER.but(form=SIGNED)),
        Column("relative", say("tracker.change-relative"), 10, NUMBER.but(form=CHANGE)),
        Column("measured", say("tracker.measured"), 34, QUIET_CELL),
        Column("agreed", say("tracker.agreed-on"), 13, DATE),
        Column("check", say("tracker.check"), 12),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("metric_id", say("tracker.record-id"), 14, hidden=True),
    )


def _rows(book: Book) -> Iterator[Row]:
    both = "AND(ISNUMBER({baseline}),ISNUMBER({target}))"
    words = "AND({metric}<>" + quoted("") + ",{unit}<>" + quoted("") + ",{measured}<>" + quoted("") + ")"
    yes, no_word = quoted(say("tracker.complete")), quoted(say("tracker.incomplete"))
    for no, report in book.numbered:
        for key, metric in report.sprint.metrics.items():
            yield {
                "no": no,
                "system": report.system.name,
                "metric": metric.name,
                "kind": choice(book.report.method, "sprint.metrics/kind", metric.kind),
                "unit": metric.unit,
                "baseline": metric.baseline,
                "target": metric.target,
                "change": Formula(f'IF({both},{{target}}-{{baseline}},"")'),
                "relative": Formula(_relative(both)),
                "measured": metric.measured_how,
                "agreed": metric.agreed_on,
                "check": Formula(f"IF(AND({both},{words}),{yes},{no_word})"),
                "system_id": report.system.id,
                "metric_id": key,
            }


def _relative(both: str) -> str:
    """The change against today's value; not applicable where today's value is zero."""
    na = quoted(say("tracker.na"))
    return f'IF({both},IF({{baseline}}=0,{na},({{target}}-{{baseline}})/ABS({{baseline}})),"")'
