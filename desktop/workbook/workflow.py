"""How the work is done today and will be done with the AI: steps, hand-off bands and the reviewers' queue."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from desktop.workbook.base import Amount, Id, Leaf, Line, Map, Prose, Share
from desktop.workbook.sprint import Count


class Part(StrEnum):
    """Who does a redesigned step: a person alone, or the AI in one of the three bands (operations essay)."""

    PERSON = "person"
    AUTOMATE = "automate"
    SUGGEST = "suggest"
    ESCALATE = "escalate"


class Step(Leaf):
    """One step of a workflow. ``minutes`` a case, ``errors`` in per cent; ``volume`` None: every case passes it."""

    name: Line = ""
    who: Line = ""
    system: Line = ""
    part: Part | None = None
    minutes: Amount | None = None
    errors: Share | None = None
    volume: Count | None = None


class HandOff(Leaf):
    """Which outputs act, suggest or go to a person. All shares and confidences are in per cent, minutes are for one case.

    ``high_from`` and ``low_below`` say which confidence is high and which is low; ``sampled`` is the share of the
    automated cases that somebody looks at afterwards.
    """

    high_from: Share | None = None
    low_below: Share | None = None
    high_risk: Prose = ""
    automated: Share | None = None
    suggested: Share | None = None
    escalated: Share | None = None
    sampled: Share | None = None
    suggest_minutes: Amount | None = None
    escalate_minutes: Amount | None = None
    sample_minutes: Amount | None = None


class Reviewers(Leaf):
    """People who take cases from the queue: how many, and the hours a week that each has for it."""

    name: Line = ""
    people: Count | None = None
    hours: Amount | None = None


class Workflow(Leaf):
    """Today's steps, the redesigned ones, and what has to be true for the hand-off to work. ``volume`` is cases a month."""

    volume: Count | None = None
    today: Map[Step] = Field(default_factory=dict)
    redesigned: Map[Step] = Field(default_factory=dict)
    agreed_with: Id | None = None
    agreed_on: date | None = None
    bands: HandOff = Field(default_factory=HandOff)
    reviewers: Map[Reviewers] = Field(default_factory=dict)
    queue_owner: Id | None = None
    calibrated: bool | None = None
    calibrated_how: Prose = ""
    reason_recorded: bool | None = None
    reason_how: Prose = ""
