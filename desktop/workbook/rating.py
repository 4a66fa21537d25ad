"""Answers to the method's questions: a level from 0 to 4, its evidence, and whose view it is."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from desktop.workbook.base import Leaf, Line, Map, Prose

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


class Rating(Leaf):
    """One perspective's answer to one question. ``level`` None and not ``not_applicable`` means: not answered."""

    level: Level | None = None
    not_applicable: bool = False
    evidence: tuple[Evidence, ...] = ()
    note: Prose = ""
    by: Line = ""
    on: date | None = None


class Ratings(Leaf):
    """All views of one question, by perspective."""

    views: Map[Rating] = Field(default_factory=dict)
