"""Findings: what stands below its level, blocking or manageable by risk tier (ClarityArc, "From PoC to Production")."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.analysis.persons import is_person
from desktop.analysis.scoring import Standing
from desktop.method import Method
from desktop.workbook import Impact, System, Workbook
from desktop.workbook.rating import Treatment
from desktop.workbook.system import RiskTier

IN_PLACE = 3  # "in place and evidenced": below it there is a gap


@dataclass(frozen=True)
class Finding:
    """One gap. ``treated``: it is managed by a mitigation and a named owner; a blocking one is never treated, only closed."""

    question: str
    blocking: bool
    level: int
    needed: int
    treated: bool

    @property
    def kind(self) -> str:
        """``blocking`` or ``manageable``."""
        return "blocking" if self.blocking else "manageable"


def risk_tier(system: System) -> RiskTier:
    """The tier that was set; else high where rights or safety can be harmed or nobody has said, low where neither can."""
    if system.risk_tier is not None:
        return system.risk_tier
    return RiskTier.LOW if system.impact is Impact.NEITHER else RiskTier.HIGH


def findings(workbook: Workbook, method: Method, system: System, found: Mapping[str, Standing]) -> tuple[Finding, ...]:
    """Every gap that the answers show, blocking ones first, widest first. Unanswered questions are no findings yet."""
    tier = risk_tier(system)
    gaps = [
        gap for question in method.questions if (gap := _finding(workbook, method, system, found[question.id], tier))
    ]
    return tuple(sorted(gaps, key=lambda gap: (not gap.blocking, gap.level - gap.needed, gap.question)))


def _finding(workbook: Workbook, method: Method, system: System, entry: Standing, tier: RiskTier) -> Finding | None:
    if entry.level is None:
        return None
    threshold = getattr(method.question[entry.question].blocks, tier.value)
    if threshold is not None and entry.level < threshold:
        return Finding(entry.question, blocking=True, level=entry.level, needed=threshold, treated=False)
    if entry.level >= IN_PLACE:
        return None
    treatment = system.treatments.get(entry.question, Treatment())
    owner = workbook.people.get(treatment.owner or "")
    managed = bool(treatment.mitigation.strip()) and owner is not None and is_person(owner.name)
    return Finding(entry.question, blocking=False, level=entry.level, needed=IN_PLACE, treated=managed)
