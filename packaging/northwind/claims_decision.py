"""Claims triage assistant, week 4: the decision and who did what. The value case is in ``value_cases``."""

from datetime import date
from decimal import Decimal

from desktop.workbook.decision import Condition, Decision, Outcome
from desktop.workbook.sprint import Assignment
from northwind import people as who
from northwind.records import numbered

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
