"""How two systems are governed: a classifier that can harm rights, and a summariser that cannot."""

from datetime import date

from desktop.workbook.governance import Approach, ControlRecord, ControlState, EuClass, Governance
from desktop.workbook.system import RiskTier
from northwind import people as who

_IN, _PLAN, _NOT = ControlState.IN_PLACE, ControlState.PLANNED, ControlState.ABSENT


def _held(evidence: str, owner: str) -> ControlRecord:
    return ControlRecord(state=_IN, evidence=evidence, owner=owner)


def _planned(owner: str | None, due: date | None, note: str = "") -> ControlRecord:
    return ControlRecord(state=_PLAN, evidence=note, owner=owner, due=due)


CLAIMS = {
    "risk_tier": RiskTier.MEDIUM,
    "governance": Governance(
        tier_reason=(
            "It orders the queue; a handler decides on every claim, so no payment hangs on it. A claim sent to the wrong "
            "group waits longer, and injury claims hold health data: more than low. The Data Office looks again before "
            "the second phase."
        ),
        tier_by=who.OSEI,
        tier_on=date(2026, 11, 5),
        eu_category=EuClass.MINIMAL,
        eu_reason="It sorts claims and rates no person; Annex III names pricing and risk in life and health insurance only.",
        controls={
            "named-owner": _held("Minutes of 6 November, item 2", who.KELLER),
            "tier-decided": _held("Note of the Data Office, 5 November", who.OSEI),
            "lawful-data": _held("Record of processing RP-112 (fictitious)", who.OSEI),
            "security-approved": _planned(who.RAMAN, date(2026, 12, 4)),
            "quality-watched": _held("Daily score with alert to the pilot team", who.NOVAK),
            "way-back": _planned(who.RAMAN, date(2026, 12, 11), "Rehearsal is a condition of the decision."),
            "audit-trail": _held("Log of suggestions, kept for two years", who.RAMAN),
            "limits-enforced": _held("Service account may write group and urgency only", who.LINDQVIST),
            "unsure-stopped": _held("Below 70 % a claim goes to the manual inbox", who.NOVAK),
            "alert-to-person": _held("On-call plan of Platform Operations", who.RAMAN),
            "duties-settled": _planned(who.DEMIR, date(2026, 11, 27)),
            "data-answered-for": _planned(who.OSEI, date(2026, 11, 18), "Two of four sources settled."),
            "versions-known": _held("Version in each log line", who.NOVAK),
            "users-practised": _planned(who.KELLER, date(2027, 1, 22)),
            "controls-work": ControlRecord(state=_NOT, owner=who.OSEI),
            "independent-check": _planned(who.ALBRECHT, date(2027, 1, 15)),
            "hand-off": _held("Bands agreed with Claims on 13 November", who.KELLER),
            "people-informed": ControlRecord(state=_NOT),
            "data-gates": _planned(None, None),
            "phased": _held("Rollout plan, three phases", who.KELLER),
            "real-mix": ControlRecord(state=_IN, owner=who.NOVAK),
        },
        drift_plan=(
            "Seen as: the share of claims handed on within five days rises above 9 % in a week, or the daily score falls "
            "by three points. Then: suggestions are switched off for the group concerned until the cause is found."
        ),
        drift_owner=who.NOVAK,
        rollback_plan=(
            "Trigger: two wrong injury claims in a day, or the score below 80 %. The inbox goes back to manual triage, "
            "for which two handlers stand by; the way back takes an hour and loses no claim."
        ),
        rollback_owner=who.KELLER,
        approach=Approach.INTERNAL,
        approach_reason="Routing rules and claim texts are Northwind's own; the lab that built it stays for three years.",
    ),
}

UNDERWRITING = {
    "risk_tier": RiskTier.LOW,
    "governance": Governance(
        tier_reason="A summary for an underwriter, who reads the submission itself before quoting.",
        tier_by=who.WEBER,
        tier_on=date(2026, 11, 9),
        eu_category=EuClass.TRANSPARENCY,
        controls={
            "named-owner": _held("Job description of 6 November", who.WEBER),
            "tier-decided": _held("This page", who.WEBER),
            "lawful-data": _planned(who.OSEI, date(2026, 12, 1)),
            "quality-watched": ControlRecord(state=_NOT, owner=who.NOVAK),
        },
        approach=Approach.PARTNER,
        approach_reason="Vendor E has read broker submissions for other insurers.",
    ),
}
