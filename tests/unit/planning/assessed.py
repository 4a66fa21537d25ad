"""Engagements with answers, as plans are drafted from them."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.method import load_method
from desktop.workbook import Engagement, Person, Perspective, Rating, System, Workbook
from desktop.workbook.rating import Evidence, Ratings
from desktop.workbook.system import RiskTier
from tests.unit.planning.plans import MONDAY

METHOD = load_method()
SHOWN = (Evidence(kind="note", text="seen"),)


def person(person_id: str, name: str, view: Perspective | None = None, **fields) -> Person:
    return Person(id=person_id, name=name, perspective=view, **fields)


PEOPLE = (
    person("boss", "Helena Brandt", days_per_week=Decimal("0.5")),
    person("biz", "Maria Keller", Perspective.BUSINESS_FUNCTION),
    person("data", "Daniel Osei", Perspective.DATA_GOVERNANCE),
    person("ops1", "Priya Raman", Perspective.IT_OPERATIONS),
    person("ops2", "Thea Lindqvist", Perspective.IT_OPERATIONS, days_per_week=Decimal(2)),
    person("pilot", "Tomas Novak", Perspective.PILOT_TEAM),
    person("money", "Jonas Albrecht", role="Controller", team="Finance"),
    person("desk", "IT service desk", Perspective.IT_OPERATIONS),
)


def assessed(levels: Mapping[str, int] | None = None, rest: int = 4, tier: RiskTier = RiskTier.HIGH) -> Workbook:
    """A workbook whose system ``s`` has every question at ``rest`` with evidence, except those of ``levels``."""
    given = {question.id: rest for question in METHOD.questions} | dict(levels or {})
    ratings = {
        name: Ratings(views={"pilot-team": Rating(level=level, evidence=SHOWN)}) for name, level in given.items()
    }
    system = System(id="s", name="Triage", owner="biz", risk_tier=tier, ratings=ratings)
    return Workbook(
        engagement=Engagement(start=MONDAY, sponsor="boss"),
        people={one.id: one for one in PEOPLE},
        systems={"s": system},
    )
