"""Edits of what people say about a sprint task. Whether it is done, its check decides."""

from desktop.workbook.document import Workbook
from desktop.workbook.path import replace_at
from desktop.workbook.plan import TaskStatus
from desktop.workbook.sprint import Assignment

FINISHED = 100


def change_assignment(workbook: Workbook, system_id: str, task: str, fields: dict[str, object]) -> Workbook:
    """Set fields of a task's assignment; one that says nothing any more goes. KeyError: the system has no sprint."""
    sprint = workbook.systems[system_id].sprint
    if sprint is None:
        raise KeyError(task)
    before = sprint.assignments.get(task, Assignment())
    after = {name: fields.get(name, getattr(before, name)) for name in Assignment.model_fields}
    kept = {name: entry for name, entry in sprint.assignments.items() if name != task}
    said = Assignment.model_validate(after, strict=False)
    if said != Assignment():
        kept[task] = said
    return replace_at(workbook, ("systems", system_id, "sprint", "assignments"), kept)


def assignment_status(workbook: Workbook, system_id: str, task: str, status: TaskStatus) -> Workbook:
    """Say how far a sprint task is; open takes its per cent back, done means 100."""
    fields: dict[str, object] = {"status": None if status is TaskStatus.OPEN else status}
    if status in (TaskStatus.OPEN, TaskStatus.DONE):
        fields["percent"] = FINISHED if status is TaskStatus.DONE else 0
    if status is not TaskStatus.BLOCKED:
        fields["blocker"] = ""
    if status is TaskStatus.IN_PROGRESS and _of(workbook, system_id, task).status is TaskStatus.DONE:
        fields["percent"] = 0
    return change_assignment(workbook, system_id, task, fields)


def assignment_percent(workbook: Workbook, system_id: str, task: str, percent: int) -> Workbook:
    """Say how much of a sprint task is done, 0 to 100; ValidationError outside. 100 is done, more than 0 begins it."""
    if percent == FINISHED:
        return assignment_status(workbook, system_id, task, TaskStatus.DONE)
    now = _of(workbook, system_id, task).status
    begun = now in (TaskStatus.IN_PROGRESS, TaskStatus.BLOCKED)
    status = now if begun else TaskStatus.IN_PROGRESS if percent else None
    return change_assignment(workbook, system_id, task, {"percent": percent, "status": status})


def _of(workbook: Workbook, system_id: str, task: str) -> Assignment:
    sprint = workbook.systems[system_id].sprint
    return sprint.assignments.get(task, Assignment()) if sprint else Assignment()
