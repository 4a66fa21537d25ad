"""The checks of *Done when*, by id: what each page still needs, computed from the entries."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.analysis import governance_checks as governed
from desktop.analysis import sprint_checks as week
from desktop.analysis.decision import decision_made
from desktop.analysis.plan_checks import PLAN_CHECKS, judge_plan
from desktop.analysis.verdict import Verdict, filled, named
from desktop.method import Method
from desktop.workbook import Sprint, System, Workbook

Frame = Callable[[Workbook], Verdict]
Judge = Callable[[Workbook, Sprint], Verdict]

_FRAME: Mapping[str, Frame] = MappingProxyType(
    {
        "client-named": lambda w: filled(w.engagement.client.strip(), "engagement", "client"),
        "industry-chosen": lambda w: filled(w.engagement.industry, "engagement", "industry"),
        "start-set": lambda w: filled(w.engagement.start, "engagement", "start"),
        "country-chosen": lambda w: filled(w.engagement.calendar.country, "engagement", "calendar", "country"),
        "people-listed": lambda w: filled([p for p in w.people.values() if p.name.strip()], "people"),
        "sponsor-named": lambda w: named(w, w.engagement.sponsor, "engagement", "sponsor"),
    }
)
_PROFILE: Mapping[str, Callable[[System], Verdict]] = MappingProxyType(
    {
        "purpose-stated": lambda s: filled(s.purpose.strip(), "purpose"),
        "stage-known": lambda s: filled(s.stage, "stage"),
        "impact-known": lambda s: filled(s.impact, "impact"),
        "start-known": lambda s: filled(s.started, "started"),
    }
)
_SPRINT: Mapping[str, Judge] = MappingProxyType(
    {
        "metric-defined": week.metric_defined,
        "metric-outcome": week.metric_outcome,
        "owner-named": lambda w, s: named(w, s.owner, "sprint", "owner"),
        "owner-agreed": lambda _, s: filled(s.owner_agreed_on, "sprint", "owner_agreed_on"),
        "deputy-named": week.deputy_named,
        "evaluation-listed": lambda _, s: filled(s.evaluation, "sprint", "evaluation"),
        "examples-enough": week.examples_enough,
        "examples-origin": week.examples_origin,
        "mix-matches": week.mix_matches,
        "baseline-run": week.baseline_run,
        "threshold-cleared": week.threshold_cleared,
        "scored-daily": week.scored_daily,
        "alert-person": lambda w, s: named(w, s.scoring.alert_to, "sprint", "scoring", "alert_to"),
        "connections-listed": lambda _, s: filled(s.connections, "sprint", "connections"),
        "connections-access": week.connections_access,
        "connections-fallback": week.connections_fallback,
        "connections-owner": week.connections_owner,
        "effort-doubled": week.effort_doubled,
        "phase-one-picked": week.phase_one_picked,
        "continuing-known": week.continuing_known,
        "investment-known": week.investment_known,
        "return-known": week.return_known,
        "resources-committed": lambda _, s: filled(s.decision.resources.strip(), "sprint", "decision", "resources"),
        "conditions-owned": week.conditions_owned,
    }
)
_GOVERNED: Mapping[str, Callable[[Workbook, System], Verdict]] = MappingProxyType(
    {
        "tier-reasoned": governed.tier_reasoned,
        "eu-category-chosen": governed.eu_category_chosen,
        "controls-stated": governed.controls_stated,
        "controls-held": governed.controls_held,
        "drift-planned": governed.drift_planned,
        "rollback-planned": governed.rollback_planned,
        "approach-reasoned": governed.approach_reasoned,
    }
)
_DECIDED = "decision-made"


def judge(check_id: str, workbook: Workbook, system: System | None, method: Method | None = None) -> Verdict:
    """How the check stands for ``system`` (None for checks of the engagement); KeyError for an id nothing computes.

    ``method`` holds the questions whose findings can stand against a decision; None: the shipped one.
    """
    if check_id in _FRAME:
        return _FRAME[check_id](workbook)
    if system is None:
        raise KeyError(check_id)
    if check_id in _PROFILE:
        return _PROFILE[check_id](system)
    if check_id in _GOVERNED:
        return _GOVERNED[check_id](workbook, system)
    if check_id == _DECIDED:
        return decision_made(workbook, system, method)
    if check_id in PLAN_CHECKS:
        return judge_plan(check_id, workbook, system)
    return _SPRINT[check_id](workbook, system.sprint or Sprint())


def known_checks() -> frozenset[str]:
    """Every check id that can be computed."""
    return frozenset((*_FRAME, *_PROFILE, *_GOVERNED, *_SPRINT, *PLAN_CHECKS, _DECIDED))
