"""Warnings computed from what was entered; each says which entry raised it.

Rules: the anatomy of failure (ClarityArc), common mistakes (SumatoSoft) and practice rules (sprint guide). What clears a
warning is a text beside its name. What answers raise stands in ``desktop.analysis.answer_warnings``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from desktop.analysis.answer_warnings import answer_warnings, known_diagnoses
from desktop.analysis.governed_warnings import governed_warnings, known_governed
from desktop.analysis.launch_warnings import known_launched, launch_warnings
from desktop.analysis.portfolio import is_stalled, months_between
from desktop.analysis.scoring import Standing
from desktop.analysis.sponsor import sponsor_absent
from desktop.analysis.verdict import named
from desktop.analysis.warned import Severity, Warned
from desktop.method.practice import Rule, load_practice
from desktop.workbook import Sprint, Stage, System, Workbook
from desktop.workbook.sprint import Environment, MetricKind, Sampling

__all__ = ["Severity", "Warned", "known_rules", "warnings"]


@dataclass(frozen=True)
class Case:
    """What a rule looks at."""

    workbook: Workbook
    system: System
    sprint: Sprint
    today: date


Look = Callable[[Case], Warned | None]


def warnings(
    workbook: Workbook,
    system: System,
    today: date,
    rules: tuple[Rule, ...] | None = None,
    found: Mapping[str, Standing] | None = None,
) -> tuple[Warned, ...]:
    """Every warning for one system, the serious first. ``rules`` None: those of the shipped method.

    ``found`` spares reading the answers again where they stand already. Without a sprint only what the
    profile and the answers show can be said.
    """
    case = Case(workbook, system, system.sprint or Sprint(), today)
    entered = (*_raised(case), *governed_warnings(workbook, system, today), *launch_warnings(workbook, system, today))
    raised = frozenset(warned.rule for warned in entered)
    answered = answer_warnings(workbook, system, load_practice().rules if rules is None else rules, raised, found)
    order = {"serious": 0, "caution": 1, "info": 2}
    return tuple(sorted((*entered, *answered), key=lambda warned: (order[warned.severity], warned.rule)))


def _raised(case: Case) -> Iterator[Warned]:
    rules = (*_ALWAYS.values(), *(_IN_SPRINT.values() if case.system.sprint else ()))
    for rule in rules:
        if warned := rule(case):
            yield warned


def _stalled(case: Case) -> Warned | None:
    if case.system.started is None or not is_stalled(case.system, case.today):
        return None
    return Warned("stalled", "caution", ("started",), {"months": months_between(case.system.started, case.today)})


def _proposals(case: Case) -> Warned | None:
    waiting = sum(proposal.state == "open" for proposal in case.system.proposals.values())
    return Warned("proposals-open", "info", ("proposals",), {"n": waiting}) if waiting else None


def _no_owner(case: Case) -> Warned | None:
    verdict = named(case.workbook, case.sprint.owner or case.system.owner)
    if verdict.met or case.system.stage in (Stage.IDEA, Stage.RETIRED, None):
        return None
    return Warned("no-named-owner", "serious" if case.system.sprint else "caution", ("sprint", "owner"), verdict.values)


def _scaling_before_governance(case: Case) -> Warned | None:
    if case.system.stage is not Stage.OPERATION or case.system.impact is not None:
        return None
    return Warned("scaling-before-governance", "serious", ("impact",))


def _clean_data(case: Case) -> Warned | None:
    if case.sprint.test_set.sampling is not Sampling.HAND_PICKED:
        return None
    return Warned("clean-data-illusion", "serious", ("sprint", "test_set", "sampling"))


def _sandbox(case: Case) -> Warned | None:
    near = (Environment.STAGING, Environment.PRODUCTION)
    far = [entry.name for entry in case.sprint.connections.values() if entry.environment not in (None, *near)]
    if not far:
        return None
    return Warned("sandbox-to-production-gap", "caution", ("sprint", "connections"), {"n": len(far), "name": far[0]})


def _wrong_metrics(case: Case) -> Warned | None:
    kinds = {metric.kind for metric in case.sprint.metrics.values()} - {None}
    if not kinds or MetricKind.OUTCOME in kinds:
        return None
    return Warned("wrong-metrics", "serious" if kinds == {MetricKind.ACTIVITY} else "caution", ("sprint", "metrics"))


def _silo(case: Case) -> Warned | None:
    people = case.workbook.people
    owner, deputy = people.get(case.sprint.owner or ""), people.get(case.sprint.deputy or "")
    if owner is None or owner.perspective is None or owner.perspective.value != "pilot-team":
        return None
    if deputy is not None and deputy.perspective is not None and deputy.perspective.value != "pilot-team":
        return None
    return Warned("silo-hand-off", "caution", ("sprint", "owner"), {"name": owner.name})


def _polished_demo(case: Case) -> Warned | None:
    return Warned("polished-demo", "caution", ("sprint", "evaluation")) if "none" in case.sprint.evaluation else None


def _no_harness(case: Case) -> Warned | None:
    if case.sprint.scoring.daily or not case.sprint.scoring.runs:
        return None
    return Warned("no-evaluation-harness", "serious", ("sprint", "scoring", "daily"))


def _deterministic(case: Case) -> Warned | None:
    bare = [entry.name for entry in case.sprint.connections.values() if not entry.fallback.strip()]
    return Warned("treated-as-deterministic", "caution", ("sprint", "connections"), {"n": len(bare)}) if bare else None


def _unit_economics(case: Case) -> Warned | None:
    value = case.sprint.value
    if not value.benefits or value.running:
        return None
    return Warned("unit-economics-ignored", "serious", ("sprint", "value", "running"))


def _sponsor(case: Case) -> Warned | None:
    verdict = named(case.workbook, case.workbook.engagement.sponsor)
    return None if verdict.met else Warned("sponsor-missing", "serious", ("engagement", "sponsor"), verdict.values)


def _sponsor_absent(case: Case) -> Warned | None:
    absent = sponsor_absent(case.system, case.today)
    return Warned("sponsor-inactive", "serious", ("steering",), {"days": absent.days}) if absent else None


def _metrics_after_results(case: Case) -> Warned | None:
    runs = [run.on for run in case.sprint.scoring.runs.values() if run.on is not None and run.correct is not None]
    if not runs:
        return None
    first = min(runs)
    late = [metric for metric in case.sprint.metrics.values() if metric.agreed_on and metric.agreed_on > first]
    if not late:
        return None
    return Warned("metrics-after-results", "caution", ("sprint", "metrics"), {"name": late[0].name})


_ALWAYS: Mapping[str, Look] = MappingProxyType(
    {
        "stalled": _stalled,
        "proposals-open": _proposals,
        "no-named-owner": _no_owner,
        "scaling-before-governance": _scaling_before_governance,
        "sponsor-inactive": _sponsor_absent,
    }
)
_IN_SPRINT: Mapping[str, Look] = MappingProxyType(
    {
        "clean-data-illusion": _clean_data,
        "sandbox-to-production-gap": _sandbox,
        "wrong-metrics": _wrong_metrics,
        "silo-hand-off": _silo,
        "polished-demo": _polished_demo,
        "no-evaluation-harness": _no_harness,
        "treated-as-deterministic": _deterministic,
        "unit-economics-ignored": _unit_economics,
        "sponsor-missing": _sponsor,
        "metrics-after-results": _metrics_after_results,
    }
)


def known_rules() -> frozenset[str]:
    """Every rule that entries can break, and what the diagnosis can raise; answers raise what the method's rules name."""
    return frozenset((*_ALWAYS, *_IN_SPRINT)) | known_governed() | known_launched() | known_diagnoses()
