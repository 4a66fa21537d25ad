"""Ready to decide? What the decision still needs, and what it would rest on weakly."""

from dataclasses import dataclass
from types import MappingProxyType

from desktop.analysis import sprint_checks as week
from desktop.analysis.checks import judge
from desktop.analysis.decision import uncovered
from desktop.analysis.findings import Finding
from desktop.analysis.verdict import Verdict
from desktop.method import Method
from desktop.session.assess import FINDINGS
from desktop.text import count, say
from desktop.text.verdicts import verdict_sentence
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.decision import Outcome
from desktop.workbook.path import Path

# Judged as the weeks of the sprint judge them, each with the page that shows its entries.
_WEEKS = MappingProxyType(
    {
        "conditions-owned": "decision",
        "resources-committed": "decision",
        "continuing-known": "sprint-4",
        "investment-known": "sprint-4",
        "return-known": "sprint-4",
        "threshold-cleared": "sprint-2",
    }
)
_BINDING = frozenset({"conditions-owned", "resources-committed"})


@dataclass(frozen=True)
class Need:
    """One thing that the decision needs. ``binding``: it cannot be sealed without; the rest is advice.

    ``page`` shows the entry at ``at``, which is relative to the system.
    """

    id: str
    label: str
    verdict: Verdict
    detail: str
    binding: bool
    page: str
    at: Path

    @property
    def needed(self) -> bool:
        """It keeps the decision from being sealed."""
        return self.binding and not self.verdict.met


def needs(
    workbook: Workbook, method: Method, system: System, gaps: tuple[Finding, ...] | None = None
) -> tuple[Need, ...]:
    """Everything the decision needs, in the order in which one would settle it. ``gaps`` spares finding them again."""
    made = week.decision_made(workbook, system.sprint or Sprint())
    return (
        _need(workbook, "decision-made", made, "decision", binding=True),
        _unblocked(system, uncovered(workbook, method, system, gaps)),
        *(
            _need(workbook, name, judge(name, workbook, system, method), page, binding=_binds(name, system))
            for name, page in _WEEKS.items()
        ),
    )


def _binds(name: str, system: System) -> bool:
    """A no-go commits nothing."""
    outcome = (system.sprint or Sprint()).decision.outcome
    return name in _BINDING and not (name == "resources-committed" and outcome is Outcome.NO_GO)


def _need(workbook: Workbook, name: str, verdict: Verdict, page: str, *, binding: bool) -> Need:
    detail = verdict_sentence(verdict.code, verdict.values, workbook.engagement.currency)
    return Need(name, say(f"decision.need.{name}"), verdict, detail, binding, page, verdict.at)


def _unblocked(system: System, against: tuple[Finding, ...]) -> Need:
    """Blocking findings that nobody has answered for; over those that an override names it was decided knowingly."""
    held = (system.sprint or Sprint()).decision.override
    if against:
        verdict = Verdict("failed", "findings-block", ("ratings", against[0].question), {"n": len(against)})
        detail = count("decision.blocking", len(against))
    else:
        verdict = Verdict("met", "none-missing")
        detail = say("decision.overridden", name=held.by) if held else say("decision.unblocked")
    return Need("unblocked", say("decision.need.unblocked"), verdict, detail, True, FINDINGS, verdict.at)
