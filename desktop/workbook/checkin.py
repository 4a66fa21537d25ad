"""The weekly check-in of one system: what was said in five minutes, and how everything stood when it was closed."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from desktop.workbook.base import Amount, Id, Leaf, Line, Map, Number, Prose
from desktop.workbook.plan import Percent, TaskStatus

Track = Literal["sprint", "plan"]


class Sponsor(StrEnum):
    """Whether the sponsor still acts."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    UNKNOWN = "unknown"


class FrozenTask(Leaf):
    """One task on the day of the check-in. ``effort`` is the likely one, in person-days."""

    track: Track
    title: Line = ""
    owner: Id | None = None
    start: date | None = None
    finish: date | None = None
    status: TaskStatus = TaskStatus.OPEN
    percent: Percent = 0
    effort: Amount | None = None
    blocker: Line = ""

    @property
    def done(self) -> bool:
        """Nothing was left to do."""
        return self.status is TaskStatus.DONE


class FrozenSpan(Leaf):
    """Days by which one, five and nine in ten draws of the forecast had launched."""

    p10: date
    p50: date
    p90: date


class Measured(Leaf):
    """The last value of a success metric that was known, in its ``unit``."""

    name: Line = ""
    unit: Line = ""
    value: Number


class Snapshot(Leaf):
    """How one system stood on one day. Tasks are keyed by track and id (``plan.label-claims``), metrics by id."""

    taken_on: date
    tasks: Map[FrozenTask] = Field(default_factory=dict)
    decision: date | None = None
    launch: date | None = None
    forecast: FrozenSpan | None = None
    rung: int | None = None
    metrics: Map[Measured] = Field(default_factory=dict)
    blocking: tuple[Id, ...] = ()


class Ruling(Leaf):
    """Something that was decided, and by whom."""

    text: Prose = ""
    by: Id | None = None


class CheckinDraft(Leaf):
    """What is written down while the check-in runs. ``seen``: keys of the tasks that were gone through."""

    steering: bool = False
    sponsor_state: Sponsor | None = None
    sponsor_note: Prose = ""
    metrics: Map[Number] = Field(default_factory=dict)
    decisions: Map[Ruling] = Field(default_factory=dict)
    note: Prose = ""
    seen: tuple[Line, ...] = ()


class Checkin(CheckinDraft):
    """A closed check-in. ``steering``: it was a steering meeting. What was frozen is never computed again."""

    snapshot: Snapshot

    @property
    def on(self) -> date:
        """The day on which it was closed."""
        return self.snapshot.taken_on


class Steering(Leaf):
    """The check-ins of one system: the one that is running, and the closed ones by day (``2026-11-20``)."""

    draft: CheckinDraft | None = None
    closed: Map[Checkin] = Field(default_factory=dict)

    @property
    def in_order(self) -> tuple[Checkin, ...]:
        """The closed check-ins, earliest first."""
        return tuple(self.closed[name] for name in sorted(self.closed))
