"""The tasks of both tracks on one schedule: what the sprint's checks ask for, and the twelve-week plan.

A sprint task runs from the first day of its week to its due day, and its check alone says that it is done; its planned day
is the method's. A plan task runs as the schedule says; its planned day is that of the last baseline.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop.analysis.progress import sprint_start
from desktop.analysis.verdict import Verdict
from desktop.method import Method
from desktop.planning.schedule import Schedule, Scheduled, likely, system_schedule
from desktop.planning.schedule_days import WEEK, DayCount
from desktop.planning.sprint_tasks import SprintTask, sprint_tasks
from desktop.planning.working_days import WorkingDays
from desktop.workbook import System, Workbook
from desktop.workbook.base import Range
from desktop.workbook.checkin import Track
from desktop.workbook.plan import Baseline, Plan, PlanTask, TaskStatus
from desktop.workbook.sprint import Assignment, Sprint

ONE_DAY = Decimal(1)  # person-days that a task counts for where nobody has estimated it
FULL = 100


@dataclass(frozen=True, slots=True)
class TrackTask:
    """One task of either track. ``week`` counts from the track's first day, ``slack`` and ``slip`` are working days.

    ``planned`` is the last day as it was agreed; None: nothing was. ``missing`` is the sprint check that is not met yet;
    a task that is said to be done while it is not stays in progress and is ``claimed``. ``waits`` are keys.
    """

    system: str
    track: Track
    id: str
    title: str
    deliverable: str
    role: str
    owner: str | None
    effort: Range
    weight: Decimal
    week: int
    start: date | None
    finish: date | None
    planned: date | None
    slip: int | None
    slack: int | None
    critical: bool
    waits: tuple[str, ...]
    status: TaskStatus
    percent: int
    blocker: str
    note: str
    missing: Verdict | None = None
    claimed: bool = False

    @property
    def key(self) -> str:
        """The task within its system: track and id."""
        return f"{self.track}.{self.id}"

    @property
    def done(self) -> bool:
        """Nothing is left to do."""
        return self.status is TaskStatus.DONE

    def late(self, today: date) -> bool:
        """Its last day is over and it is not done."""
        return not self.done and self.finish is not None and self.finish < today


def system_tasks(workbook: Workbook, method: Method, system: System, today: date) -> tuple[TrackTask, ...]:
    """All live tasks of a system: those of the sprint it entered, then those of its plan, each in the order of its days."""
    return (*_sprint(workbook, method, system, today), *_plan(workbook, system, system_schedule(workbook, system)))


def last_baseline(plan: Plan | None) -> Baseline | None:
    """The plan as it was agreed last."""
    kept = plan.baselines if plan else {}
    return kept[max(kept, key=lambda name: (kept[name].taken_on, name))] if kept else None


def total_weight(tasks: Iterable[TrackTask]) -> Decimal:
    """Likely effort of all, in person-days."""
    return sum((task.weight for task in tasks), Decimal())


def done_weight(tasks: Iterable[TrackTask]) -> Decimal:
    """Likely effort of what is done, tasks in work by their per cent."""
    return sum((task.weight * task.percent / FULL for task in tasks), Decimal())


def _sprint(workbook: Workbook, method: Method, system: System, today: date) -> Iterator[TrackTask]:
    if system.sprint is None:
        return
    start, calendar = sprint_start(workbook, system), workbook.engagement.calendar
    working, days = WorkingDays(calendar), DayCount(calendar, start) if start else None
    for task in sprint_tasks(workbook, method, system, today):
        first = working.first_from(start + timedelta(days=WEEK * (task.week - 1))) if start else None
        planned = working.nth_from(first, task.checked.check.due) if first else None
        yield _sprint_task(system.sprint, task, first, planned, days)


def _sprint_task(
    sprint: Sprint, task: SprintTask, first: date | None, planned: date | None, days: DayCount | None
) -> TrackTask:
    own, check, met = sprint.assignments.get(task.id, Assignment()), task.checked.check, task.checked.verdict.met
    status, percent = _sprint_status(own, met=met)
    slip = days.index(task.due) - days.index(planned) if days and task.due and planned else None
    return TrackTask(
        system=task.system_id, track="sprint", id=task.id, title=check.task or check.label,
        deliverable=check.deliverable, role=task.role, owner=own.owner if task.owner else None,
        effort=Range(), weight=ONE_DAY, week=task.week, start=min(first, task.due) if first and task.due else first,
        finish=task.due, planned=planned, slip=slip, slack=None, critical=False, waits=(), status=status,
        percent=percent, blocker="" if met else own.blocker, note=own.note, missing=None if met else task.checked.verdict,
        claimed=not met and own.status is TaskStatus.DONE,
    )  # fmt: skip


def _sprint_status(own: Assignment, *, met: bool) -> tuple[TaskStatus, int]:
    if met:
        return TaskStatus.DONE, FULL
    if own.status is TaskStatus.DONE:
        return TaskStatus.IN_PROGRESS, min(own.percent or FULL, FULL - 1)
    return own.status or (TaskStatus.IN_PROGRESS if own.percent else TaskStatus.OPEN), min(own.percent, FULL - 1)


def _plan(workbook: Workbook, system: System, found: Schedule | None) -> Iterator[TrackTask]:
    plan = system.plan or Plan()
    if found is None:
        for name in sorted(name for name, task in plan.tasks.items() if not task.dropped):
            yield _plan_task(system, name, plan.tasks[name], None, None, None)
        return
    baseline, days = last_baseline(plan), DayCount(workbook.engagement.calendar, found.first_day)
    for name, entry in found.tasks.items():
        agreed = baseline.tasks.get(name) if baseline else None
        slip = days.index(entry.finish) - days.index(agreed.finish) if agreed else None
        yield _plan_task(system, name, plan.tasks[name], entry, agreed.finish if agreed else None, slip)


def _plan_task(
    system: System, name: str, task: PlanTask, entry: Scheduled | None, planned: date | None, slip: int | None
) -> TrackTask:
    return TrackTask(
        system=system.id, track="plan", id=name, title=task.title, deliverable=task.deliverable, role=task.role,
        owner=task.owner, effort=task.effort, weight=likely(task), week=entry.week if entry else int(task.band[:1]),
        start=entry.start if entry else None, finish=entry.finish if entry else None, planned=planned, slip=slip,
        slack=entry.slack if entry else None, critical=entry.critical if entry else False,
        waits=tuple(f"plan.{other}" for other in entry.waits) if entry else (), status=task.status,
        percent=FULL if task.done else task.percent, blocker=task.blocker, note=task.note,
    )  # fmt: skip
