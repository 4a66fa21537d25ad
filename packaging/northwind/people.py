"""The people of the sample. All of them are invented; the last one is wrong on purpose."""

from datetime import date
from decimal import Decimal

from desktop.workbook import Calendar, Engagement, Industry, Person, Perspective
from desktop.workbook.engagement import DayOff
from northwind.records import numbered

BRANDT, KELLER, NOVAK, RAMAN = "0001-brandt", "0002-keller", "0003-novak", "0004-raman"
OSEI, LINDQVIST, WEBER, ALBRECHT = "0005-osei", "0006-lindqvist", "0007-weber", "0008-albrecht"
DEMIR, SHARED_DUTY = "0009-demir", "0010-it-and-claims"

ENGAGEMENT = Engagement(
    client="Northwind Insurance (fictitious)",
    industry=Industry.FINANCIAL_SERVICES,
    currency="EUR",
    start=date(2026, 11, 2),
    calendar=Calendar(
        country="DE",
        region="BY",
        days_off=numbered(
            [
                DayOff(day=date(2026, 11, 18), label="All-staff day"),
                DayOff(day=date(2026, 12, 24), label="Offices closed"),
                DayOff(day=date(2026, 12, 31), label="Offices closed"),
            ]
        ),
    ),
    sponsor=BRANDT,
    lead=DEMIR,
    confidentiality="Confidential, for the board",
    note="Invented for this app. Northwind Insurance, its people, systems, scores and amounts do not exist.",
    fictitious=True,
)


def _person(person_id: str, name: str, role: str, team: str, view: Perspective | None, days: str) -> Person:
    """One invented person; the address uses a domain that is reserved for examples."""
    mailbox = f"{name.lower().replace(' ', '.')}@northwind.example"
    return Person(
        id=person_id, name=name, role=role, team=team, email=mailbox, perspective=view, days_per_week=Decimal(days)
    )


PEOPLE = (
    _person(BRANDT, "Helena Brandt", "Chief Operating Officer", "Board", None, "0.5"),
    _person(KELLER, "Maria Keller", "Head of Claims", "Claims", Perspective.BUSINESS_FUNCTION, "2"),
    _person(NOVAK, "Tomas Novak", "Data scientist", "Claims lab", Perspective.PILOT_TEAM, "5"),
    _person(RAMAN, "Priya Raman", "Head of Platform Operations", "IT", Perspective.IT_OPERATIONS, "2"),
    _person(OSEI, "Daniel Osei", "Data steward, claims", "Data Office", Perspective.DATA_GOVERNANCE, "2.5"),
    _person(LINDQVIST, "Thea Lindqvist", "Integration architect", "IT", Perspective.IT_OPERATIONS, "3"),
    _person(WEBER, "Lukas Weber", "Head of Underwriting", "Commercial lines", Perspective.BUSINESS_FUNCTION, "1"),
    _person(ALBRECHT, "Jonas Albrecht", "Controller", "Finance", None, "1"),
    _person(DEMIR, "Aylin Demir", "Engagement lead", "Advisers", None, "4"),
    Person(id=SHARED_DUTY, name="IT and Claims", role="Entered as owner at the kick-off"),
)
