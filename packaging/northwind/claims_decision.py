"""Claims triage assistant, week 4: the value case, the decision and who did what.

The amounts hang together: 9,400 claims a month; integration is the doubled effort of week 3 (74, 114 and 182
person-days) at EUR 900 a day; handling cost falls by EUR 5, 8 or 9.50 a claim; model use costs EUR 0.50 to 1.00 a claim.
"""

from datetime import date
from decimal import Decimal

from desktop.workbook.decision import Condition, Decision, Outcome
from desktop.workbook.sprint import Assignment, ValueCase
from northwind import people as who
from northwind.records import money, numbered

VALUE = ValueCase(
    continuing=numbered(
        [
            money(
                "Pilot team, 2.2 people", (19_000, 22_000, 26_000), "Time sheets, August to October 2026", who.ALBRECHT
            ),
            money("Checking every suggestion by hand", (4_320, 5_760, 7_680), "90 to 160 hours at EUR 48", who.KELLER),
            money("Model use and cloud", (3_100, 3_800, 5_200), "Invoices, August to October 2026", who.RAMAN),
            money("Licences", (2_400, 2_400, 2_400), "Contract CL-0417 (fictitious)", who.ALBRECHT),
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
            money(
                "Review of uncertain claims",
                (9_020, 11_280, 15_040),
                "12, 15 and 20 %, ten minutes at EUR 48",
                who.KELLER,
            ),
            money("Model use", (4_700, 6_580, 9_400), "9,400 claims at EUR 0.50, 0.70 and 1.00", who.RAMAN),
            money("Hosting and licences", (4_000, 4_500, 5_500), "Offer of Platform Operations", who.RAMAN),
        ]
    ),
    months_to_launch=4,
    horizon_months=24,
)

DECISION = Decision(
    outcome=Outcome.CONDITIONAL,
    decided_on=date(2026, 11, 20),
    decided_by=(who.BRANDT, who.KELLER, who.RAMAN),
    reason=(
        "The score stays above the threshold with its whole interval, the return is positive even in the low case, and "
        "one person answers for the result. Brought forward by a week because the budget round closes on 27 November."
    ),
    resources=(
        "Thea Lindqvist three days and Tomas Novak five days a week from 23 November to 31 March; "
        "two handlers one day a week for labelling and review."
    ),
    budget=Decimal(205_000),
    conditions=numbered(
        [
            Condition(
                text="Going back to manual triage is rehearsed once with a full day's claims.",
                owner=who.RAMAN,
                due=date(2026, 12, 11),
            ),
            Condition(
                text="Injury claims score above 85 % on their own, on at least 200 examples.",
                owner=who.NOVAK,
                due=date(2027, 1, 15),
            ),
            Condition(
                text="The rate limit of the core claims system is raised or reserved in writing.",
                owner=who.LINDQVIST,
                due=date(2027, 1, 29),
            ),
        ]
    ),
    dissent="Jonas Albrecht would have waited for the December figures of handling cost.",
)

ASSIGNMENTS = {
    "metric-defined": Assignment(owner=who.KELLER),
    "metric-outcome": Assignment(owner=who.BRANDT),
    "owner-named": Assignment(owner=who.BRANDT),
    "owner-agreed": Assignment(owner=who.KELLER),
    "deputy-named": Assignment(owner=who.KELLER),
    "evaluation-listed": Assignment(owner=who.NOVAK),
    "examples-enough": Assignment(owner=who.KELLER, note="Two handlers labelled for three days."),
    "examples-origin": Assignment(owner=who.OSEI),
    "mix-matches": Assignment(owner=who.NOVAK, note="18 injury claims added on 12 November."),
    "baseline-run": Assignment(owner=who.NOVAK),
    "threshold-cleared": Assignment(owner=who.KELLER),
    "scored-daily": Assignment(owner=who.RAMAN),
    "alert-person": Assignment(owner=who.KELLER),
    "connections-listed": Assignment(owner=who.LINDQVIST),
    "connections-access": Assignment(owner=who.LINDQVIST),
    "connections-fallback": Assignment(owner=who.LINDQVIST),
    "connections-owner": Assignment(owner=who.RAMAN),
    "effort-doubled": Assignment(owner=who.LINDQVIST),
    "phase-one-picked": Assignment(owner=who.KELLER),
    "continuing-known": Assignment(owner=who.ALBRECHT),
    "investment-known": Assignment(owner=who.ALBRECHT),
    "return-known": Assignment(owner=who.ALBRECHT),
    "decision-made": Assignment(owner=who.BRANDT, due=date(2026, 11, 20), note="Brought forward by a week."),
    "resources-committed": Assignment(owner=who.BRANDT, due=date(2026, 11, 20)),
    "conditions-owned": Assignment(owner=who.BRANDT, due=date(2026, 11, 20)),
}
