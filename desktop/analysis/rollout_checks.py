"""The checks of rollout and monitoring (sprint guide, domains 1 and 3)."""

from desktop.analysis.rollout import PhaseState, phase_states
from desktop.analysis.verdict import Verdict, all_of, named
from desktop.method.practice import load_practice
from desktop.workbook import System, Workbook
from desktop.workbook.launch import Launch
from desktop.workbook.rollout import Watch


def _phases(w: Workbook, s: System) -> tuple[PhaseState, ...]:
    return phase_states(w, s, load_practice().rollout)


def phase_planned(w: Workbook, s: System, _launch: Launch) -> Verdict:
    """The first phase has its users and a first day: one integration and few people."""
    first, at = _phases(w, s)[0].gate, ("launch", "rollout", "gates")
    if not first.users.strip() or first.started_on is None:
        return Verdict("open", "launch.check.phase-open", at)
    return Verdict("met", "launch.check.phase", at, {"users": first.users.strip(), "on": first.started_on})


def criteria_met(w: Workbook, s: System, _launch: Launch) -> Verdict:
    """No measured criterion is missed or only claimed; open ones are counted."""
    at = ("launch", "rollout", "criteria")
    found = [entry for phase in _phases(w, s) for entry in phase.criteria]
    states = [entry.state for entry in found]
    values = {"met": states.count("met"), "total": len(found), "n": states.count("missed") or states.count("claimed")}
    if "missed" in states:
        return Verdict("failed", "launch.check.criteria-missed", at, values)
    if "claimed" in states:
        return Verdict("failed", "launch.check.criteria-claimed", at, values)
    return Verdict("met" if values["met"] == len(found) else "open", "launch.check.criteria", at, values)


def gates_proven(w: Workbook, s: System, _launch: Launch) -> Verdict:
    """A gate is passed only on evidence, by a person, one after the other (ClarityArc, phase gates)."""
    at, phases = ("launch", "rollout", "gates"), _phases(w, s)
    for state in phases:
        if state.state == "unproven":
            return Verdict("failed", f"launch.check.gate-{state.reason}", at, {"name": state.phase.name})
    passed = sum(state.state == "passed" for state in phases)
    if not passed:
        return Verdict("open", "launch.check.no-gate", at)
    return Verdict("met", "launch.check.gates", at, {"passed": passed, "total": len(phases)})


def signals(launch: Launch) -> tuple[tuple[str, str, Watch], ...]:
    """Every signal with its id and name: the method's, which are always there, then the project's own."""
    needed = load_practice().monitoring
    ids, given = {signal.id for signal in needed}, launch.rollout.signals
    shared = tuple((signal.id, signal.name, given.get(signal.id, Watch())) for signal in needed)
    return (*shared, *((key, given[key].name.strip(), given[key]) for key in sorted(given) if key not in ids))


def signals_set(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Each signal has a threshold, a cadence and an owner."""
    found = signals(launch)
    if not launch.rollout.signals:
        return Verdict("open", "none-yet", ("launch", "rollout", "signals"))
    missing = sum(not (e.threshold.strip() and e.cadence and named(w, e.owner).met) for _, _, e in found)
    return all_of(len(found), missing, "launch.check.signal-incomplete", "launch", "rollout", "signals")


def alerts_reach(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Each threshold calls a person, before users notice (sprint guide, domain 3)."""
    found = signals(launch)
    if not launch.rollout.signals:
        return Verdict("open", "none-yet", ("launch", "rollout", "signals"))
    missing = sum(not named(w, entry.alert_to).met for _, _, entry in found)
    return all_of(len(found), missing, "launch.check.alert-missing", "launch", "rollout", "signals")
