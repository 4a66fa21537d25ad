"""The week columns of the tasks: their days, their headers, and the bars that conditional formats draw from the row's cells.

The bars are formulas on start, end, per cent, state and slack of the row, so they follow whatever is changed in the sheet.
Black: without slack, so it sets the day of the launch. Dark: done. Pale: has slack. Grey ground: after the twelfth week.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.planning.schedule import WINDOW_WEEKS
from desktop.reports.excel.book import AS_OF
from desktop.reports.excel.columns import Block, Column
from desktop.reports.excel.look import (
    ACCENT,
    DEEP_ACCENT,
    INK,
    LINE,
    OCHRE,
    PALE_OCHRE,
    SOFT_ACCENT,
    SURFACE,
    Look,
)
from desktop.reports.excel.page import Page, letter
from desktop.reports.excel.words import quoted, states
from desktop.text.formatting import day

FEWEST, MOST, SPARE = 16, 104, 2  # weeks drawn: always so many, never more, and so many after the last day
_WEEK, _SHORT_YEAR = 7, 52
_WIDTH = 2.7
_CELL = Look(size=9, align="center", below=LINE, before=LINE)
_NUMBER = Look(size=9, bold=True, align="center")
_MONTH = Look(size=9, bold=True, colour=ACCENT)


@dataclass(frozen=True)
class Weeks:
    """The weeks that are drawn, from Monday to Sunday. ``cut``: there are days after the last of them."""

    first: date
    count: int
    cut: bool = False

    @property
    def mondays(self) -> tuple[date, ...]:
        """The first day of each week."""
        return tuple(self.first + timedelta(days=_WEEK * at) for at in range(self.count))

    @property
    def end(self) -> date:
        """The last day that is drawn."""
        return self.first + timedelta(days=_WEEK * self.count - 1)

    @property
    def columns(self) -> tuple[Column, ...]:
        """One column a week; the header names its Monday, with the year where the same day comes again."""
        form = _named if self.count <= _SHORT_YEAR else _named_in_year
        return tuple(Column(f"w{at}", form(one), _WIDTH, _CELL, slim=True) for at, one in enumerate(self.mondays))


def monday(one: date) -> date:
    """The Monday of the week that ``one`` lies in."""
    return one - timedelta(days=one.weekday())


def weeks_of(days: Iterable[date], today: date) -> Weeks:
    """The weeks from the first day to a little after the last one; this week is among them unless it lies far away."""
    known = sorted({*days, today})
    first, last = monday(known[0]), known[-1]
    wanted = (last - first).days // _WEEK + 1 + SPARE
    return Weeks(first, min(max(wanted, FEWEST), MOST), cut=wanted - SPARE > MOST)


def _named(one: date) -> str:
    return day(one, year=False)


def _named_in_year(one: date) -> str:
    return f"{day(one, year=False)} {one.year % 100:02d}"


@dataclass(frozen=True)
class Grid:
    """Where the weeks stand on the sheet: the rows over the header with days (hidden), months and numbers."""

    weeks: Weeks
    first: int
    days: int
    months: int
    numbers: int

    @property
    def letters(self) -> tuple[str, str]:
        """The first and the last column."""
        return letter(self.first), letter(self.first + self.weeks.count - 1)


def write_heads(page: Page, grid: Grid, start: str) -> None:
    """Days, months and week numbers above the header; ``start`` is the cell with the Monday that week 1 begins on."""
    before = None
    for column, one in enumerate(grid.weeks.mondays, start=grid.first):
        page.put(grid.days, column, one, Look(size=8, form="d", shrink=True))
        if one.month != before and one != grid.weeks.mondays[-1]:
            page.pen.word(page.sheet, grid.months, column, day(one).split()[1], _MONTH)
        before, cell = one.month, f"{letter(column)}${grid.days}"
        number = f'IF(OR(N({start})=0,{cell}<{start}),"",INT(({cell}-{start})/7)+1)'
        page.formula(grid.numbers, column, number, _NUMBER)
    page.sheet.row_dimensions[grid.days].hidden = True
    page.sheet.row_dimensions[grid.numbers].height = page.sheet.row_dimensions[grid.months].height = 15


def mark_weeks(page: Page, block: Block, grid: Grid) -> None:
    """The rules of the bars, in the order in which they win; then this week's column over header and numbers."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill

    first, last = grid.letters
    where = f"{first}{block.first}:{last}{block.last}"
    for condition, colour in bars(block, f"{first}${grid.days}"):
        fill = PatternFill("solid", bgColor=colour)
        rule = FormulaRule([condition], stopIfTrue=True, fill=fill)  # type: ignore[no-untyped-call]
        page.sheet.conditional_formatting.add(where, rule)
    now = FormulaRule(  # type: ignore[no-untyped-call]
        [_this_week(f"{first}${grid.days}")],
        font=Font(bold=True, color="FFFFFF"),
        fill=PatternFill("solid", bgColor=OCHRE),
    )
    page.sheet.conditional_formatting.add(f"{first}{grid.numbers}:{last}{block.first - 1}", now)


def bars(block: Block, week: str) -> tuple[tuple[str, str], ...]:
    """Condition and colour of each rule, for the first cell; ``week`` is the cell with the Monday of its column."""
    at = {
        key: f"${block.columns[key]}{block.first}"
        for key in ("no", "start", "due", "percent", "state", "left", "first")
    }
    task = f"N({at['no']})>0,N({at['start']})>0,N({at['due']})>=N({at['start']})"
    within = f"{week}+6>={at['start']},{week}<={at['due']}"
    share = f"IF({at['state']}={quoted(states().done)},100,N({at['percent']}))/100"
    done = f"{share}>0,{week}<={at['start']}+({at['due']}-{at['start']}+1)*{share}-1"
    return (
        (f"AND({task},{within},{done})", DEEP_ACCENT),
        (f"AND({task},{within},ISNUMBER({at['left']}),N({at['left']})<=0)", INK),
        (f"AND({task},{within})", SOFT_ACCENT),
        (_this_week(week), PALE_OCHRE),
        (f"AND(N({at['first']})>0,{week}>={at['first']}+{_WEEK * WINDOW_WEEKS})", SURFACE),
    )


def _this_week(week: str) -> str:
    return f"AND({AS_OF}>={week},{AS_OF}<={week}+6)"
