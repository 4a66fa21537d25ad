"""The value cases of two systems, week 4.

Claims triage hangs together: 9,400 claims a month; integration is the doubled effort of week 3 (74, 114 and 182 person-days)
at EUR 900 a day; handling cost falls by EUR 5, 8 or 9.50 a claim; the unit costs at 9,400 claims come to the running cost of
the value case: 4,500 + 9,400 × (1.20 + 2.5 × 0.28) = 22,360. Underwriting notes is a first draft: few sources yet, and a
low case that loses.
"""

from decimal import Decimal

from desktop.workbook.base import Range
from desktop.workbook.sprint import CostKind, MoneyLine, ValueCase
from desktop.workbook.unit_case import CostBasis, UnitCase, UnitCost, UnitFigure
from northwind import people as who
from northwind.records import between, money, numbered

_REVIEW, _MODEL, _HOSTING = "Review of uncertain claims", "Model use", "Hosting and licences"


def _range(low: str, likely: str, high: str) -> Range:
    return Range(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))


def _continuing(
    kind: CostKind, name: str, amounts: tuple[int, int, int], source: str, owner: str | None = None
) -> MoneyLine:
    return MoneyLine(name=name, kind=kind, amount=between(*amounts), source=source, owner=owner)


CLAIMS_UNITS = UnitCase(
    case="a claim",
    costs=numbered(
        [
            UnitCost(
                name=_REVIEW,
                basis=CostBasis.CASE,
                amount=_range("0.96", "1.20", "1.60"),
                source="12, 15 and 20 %, ten minutes at EUR 48",
                owner=who.KELLER,
            ),
            UnitCost(
                name=_MODEL,
                basis=CostBasis.CALL,
                amount=_range("0.25", "0.28", "0.32"),
                source="Invoices, August to October 2026",
                owner=who.RAMAN,
            ),
            UnitCost(
                name=_HOSTING,
                basis=CostBasis.MONTH,
                amount=between(4_000, 4_500, 5_500),
                source="Offer of Platform Operations",
                owner=who.RAMAN,
            ),
        ]
    ),
    calls=UnitFigure(amount=_range("2", "2.5", "3.125"), source="Call log of the pilot, October 2026", owner=who.RAMAN),
    worth=UnitFigure(
        amount=_range("5.64", "9.17", "11.20"),
        source="Benefits of the value case over 9,400 claims",
        owner=who.ALBRECHT,
    ),
    pilot=UnitFigure(amount=between(350, 380, 420), source="Two motor teams, October 2026", owner=who.KELLER),
    target=UnitFigure(amount=between(8_800, 9_400, 10_000), source="Claims ledger 2025, all lines", owner=who.ALBRECHT),
)

CLAIMS = ValueCase(
    continuing=numbered(
        [
            _continuing(
                CostKind.PEOPLE,
                "Pilot team, 2.2 people",
                (19_000, 22_000, 26_000),
                "Time sheets, August to October 2026",
                who.ALBRECHT,
            ),
            _continuing(
                CostKind.PEOPLE,
                "Checking every suggestion by hand",
                (4_320, 5_760, 7_680),
                "90 to 160 hours at EUR 48",
                who.KELLER,
            ),
            _continuing(
                CostKind.TOKENS,
                "Model use and cloud",
                (3_100, 3_800, 5_200),
                "Invoices, August to October 2026",
                who.RAMAN,
            ),
            _continuing(
                CostKind.LICENCES, "Licences", (2_400, 2_400, 2_400), "Contract CL-0417 (fictitious)", who.ALBRECHT
            ),
        ]
    ),
    investment=numbered(
        [
            money(
                "Integration, effort doubled",
                (66_600, 102_600, 163_800),
                "Week 3: 74, 114 and 182 days at EUR 900",
                who.LINDQVIST,
            ),
            money("Evaluation and monitoring", (38_000, 52_000, 70_000), "Offer of Platform Operations", who.RAMAN),
            money("Training and new workflow", (24_000, 32_000, 45_000), "Plan of Claims, 180 handlers", who.KELLER),
            money("Security and data protection review", (12_000, 18_000, 28_000), "Framework contract", who.OSEI),
        ]
    ),
    benefits=numbered(
        [
            money(
                "Lower handling cost",
                (47_000, 75_200, 89_300),
                "9,400 claims a month at EUR 5, 8 and 9.50",
                who.ALBRECHT,
            ),
            money(
                "Less late-payment interest", (6_000, 11_000, 16_000), "Ledger 2025, share due to routing", who.ALBRECHT
            ),
        ]
    ),
    running=numbered(
        [
            money(_REVIEW, (9_020, 11_280, 15_040), "12, 15 and 20 %, ten minutes at EUR 48", who.KELLER),
            money(_MODEL, (4_700, 6_580, 9_400), "9,400 claims at EUR 0.50, 0.70 and 1.00", who.RAMAN),
            money(_HOSTING, (4_000, 4_500, 5_500), "Offer of Platform Operations", who.RAMAN),
        ]
    ),
    months_to_launch=4,
    launch_early=3,
    launch_late=6,
    launch_source="Plan of week 3; the rate limit of core claims may cost two months",
    launch_owner=who.LINDQVIST,
    horizon_months=24,
    discount_rate=Decimal(8),
    discount_source="Finance, hurdle rate for IT projects 2026",
    unit=CLAIMS_UNITS,
)

UNDERWRITING = ValueCase(
    continuing=numbered(
        [
            _continuing(CostKind.PEOPLE, "Pilot team, 1.4 people", (12_000, 14_000, 16_500), ""),
            _continuing(CostKind.TOKENS, "Model use", (1_400, 1_900, 3_200), "Invoices, September and October 2026"),
            _continuing(CostKind.OPPORTUNITY, "Quotes lost to slow answers", (4_000, 9_000, 15_000), ""),
        ]
    ),
    investment=numbered(
        [
            money("Reading submissions from the mailbox", (40_000, 65_000, 110_000), ""),
            money("Labelling 200 submissions again", (6_000, 9_000, 14_000), "14 days of two underwriters", who.WEBER),
        ]
    ),
    benefits=numbered([money("More quotes bound", (5_000, 12_000, 21_000), "", who.WEBER)]),
    running=numbered([money("Model use and hosting", (2_600, 3_900, 6_500), "", who.RAMAN)]),
    months_to_launch=6,
    launch_early=5,
    launch_late=10,
    horizon_months=24,
    discount_rate=Decimal(8),
    discount_source="Finance, hurdle rate for IT projects 2026",
)
