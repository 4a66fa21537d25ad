"""Twelve weeks: every task of sprint and plan on one grid of weeks. What is changed in a row moves its bar and the counts.

This is the only sheet on which tasks are entered; the dashboard and the other sheets count from it.
"""

from dataclasses import dataclass

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import ACCENT, CAPTION, DAY, FIGURE, FIGURE_NAME, INK, OCHRE, RED, WHOLE
from desktop.reports.excel.marks import allow_days, allow_list, allow_numbers, mark_if, mark_states
from desktop.reports.excel.page import Page, letter
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.tasks_columns import PER_CENT, task_columns
from desktop.reports.excel.sheets.tasks_formulas import timing_words
from desktop.reports.excel.sheets.tasks_rows import Source, all_days, row_count, task_rows, track_word
from desktop.reports.excel.sheets.weeks import Grid, mark_weeks, weeks_of, write_heads
from desktop.reports.excel.words import quoted, states
from desktop.text import say
from desktop.text.formatting import day

_FORMS = {"work": PER_CENT, "wanted": PER_CENT, "launch": DAY, "launches": DAY}
_WARNING = {"late": OCHRE, "not-begun": OCHRE, "blocked": RED, "no-owner": RED}
_LEGEND, _NAMES, _FIGURES, _MONTHS, _NUMBERS, _DAYS, _HEAD = range(3, 10)


@dataclass(frozen=True)
class Tasks:
    """Where the tasks stand. Columns: see ``tasks_columns``; ``no`` is blank for milestones, so that nothing counts them."""

    block: Block

    def count(self, *conditions: str) -> str:
        """A formula that counts tasks; conditions are ``range,criterion`` pairs."""
        return f"COUNTIFS({','.join((self.block.cells('no') + ',' + quoted('>0'), *conditions))})"

    def having(self, key: str, criterion: str) -> str:
        """One condition for ``count``."""
        return f"{self.block.cells(key)},{criterion}"

    @property
    def of_sprint(self) -> str:
        """The condition that a task belongs to the 30-day sprint."""
        return self.having("track", quoted(track_word("sprint")))


def write_tasks(book: Book, lists: Lists) -> Tasks:
    """The sheet of all tasks."""
    page, weeks = book.page("tasks"), weeks_of(all_days(book), book.report.stamp.as_of)
    columns = task_columns(book, weeks)
    page.set_widths(columns)
    page.title(say("tracker.sheet-tasks"), say("tracker.tasks-lead"))
    planned = _planned(page, columns, max(row_count(book), 1))
    grid = Grid(weeks, _place(columns, "w0"), _DAYS, _MONTHS, _NUMBERS)
    page.row = _HEAD
    block = page.table(columns, task_rows(Source(book, lists, weeks, planned, _DAYS)), "Tasks")
    tasks = Tasks(block)
    _figures(page, columns, block, single=book.single)
    _above(page, columns, grid, block)
    mark_weeks(page, block, grid)
    _guard(page, block, lists)
    page.sheet.freeze_panes = f"{letter(_place(columns, 'owner'))}{block.first}"
    finish(page.sheet, book.report, head=_HEAD, above=_HEAD - _MONTHS)
    _print(page, columns, block)
    protect(page.sheet)
    return tasks


def _place(columns: tuple[Column, ...], key: str) -> int:
    return next(number for number, column in enumerate(columns, start=1) if column.key == key)


def _planned(page: Page, columns: tuple[Column, ...], rows: int) -> Block:
    """Where the table is going to stand."""
    places = {column.key: letter(number) for number, column in enumerate(columns, start=1)}
    return Block(page.sheet.title, places, _HEAD + 1, _HEAD + rows)


def _print(page: Page, columns: tuple[Column, ...], block: Block) -> None:
    """The grid first, then on pages of their own the words that belong to the tasks."""
    last, words, end = (
        letter(_place(columns, key) + step) for key, step in (("blocker", -1), ("blocker", 0), ("role", 0))
    )
    page.sheet.print_area = f"A1:{last}{block.last},{words}{_HEAD}:{end}{block.last}"
    page.sheet.print_title_cols = "B:E"


def _figures(page: Page, columns: tuple[Column, ...], block: Block, *, single: bool) -> None:
    """Figures over the rows that are shown: a filter on a system or an owner changes them."""
    for (name, formula), (first, last) in zip(_all_figures(block, single=single), _spans(page, columns), strict=True):
        page.pen.band(page.sheet, _NAMES, range(first, last + 1), FIGURE_NAME)
        page.pen.word(page.sheet, _NAMES, first, say(f"tracker.weeks-{name}"), FIGURE_NAME)
        page.formula(_FIGURES, first, formula, FIGURE.but(form=_FORMS.get(name, WHOLE)))
        page.sheet.merge_cells(start_row=_FIGURES, end_row=_FIGURES, start_column=first, end_column=last)
        if name in _WARNING:
            cell = f"{letter(first)}{_FIGURES}"
            mark_if(page.sheet, cell, f"N({cell})>0", _WARNING[name])
    page.sheet.row_dimensions[_FIGURES].height = 27


def _spans(page: Page, columns: tuple[Column, ...]) -> tuple[tuple[int, int], ...]:
    """First and last column under each figure: wide enough for large digits."""
    ends = ("phase", "task", "owner", "planned", "due", "slack", "state", "w3")
    places = [_place(columns, key) for key in ends]
    return tuple(zip((page.side, *(place + 1 for place in places)), places, strict=False))


def _all_figures(block: Block, *, single: bool) -> tuple[tuple[str, str], ...]:
    shown, weight, percent, wanted, timing, standing, state, owner, launch = map(
        block.cells, ("shown", "weight", "percent", "wanted", "timing", "standing", "state", "owner", "launch")
    )
    word, work = states(), f"SUMPRODUCT({shown},{weight})"

    def share(part: str) -> str:
        return f"IF({work}=0,0,{part}/{work})"

    return (
        ("tasks", f"SUM({shown})"),
        ("work", share(f"SUMPRODUCT({shown},{weight},{percent})")),
        ("wanted", share(f"100*SUMPRODUCT({shown},{wanted})")),
        ("late", f"SUMPRODUCT({shown}*({standing}={quoted(word.late)}))"),
        ("not-begun", f"SUMPRODUCT({shown}*({timing}={quoted(timing_words()[1])}))"),
        ("blocked", f"SUMPRODUCT({shown}*({state}={quoted(word.blocked)}))"),
        ("no-owner", f'SUMPRODUCT({shown}*({owner}="")*({standing}<>{quoted(word.done)}))'),
        ("launch" if single else "launches", f'IF(COUNT({launch})=0,"–",MIN({launch}))'),
    )


def _above(page: Page, columns: tuple[Column, ...], grid: Grid, block: Block) -> None:
    """The line that explains the bars, the word *Week*, and week 1 of the first system that is shown."""
    page.formula(_NUMBERS, 1, f"SUBTOTAL(105,{block.cells('first')})", CAPTION.but(form=DAY))
    write_heads(page, grid, f"$A${_NUMBERS}")
    page.pen.word(page.sheet, _LEGEND, page.side, say("tracker.weeks-legend"), CAPTION)
    if grid.weeks.cut:
        page.pen.word(page.sheet, _NUMBERS, page.side, say("tracker.weeks-cut", day=day(grid.weeks.end)), CAPTION)
    before = _place(columns, "w0") - 1
    page.pen.word(page.sheet, _NUMBERS, before, say("tracker.week"), CAPTION.but(align="right"))


def _guard(page: Page, block: Block, lists: Lists) -> None:
    sheet, first = page.sheet, {key: f"${letters}{block.first}" for key, letters in block.columns.items()}
    allow_list(sheet, block.local("state"), lists.states, strict=True)
    allow_list(sheet, block.local("owner"), lists.people, strict=False)
    for key in ("start", "due"):
        allow_days(sheet, block.local(key))
    allow_numbers(sheet, block.local("percent"), "0", "100", whole=True)
    mark_states(sheet, block.local("state"))
    mark_if(sheet, block.local("slip"), f"N({first['slip']})>0", OCHRE)
    mark_if(sheet, block.local("task"), f"AND(ISNUMBER({first['slack']}),N({first['slack']})<=0)", INK)
    nobody = say("tracker.no-owner")
    mark_if(sheet, block.local("attention"), f"{first['attention']}={quoted(states().soon)}", ACCENT)
    mark_if(sheet, block.local("attention"), f"ISNUMBER(SEARCH({quoted(nobody)},{first['attention']}))")
    mark_if(sheet, block.local("attention"), f'{first["attention"]}<>""', OCHRE)
