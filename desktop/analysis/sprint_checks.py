"""The checks of the four weeks, each a rule of the sprint guide. Limits stand where they are computed."""

from desktop.analysis.evaluation import MINIMUM_EXAMPLES, evaluate
from desktop.analysis.integration import effort, has_owner
from desktop.analysis.integration_choice import simplest_viable
from desktop.analysis.value import three_numbers, total
from desktop.analysis.value_terms import launch_of
from desktop.analysis.verdict import Verdict, all_of, filled, named
from desktop.workbook import Sprint, Workbook
from desktop.workbook.decision import Outcome
from desktop.workbook.sprint import Connection, Environment, Metric, MetricKind, Sampling


def metric_defined(_: Workbook, sprint: Sprint) -> Verdict:
    """Every metric has baseline, target, unit and a way of measuring; one at the least."""
    missing = sum(not _metric_complete(metric) for metric in sprint.metrics.values())
    return all_of(len(sprint.metrics), missing, "metrics-incomplete", "sprint", "metrics")


def _metric_complete(metric: Metric) -> bool:
    numbers = metric.baseline is not None and metric.target is not None
    return bool(numbers and metric.name.strip() and metric.unit.strip() and metric.measured_how.strip())


def metric_outcome(_: Workbook, sprint: Sprint) -> Verdict:
    """At least one metric is a business outcome; activity alone does not prove value (operations essay)."""
    kinds = {metric.kind for metric in sprint.metrics.values()} - {None}
    if not kinds:
        return Verdict("open", "none-yet", ("sprint", "metrics"))
    if MetricKind.OUTCOME in kinds:
        return Verdict("met", "outcome", ("sprint", "metrics"))
    code = "only-activity" if kinds == {MetricKind.ACTIVITY} else "no-outcome"
    return Verdict("failed", code, ("sprint", "metrics"))


def deputy_named(workbook: Workbook, sprint: Sprint) -> Verdict:
    """A deputy, who is somebody else than the owner."""
    if sprint.deputy is not None and sprint.deputy == sprint.owner:
        return Verdict("failed", "same-person", ("sprint", "deputy"))
    return named(workbook, sprint.deputy, "sprint", "deputy")


def examples_enough(_: Workbook, sprint: Sprint) -> Verdict:
    """At least 200 labelled examples (sprint guide, week 2); 199 fail."""
    at, examples = ("sprint", "test_set", "examples"), sprint.test_set.examples
    if examples is None:
        return Verdict("open", "not-entered", at)
    values = {"n": examples, "missing": MINIMUM_EXAMPLES - examples}
    return (
        Verdict("met", "examples", at, values)
        if examples >= MINIMUM_EXAMPLES
        else Verdict("failed", "too-few", at, values)
    )


def examples_origin(_: Workbook, sprint: Sprint) -> Verdict:
    """Provenance and sampling are stated, and the set was not picked by hand."""
    test_set = sprint.test_set
    if test_set.sampling == Sampling.HAND_PICKED:
        return Verdict("failed", "hand-picked", ("sprint", "test_set", "sampling"))
    if test_set.sampling is None:
        return Verdict("open", "not-entered", ("sprint", "test_set", "sampling"))
    return filled(test_set.provenance.strip(), "sprint", "test_set", "provenance")


def mix_matches(_: Workbook, sprint: Sprint) -> Verdict:
    """No kind of case is further than five points off its real share, unless a reason is written."""
    at, mix = ("sprint", "test_set", "slices"), evaluate(sprint).mix
    if not mix:
        return Verdict("open", "none-yet", at)
    worst = max(mix, key=lambda entry: abs(entry.off))
    values = {"name": worst.name, "off": worst.off, "missing": worst.missing(sum(entry.examples for entry in mix))}
    if worst.within:
        return Verdict("met", "mix", at, values)
    if sprint.test_set.mix_reason.strip():
        return Verdict("met", "mix-explained", at, values)
    return Verdict("failed", "mix-short" if worst.off < 0 else "mix-over", at, values)


def baseline_run(_: Workbook, sprint: Sprint) -> Verdict:
    """One stored run with date, so that its interval can be computed."""
    at, latest = ("sprint", "scoring", "runs"), evaluate(sprint).latest
    if not sprint.scoring.runs:
        return Verdict("open", "none-yet", at)
    if latest is None or latest.on is None:
        return Verdict("failed", "run-incomplete", at)
    interval = latest.interval
    return Verdict(
        "met", "run", at, {"share": interval.share, "low": interval.low, "high": interval.high, "on": latest.on}
    )


def threshold_cleared(_: Workbook, sprint: Sprint) -> Verdict:
    """The interval's lower end lies above the threshold: judged on what is shown, not on the point."""
    at, found = ("sprint", "scoring", "threshold"), evaluate(sprint)
    if found.threshold is None:
        return Verdict("open", "no-threshold", at)
    if found.latest is None:
        return Verdict("open", "none-yet", at)
    interval = found.latest.interval
    values = {"threshold": found.threshold, "low": interval.low, "high": interval.high, "needed": found.needed}
    if found.cleared:
        return Verdict("met", "cleared", at, values)
    if interval.high < found.threshold:
        return Verdict("failed", "below", at, values)
    return Verdict("failed", "not-shown" if found.needed else "likely-below", at, values)


def scored_daily(_: Workbook, sprint: Sprint) -> Verdict:
    """The set is scored by itself every day."""
    at, daily = ("sprint", "scoring", "daily"), sprint.scoring.daily
    if daily is None:
        return Verdict("open", "not-entered", at)
    return Verdict("met", "daily", at) if daily else Verdict("failed", "not-daily", at)


def connections_access(_: Workbook, sprint: Sprint) -> Verdict:
    """Direction, data, authentication, rate limit and environment of each connection are known."""
    missing = sum(not _access_known(entry) for entry in sprint.connections.values())
    return all_of(len(sprint.connections), missing, "access-missing", "sprint", "connections")


def _access_known(entry: Connection) -> bool:
    connected = entry.environment not in (None, Environment.NONE)
    return bool(
        entry.direction
        and entry.data.strip()
        and entry.authentication.strip()
        and entry.rate_limit.strip()
        and connected
    )


def connections_fallback(_: Workbook, sprint: Sprint) -> Verdict:
    """Each connection says how it fails and how work goes on then."""
    missing = sum(not (e.failure_mode.strip() and e.fallback.strip()) for e in sprint.connections.values())
    return all_of(len(sprint.connections), missing, "fallback-missing", "sprint", "connections")


def connections_owner(workbook: Workbook, sprint: Sprint) -> Verdict:
    """Each connected system has an owner who is a person."""
    missing = sum(not has_owner(entry, workbook.people) for entry in sprint.connections.values())
    return all_of(len(sprint.connections), missing, "owner-missing", "sprint", "connections")


def effort_doubled(_: Workbook, sprint: Sprint) -> Verdict:
    """Every connection has an estimate; the sum is shown as estimated and doubled."""
    found = effort(sprint)
    verdict = all_of(found.listed, found.listed - found.estimated, "effort-missing", "sprint", "connections")
    values = {**verdict.values, "honest": found.honest.likely, "doubled": found.doubled.likely}
    return Verdict(verdict.state, "doubled" if verdict.met else verdict.code, verdict.at, values)


def phase_one_picked(workbook: Workbook, sprint: Sprint) -> Verdict:
    """The first integration is the simplest viable one, or the choice of another is explained."""
    at, suggested = ("sprint", "phase_one"), simplest_viable(sprint, workbook.people)
    name = sprint.connections[suggested].name if suggested else ""
    if sprint.phase_one is None or sprint.phase_one not in sprint.connections:
        return Verdict("open", "suggested" if suggested else "none-viable", at, {"name": name})
    if sprint.phase_one == suggested or sprint.phase_one_reason.strip():
        return Verdict("met", "picked", at, {"name": sprint.connections[sprint.phase_one].name})
    return Verdict("failed", "other-than-suggested" if suggested else "none-viable", at, {"name": name})


def continuing_known(_: Workbook, sprint: Sprint) -> Verdict:
    """The monthly cost of continuing has amounts low, likely and high, each with a source."""
    return _money(sprint, "continuing")


def investment_known(_: Workbook, sprint: Sprint) -> Verdict:
    """The one-time investment has amounts low, likely and high, each with a source."""
    return _money(sprint, "investment")


def return_known(_: Workbook, sprint: Sprint) -> Verdict:
    """Benefit, running cost and time to launch are entered, so that the net return can be computed."""
    for part in ("benefits", "running"):
        if not (verdict := _money(sprint, part)).met:
            return verdict
    if sprint.value.months_to_launch is None:
        return Verdict("open", "not-entered", ("sprint", "value", "months_to_launch"))
    if launch_of(sprint.value) is None:
        return Verdict("failed", "launch-order", ("sprint", "value", "launch_early"))
    net = three_numbers(sprint.value).net
    return (
        Verdict("met", "net", ("sprint", "value"), {"net": net})
        if net
        else Verdict("open", "no-investment", ("sprint", "value"))
    )


def _money(sprint: Sprint, part: str) -> Verdict:
    at, lines = ("sprint", "value", part), getattr(sprint.value, part)
    if not lines:
        return Verdict("open", "none-yet", at)
    amount = total(lines.values())
    if amount is None:
        return Verdict("failed", "amounts-incomplete", at)
    unsourced = sum(not line.source.strip() for line in lines.values())
    if unsourced:
        return Verdict("failed", "source-missing", at, {"missing": unsourced, "total": len(lines)})
    return Verdict("met", "amount", at, {"amount": amount})


def decision_made(workbook: Workbook, sprint: Sprint) -> Verdict:
    """An outcome, a date and at least one named person."""
    decision = sprint.decision
    if decision.outcome is None:
        return Verdict("open", "not-entered", ("sprint", "decision", "outcome"))
    if decision.decided_on is None:
        return Verdict("open", "no-date", ("sprint", "decision", "decided_on"))
    if not decision.decided_by:
        return Verdict("open", "nobody", ("sprint", "decision", "decided_by"))
    for person_id in decision.decided_by:
        if not (verdict := named(workbook, person_id, "sprint", "decision", "decided_by")).met:
            return verdict
    return Verdict("met", decision.outcome.value, ("sprint", "decision", "outcome"), {"on": decision.decided_on})


def conditions_owned(workbook: Workbook, sprint: Sprint) -> Verdict:
    """A conditional go has conditions, each with an owner and a date; otherwise none are needed."""
    decision, at = sprint.decision, ("sprint", "decision", "conditions")
    if decision.outcome is None:
        return Verdict("open", "no-decision", at)
    if decision.outcome != Outcome.CONDITIONAL and not decision.conditions:
        return Verdict("met", "none-needed", at)
    if not decision.conditions:
        return Verdict("failed", "condition-missing", at)
    missing = sum(not (named(workbook, entry.owner).met and entry.due) for entry in decision.conditions.values())
    return all_of(len(decision.conditions), missing, "condition-unowned", *at)
