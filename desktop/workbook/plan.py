"""The twelve-week plan of one system: tasks drafted from findings or added by hand, their progress, and baselines."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Line, Map, Prose, Range

Band = Literal["1-4", "5-8", "9-12"]
Percent = Annotated[int, Field(ge=0, le=100)]
Delay = Annotated[int, Field(ge=0, le=2_000)]


class TaskStatus(StrEnum):
    """How far a task is."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    BLOCKED = "blocked"
    DONE = "done"


class TaskDraft(Leaf):
    """What a task is made of. Effort is in person-days; ``after`` are the tasks it waits for; ``question`` it closes."""

    question: Id | None = None
    title: Line = ""
    deliverable: Line = ""
    role: Line = ""
    owner: Id | None = None
    effort: Range = Field(default_factory=Range)
    band: Band = "1-4"
    after: tuple[Id, ...] = ()


class PlanTask(TaskDraft):
    """One task. ``drafted`` is what the method last proposed (None: added by hand), so that edits are told apart from it.

    ``delay`` is in working days, on top of what the task has to wait for. ``dropped``: cut from the plan, but remembered.
    """

    status: TaskStatus = TaskStatus.OPEN
    percent: Percent = 0
    delay: Delay = 0
    blocker: Line = ""
    note: Prose = ""
    started_on: date | None = None
    finished_on: date | None = None
    dropped: bool = False
    drafted: TaskDraft | None = None

    @property
    def done(self) -> bool:
        """Nothing is left to do."""
        return self.status is TaskStatus.DONE


class Dates(Leaf):
    """First and last working day of a task."""

    start: date
    finish: date


class Baseline(Leaf):
    """The plan as it was agreed on one day."""

    name: Line = ""
    taken_on: date
    tasks: Map[Dates] = Field(default_factory=dict)
    decision: date | None = None
    launch: date | None = None


class Plan(Leaf):
    """Track 2 for one system. ``start`` None: the engagement's holds. ``chosen``: manageable findings to close as well."""

    start: date | None = None
    chosen: tuple[Id, ...] = ()
    tasks: Map[PlanTask] = Field(default_factory=dict)
    baselines: Map[Baseline] = Field(default_factory=dict)
