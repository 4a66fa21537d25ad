"""Answers to the method's questions: a level from 0 to 4, its evidence, and whose view it is."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Line, Map, Prose

Level = Annotated[int, Field(ge=0, le=4)]


class Perspective(StrEnum):
    """The four views of the diagnosis (ClarityArc, "From PoC to Production")."""

    PILOT_TEAM = "pilot-team"
    IT_OPERATIONS = "it-operations"
    BUSINESS_FUNCTION = "business-function"
    DATA_GOVERNANCE = "data-governance"


class Evidence(Leaf):
    """What shows that an answer is true: a note, a link, a file's name or a row of an imported inventory."""

    kind: Literal["note", "link", "file", "source-row"]
    text: Prose


class Review(StrEnum):
    """How far an answer has been looked at by somebody else."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    CHALLENGED = "challenged"


class Rating(Leaf):
    """One perspective's answer to one question. ``level`` None and not ``not_applicable`` means: not answered."""

    level: Level | None = None
    not_applicable: bool = False
    evidence: tuple[Evidence, ...] = ()
    note: Prose = ""
    by: Line = ""
    on: date | None = None
    review: Review = Review.DRAFT
    reviewed_by: Line = ""
    comment: Prose = ""

    @property
    def answered(self) -> bool:
        """A level, or "does not apply", was given."""
        return self.not_applicable or self.level is not None


class Reconciled(Leaf):
    """The level that the room agreed on. It replaces the four views for scoring, and never goes without a reason."""

    level: Level | None = None
    not_applicable: bool = False
    reason: Annotated[Prose, Field(min_length=1)]
    by: Line = ""
    on: date | None = None


class Ratings(Leaf):
    """All views of one question, by perspective, and what they were reconciled to."""

    views: Map[Rating] = Field(default_factory=dict)
    reconciled: Reconciled | None = None


class Workshop(Leaf):
    """A workshop in a room: the questions it goes through, those whose answers are revealed, and who speaks for each view."""

    questions: tuple[Id, ...] = ()
    revealed: tuple[Id, ...] = ()
    speakers: Map[Id] = Field(default_factory=dict)
    recorder: Id | None = None


class Treatment(Leaf):
    """How a manageable finding is managed. Without mitigation and owner it is not managed."""

    mitigation: Prose = ""
    owner: Id | None = None
    due: date | None = None


class RungOverride(Leaf):
    """A rung set by hand. It needs a name and a reason, and both are shown wherever the rung is shown."""

    rung: Annotated[int, Field(ge=0, le=5)]
    by: Annotated[Line, Field(min_length=1)]
    reason: Annotated[Prose, Field(min_length=1)]
    on: date | None = None
