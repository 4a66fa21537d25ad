"""RACI: one matrix a system; letters can be changed, and each row is checked as they are."""

from desktop.analysis.raci import DutyRow, columns, duty_rows, limit, named_person
from desktop.method.practice import load_practice
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, GREEN, HEADER, NUMBER, OCHRE, QUIET_CELL, RED
from desktop.reports.excel.marks import allow_list, mark_if
from desktop.reports.excel.page import Page, letter
from desktop.reports.excel.sheets.launch_part import launched
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.raci import Raci

SIGNS = {"AR": "A/R"}
_FIRST, _WIDTH = 6, 12
_MARK = CELL.but(align="center").tinted()
_HEAD = HEADER.but(align="center")


def write_raci(book: Book) -> None:
    """A section for each system that has a matrix or prepares its launch."""
    page = book.page("raci")
    most = max((len(columns(launch.raci)) for _, _, launch in launched(book)), default=0)
    page.set_widths(_columns(most))
    page.title(say("tracker.sheet-raci"), say("tracker.raci-lead"))
    for no, one, launch in launched(book):
        _matrix(book, page, no, one, launch.raci)
    if not launched(book):
        page.table(_columns(0), ())
    finish(page.sheet, book.report)
    if page.has_formulas:
        protect(page.sheet)


def _columns(people: int) -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("duty_id", say("tracker.record-id"), 16, hidden=True),
        Column("duty", say("tracker.duty"), 38, CELL.but(bold=True)),
        Column("check", say("tracker.check"), 26),
        Column("accountable", say("tracker.accountable"), 20, QUIET_CELL),
        *(Column(f"p{n}", "", _WIDTH, _MARK) for n in range(people)),
    )


def _matrix(book: Book, page: Page, no: int, one: SystemReport, raci: Raci) -> None:
    people, workbook = columns(raci), book.report.workbook
    page.section(one.system.name)
    head = page.row
    rows = duty_rows(workbook, raci, load_practice().raci)
    wrong = tuple(letter(_FIRST + at) for at, person in enumerate(people) if not named_person(workbook, person))
    cells = (*_letters(len(people)), wrong)
    block = page.table(_columns(len(people)), (_row(no, row, people, head, cells) for row in rows))
    for at, person in enumerate(people):
        page.pen.text(page.sheet, head, _FIRST + at, book.person(person) or person, _HEAD)
        if not named_person(workbook, person):
            page.pen.text(page.sheet, head, _FIRST + at, book.person(person) or person, _HEAD.but(colour=RED))
    page.sheet.row_dimensions[head].height = 34
    _totals(page, block, people, limit(len(rows)))
    _guard(page, block, people)


Ends = tuple[str, str, tuple[str, ...]]


def _letters(people: int) -> tuple[str, str]:
    """The first and last column of the people; without any, the column after the last."""
    return letter(_FIRST), letter(_FIRST + max(people, 1) - 1)


def _row(no: int, row: DutyRow, people: tuple[str, ...], head: int, ends: Ends) -> dict[str, object]:
    marks = {f"p{at}": SIGNS.get(row.marks.get(p, ""), row.marks.get(p)) for at, p in enumerate(people)}
    across = f"{ends[0]}{{row}}:{ends[1]}{{row}}"
    names = f"${ends[0]}${head}:${ends[1]}${head}"
    return {
        "no": no,
        "duty_id": row.id,
        "duty": row.name,
        "check": Formula(_check(across, ends[2])),
        "accountable": Formula(_accountable(across, names)),
        **marks,
    }


def _check(across: str, wrong: tuple[str, ...]) -> str:
    """Live: nobody or several accountable, no person, nobody who does it, else complete.

    ``wrong`` are the columns that are no one person.
    """
    held = f'COUNTIF({across},"A")+COUNTIF({across},"A/R")'
    done = f'COUNTIF({across},"R")+COUNTIF({across},"A/R")'
    nobody, several, idle, fine = (
        quoted(say(f"tracker.raci-{name}")) for name in ("nobody", "several", "nobody-does", "complete")
    )
    rest = f"IF({done}=0,{idle},{fine})"
    if wrong:
        marks = ",".join(f'LEFT({column}{{row}},1)="A",RIGHT({column}{{row}},1)="R"' for column in wrong)
        rest = f"IF(OR({marks}),{quoted(say('tracker.raci-not-a-person'))},{rest})"
    return f"IF({held}=0,{nobody},IF({held}>1,{several},{rest}))"


def _accountable(across: str, names: str) -> str:
    """The name above the one A; blank where there is none or more than one."""
    held = f'COUNTIF({across},"A")+COUNTIF({across},"A/R")'
    alone = f'INDEX({names},MATCH("A",{across},0))'
    both = f'INDEX({names},MATCH("A/R",{across},0))'
    return f'IF({held}=1,IF(COUNTIF({across},"A")=1,{alone},{both}),"")'


def _totals(page: Page, block: Block, people: tuple[str, ...], most: int) -> None:
    """How many duties each person answers for, under the matrix; more than half is marked."""
    row = page.row - 1
    page.pen.word(page.sheet, row, 3, say("tracker.answers-for"), QUIET_CELL)
    page.pen.word(page.sheet, row, 4, say("tracker.answers-limit", limit=most), QUIET_CELL)
    for at in range(len(people)):
        where = block.local(f"p{at}")
        page.formula(row, _FIRST + at, f'COUNTIF({where},"A")+COUNTIF({where},"A/R")', NUMBER.but(align="center"))
        cell = f"{letter(_FIRST + at)}{row}"
        mark_if(page.sheet, cell, f"{cell}>{most}", OCHRE)
    page.row += 2


def _guard(page: Page, block: Block, people: tuple[str, ...]) -> None:
    sheet, check = page.sheet, block.local("check")
    first = check.partition(":")[0]
    mark_if(sheet, check, f"{first}={quoted(say('tracker.raci-complete'))}", GREEN)
    mark_if(sheet, check, f"{first}<>{quoted(say('tracker.raci-complete'))}", OCHRE)
    if people:
        last = block.local(f"p{len(people) - 1}").partition(":")[2]
        where = f"{block.local('p0').partition(':')[0]}:{last}"
        allow_list(sheet, where, '"R,A,A/R,C,I"', strict=True)
        mark_if(sheet, where, f'LEFT({where.partition(":")[0]},1)="A"', "34459E")
