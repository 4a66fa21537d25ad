"""Edits of the twelve-week plan. The day is passed in; working days of a delay are counted by the schedule."""

from dataclasses import dataclass
from datetime import date

from desktop.workbook.document import Workbook
from desktop.workbook.path import REMOVED, Path, replace_at
from desktop.workbook.plan import Baseline, Plan, PlanTask, TaskStatus

FINISHED = 100


@dataclass(frozen=True)
class TaskPlace:
    """One task of one system's plan."""

    system: str
    task: str

    @property
    def path(self) -> Path:
        """Where it stands in the document."""
        return ("systems", self.system, "plan", "tasks", self.task)


def set_plan(workbook: Workbook, system_id: str, plan: Plan) -> Workbook:
    """Replace the whole plan of a system, as generating does."""
    return replace_at(workbook, ("systems", system_id, "plan"), plan)


def task_at(workbook: Workbook, at: TaskPlace) -> PlanTask:
    """The task; raises KeyError where there is none."""
    plan = workbook.systems[at.system].plan
    if plan is None:
        raise KeyError(at.task)
    return plan.tasks[at.task]


def choose_finding(workbook: Workbook, system_id: str, question: str, *, chosen: bool) -> Workbook:
    """Say whether a manageable finding is to be closed by tasks of the plan."""
    plan = workbook.systems[system_id].plan or Plan()
    kept = {name for name in plan.chosen if name != question} | ({question} if chosen else set())
    return set_plan(workbook, system_id, plan.model_copy(update={"chosen": tuple(sorted(kept))}))


def put_task(workbook: Workbook, at: TaskPlace, task: PlanTask) -> Workbook:
    """Add a task, or replace the one with the same id."""
    return replace_at(workbook, at.path, task)


def remove_task(workbook: Workbook, at: TaskPlace) -> Workbook:
    """Take a task out. One that the method drafted is cut instead, so that generating again does not bring it back."""
    if task_at(workbook, at).drafted is None:
        return replace_at(workbook, at.path, REMOVED)
    return replace_at(workbook, (*at.path, "dropped"), value=True)


def set_status(workbook: Workbook, at: TaskPlace, status: TaskStatus, on: date) -> Workbook:
    """Set how far a task is; done means 100 per cent on the day ``on``, and leaving done takes both back."""
    task = task_at(workbook, at)
    update: dict[str, object] = {"status": status}
    if status is TaskStatus.DONE:
        update |= {"percent": FINISHED, "finished_on": task.finished_on or on, "started_on": task.started_on or on}
    else:
        update |= {"finished_on": None, "percent": 0 if task.done or status is TaskStatus.OPEN else task.percent}
        begun = None if status is TaskStatus.OPEN else on if status is TaskStatus.IN_PROGRESS else None
        update |= {"started_on": begun if status is TaskStatus.OPEN else task.started_on or begun}
    return put_task(workbook, at, task.model_copy(update=update))


def set_percent(workbook: Workbook, at: TaskPlace, percent: int, on: date) -> Workbook:
    """Set the share done, 0 to 100; 100 finishes the task, more than 0 starts it. Raises ValidationError outside."""
    task = task_at(workbook, at)
    if percent == FINISHED:
        return set_status(workbook, at, TaskStatus.DONE, on)
    begun = task.status in (TaskStatus.IN_PROGRESS, TaskStatus.BLOCKED)
    if percent and not begun:
        workbook = set_status(workbook, at, TaskStatus.IN_PROGRESS, on)
    elif task.done:
        workbook = set_status(workbook, at, TaskStatus.OPEN, on)
    return replace_at(workbook, (*at.path, "percent"), percent)


def delay_task(workbook: Workbook, at: TaskPlace, days: int) -> Workbook:
    """Move a task ``days`` working days later than it stands (negative: earlier, at most as far as it was delayed)."""
    return replace_at(workbook, (*at.path, "delay"), max(0, task_at(workbook, at).delay + days))


def assign_task(workbook: Workbook, at: TaskPlace, person: str | None) -> Workbook:
    """Give a task to a person; raises KeyError for somebody unknown."""
    task_at(workbook, at)
    if person is not None and person not in workbook.people:
        raise KeyError(person)
    return replace_at(workbook, (*at.path, "owner"), person)


def keep_baseline(workbook: Workbook, system_id: str, baseline_id: str, baseline: Baseline) -> Workbook:
    """Keep the plan as it is agreed now; earlier baselines stay."""
    return replace_at(workbook, ("systems", system_id, "plan", "baselines", baseline_id), baseline)
