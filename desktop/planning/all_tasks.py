"""The tasks of both tracks on one schedule: what the sprint's checks ask for, and the twelve-week plan.

A sprint task runs from the first day of its week to its due day, and its check alone says that it is done; its planned day
is the method's. A plan task runs as the schedule says; its planned day is that of the last baseline.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop.analysis.progress import sprint_start
from desktop.analysis.verdict import Verdict
from desktop.method import Method
from desktop.planning.schedule import (
    Frame,
    Prepared,
    Schedule,
    Scheduled,
    frame_of,
    likely,
    plan_start,
    prepare,
    scheduled,
)
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


@dataclass(frozen=True)
class Made:
    """One task of the plan, and what it was made of."""

    task: PlanTask
    entry: Scheduled | None
    agreed: date | None
    made: TrackTask


@dataclass(frozen=True)
class Tracked:
    """The tasks of a system, and what need not be worked out again for those that stay the same."""

    tasks: tuple[TrackTask, ...]
    prepared: Prepared | None
    schedule: Schedule | None
    plan: Mapping[str, Made]


def system_tasks(workbook: Workbook, method: Method, system: System, today: date) -> tuple[TrackTask, ...]:
    """All live tasks of a system: those of the sprint it entered, then those of its plan, each in the order of its days."""
    return tracked(workbook, method, system, today).tasks


def tracked(workbook: Workbook, method: Method, system: System, today: date, before: Tracked | None = None) -> Tracked:
    """The same; a task of the plan that is as it was ``before`` is the same object again."""
    plan = system.plan or Plan()
    start = plan_start(workbook, plan) if system.plan else None
    prepared, found = None, None
    if start is not None:
        old = before.prepared if before else None
        prepared = prepare(plan.tasks, frame_of(workbook, start, old.frame if old else None), old)
        found = scheduled(prepared, {}, before.schedule if before else None)
    same_days = before is not None and before.prepared is not None and before.prepared.frame is _frame(prepared)
    made = _plan(system, found, prepared, before.plan if before and same_days else {})
    tasks = (*_sprint(workbook, method, system, today), *(one.made for one in made.values()))
    return Tracked(tasks, prepared, found, made)


def _frame(prepared: Prepared | None) -> Frame | None:
    return prepared.frame if prepared else None


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


def _plan(
    system: System, found: Schedule | None, prepared: Prepared | None, known: Mapping[str, Made]
) -> dict[str, Made]:
    plan = system.plan or Plan()
    if found is None or prepared is None:
        names = sorted(name for name, task in plan.tasks.items() if not task.dropped)
        return {name: _made(system, name, plan.tasks[name], (None, None, None), known) for name in names}
    baseline, days = last_baseline(plan), prepared.frame.days
    agreed = baseline.tasks if baseline else {}
    return {
        name: _made(
            system, name, plan.tasks[name], (entry, agreed[name].finish if name in agreed else None, days), known
        )
        for name, entry in found.tasks.items()
    }


def _made(
    system: System,
    name: str,
    task: PlanTask,
    when: tuple[Scheduled | None, date | None, DayCount | None],
    known: Mapping[str, Made],
) -> Made:
    """When it runs, when it was agreed to end, and the days to count its slip in."""
    entry, agreed, days = when
    old = known.get(name)
    if old is not None and old.task is task and old.entry is entry and old.agreed == agreed:
        return old
    slip = days.index(entry.finish) - days.index(agreed) if days and entry and agreed else None
    return Made(task, entry, agreed, _plan_task(system, name, task, entry, agreed, slip))


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
