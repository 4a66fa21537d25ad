"""The engagement: who the client is, which days count as working days, and the people."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from desktop.workbook.base import Id, Leaf, Line, Map, Number, Prose
from desktop.workbook.rating import Perspective

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Industry(StrEnum):
    """Industries for which the sources publish figures, and two for which they do not."""

    FINANCIAL_SERVICES = "financial-services"
    HEALTHCARE = "healthcare"
    MANUFACTURING = "manufacturing"
    RETAIL = "retail"
    PROFESSIONAL_SERVICES = "professional-services"
    PUBLIC_SECTOR = "public-sector"
    OTHER = "other"


class Person(Leaf):
    """One human being. A committee, a vendor or a shared mailbox is not a person."""

    id: Id
    name: Line
    role: Line = ""
    team: Line = ""
    email: Line = ""
    perspective: Perspective | None = None
    days_per_week: Annotated[Number, Field(ge=0, le=7)] = Decimal(5)


class DayOff(Leaf):
    """A day on which the client does not work, beyond weekends and public holidays."""

    day: date
    label: Line = ""


class Calendar(Leaf):
    """Which days are working days. ``weekend`` counts Monday as 0 and leaves at least one day to work on."""

    country: Country | None = None
    region: Line = ""
    weekend: Annotated[tuple[Annotated[int, Field(ge=0, le=6)], ...], Field(max_length=6)] = (5, 6)
    days_off: Map[DayOff] = Field(default_factory=dict)


class Engagement(Leaf):
    """The client and the frame of the work. ``fictitious`` marks sample data wherever the engagement is shown."""

    client: Line = ""
    industry: Industry | None = None
    currency: Currency = "EUR"
    start: date | None = None
    calendar: Calendar = Field(default_factory=Calendar)
    sponsor: Id | None = None
    lead: Id | None = None
    confidentiality: Line = ""
    note: Prose = ""
    fictitious: bool = False
