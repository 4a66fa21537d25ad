"""How a system is governed: the tier that its entries propose, and how each control that its tier needs stands.

"Not every model needs the same oversight" (operations essay): a summariser and a hiring screen get different lists.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.analysis.findings import risk_tier
from desktop.analysis.persons import is_person
from desktop.analysis.readiness import Answer, answer_of
from desktop.analysis.scoring import standing_of
from desktop.method.practice import Control, EuCategory, Practice, Tier
from desktop.workbook import Impact, System, Workbook
from desktop.workbook.governance import ControlRecord, ControlState, Governance
from desktop.workbook.system import RiskTier

Rule = Literal["eu-forbidden", "eu-high", "harm", "harm-unsaid", "eu-informs", "decides", "nothing"]
State = Literal["in-place", "claimed", "planned", "unplanned", "late", "absent", "unsaid", "not-applicable"]
MISSING: frozenset[State] = frozenset({"absent", "late", "unplanned", "claimed"})
_ORDER = (RiskTier.LOW, RiskTier.MEDIUM, RiskTier.HIGH)


@dataclass(frozen=True)
class Ground:
    """A rule that applies, and the tier it asks for; None: the system may not be used at all."""

    rule: Rule
    tier: RiskTier | None


@dataclass(frozen=True)
class Proposal:
    """The tier that the entries propose, by the gravest ground. Nobody has decided it: a proposal is never set by itself."""

    tier: RiskTier | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class ControlStanding:
    """One control that the tier needs: which tier brings it, what was entered, what the answers say, and what follows.

    ``contradicted``: it was entered as in place, and an answer to one of its questions is lower than that.
    """

    control: Control
    tier: Tier
    record: ControlRecord
    answer: Answer
    state: State
    contradicted: bool

    @property
    def missing(self) -> bool:
        """Somebody has said how it stands, and it is neither in place nor planned by a person for a day ahead."""
        return self.state in MISSING


def governance_of(system: System) -> Governance:
    """What was entered, empty where nothing was."""
    return system.governance or Governance()


def category_of(practice: Practice, system: System) -> EuCategory | None:
    """The category of the EU AI Act that was chosen; None where none was, or the content no longer has it."""
    chosen = governance_of(system).eu_category
    return next((entry for entry in practice.eu_categories if entry.id == chosen), None)


def propose_tier(practice: Practice, system: System) -> Proposal:
    """Which tier the entries ask for. Every ground that applies is given, the gravest first."""
    grounds = tuple(_grounds(practice, system))
    graded = sorted(grounds, key=lambda ground: -1 if ground.tier is None else len(_ORDER) - _ORDER.index(ground.tier))
    return Proposal(graded[0].tier, tuple(graded))


def _grounds(practice: Practice, system: System) -> list[Ground]:
    found: list[Ground] = []
    category = category_of(practice, system)
    if category is not None and category.tier is None:
        found.append(Ground("eu-forbidden", None))
    elif category is not None and category.tier is RiskTier.HIGH:
        found.append(Ground("eu-high", RiskTier.HIGH))
    elif category is not None and category.tier is RiskTier.MEDIUM:
        found.append(Ground("eu-informs", RiskTier.MEDIUM))
    if system.impact is None:
        found.append(Ground("harm-unsaid", RiskTier.HIGH))
    elif system.impact is not Impact.NEITHER:
        found.append(Ground("harm", RiskTier.HIGH))
    if system.decisions.strip():
        found.append(Ground("decides", RiskTier.MEDIUM))
    return found or [Ground("nothing", RiskTier.LOW)]


def controls(
    workbook: Workbook, practice: Practice, system: System, today: date = date.min
) -> tuple[ControlStanding, ...]:
    """Every control that the system's tier needs, those of the lowest tier first. Without ``today`` none is late."""
    needed = _ORDER.index(risk_tier(system)) + 1
    held = governance_of(system).controls
    return tuple(
        _standing(workbook, system, control, tier, held.get(control.id, ControlRecord()), today)
        for tier in practice.tiers
        if tier.id in _ORDER[:needed]
        for control in tier.controls
    )


def _standing(  # one control with all that it is judged by
    workbook: Workbook, system: System, control: Control, tier: Tier, record: ControlRecord, today: date
) -> ControlStanding:
    entries = [standing_of(question, system) for question in control.questions]
    answer, _because = answer_of([entry for entry in entries if not entry.not_applicable])
    contradicted = record.state is ControlState.IN_PLACE and answer == "no"
    state = _entered(workbook, record, today) if record.state else _from_answers(answer)
    return ControlStanding(control, tier, record, answer, "claimed" if contradicted else state, contradicted)


def _entered(workbook: Workbook, record: ControlRecord, today: date) -> State:
    if record.state is ControlState.IN_PLACE:
        return "in-place" if record.evidence.strip() else "claimed"
    if record.state is ControlState.ABSENT:
        return "absent"
    owner = workbook.people.get(record.owner or "")
    if owner is None or not is_person(owner.name) or record.due is None:
        return "unplanned"
    return "late" if record.due < today else "planned"


def _from_answers(answer: Answer) -> State:
    """What the diagnosis shows where nobody has said anything here."""
    match answer:
        case "yes":
            return "in-place"
        case "claimed":
            return "claimed"
        case "not-applicable":
            return "not-applicable"
        case _:
            return "unsaid"
