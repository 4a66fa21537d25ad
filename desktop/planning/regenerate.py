"""Generating again without losing an edit: a three-way merge of the last draft, the plan as edited, and the new draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.workbook.plan import Plan, PlanTask, TaskDraft, TaskStatus

FIELDS = tuple(TaskDraft.model_fields)


@dataclass(frozen=True)
class Proposed:
    """What generating would do to one task. ``fields`` change; ``kept`` were edited and stay as they are.

    ``superseded``: its finding is closed, and the task stays because somebody has worked on it.
    """

    task: str
    title: str
    what: Literal["added", "changed", "removed", "superseded"]
    fields: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def regenerate(plan: Plan, drafts: Mapping[str, TaskDraft]) -> Plan:
    """``plan`` with the tasks of ``drafts``; what was edited, added by hand, begun or cut stays. Twice is once."""
    tasks = {name: task for name, task in plan.tasks.items() if name in drafts or not untouched(task)}
    tasks |= {name: _merged(plan.tasks.get(name), draft) for name, draft in drafts.items()}
    return plan if tasks == plan.tasks else plan.model_copy(update={"tasks": tasks})


def preview(plan: Plan, drafts: Mapping[str, TaskDraft]) -> tuple[Proposed, ...]:
    """What ``regenerate`` would change, task by task; empty where it would change nothing."""
    after = regenerate(plan, drafts)
    names = sorted(plan.tasks.keys() | after.tasks.keys())
    found = [_proposed(name, plan.tasks.get(name), after.tasks.get(name)) for name in names]
    return tuple(entry for entry in found if entry) + _superseded(plan, drafts)


def untouched(task: PlanTask) -> bool:
    """The method drafted it and nobody has changed, begun or cut it since."""
    return task.drafted is not None and task == _fresh(task.drafted)


def edited_fields(task: PlanTask) -> tuple[str, ...]:
    """The drafted fields that somebody has changed."""
    if task.drafted is None:
        return ()
    return tuple(name for name in FIELDS if getattr(task, name) != getattr(task.drafted, name))


def _fresh(draft: TaskDraft) -> PlanTask:
    return PlanTask(**{name: getattr(draft, name) for name in FIELDS}, drafted=draft)


def _merged(task: PlanTask | None, draft: TaskDraft) -> PlanTask:
    if task is None:
        return _fresh(draft)
    kept = FIELDS if task.drafted is None else edited_fields(task)
    update = {name: getattr(draft, name) for name in FIELDS if name not in kept}
    return task.model_copy(update={**update, "drafted": draft})


def _proposed(name: str, before: PlanTask | None, after: PlanTask | None) -> Proposed | None:
    if before == after:
        return None
    if before is None or after is None:
        present = before or after
        return Proposed(name, present.title if present else "", "added" if after else "removed")
    changed = tuple(field for field in FIELDS if getattr(before, field) != getattr(after, field))
    return Proposed(name, after.title, "changed", changed, edited_fields(after))


def _superseded(plan: Plan, drafts: Mapping[str, TaskDraft]) -> tuple[Proposed, ...]:
    left = {
        name: task
        for name, task in sorted(plan.tasks.items())
        if task.drafted and name not in drafts and not untouched(task) and not task.dropped
    }
    return tuple(
        Proposed(name, task.title, "superseded", kept=edited_fields(task))
        for name, task in left.items()
        if task.status is not TaskStatus.DONE
    )
