"""One AI system of the portfolio: what it is, where it stands, and the row it came from."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Line, Map, Prose
from desktop.workbook.checkin import Steering
from desktop.workbook.governance import Governance
from desktop.workbook.launch import Launch
from desktop.workbook.plan import Plan
from desktop.workbook.rating import Level, Ratings, RungOverride, Treatment, Workshop
from desktop.workbook.sprint import Sprint


class Stage(StrEnum):
    """Where a system is in its life, in the order in which it gets there."""

    IDEA = "idea"
    BUILD = "build"
    PILOT = "pilot"
    OPERATION = "operation"
    RETIRED = "retired"


class Impact(StrEnum):
    """Whom a wrong output can harm, in the words of OMB M-24-10: rights, safety, both or neither."""

    RIGHTS = "rights"
    SAFETY = "safety"
    BOTH = "both"
    NEITHER = "neither"


class RiskTier(StrEnum):
    """How much control a system needs."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ImportBatch(Leaf):
    """One import of an inventory. The headers stand here once; the cells stand with each system."""

    id: Id
    source: Line
    sha256: Line = ""
    encoding: Line = ""
    sheet: Line = ""
    imported_on: date
    columns: tuple[Prose, ...]


class SourceRecord(Leaf):
    """The cells of the row a system came from, unchanged and in the order of the batch's columns."""

    batch: Id
    row: int
    cells: tuple[Prose, ...]


class Proposal(Leaf):
    """An answer that the inventory suggests. It counts only after a person has accepted it."""

    level: Level | None
    not_applicable: bool = False
    reason: Line
    column: int
    state: Literal["open", "accepted", "rejected"] = "open"
    decided_by: Id | None = None
    decided_on: date | None = None


class System(Leaf):
    """One AI system. ``as_written`` keeps the words of the source beside each value that was normalised from them."""

    id: Id
    name: Line
    unit: Line = ""
    purpose: Prose = ""
    built_by: Line = ""
    data: Prose = ""
    decisions: Prose = ""
    stage: Stage | None = None
    impact: Impact | None = None
    started: date | None = None
    implemented: date | None = None
    retired: date | None = None
    owner: Id | None = None
    as_written: Map[Prose] = Field(default_factory=dict)
    source: SourceRecord | None = None
    proposals: Map[Proposal] = Field(default_factory=dict)
    ratings: Map[Ratings] = Field(default_factory=dict)
    risk_tier: RiskTier | None = None
    treatments: Map[Treatment] = Field(default_factory=dict)
    rung_override: RungOverride | None = None
    workshop: Workshop | None = None
    sprint: Sprint | None = None
    plan: Plan | None = None
    governance: Governance | None = None
    launch: Launch | None = None
    steering: Steering | None = None
    note: Prose = ""
