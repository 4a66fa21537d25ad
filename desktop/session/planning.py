"""The twelve-week plan as a user meets it: generate, change a task, keep a baseline, and see what follows. No window."""

from dataclasses import dataclass
from datetime import date

from desktop.method import Method
from desktop.planning.capacity import Overload, Work, overloads
from desktop.planning.forecast import Forecast, forecast
from desktop.planning.plan import draft_tasks
from desktop.planning.regenerate import Proposed, preview, regenerate
from desktop.planning.schedule import Schedule, frame_of, plan_start, schedule, system_schedule
from desktop.planning.schedule_baseline import baseline_of
from desktop.planning.schedule_fit import Overrun, overrun
from desktop.planning.working_days import WorkingDays
from desktop.session.editing import Edit
from desktop.text import say
from desktop.workbook import System, Workbook
from desktop.workbook.edits.plan import (
    TaskPlace,
    assign_task,
    choose_finding,
    delay_task,
    keep_baseline,
    set_percent,
    set_plan,
    set_status,
    task_at,
)
from desktop.workbook.ids import next_id
from desktop.workbook.plan import Plan, TaskStatus


@dataclass(frozen=True)
class Planned:
    """A plan with everything that follows from it, as of one day."""

    system: System
    plan: Plan
    schedule: Schedule
    forecast: Forecast | None
    overloads: tuple[Overload, ...]
    overrun: Overrun | None


@dataclass(frozen=True)
class TaskChange:
    """What is to be different about a task; None: nothing. ``delay`` in working days on top of what stands."""

    status: TaskStatus | None = None
    percent: int | None = None
    delay: int | None = None
    owner: str | None = None


def planned(workbook: Workbook, system_id: str, today: date) -> Planned | None:
    """The plan of a system and what follows; None without tasks or without a day to start on. KeyError: unknown system.

    Overloads count the plans of all systems, and are told for those who have a task in this one.
    """
    system = workbook.systems[system_id]
    start = plan_start(workbook, system.plan) if system.plan else None
    if system.plan is None or start is None or not system.plan.tasks:
        return None
    plan, frame = system.plan, frame_of(workbook, start)
    found = schedule(plan.tasks, frame)
    people = {plan.tasks[name].owner for name in found.tasks}
    return Planned(
        system=system,
        plan=plan,
        schedule=found,
        forecast=forecast(plan.tasks, frame, today),
        overloads=tuple(entry for entry in overloads(workbook, _all_work(workbook)) if entry.person in people),
        overrun=overrun(plan.tasks, frame, found, workbook.engagement.calendar),
    )


def what_generating_changes(workbook: Workbook, method: Method, system_id: str) -> tuple[Proposed, ...]:
    """What generating would do to each task; empty where it would change nothing."""
    system = workbook.systems[system_id]
    return preview(system.plan or Plan(), draft_tasks(workbook, method, system))


def generate_plan(system_id: str, method: Method, today: date) -> Edit:
    """Draft the tasks that the findings ask for, keeping every edit. Without any start the plan starts ``today``."""

    def change(workbook: Workbook) -> Workbook:
        system = workbook.systems[system_id]
        before = system.plan or Plan()
        after = regenerate(before, draft_tasks(workbook, method, system))
        if after.tasks and plan_start(workbook, after) is None:
            first = WorkingDays(workbook.engagement.calendar).first_from(today)
            after = after.model_copy(update={"start": first})
        return workbook if after == before else set_plan(workbook, system_id, after)

    return Edit(say("plan.edit.generate"), ("systems", system_id, "plan"), change)


def choose(system_id: str, question: str, *, chosen: bool) -> Edit:
    """Say whether the tasks of a manageable finding belong to the plan; generating then adds or removes them."""
    at = ("systems", system_id, "plan", "chosen")
    return Edit(say("plan.edit.choose"), at, lambda w: choose_finding(w, system_id, question, chosen=chosen))


def change_task(workbook: Workbook, at: TaskPlace, asked: TaskChange, today: date) -> Edit:
    """Change a task in one step, as drag, table and command line do; raises KeyError for an unknown task."""
    title = task_at(workbook, at).title

    def change(book: Workbook) -> Workbook:
        if asked.owner is not None:
            book = assign_task(book, at, asked.owner)
        if asked.delay is not None:
            book = delay_task(book, at, asked.delay)
        if asked.status is not None:
            book = set_status(book, at, asked.status, today)
        if asked.percent is not None:
            book = set_percent(book, at, asked.percent, today)
        return book

    return Edit(say("plan.edit.task", title=title), at.path, change)


def take_baseline(workbook: Workbook, system_id: str, name: str, today: date, tag: str) -> Edit:
    """Keep the dates as they stand now; raises KeyError for a system without a schedule."""
    found = system_schedule(workbook, workbook.systems[system_id])
    plan = workbook.systems[system_id].plan
    if found is None or plan is None:
        raise KeyError(system_id)
    baseline_id, kept = next_id(plan.baselines, tag), baseline_of(found, name, today)
    at = ("systems", system_id, "plan", "baselines", baseline_id)
    return Edit(say("plan.edit.baseline"), at, lambda w: keep_baseline(w, system_id, baseline_id, kept))


def people_called(workbook: Workbook, text: str) -> tuple[str, ...]:
    """Ids of the people with this id, else with this name, whatever its case."""
    if text in workbook.people:
        return (text,)
    wanted = " ".join(text.split()).casefold()
    return tuple(p.id for p in workbook.people.values() if " ".join(p.name.split()).casefold() == wanted)


def _all_work(workbook: Workbook) -> tuple[Work, ...]:
    plans = [(system.plan, system_schedule(workbook, system)) for system in workbook.systems.values() if system.plan]
    return tuple(Work(plan.tasks, found) for plan, found in plans if plan and found)
