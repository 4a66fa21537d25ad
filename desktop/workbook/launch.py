"""Weeks 9 to 12 for one system: the redesigned workflow, who answers for it, the launch and the rollout."""

from datetime import date

from pydantic import Field

from desktop.workbook.base import Amount, Id, Leaf, Line, Map, Prose
from desktop.workbook.raci import Raci
from desktop.workbook.rollout import Cadence, Rollout
from desktop.workbook.workflow import Workflow


class Training(Leaf):
    """Who is trained in what, by whom and by when."""

    audience: Line = ""
    content: Line = ""
    trainer: Id | None = None
    due: date | None = None
    done_on: date | None = None


class Forum(Leaf):
    """A meeting that governs the system in production: what it decides, how often, and whose it is."""

    name: Line = ""
    decides: Line = ""
    cadence: Cadence | None = None
    owner: Id | None = None
    first_on: date | None = None


class ChecklistItem(Leaf):
    """One thing that must be done before launch. ``name`` is empty for the method's own items."""

    name: Line = ""
    owner: Id | None = None
    due: date | None = None
    done_on: date | None = None
    evidence: Line = ""


class EscalationLevel(Leaf):
    """One level of the way up: when it is called, who is called, and within how many hours that person acts."""

    when: Line = ""
    person: Id | None = None
    hours: Amount | None = None


class RollbackStep(Leaf):
    """One step of taking the system out of the work. ``minutes`` is how long it takes."""

    name: Line = ""
    owner: Id | None = None
    minutes: Amount | None = None


class Rollback(Leaf):
    """How the system is taken back without disrupting the business (operations essay, question 5)."""

    trigger: Prose = ""
    meanwhile: Prose = ""
    owner: Id | None = None
    steps: Map[RollbackStep] = Field(default_factory=dict)
    tested_on: date | None = None
    result: Prose = ""


class Launch(Leaf):
    """Everything that is prepared for production."""

    workflow: Workflow = Field(default_factory=Workflow)
    raci: Raci = Field(default_factory=Raci)
    training: Map[Training] = Field(default_factory=dict)
    forums: Map[Forum] = Field(default_factory=dict)
    checklist: Map[ChecklistItem] = Field(default_factory=dict)
    escalation: Map[EscalationLevel] = Field(default_factory=dict)
    rollback: Rollback = Field(default_factory=Rollback)
    rollout: Rollout = Field(default_factory=Rollout)
