"""Tasks of both tracks: every task of every system, with counts above that follow what is changed below."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.planning.all_tasks import TrackTask
from desktop.planning.sprint_tasks import SOON_DAYS
from desktop.reports.excel.book import AS_OF, Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, DATE, FIGURE, FIGURE_NAME, NUMBER, OCHRE, QUIET_CELL
from desktop.reports.excel.marks import allow_days, allow_list, allow_numbers, mark_if, mark_states
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted, states
from desktop.text import say
from desktop.text.verdicts import verdict_sentence

_SLIP = "+0;−0;0"
_PER_CENT = '0" %"'


@dataclass(frozen=True)
class Tasks:
    """Where the tasks stand. Columns: no, track, week, task, owner, due, percent, state, standing, order, weight."""

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

    @property
    def share_done(self) -> str:
        """Work done of all in per cent, weighed by person-days."""
        weight, percent = self.block.cells("weight"), self.block.cells("percent")
        return f"IF(SUM({weight})=0,0,SUMPRODUCT({weight},{percent})/SUM({weight}))"


def track_word(track: str) -> str:
    """The name of a track."""
    return say(f"tasks.track.{track}")


def write_tasks(book: Book, lists: Lists) -> Tasks:
    """The sheet of all tasks."""
    page = book.page("tasks")
    columns = _columns(book)
    page.set_widths(columns)
    page.title(say("tracker.sheet-tasks"), say("tracker.tasks-lead"))
    page.row = 7
    tasks = Tasks(page.table(columns, _rows(book, lists), "Tasks"))
    _figures(page, tasks)
    _guard(page, tasks.block, lists)
    page.sheet.freeze_panes = f"F{tasks.block.first}"
    finish(page.sheet, book.report, head=tasks.block.first - 1)
    protect(page.sheet)
    return tasks


def _columns(book: Book) -> tuple[Column, ...]:
    entry = CELL.tinted()
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 22, QUIET_CELL.but(size=9), hidden=book.single),
        Column("track", say("tasks.column.track"), 13, QUIET_CELL.but(size=9)),
        Column("week", say("tracker.week"), 7, NUMBER.but(align="left")),
        Column("task", say("tracker.task"), 29, CELL.but(bold=True)),
        Column("deliverable", say("tracker.deliverable"), 26, QUIET_CELL),
        Column("role", say("tracker.role"), 14, QUIET_CELL),
        Column("owner", say("tracker.owner"), 17, entry),
        Column("start", say("tracker.task-start"), 12, DATE),
        Column("planned", say("tracker.task-agreed"), 12, DATE),
        Column("due", say("tracker.due"), 13, DATE.tinted()),
        Column("slip", say("tracker.task-slip"), 8, NUMBER.but(form=_SLIP)),
        Column("percent", say("tracker.task-percent"), 9, NUMBER.but(form=_PER_CENT).tinted()),
        Column("state", say("tracker.state"), 13, entry),
        Column("standing", say("tracker.standing"), 13),
        Column("blocker", say("tracker.task-blocker"), 20, entry),
        Column("detail", say("tracker.detail"), 29, QUIET_CELL),
        Column("note", say("tracker.note"), 20, entry),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("check_id", say("tracker.check-id"), 18, hidden=True),
        Column("order", say("tracker.order"), 12, NUMBER, hidden=True),
        Column("weight", say("tracker.task-weight"), 12, NUMBER, hidden=True),
    )


def _rows(book: Book, lists: Lists) -> Iterator[Row]:
    for no, report in book.numbered:
        for task in report.steering.tasks:
            yield {"no": no, "system": report.system.name, **_task(book, task, lists)}


def _task(book: Book, task: TrackTask, lists: Lists) -> Row:
    missing = task.missing
    return {
        "track": track_word(task.track),
        "week": task.week,
        "task": task.title,
        "deliverable": task.deliverable,
        "role": task.role,
        "owner": book.person(task.owner),
        "start": task.start,
        "planned": task.planned,
        "due": task.finish,
        "slip": Formula(_slip(lists.working_days)),
        "percent": task.percent,
        "state": states().entered(task),
        "standing": Formula(_standing()),
        "blocker": task.blocker,
        "detail": verdict_sentence(missing.code, missing.values, book.report.currency) if missing else _told(task),
        "note": task.note,
        "system_id": task.system,
        "check_id": task.id,
        "order": Formula(f"IF({{standing}}={quoted(states().done)},0,IF(N({{due}})>0,N({{due}})+ROW()/1000000,0))"),
        "weight": task.weight,
    }


def _told(task: TrackTask) -> str:
    """That a task of the plan sets the decision's day; empty for all others."""
    return say("tracker.task-critical") if task.critical else ""


def _slip(days: str) -> str:
    """Working days between agreed and due day; blank where one of them is."""
    known = "OR(N({planned})=0,N({due})=0)"
    return f'IF({known},"",IFERROR(MATCH({{due}},{days},1)-MATCH({{planned}},{days},1),""))'


def _standing() -> str:
    """The report's rule: done, else late, else blocked or not good enough, else due within seven days, else as entered."""
    word = states()
    otherwise = f"IF({{state}}={quoted(word.progress)},{quoted(word.progress)},{quoted(word.open)})"
    soon = f"IF(AND(N({{due}})>0,N({{due}})-{AS_OF}<={SOON_DAYS}),{quoted(word.soon)},{otherwise})"
    held = f"IF({{state}}={quoted(word.blocked)},{quoted(word.blocked)},{soon})"
    problem = f"IF({{state}}={quoted(word.problem)},{quoted(word.problem)},{held})"
    late = f"IF(AND(N({{due}})>0,N({{due}})<{AS_OF}),{quoted(word.late)},{problem})"
    return f"IF({{state}}={quoted(word.done)},{quoted(word.done)},{late})"


def _figures(page: Page, tasks: Tasks) -> None:
    """The counts in two rows above the table."""
    word = states()
    nobody = tasks.having("owner", quoted("")), tasks.having("standing", quoted("<>" + word.done))
    standing = {name: tasks.count(tasks.having("standing", quoted(name))) for name in _shown()}
    figures = (
        (page.side, say("tracker.tasks-all"), tasks.count()),
        *zip((5, 6, 7, 8, 9, 11, 13), standing, standing.values(), strict=True),
        (15, say("tracker.no-owner"), tasks.count(*nobody)),
        (16, say("tracker.task-work-done"), tasks.share_done),
    )
    page.pen.band(page.sheet, 4, range(page.side, 19), FIGURE_NAME)
    for column, name, formula in figures:
        page.pen.word(page.sheet, 4, column, name, FIGURE_NAME)
        page.formula(5, column, formula, FIGURE.but(form=_PER_CENT) if column == 16 else FIGURE)
    page.sheet.row_dimensions[5].height = 27
    mark_if(page.sheet, "F5", "F5>0", OCHRE)
    mark_if(page.sheet, "I5", "I5>0")
    mark_if(page.sheet, "O5", "O5>0")


def _shown() -> tuple[str, ...]:
    """The standings that are counted, from left to right."""
    word = states()
    return word.done, word.late, word.soon, word.problem, word.blocked, word.progress, word.open


def _guard(page: Page, block: Block, lists: Lists) -> None:
    allow_list(page.sheet, block.local("state"), lists.states, strict=True)
    allow_list(page.sheet, block.local("owner"), lists.people, strict=False)
    allow_days(page.sheet, block.local("due"))
    allow_numbers(page.sheet, block.local("percent"), "0", "100", whole=True)
    mark_states(page.sheet, block.local("standing"))
    first = block.local("slip").partition(":")[0]
    mark_if(page.sheet, block.local("slip"), f"N({first})>0", OCHRE)
