"""Sources: the limits that formulas use, what each figure is made from, and the published figures shown beside ours."""

from collections.abc import Iterator

from desktop.analysis.evaluation import MINIMUM_EXAMPLES, MIX_TOLERANCE
from desktop.analysis.integration import DOUBLING
from desktop.analysis.portfolio import STALL_MONTHS
from desktop.analysis.statistics import Z_95
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Column
from desktop.reports.excel.frame import finish
from desktop.reports.excel.look import CELL, NUMBER, QUIET_CELL
from desktop.reports.excel.page import Row
from desktop.text import say

_RULES = (
    ("WilsonZ", "wilson", Z_95, "0.000000"),
    ("Doubling", "doubling", DOUBLING, "0"),
    ("StallMonths", "stall", STALL_MONTHS, "0.0"),
    ("MixTolerance", "mix", MIX_TOLERANCE, "0"),
    ("MinimumExamples", "minimum", MINIMUM_EXAMPLES, "0"),
)
_FIGURES = (
    "standing",
    "interval",
    "needed",
    "mix",
    "effort",
    "totals",
    "cash",
    "payback",
    "roi",
    "npv",
    "delay",
    "swings",
    "units",
    "months",
    "stalled",
)


def write_sources(book: Book) -> None:
    """The sheet of sources; the limits get names that all formulas use."""
    page = book.page("sources")
    page.title(say("tracker.sheet-sources"), say("tracker.sources-lead"))
    page.set_widths(_columns("measures"))
    page.section(say("tracker.sources-rules"))
    rules = page.table(_columns("rule"), (_rule(key) for _, key, _, _ in _RULES))
    for row, (name, _, value, form) in enumerate(_RULES, start=rules.first):
        page.put(row, 2, value, NUMBER.but(form=form, align="left"))
        book.define(name, rules.cell("second", row))
    page.section(say("tracker.sources-figures"))
    page.table(_columns("figure"), (_figure(key) for key in _FIGURES))
    page.break_before()
    page.section(say("tracker.sources-published"))
    page.table(_columns("measures"), _published(book))
    finish(page.sheet, book.report)


def _columns(kind: str) -> tuple[Column, ...]:
    """Three tables on one grid; ``kind`` names the headers."""
    looks = (CELL.but(bold=True), CELL, CELL, QUIET_CELL, QUIET_CELL)
    widths, names = (46, 20, 52, 50, 14), ("first", "second", "third", "fourth", "fifth")
    heads = [say(f"tracker.{kind}-{name}") for name in names]
    return tuple(
        Column(name, head, width, look) for name, head, width, look in zip(names, heads, widths, looks, strict=True)
    )


def _rule(key: str) -> Row:
    name = say(f"tracker.rule-{key}")
    return {"first": name, "third": say(f"tracker.rule-{key}-used"), "fourth": say(f"tracker.rule-{key}-source")}


def _figure(key: str) -> Row:
    return {
        "first": say(f"tracker.figure-{key}"),
        "second": say(f"tracker.figure-{key}-where"),
        "third": say(f"tracker.figure-{key}-made"),
        "fourth": say(f"tracker.figure-{key}-source"),
    }


def _published(book: Book) -> Iterator[Row]:
    """Every published figure as its source gives it; what a source left blank says so."""
    method = book.report.method
    for figure in method.benchmarks:
        yield {
            "first": figure.measures,
            "second": figure.value or say("tracker.not-reported"),
            "third": figure.population,
            "fourth": f"{figure.reported_by}; “{method.source[figure.source].title}”",
            "fifth": figure.date,
        }
