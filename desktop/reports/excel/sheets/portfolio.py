"""Portfolio: all systems of the engagement, with age and stall as formulas against the as-of day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.analysis.portfolio import PortfolioRow
from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, DATE, FIGURE, FIGURE_NAME, NUMBER, OCHRE, ONE_PLACE, QUIET_CELL
from desktop.reports.excel.marks import mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.words import quoted
from desktop.text import say
from desktop.workbook.system import Stage

_STEP = 200


@dataclass(frozen=True)
class Portfolio:
    """Where the systems stand. Columns: stage, months, owner, person, stalled, one (1 for each real row)."""

    block: Block

    def count(self, *conditions: str) -> str:
        """A formula that counts systems; conditions are ``range,criterion`` pairs."""
        return f"COUNTIFS({','.join((self.having('one', '1'), *conditions))})"

    def having(self, key: str, criterion: str) -> str:
        """One condition for ``count``."""
        return f"{self.block.cells(key)},{criterion}"


def write_portfolio(book: Book, tick: Callable[[], None]) -> Portfolio:
    """The sheet of all systems; ``tick`` is called now and then and may raise ``Cancelled``."""
    page = book.page("portfolio")
    columns = _columns()
    page.set_widths(columns)
    page.title(say("tracker.sheet-portfolio"), say("tracker.portfolio-lead"))
    page.row = 7
    portfolio = Portfolio(page.table(columns, _rows(book, tick), "Portfolio"))
    block = portfolio.block
    _figures(page, portfolio)
    mark_words(page.sheet, block.local("stalled"), {say("tracker.stalled"): OCHRE})
    mark_words(page.sheet, block.local("person"), {say("tracker.no-word"): "A3261F"})
    page.sheet.freeze_panes = f"B{block.first}"
    finish(page.sheet, book.report, head=block.first - 1)
    protect(page.sheet)
    return portfolio


def _columns() -> tuple[Column, ...]:
    return (
        Column("system", say("tracker.system"), 42, CELL.but(bold=True)),
        Column("unit", say("tracker.unit-of-client"), 24, QUIET_CELL),
        Column("stage", say("tracker.stage"), 14),
        Column("impact", say("tracker.impact"), 22, QUIET_CELL),
        Column("started", say("tracker.started"), 13, DATE),
        Column("implemented", say("tracker.implemented"), 13, DATE),
        Column("retired", say("tracker.retired"), 13, DATE),
        Column("months", say("tracker.months"), 9, NUMBER.but(form=ONE_PLACE)),
        Column("stalled", say("tracker.stalled"), 10),
        Column("owner", say("tracker.owner"), 20),
        Column("person", say("tracker.one-person"), 9),
        Column("sprint", say("tracker.in-sprint"), 9),
        Column("id", say("tracker.system-id"), 14, hidden=True),
        Column("one", say("tracker.count"), 8, NUMBER, hidden=True),
    )


def _rows(book: Book, tick: Callable[[], None]) -> Iterator[Row]:
    for number, row in enumerate(book.report.portfolio):
        if number % _STEP == 0:
            tick()
        yield _row(book, row)


def _row(book: Book, row: PortfolioRow) -> Row:
    method, system = book.report.method, book.report.workbook.systems[row.id]
    yes, no = say("tracker.yes"), say("tracker.no-word")
    return {
        "system": row.name,
        "unit": row.unit,
        "stage": choice(method, "stage", row.stage),
        "impact": choice(method, "impact", row.impact),
        "started": row.started,
        "implemented": system.implemented,
        "retired": system.retired,
        "months": Formula(f'IF(ISNUMBER({{started}}),({AS_OF}-{{started}})/(365.2425/12),"")'),
        "stalled": Formula(_stalled(book)),
        "owner": row.owner,
        "person": None if row.owner is None else (yes if row.owner_is_person else no),
        "sprint": yes if row.in_sprint else no,
        "id": row.id,
        "one": 1,
    }


def _stalled(book: Book) -> str:
    """In operation or retired: not applicable. Start unknown: blank. Else stalled after 4.7 months."""
    na, stalled, no = (quoted(say(f"tracker.{key}")) for key in ("na", "stalled", "no-word"))
    over = [quoted(str(choice(book.report.method, "stage", stage))) for stage in (Stage.OPERATION, Stage.RETIRED)]
    dated = f"{{implemented}}<>{quoted('')},{{retired}}<>{quoted('')}"
    ended = f"OR({dated},{{stage}}={over[0]},{{stage}}={over[1]})"
    return f'IF({ended},{na},IF(ISNUMBER({{months}}),IF({{months}}>StallMonths,{stalled},{no}),""))'


def _figures(page: Page, portfolio: Portfolio) -> None:
    yes = quoted(say("tracker.yes"))
    figures = (
        (1, say("tracker.systems"), portfolio.count()),
        (2, say("tracker.stalled"), portfolio.count(portfolio.having("stalled", quoted(say("tracker.stalled"))))),
        (4, say("tracker.owner-known"), portfolio.count(portfolio.having("person", yes))),
        (5, say("tracker.start-unknown"), portfolio.count(portfolio.having("started", quoted("")))),
        (9, say("tracker.in-sprint"), portfolio.count(portfolio.having("sprint", yes))),
    )
    page.pen.band(page.sheet, 4, range(1, 13), FIGURE_NAME)
    for column, name, formula in figures:
        page.pen.word(page.sheet, 4, column, name, FIGURE_NAME)
        page.formula(5, column, formula, FIGURE)
    page.sheet.row_dimensions[5].height = 27
