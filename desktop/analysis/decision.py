"""May it be decided? Which findings block, which an override covers, and how the terms of the decision stand."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.analysis import sprint_checks as week
from desktop.analysis.findings import Finding, findings
from desktop.analysis.scoring import standings
from desktop.analysis.verdict import Verdict
from desktop.method import Method, load_method
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.decision import Condition, Decision, Outcome

TermState = Literal["late", "due", "open", "met"]
_OUTCOME = ("sprint", "decision", "outcome")


@dataclass(frozen=True)
class Term:
    """A condition and how it stands: ``late`` is past its day, ``due`` has one ahead, ``open`` has none."""

    id: str
    condition: Condition
    state: TermState


def blocking(workbook: Workbook, method: Method, system: System) -> tuple[Finding, ...]:
    """The findings that block production now, the widest gap first."""
    found = findings(workbook, method, system, standings(method, system))
    return tuple(gap for gap in found if gap.blocking)


def uncovered(
    workbook: Workbook, method: Method, system: System, gaps: tuple[Finding, ...] | None = None
) -> tuple[Finding, ...]:
    """The blocking findings that keep a go from standing: those that no override names. A no-go needs none closed.

    ``gaps`` spares finding them again where they stand already.
    """
    decision = (system.sprint or Sprint()).decision
    if decision.outcome is Outcome.NO_GO:
        return ()
    covered = frozenset(decision.override.findings if decision.override else ())
    against = blocking(workbook, method, system) if gaps is None else (gap for gap in gaps if gap.blocking)
    return tuple(gap for gap in against if gap.question not in covered)


def decision_made(workbook: Workbook, system: System, method: Method | None = None) -> Verdict:
    """Made by named people on a day, and not over an open blocking finding unless a name and a reason stand for it.

    A sealed decision stays made whatever is found later; the difference is shown beside it. ``method`` None: the shipped.
    """
    sprint = system.sprint or Sprint()
    verdict = week.decision_made(workbook, sprint)
    if not verdict.met or sprint.decision.seal is not None:
        return verdict
    against = uncovered(workbook, method or load_method(), system)
    if len(against) == 1:
        return Verdict("failed", "finding-blocks", _OUTCOME)
    return Verdict("failed", "findings-block", _OUTCOME, {"n": len(against)}) if against else verdict


def terms(decision: Decision, today: date) -> tuple[Term, ...]:
    """Every condition, in the order of its day; those without one last."""
    found = (Term(key, entry, _state(entry, today)) for key, entry in decision.conditions.items())
    return tuple(sorted(found, key=lambda term: (term.condition.due or date.max, term.id)))


def _state(condition: Condition, today: date) -> TermState:
    if condition.met_on is not None:
        return "met"
    if condition.due is None:
        return "open"
    return "late" if condition.due < today else "due"
