"""The rollout in phases, each left only with evidence, and what is watched in production."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Line, Map, Number, Prose


class Cadence(StrEnum):
    """How often something is looked at."""

    CONTINUOUS = "continuous"
    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Gate(Leaf):
    """One phase: who gets it from when, and who let it pass on which day."""

    users: Line = ""
    started_on: date | None = None
    passed_by: Id | None = None
    passed_on: date | None = None


class Measured(Leaf):
    """One criterion as measured, in its own unit. Without ``evidence`` a value is only claimed."""

    value: Number | None = None
    on: date | None = None
    evidence: Line = ""


class Watch(Leaf):
    """One signal: the threshold, how often it is looked at, who keeps it and who is called. ``name``: own signals only."""

    name: Line = ""
    threshold: Line = ""
    cadence: Cadence | None = None
    owner: Id | None = None
    alert_to: Id | None = None
    note: Prose = ""


class Rollout(Leaf):
    """Gates by the method's phases, criteria by ``phase.criterion``, signals by the method's ids or own ones."""

    gates: Map[Gate] = Field(default_factory=dict)
    criteria: Map[Measured] = Field(default_factory=dict)
    signals: Map[Watch] = Field(default_factory=dict)
