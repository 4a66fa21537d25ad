"""Dashboard: the figures that matter, all of them formulas on the other sheets."""

from dataclasses import dataclass

from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block
from desktop.reports.excel.frame import finish, protect, shown_client
from desktop.reports.excel.look import (
    DAY,
    FIGURE,
    FIGURE_NAME,
    FIGURE_NOTE,
    OCHRE,
    RULE,
    SUBTITLE,
    TITLE,
    Look,
)
from desktop.reports.excel.marks import allow_days, mark_if
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.dashboard_charts import add_dashboard_charts
from desktop.reports.excel.sheets.dashboard_tables import write_next, write_systems, write_weeks
from desktop.reports.excel.sheets.decision import Decisions
from desktop.reports.excel.sheets.evaluation import Runs
from desktop.reports.excel.sheets.integration import Integration
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.portfolio import Portfolio
from desktop.reports.excel.sheets.tasks import Tasks
from desktop.reports.excel.sheets.value_block import ValueBlock
from desktop.reports.excel.words import money_text, quoted, states
from desktop.text import say

_WIDTHS = {"A": 33, "B": 11, "C": 13, "D": 11, "E": 3, "F": 33, "G": 20, "H": 15, "I": 15, "J": 19}
_ONE_PAGE = 12  # systems whose lines leave room for the rest on one page of paper


@dataclass(frozen=True)
class Parts:
    """The sheets that the dashboard draws on."""

    lists: Lists
    tasks: Tasks
    runs: Runs
    integration: Integration
    values: tuple[ValueBlock, ...]
    decisions: Decisions
    portfolio: Portfolio
    cash: Block
    months: tuple[range, ...]


def write_dashboard(book: Book, parts: Parts) -> None:
    """The first sheet; written after all others, then moved to the front."""
    page = book.page("dashboard")
    for letter, width in _WIDTHS.items():
        page.sheet.column_dimensions[letter].width = width
    _head(page, book)
    _figures(page, book, parts)
    page.row = 8
    write_systems(page, book, parts)
    if len(book.report.systems) > _ONE_PAGE:
        page.break_before()
    top = page.row
    weeks = write_weeks(page, book, parts.tasks, top)
    write_next(page, parts.tasks, top)
    if book.report.systems:
        add_dashboard_charts(page, book, parts, weeks, top + 10)
    finish(page.sheet, book.report, one_page=len(book.report.systems) <= _ONE_PAGE)
    protect(page.sheet)
    book.workbook.move_sheet(page.sheet, -(len(book.workbook.sheetnames) - 1))
    book.workbook.active = 0


def _head(page: Page, book: Book) -> None:
    report = book.report
    client = shown_client(report).strip()
    title = report.systems[0].system.name if book.single else client or say("tracker.no-client")
    page.pen.text(page.sheet, 1, 1, title, TITLE)
    lead = (
        say("tracker.dashboard-lead-client", client=client) if book.single and client else say("tracker.dashboard-lead")
    )
    page.pen.text(page.sheet, 2, 1, lead, SUBTITLE)
    page.pen.word(page.sheet, 1, 9, say("tracker.as-of"), Look(colour=SUBTITLE.colour, align="right"))
    as_of = Look(size=12, bold=True, align="right", form=DAY).tinted()
    page.pen.put(page.sheet, 1, 10, report.stamp.as_of, as_of)
    page.sheet.row_dimensions[1].height, page.sheet.row_dimensions[2].height = 30, 20
    allow_days(page.sheet, "J1")
    book.define(AS_OF, f"'{page.sheet.title}'!$J$1")


def _figures(page: Page, book: Book, parts: Parts) -> None:
    name, number, note = (look.but(above=RULE) if look.above else look for look in (FIGURE_NAME, FIGURE, FIGURE_NOTE))
    for row, look in ((4, name), (5, number), (6, note)):
        page.pen.band(page.sheet, row, range(1, 5), look)
        page.pen.band(page.sheet, row, range(6, 11), look)
    for column, key, figure, below in _all_figures(book, parts):
        page.pen.word(page.sheet, 4, column, say(f"tracker.headline-{key}"), name)
        page.formula(5, column, figure, number)
        page.formula(6, column, below, note) if below else page.pen.word(
            page.sheet, 6, column, say(f"tracker.headline-{key}-note"), note
        )
    page.sheet.row_dimensions[4].height, page.sheet.row_dimensions[5].height = 20, 28
    page.sheet.row_dimensions[6].height = 20
    mark_if(page.sheet, "B5", "N(B5)>0", OCHRE)
    mark_if(page.sheet, "C5", "N(C5)>0")


def _all_figures(book: Book, parts: Parts) -> tuple[tuple[int, str, str, str], ...]:
    tasks, word, portfolio = parts.tasks, states(), parts.portfolio
    done, every = tasks.count(tasks.having("standing", quoted(word.done))), tasks.count()
    late = tasks.count(tasks.having("standing", quoted(word.late)))
    nobody = tasks.count(tasks.having("owner", quoted("")), tasks.having("standing", quoted("<>" + word.done)))
    outcomes, refused = parts.decisions.block.cells("outcome"), quoted(f"*{say('decision.sheet.refused-word')}*")
    decided = f"(COUNTIFS({outcomes},{quoted('<>')})-COUNTIFS({outcomes},{refused}))"
    stalled = portfolio.count(portfolio.having("stalled", quoted(say("tracker.stalled"))))
    share = f'IF({every}=0,"",FIXED({done}/{every}*100,0)&{quoted(say("tracker.percent-of-tasks"))})'
    return (
        (1, "done", _of(done, every), share),
        (2, "late", late, ""),
        (3, "owner", nobody, ""),
        (6, "decided", _of(decided, str(len(book.report.systems))), ""),
        (7, "stalled", _of(stalled, portfolio.count()), ""),
        (9, *_money(book, parts)),
    )


def _of(part: str, whole: str) -> str:
    return f"FIXED({part},0)&{quoted(say('tracker.of'))}&FIXED({whole},0)"


def _money(book: Book, parts: Parts) -> tuple[str, str, str]:
    """One system: its net return with the range. Several: what continuing costs together; returns are not added up."""
    currency = book.report.currency
    if book.single:
        block, none = parts.values[0], quoted(say("tracker.not-entered"))
        low, likely, high = (block.at(block.net, end) for end in ("low", "likely", "high"))
        span = f"{money_text(low, currency)}&{quoted(say('tracker.to'))}&{money_text(high, currency)}"
        shown = f"IF(ISNUMBER({likely}),{money_text(likely, currency)},{none})"
        return "net", shown, f'IF(ISNUMBER({likely}),{span},"")'
    cells = parts.decisions.block.cells("continuing")
    known, total = f"COUNT({cells})", f"SUM({cells})"
    shown = f"IF({known}=0,{quoted(say('tracker.not-entered'))},{money_text(total, currency)})"
    return "continuing", shown, f"{known}&{quoted(say('tracker.systems-entered', n=len(parts.values)))}"
