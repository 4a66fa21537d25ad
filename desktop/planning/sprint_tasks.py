"""The tasks of the sprint: one for each check, with owner, due day and state."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.analysis.progress import Checked, PageProgress, sprint_progress, sprint_start
from desktop.method import Method
from desktop.planning.working_days import WorkingDays
from desktop.workbook import System, Workbook
from desktop.workbook.sprint import Assignment

SOON_DAYS = 7


@dataclass(frozen=True)
class SprintTask:
    """One task. ``state``: ``done``, ``late``, ``soon`` (due within seven days), ``problem`` or ``open``."""

    id: str
    system_id: str
    week: int
    checked: Checked
    role: str
    owner: str | None
    due: date | None
    state: str
    note: str


def sprint_tasks(workbook: Workbook, method: Method, system: System, today: date) -> tuple[SprintTask, ...]:
    """All tasks of the system's sprint in the order of the weeks; due days are working days of the engagement."""
    weeks = sprint_progress(workbook, method, system)
    return tuple(task for week in weeks for task in week_tasks(workbook, system, week, today))


def week_tasks(workbook: Workbook, system: System, week: PageProgress, today: date) -> tuple[SprintTask, ...]:
    """The tasks of one week of the sprint."""
    start, working = sprint_start(workbook, system), WorkingDays(workbook.engagement.calendar)
    return tuple(_task(workbook, system, entry, start, working, today) for entry in week.checks)


def _task(
    workbook: Workbook, system: System, checked: Checked, start: date | None, working: WorkingDays, today: date
) -> SprintTask:
    own = system.sprint.assignments.get(checked.check.id, Assignment()) if system.sprint else Assignment()
    week = checked.page.week or 1
    due = own.due or (working.nth_from(start + timedelta(days=7 * (week - 1)), checked.check.due) if start else None)
    person = workbook.people.get(own.owner or "")
    return SprintTask(
        id=checked.check.id,
        system_id=system.id,
        week=week,
        checked=checked,
        role=checked.check.role,
        owner=person.name if person else None,
        due=due,
        state=_state(checked, due, today),
        note=own.note,
    )


def _state(checked: Checked, due: date | None, today: date) -> str:
    if checked.verdict.met:
        return "done"
    if due is not None and due < today:
        return "late"
    if checked.verdict.state == "failed":
        return "problem"
    return "soon" if due is not None and (due - today).days <= SOON_DAYS else "open"
