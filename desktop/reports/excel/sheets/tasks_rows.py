"""The rows of the tasks: each task of each system, and under a plan its two milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.planning.all_tasks import TrackTask, last_baseline
from desktop.planning.schedule import Schedule
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Formula, Styled
from desktop.reports.excel.look import CELL, LINE, Look
from desktop.reports.excel.page import Row
from desktop.reports.excel.sheets import tasks_formulas as formulas
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.sheets.tasks_columns import DAYS, SMALL
from desktop.reports.excel.sheets.weeks import Weeks, monday
from desktop.reports.excel.words import states
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.text.verdicts import verdict_sentence
from desktop.workbook.plan import Plan

_STRONG = CELL.but(bold=True)
_MARK = Look(size=10, align="center", below=LINE, before=LINE)


def track_word(track: str) -> str:
    """The name of a track."""
    return say(f"tasks.track.{track}")


@dataclass(frozen=True)
class Source:
    """What the rows are made from. ``block`` is where the table will stand: milestones count over all its rows."""

    book: Book
    lists: Lists
    weeks: Weeks
    block: Block
    week_row: int


def row_count(book: Book) -> int:
    """How many rows there will be."""
    return sum(len(one.steering.tasks) + 2 * (_dated(one) is not None) for _, one in book.numbered)


def all_days(book: Book) -> Iterator[date]:
    """Every day that the weeks should reach."""
    for _, one in book.numbered:
        schedule = _dated(one)
        for task in one.steering.tasks:
            yield from (day for day in (task.start, task.finish, task.planned) if day)
        if schedule is not None:
            yield from (day for day in (schedule.window_end, schedule.launch) if day)


def task_rows(source: Source) -> Iterator[Row]:
    """All rows, system by system: sprint, plan, milestones."""
    for no, one in source.book.numbered:
        base = {"system": one.system.name, "system_id": one.system.id, "first": _first(one)}
        codes = {"sprint": 0, "plan": 0}
        for task in one.steering.tasks:
            codes[task.track] += 1
            code = say(f"tracker.task-code-{task.track}", n=f"{codes[task.track]:02d}")
            yield {"no": no, **base, "code": code, **_task(source, one, task)}
        schedule = _dated(one)
        if schedule is not None:
            yield from ({**base, **row} for row in _milestones(source, one, schedule))


def _dated(one: SystemReport) -> Schedule | None:
    found = one.steering.schedule
    return found if found is not None and found.tasks and found.decision else None


def _first(one: SystemReport) -> date | None:
    """The Monday that the system's week 1 begins on."""
    found = one.steering.schedule.first_day if one.steering.schedule else one.start
    return monday(found) if found else None


def _task(source: Source, one: SystemReport, task: TrackTask) -> Row:
    book, days, missing = source.book, source.lists.working_days, task.missing
    return {
        "phase": _phase(book, one, task),
        "task": task.title,
        "owner": book.person(task.owner),
        "weight": task.weight,
        "planned": task.planned,
        "start": task.start,
        "due": task.finish,
        "slip": formulas.slip(days),
        "slack": formulas.slack(),
        "percent": task.percent,
        "state": states().entered(task),
        "attention": formulas.attention(),
        "blocker": task.blocker,
        "note": task.note,
        "deliverable": task.deliverable,
        "detail": verdict_sentence(missing.code, missing.values, book.report.currency) if missing else None,
        "role": task.role,
        "track": track_word(task.track),
        "week": task.week,
        "standing": formulas.standing(),
        "timing": formulas.timing(),
        "slack_then": task.slack,
        "due_then": task.finish,
        "left": formulas.left(days),
        "over": formulas.over(),
        **_agreed(one, task),
        "wanted": formulas.wanted(),
        "order": formulas.order(),
        "shown": formulas.shown(),
        "check_id": task.id,
    }


def _phase(book: Book, one: SystemReport, task: TrackTask) -> str:
    if task.track == "sprint":
        name = next((week.name for week in book.report.method.sprint_weeks if week.week == task.week), "")
        return say("tracker.task-phase-sprint", week=task.week, name=name)
    band = (one.system.plan or Plan()).tasks[task.id].band
    return say("tracker.task-phase-plan", weeks=band.replace("-", "–"), name=say(f"planpage.band.{band}"))


def _agreed(one: SystemReport, task: TrackTask) -> Row:
    """Between which days the task was agreed to be done; without a baseline the days that stand in the sheet."""
    baseline = last_baseline(one.system.plan)
    if baseline is None:
        return {"agreed_start": Formula("N({start})"), "agreed_end": Formula("IF(N({start})=0,0,N({due}))")}
    if task.track == "sprint":
        known = bool(task.planned and task.start)
        start = min(task.start, task.planned) if task.start and task.planned else None
        return {"agreed_start": start, "agreed_end": task.planned if known else None}
    dates = baseline.tasks.get(task.id)
    return {"agreed_start": dates.start, "agreed_end": dates.finish} if dates else {}


def _milestones(source: Source, one: SystemReport, schedule: Schedule) -> Iterator[Row]:
    """Decision and launch: days that follow from the tasks, so that nobody enters them."""
    baseline = last_baseline(one.system.plan)
    agreed = (baseline.decision, baseline.launch) if baseline else (None, None)
    for step, name in enumerate(("decision", "launch")):
        due = formulas.milestone(
            source.lists.working_days, source.block.cells("system_id"), source.block.cells("over"), step
        )
        yield {
            "code": say("tracker.task-code-milestone", n=step + 1),
            "phase": say("tracker.task-milestone"),
            "task": Styled(say(f"tracker.milestone-{name}"), _STRONG),
            "owner": Styled(None, CELL),
            "planned": agreed[step],
            "start": Styled(None, DAYS),
            "due": Styled(due, DAYS.but(bold=True)),
            "slip": formulas.slip(source.lists.working_days),
            "percent": Styled(None, SMALL),
            "state": Styled(None, SMALL),
            "blocker": Styled(None, SMALL),
            "note": Styled(None, SMALL),
            "due_then": schedule.decision,
            "launch": Formula('IF(SUBTOTAL(103,{task})=1,{due},"")') if name == "launch" else None,
            "check_id": name,
            **{f"w{at}": Styled(_diamond(source, at), _MARK) for at in range(source.weeks.count)},
        }


def _diamond(source: Source, at: int) -> Formula:
    """The mark in the week that the day lies in."""
    week = f"{source.block.columns[f'w{at}']}${source.week_row}"
    return Formula(f'IF(AND({{due}}>={week},{{due}}<={week}+6),"◆","")')
