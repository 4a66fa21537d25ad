"""The tables of the dashboard: one line a system, the four weeks, and what is next to finish."""

from typing import TYPE_CHECKING

from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.look import CELL, DATE, HEADER, NUMBER, QUIET_CELL, Look
from desktop.reports.excel.marks import mark_if, mark_states
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.tasks import Tasks
from desktop.reports.excel.sheets.tasks_rows import track_word
from desktop.reports.excel.words import quoted, share_text, states
from desktop.reports.report import SystemReport
from desktop.text import say

if TYPE_CHECKING:
    from desktop.reports.excel.sheets.dashboard import Parts

NEXT = 5
_BANDS = ((1, 4), (5, 8), (9, 12))
_LINE, _NAME_LETTERS = 27, 32
_TEXT, _FIGURE = CELL.but(wrap=False, shrink=True), NUMBER.but(shrink=True)
_RIGHT = HEADER.but(align="right")


def write_systems(page: Page, book: Book, parts: "Parts") -> None:
    """One line for each system of the sprint."""
    page.section(say("tracker.dashboard-systems"))
    heads = ("system", "sprint-day", "done", "late", "", "right-answers", "effort-doubled", "investment", "net-return")
    _header(page, page.row, 1, (*heads, "outcome"), _looks("lrrr-lrrri"), currency=book.report.currency)
    page.row += 1
    first = page.row
    for no, report in book.numbered:
        _system(page, parts, no)
        page.pen.text(page.sheet, page.row, 1, report.system.name, CELL.but(bold=True))
        page.sheet.row_dimensions[page.row].height = _system_height(report)
        page.row += 1
    if book.report.systems:
        mark_if(page.sheet, f"D{first}:D{page.row - 1}", f"N(D{first})>0", "8A4B08")
    else:
        page.caption(say("tracker.nothing-yet"))
    page.row += 1


def _system_height(report: SystemReport) -> float:
    """Room for a long name, and for an outcome that says over which findings it was decided."""
    return 33 if len(report.system.name) > _NAME_LETTERS else _LINE if report.sprint.decision.outcome else 21


def _system(page: Page, parts: "Parts", no: int) -> None:
    tasks, word, row, value = parts.tasks, states(), page.row, parts.values[no - 1]
    mine = tasks.having("no", str(no))
    start = parts.lists.register.cell("start", parts.lists.register.first + no - 1)
    day = f"IF(N({start})=0,{quoted('')},IF({AS_OF}<{start},{quoted(say('tracker.not-begun'))},{AS_OF}-{start}+1))"
    done = f"{tasks.count(mine, tasks.having('standing', quoted(word.done)))}&{quoted(say('tracker.of'))}&{tasks.count(mine)}"
    page.pen.band(page.sheet, row, range(5, 6), CELL)
    cells = (
        (2, day, _FIGURE.but(form="0")),
        (3, done, _FIGURE),
        (4, tasks.count(mine, tasks.having("standing", quoted(word.late))), _FIGURE),
        (6, _score(parts, no), _TEXT),
        (7, _shown(parts.integration.of("doubled_likely", no)), _FIGURE),
        (8, _shown(value.total("investment", "likely")), _FIGURE),
        (9, _shown(value.at(value.net)), _FIGURE.but(bold=True)),
        (10, _word_of(parts.decisions.of("outcome", no)), CELL.but(size=9, indent=1)),
    )
    for column, formula, look in cells:
        page.formula(row, column, formula, look)


def _score(parts: "Parts", no: int) -> str:
    """``88.3 % (83.7–91.8), threshold 80.0 %`` from the evaluation sheet."""
    share, low, high, limit = (parts.runs.of(key, no) for key in ("share", "low", "high", "threshold"))
    span = f'{share_text(share)}&" % ("&{share_text(low)}&"–"&{share_text(high)}&")"'
    against = f'IF(ISNUMBER({limit}),{quoted(say("tracker.against"))}&{share_text(limit)}&" %","")'
    return f'IF(ISNUMBER({share}),{span}&{against},"")'


def _shown(cell: str) -> str:
    return f'IF(ISNUMBER({cell}),{cell},"")'


def _word_of(cell: str) -> str:
    return f'IF({cell}="","",{cell})'


def write_weeks(page: Page, book: Book, tasks: Tasks, top: int) -> range:
    """Tasks by week of the sprint and by band of the plan, on the left; returns the rows, which the chart shows too."""
    page.row = top
    page.section(say("tracker.dashboard-weeks"))
    _header(page, page.row, 1, ("week", "done", "late", "to-do"), _looks("lrrr"))
    first = page.row + 1
    weeks = [(f"{week.week}  {week.name}", _of_week(tasks, week.week or 0)) for week in book.report.method.sprint_weeks]
    bands = [(say("tracker.dash-band", first=low, last=high), _of_band(tasks, low, high)) for low, high in _BANDS]
    for row, (name, mine) in enumerate((*weeks, *bands), start=first):
        _week(page, tasks, row, name, mine)
    return range(first, first + len(weeks) + len(bands))


def _of_week(tasks: Tasks, week: int) -> str:
    return f"{tasks.of_sprint},{tasks.having('week', str(week))}"


def _of_band(tasks: Tasks, low: int, high: int) -> str:
    """Tasks of the plan by the week in which they begin; the last band takes what begins after the twelve weeks too."""
    track = tasks.having("track", quoted(track_word("plan")))
    begins = f"{track},{tasks.having('week', quoted(f'>={low}'))}"
    return begins if high == _BANDS[-1][1] else f"{begins},{tasks.having('week', quoted(f'<={high}'))}"


def _week(page: Page, tasks: Tasks, row: int, name: str, mine: str) -> None:
    word = states()
    page.pen.word(page.sheet, row, 1, name, CELL)
    page.formula(row, 2, tasks.count(mine, tasks.having("standing", quoted(word.done))), _FIGURE)
    page.formula(row, 3, tasks.count(mine, tasks.having("standing", quoted(word.late))), _FIGURE)
    page.formula(row, 4, f"{tasks.count(mine)}-B{row}-C{row}", _FIGURE)
    page.sheet.row_dimensions[row].height = _LINE


def write_next(page: Page, tasks: Tasks, top: int) -> None:
    """The five tasks that are due first and not done; earliest first, also when the list is sorted otherwise."""
    page.row = top
    page.section(say("tracker.dashboard-next"), 6)
    _header(page, page.row, 6, ("task", "system", "owner", "due", "standing"), _looks("lllri"))
    first = page.row + 1
    for number in range(1, NEXT + 1):
        row = first + number - 1
        for column, key, look in _next_columns():
            page.formula(row, column, _next(tasks, key, number), look)
    mark_states(page.sheet, f"J{first}:J{first + NEXT - 1}")
    nobody = quoted(say("tracker.no-owner-yet"))
    mark_if(page.sheet, f"H{first}:H{first + NEXT - 1}", f"H{first}={nobody}")


def _next_columns() -> tuple[tuple[int, str, Look], ...]:
    quiet = QUIET_CELL.but(size=9, wrap=False)
    return (
        (6, "task", CELL.but(size=9)),
        (7, "system", quiet),
        (8, "owner", _TEXT),
        (9, "due", DATE),
        (10, "standing", _TEXT.but(indent=1)),
    )


def _next(tasks: Tasks, key: str, number: int) -> str:
    """Tasks with a day that are not done have an order above zero; the smallest is due first."""
    order = tasks.block.cells("order")
    waiting = f'COUNTIF({order},">0")'
    nth = f"SMALL({order},COUNTIF({order},0)+{number})"
    found = f"INDEX({tasks.block.cells(key)},MATCH({nth},{order},0))"
    value = f"IF({found}={quoted('')},{quoted(say('tracker.no-owner-yet'))},{found})" if key == "owner" else found
    return f'IF({waiting}<{number},"",{value})'


def _looks(pattern: str) -> tuple[Look, ...]:
    return tuple({"r": _RIGHT, "i": HEADER.but(indent=1)}.get(mark, HEADER) for mark in pattern)


def _header(page: Page, row: int, column: int, keys: tuple[str, ...], looks: tuple[Look, ...], **values: str) -> None:
    for number, (key, look) in enumerate(zip(keys, looks, strict=True), start=column):
        if key:
            page.pen.word(page.sheet, row, number, say(f"tracker.dash-{key}", **values), look)
        else:
            page.pen.band(page.sheet, row, range(number, number + 1), look)
    page.sheet.row_dimensions[row].height = 21
