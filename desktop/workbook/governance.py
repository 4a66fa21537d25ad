"""How one system is governed: why it stands in its risk tier, the controls that the tier needs, and the plans."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from desktop.workbook.base import Id, Leaf, Map, Prose


class ControlState(StrEnum):
    """How far a control is."""

    ABSENT = "absent"
    PLANNED = "planned"
    IN_PLACE = "in-place"


class ControlRecord(Leaf):
    """What was entered about one control. ``evidence`` shows that it is in place, ``due`` is when a planned one will be."""

    state: ControlState | None = None
    evidence: Prose = ""
    owner: Id | None = None
    due: date | None = None


class Approach(StrEnum):
    """How the system is obtained (SumatoSoft, "From Pilot to Production")."""

    PARTNER = "partner"
    INTERNAL = "internal"


class EuClass(StrEnum):
    """The categories of the EU AI Act, Regulation (EU) 2024/1689."""

    PROHIBITED = "prohibited"
    HIGH_RISK = "high-risk"
    TRANSPARENCY = "transparency"
    MINIMAL = "minimal"


class Governance(Leaf):
    """The reasoning of the tier that ``System.risk_tier`` holds, the EU category, controls by id, and the two plans."""

    tier_reason: Prose = ""
    tier_by: Id | None = None
    tier_on: date | None = None
    eu_category: EuClass | None = None
    eu_reason: Prose = ""
    controls: Map[ControlRecord] = Field(default_factory=dict)
    drift_plan: Prose = ""
    drift_owner: Id | None = None
    rollback_plan: Prose = ""
    rollback_owner: Id | None = None
    rollback_rehearsed: date | None = None
    approach: Approach | None = None
    approach_reason: Prose = ""
