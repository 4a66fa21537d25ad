"""Go, conditional go or no-go: by whom, on which terms, over which findings, and frozen by a seal."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from desktop.workbook.base import Amount, Id, Leaf, Line, Map, Prose

RecordLine = Annotated[str, StringConstraints(max_length=450_000)]  # a text of 200,000, every character escaped


class Outcome(StrEnum):
    """What the board decided."""

    GO = "go"
    CONDITIONAL = "conditional"
    NO_GO = "no-go"


class Condition(Leaf):
    """A term of a conditional go."""

    text: Prose = ""
    owner: Id | None = None
    due: date | None = None
    met_on: date | None = None


class DecisionOverride(Leaf):
    """Who decides although findings block production, and why. Both are shown wherever the decision is shown.

    ``findings`` are the questions whose findings blocked on the day ``on``: a finding that comes later is not covered.
    """

    by: Annotated[Line, Field(min_length=1)]
    reason: Annotated[Prose, Field(min_length=1)]
    on: date | None = None
    findings: tuple[Id, ...] = ()


class Seal(Leaf):
    """What a decision rested on, frozen: the lines of the record and their SHA-256 in hexadecimal.

    The record is read by ``desktop.analysis.seals``; a hash that does not fit is kept and reported, never refused.
    """

    record: tuple[RecordLine, ...] = ()
    sha256: Line = ""
    on: date | None = None
    by: Line = ""


class Decision(Leaf):
    """Go, conditional go or no-go, by named people. With a ``seal`` only ``met_on`` of its conditions may still change."""

    outcome: Outcome | None = None
    decided_on: date | None = None
    decided_by: tuple[Id, ...] = ()
    reason: Prose = ""
    resources: Prose = ""
    budget: Amount | None = None
    conditions: Map[Condition] = Field(default_factory=dict)
    dissent: Prose = ""
    override: DecisionOverride | None = None
    seal: Seal | None = None
