"""Sprint tasks: every task of every system, with counts above that follow what is changed below."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.planning.sprint_tasks import SOON_DAYS, SprintTask
from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, DATE, FIGURE, FIGURE_NAME, NUMBER, QUIET_CELL
from desktop.reports.excel.marks import allow_days, allow_list, mark_if, mark_states
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted, states
from desktop.text import say
from desktop.text.verdicts import verdict_sentence


@dataclass(frozen=True)
class Tasks:
    """Where the tasks stand. Columns: no, week, task, owner, due, state, standing, order."""

    block: Block

    def count(self, *conditions: str) -> str:
        """A formula that counts tasks; conditions are ``range,criterion`` pairs."""
        return f"COUNTIFS({','.join((self.block.cells('no') + ',' + quoted('>0'), *conditions))})"

    def having(self, key: str, criterion: str) -> str:
        """One condition for ``count``."""
        return f"{self.block.cells(key)},{criterion}"


def write_tasks(book: Book, lists: Lists) -> Tasks:
    """The sheet of all tasks."""
    page = book.page("tasks")
    columns = _columns(book)
    page.set_widths(columns)
    page.title(say("tracker.sheet-tasks"), say("tracker.tasks-lead"))
    page.row = 7
    tasks = Tasks(page.table(columns, _rows(book), "SprintTasks"))
    _figures(page, tasks)
    _guard(page, tasks.block, lists)
    page.sheet.freeze_panes = f"E{tasks.block.first}"
    finish(page.sheet, book.report, head=tasks.block.first - 1)
    protect(page.sheet)
    return tasks


def _columns(book: Book) -> tuple[Column, ...]:
    entry = CELL.tinted()
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 24, QUIET_CELL.but(size=9), hidden=book.single),
        Column("week", say("tracker.week"), 7, NUMBER.but(align="left")),
        Column("task", say("tracker.task"), 27, CELL.but(bold=True)),
        Column("deliverable", say("tracker.deliverable"), 30, QUIET_CELL),
        Column("role", say("tracker.role"), 15, QUIET_CELL),
        Column("owner", say("tracker.owner"), 17, entry),
        Column("due", say("tracker.due"), 13, DATE.tinted()),
        Column("state", say("tracker.state"), 12, entry),
        Column("standing", say("tracker.standing"), 12),
        Column("detail", say("tracker.detail"), 33, QUIET_CELL),
        Column("note", say("tracker.note"), 24, entry),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("check_id", say("tracker.check-id"), 18, hidden=True),
        Column("order", say("tracker.order"), 12, NUMBER, hidden=True),
    )


def _rows(book: Book) -> Iterator[Row]:
    for no, report in book.numbered:
        for task in report.tasks:
            yield {"no": no, "system": report.system.name, **_task(book, task)}


def _task(book: Book, task: SprintTask) -> Row:
    verdict = task.checked.verdict
    return {
        "week": task.week,
        "task": task.checked.check.task or task.checked.check.label,
        "deliverable": task.checked.check.deliverable,
        "role": task.role,
        "owner": task.owner,
        "due": task.due,
        "state": states().entered(verdict.state),
        "standing": Formula(_standing()),
        "detail": verdict_sentence(verdict.code, verdict.values, book.report.currency),
        "note": task.note,
        "system_id": task.system_id,
        "check_id": task.id,
        "order": Formula(f"IF({{standing}}={quoted(states().done)},0,IF(N({{due}})>0,N({{due}})+ROW()/1000000,0))"),
    }


def _standing() -> str:
    """The report's rule: done, else late, else not good enough, else due within seven days, else open."""
    word = states()
    problem = f"IF({{state}}={quoted(word.problem)},{quoted(word.problem)},{_soon(word.soon, word.open)})"
    late = f"IF(AND(N({{due}})>0,N({{due}})<{AS_OF}),{quoted(word.late)},{problem})"
    return f"IF({{state}}={quoted(word.done)},{quoted(word.done)},{late})"


def _soon(soon: str, otherwise: str) -> str:
    return f"IF(AND(N({{due}})>0,N({{due}})-{AS_OF}<={SOON_DAYS}),{quoted(soon)},{quoted(otherwise)})"


def _figures(page: Page, tasks: Tasks) -> None:
    """The counts in two rows above the table."""
    word = states()
    nobody = tasks.having("owner", quoted("")), tasks.having("standing", quoted("<>" + word.done))
    figures = (
        (page.side, say("tracker.tasks-all"), tasks.count()),
        (4, word.done, tasks.count(tasks.having("standing", quoted(word.done)))),
        (5, word.late, tasks.count(tasks.having("standing", quoted(word.late)))),
        (6, word.soon, tasks.count(tasks.having("standing", quoted(word.soon)))),
        (7, word.problem, tasks.count(tasks.having("standing", quoted(word.problem)))),
        (8, word.open, tasks.count(tasks.having("standing", quoted(word.open)))),
        (11, say("tracker.no-owner"), tasks.count(*nobody)),
    )
    page.pen.band(page.sheet, 4, range(page.side, 13), FIGURE_NAME)
    for column, name, formula in figures:
        page.pen.word(page.sheet, 4, column, name, FIGURE_NAME)
        page.formula(5, column, formula, FIGURE)
    page.sheet.row_dimensions[5].height = 27
    mark_if(page.sheet, "E5", "E5>0", "8A4B08")
    mark_if(page.sheet, "K5", "K5>0")


def _guard(page: Page, block: Block, lists: Lists) -> None:
    allow_list(page.sheet, block.local("state"), lists.states, strict=True)
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_days(page.sheet, block.local("due"))
    mark_states(page.sheet, block.local("standing"))
