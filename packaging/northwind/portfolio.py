"""The ten AI systems of Northwind: three in the sprint, some standing still, one live, one retired."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.workbook import Impact, Stage, System
from northwind import governing, inventory
from northwind import people as who
from northwind.assessment import LIVE_BY_HAND, TREATMENTS, WORKSHOP, claims_ratings, underwriting_ratings
from northwind.claims_launch import LAUNCH as CLAIMS_LAUNCH
from northwind.claims_triage import SPRINT as CLAIMS_SPRINT
from northwind.underwriting_launch import LAUNCH as UNDERWRITING_LAUNCH
from northwind.younger_sprints import BROKER_ROUTING, UNDERWRITING

CLAIMS_TRIAGE = "0001-claims-triage"


@dataclass(frozen=True)
class Entry:
    """A system by its id: the row that it came from, None where it was added by hand, and what people wrote."""

    id: str
    row: int | None
    written: dict[str, Any]

    def system(self, rows: dict[int, System]) -> System:
        """The system as imported, with what people wrote since."""
        imported = {} if self.row is None else {name: getattr(rows[self.row], name) for name in System.model_fields}
        return System(**{**imported, **self.written, "id": self.id})


ENTRIES = (
    Entry(
        CLAIMS_TRIAGE,
        inventory.CLAIMS,
        {
            "purpose": "Sorts each new motor and property claim by handler group and urgency, for 180 handlers.",
            "built_by": "Own development, Claims lab",
            "data": "Claim form, cover, notes of the call centre, letters, photographs; health data in injury claims.",
            "decisions": "Who handles a claim and how soon. A handler decides on the claim itself.",
            "stage": Stage.PILOT,
            "ratings": claims_ratings(),
            "treatments": dict(TREATMENTS),
            "workshop": WORKSHOP,
            "sprint": CLAIMS_SPRINT,
            **governing.CLAIMS,
            "launch": CLAIMS_LAUNCH,
        },
    ),
    Entry(
        "0002-underwriting-notes",
        None,
        {
            "name": "Underwriting notes",
            "unit": "Commercial lines",
            "purpose": "Summarises broker submissions into a note that an underwriter can quote from.",
            "built_by": "Own development with Vendor E",
            "data": "Submissions with turnover, loss history and site reports.",
            "decisions": "Which facts an underwriter sees first.",
            "stage": Stage.PILOT,
            "impact": Impact.NEITHER,
            "started": date(2026, 5, 4),
            "owner": who.WEBER,
            "note": "Not in the group inventory; added at the kick-off.",
            "ratings": underwriting_ratings(),
            "sprint": UNDERWRITING,
            **governing.UNDERWRITING,
            "launch": UNDERWRITING_LAUNCH,
        },
    ),
    Entry("0003-broker-routing", inventory.BROKERS, {"owner": who.SHARED_DUTY, "sprint": BROKER_ROUTING}),
    Entry("0004-fraud-rings", inventory.FRAUD, {"decisions": "Which claims an investigator opens."}),
    Entry("0005-hail-damage", inventory.HAIL, {}),
    Entry("0006-call-summaries", inventory.CALLS, {"rung_override": LIVE_BY_HAND}),
    Entry("0007-medical-reports", inventory.MEDICAL, {"data": "Medical reports: health data."}),
    Entry("0008-telematics", inventory.TELEMATICS, {}),
    Entry(
        "0009-wording-compare",
        None,
        {
            "name": "Policy wording compare",
            "unit": "Legal",
            "purpose": "Shows where a broker's wording differs from the standard.",
            "stage": Stage.BUILD,
            "impact": Impact.NEITHER,
            "started": date(2026, 4, 1),
            "owner": who.OSEI,
        },
    ),
    Entry(
        "0010-reserve-suggestion",
        None,
        {
            "name": "Reserve suggestion",
            "unit": "Claims",
            "purpose": "Suggests a first reserve for large claims.",
            "stage": Stage.IDEA,
            "owner": who.KELLER,
        },
    ),
)
