"""The ladder of one system: criteria met on each rung, what keeps it from the next, and the tasks that would close that."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.analysis.ladder import LADDER
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.look import ACCENT, CELL, GREEN, NUMBER, QUIET_CELL
from desktop.reports.excel.marks import mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.answers import Answers
from desktop.reports.excel.sheets.assessment_page import not_applicable
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import count, say

_RUN_ON = CELL.but(wrap=False)  # over the blank cells to its right


@dataclass(frozen=True)
class Ladder:
    """Where a ladder stands; ``earned`` is the formula for the rung that the answers show."""

    block: Block

    @property
    def earned(self) -> str:
        """The number of rungs reached without a gap."""
        return f"SUM({self.block.cells('reached')})"


def write_ladder(page: Page, book: Book, answers: Answers, no: int, report: SystemReport) -> Ladder:
    """The rungs with their criteria, as formulas on the answers."""
    page.section(say("tracker-assessment.ladder"))
    lens = book.report.method.lens[LADDER]
    needs = lens.needs or 0
    block = page.table(_columns(), _rungs(answers, no, report, (needs, page.row + 1)))
    done, following = say("tracker-assessment.reached"), say("tracker-assessment.next")
    page.row -= 1
    page.caption(f"{lens.scoring} {lens.not_claimed}")
    page.row += 1
    mark_words(page.sheet, block.local("state"), {done: GREEN, following: ACCENT})
    return Ladder(block)


def _columns() -> tuple[Column, ...]:
    return (
        Column("rung", say("tracker-assessment.rung"), 36, CELL.but(bold=True)),
        Column("met", say("tracker-assessment.met"), 13, NUMBER.but(align="center")),
        Column("total", say("tracker-assessment.criteria"), 13, NUMBER.but(align="center")),
        Column("state", say("tracker-assessment.state"), 13),
        Column("reached", say("tracker-assessment.counts-as"), 13, NUMBER.but(align="center")),
        Column("about", say("tracker-assessment.means"), 9, QUIET_CELL.but(wrap=False)),
        *(Column(f"gap{n}", "", 11) for n in range(6)),
    )


def _rungs(answers: Answers, no: int, report: SystemReport, where: tuple[int, int]) -> Iterator[Row]:
    """Met: high enough and shown; a rung of which nothing applies is not earned. ``where``: that level, and the first row."""
    needs, first = where
    words = {name: quoted(say(f"tracker-assessment.{name}")) for name in ("reached", "next", "above")}
    for place, step in enumerate(report.assessment.steps):
        mine = answers.within(no, LADDER, step.group.id)
        total = f"{answers.count(mine)}-{answers.count(mine, answers.having('counts', not_applicable()))}"
        met = answers.count(mine, answers.having("counts", f">={needs}"), answers.having("evidence", "?*"))
        below = "1" if place == 0 else f"$E${first + place - 1}"
        upward = f"IF({below}=1,{words['next']},{words['above']})"
        yield {
            "rung": f"{place + 1}  {step.group.name}",
            "met": Formula(met),
            "total": Formula(total),
            "reached": Formula(f"IF(AND({below}=1,{{met}}={{total}},{{total}}>0),1,0)"),
            "state": Formula(f"IF({{reached}}=1,{words['reached']},{upward})"),
            "about": step.group.about,
        }


def write_way_up(page: Page, book: Book, report: SystemReport) -> None:
    """The criteria that keep the system from the next rung, and the least work that would meet them."""
    rung = report.assessment.rung
    if rung.next_rung is None:
        page.caption(say("tracker-assessment.top"))
        page.row += 1
        return
    page.break_before()
    name = report.assessment.steps[rung.next_rung - 1].group.name
    page.section(count("tracker-assessment.unmet", len(rung.unmet), rung=rung.next_rung, name=name))
    page.table(_unmet_columns(), _unmet(book, report))
    page.section(count("tracker-assessment.tasks", len(rung.tasks), rung=rung.next_rung))
    page.table(_task_columns(), _tasks(report))


def _unmet_columns() -> tuple[Column, ...]:
    return (
        Column("criterion", say("tracker-assessment.criterion"), 36, _RUN_ON),
        *(Column(f"gap{n}", "", 13) for n in range(5)),
        Column("because", say("tracker-assessment.because"), 17, _RUN_ON),
        Column("gap5", "", 11),
        Column("level", say("tracker-assessment.level"), 11, NUMBER),
        *(Column(f"gap{n}", "", 10) for n in range(6, 9)),
    )


def _unmet(book: Book, report: SystemReport) -> Iterator[Row]:
    for entry in report.assessment.rung.unmet:
        yield {
            "criterion": book.report.method.question[entry.question].prompt,
            "because": say(f"tracker-assessment.because-{entry.because}"),
            "level": entry.level,
        }


def _task_columns() -> tuple[Column, ...]:
    days = NUMBER.but(form="General")
    return (
        Column("task", say("tracker-assessment.task"), 36, _RUN_ON),
        *(Column(f"gap{n}", "", 13) for n in range(5)),
        Column("role", say("tracker-assessment.role"), 17, _RUN_ON.but(colour=QUIET_CELL.colour)),
        Column("gap5", "", 11),
        Column("low", say("tracker.days-low"), 11, days),
        Column("likely", say("tracker.days-likely"), 10, days.but(bold=True)),
        Column("high", say("tracker.days-high"), 10, days),
        Column("weeks", say("tracker-assessment.weeks"), 11, QUIET_CELL.but(align="right")),
    )


def _tasks(report: SystemReport) -> Iterator[Row]:
    for task in report.assessment.rung.tasks:
        ends = {end: getattr(task.effort, end) for end in ("low", "likely", "high")}
        yield {"task": task.title, "role": task.role, "weeks": task.band.replace("-", "–"), **ends}
