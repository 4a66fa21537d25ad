"""Warnings about how a system is governed and decided on: missing controls, a bare tier, a decision that does not hold.

The rule behind them is "scaling before governance" (SumatoSoft, mistakes) and the operations essay's call for controls
that fit the risk. A system whose governance nobody has begun is told by its page, not by warnings.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from desktop.analysis.decision import terms
from desktop.analysis.findings import risk_tier
from desktop.analysis.governance import category_of, controls, governance_of
from desktop.analysis.seals import seals_of
from desktop.analysis.warned import Severity, Warned
from desktop.method.practice import load_practice
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.system import RiskTier

Look = Callable[[Workbook, System, date], Warned | None]
_DECISION = ("sprint", "decision")


def governed_warnings(workbook: Workbook, system: System, today: date) -> Iterator[Warned]:
    """Every warning of this kind for one system."""
    for look in _LOOKS.values():
        if warned := look(workbook, system, today):
            yield warned


def _controls_missing(workbook: Workbook, system: System, today: date) -> Warned | None:
    if system.governance is None:
        return None
    missing = [entry for entry in controls(workbook, load_practice(), system, today) if entry.missing]
    if not missing:
        return None
    severity: Severity = "serious" if risk_tier(system) is RiskTier.HIGH else "caution"
    at = ("governance", "controls", missing[0].control.id)
    return Warned("controls-missing", severity, at, {"n": len(missing), "name": missing[0].control.name})


def _tier_bare(_: Workbook, system: System, __: date) -> Warned | None:
    if system.risk_tier is None or governance_of(system).tier_reason.strip():
        return None
    return Warned("tier-without-reason", "caution", ("governance", "tier_reason"))


def _forbidden(_: Workbook, system: System, __: date) -> Warned | None:
    category = category_of(load_practice(), system)
    if category is None or category.tier is not None:
        return None
    return Warned("use-forbidden", "serious", ("governance", "eu_category"), {"reference": category.reference})


def _overridden(_: Workbook, system: System, __: date) -> Warned | None:
    held = (system.sprint or Sprint()).decision.override
    if held is None:
        return None
    values = {"by": held.by, "reason": held.reason.strip().rstrip("."), "n": len(held.findings)}
    return Warned("decision-overridden", "caution", (*_DECISION, "override"), values)


def _late(_: Workbook, system: System, today: date) -> Warned | None:
    late = [term for term in terms((system.sprint or Sprint()).decision, today) if term.state == "late"]
    if not late:
        return None
    at = (*_DECISION, "conditions", late[0].id)
    return Warned("condition-late", "serious", at, {"n": len(late), "text": late[0].condition.text.strip()})


def _broken(_: Workbook, system: System, __: date) -> Warned | None:
    if system.sprint is None:
        return None
    broken = [entry for entry in seals_of(system) if entry.state != "intact"]
    return Warned("seal-broken", "serious", (*_DECISION, "seal"), {"n": len(broken)}) if broken else None


_LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "controls-missing": _controls_missing,
        "tier-without-reason": _tier_bare,
        "use-forbidden": _forbidden,
        "decision-overridden": _overridden,
        "condition-late": _late,
        "seal-broken": _broken,
    }
)


def known_governed() -> frozenset[str]:
    """Every warning here that no rule of the content has to name."""
    return frozenset(_LOOKS)
