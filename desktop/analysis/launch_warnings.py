"""Warnings about weeks 9 to 12: an overfull queue, duties nobody answers for, gates without evidence, no way back.

The rules behind them: review queues must be manageable and a rollback must not disrupt the business (operations essay),
exactly one accountable person a row (sprint guide), money released on evidence (ClarityArc). What is not begun raises none.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from desktop.analysis.raci import duty_rows
from desktop.analysis.rollout import phase_states
from desktop.analysis.warned import Warned
from desktop.analysis.workflow import queue
from desktop.method.practice import load_practice
from desktop.workbook import System, Workbook
from desktop.workbook.launch import Launch

Look = Callable[[Workbook, System, Launch, date], Warned | None]


def launch_warnings(workbook: Workbook, system: System, today: date) -> Iterator[Warned]:
    """Every warning of this kind for one system; none where nothing of weeks 9 to 12 was entered."""
    if system.launch is None:
        return
    for look in _LOOKS.values():
        if warned := look(workbook, system, system.launch, today):
            yield warned


def _queue(_: Workbook, __: System, launch: Launch, ___: date) -> Warned | None:
    found = queue(launch.workflow)
    if found is None or found.state != "over":
        return None
    values = {"over": float(found.over), "there": float(found.capacity)}
    return Warned("review-queue-overfull", "serious", ("launch", "workflow", "reviewers"), values)


def _accountable(workbook: Workbook, _: System, launch: Launch, __: date) -> Warned | None:
    rows = duty_rows(workbook, launch.raci, load_practice().raci)
    wrong = [row for row in rows if row.gap in ("nobody", "several", "not-a-person")]
    if not wrong or not any(row.marks for row in rows):
        return None
    at = ("launch", "raci", "duties", wrong[0].id)
    return Warned("accountability-unclear", "caution", at, {"n": len(wrong), "name": wrong[0].name})


def _gates(workbook: Workbook, system: System, _: Launch, __: date) -> Warned | None:
    for state in phase_states(workbook, system, load_practice().rollout):
        if state.state == "unproven":
            at = ("launch", "rollout", "gates", state.phase.id)
            return Warned("gate-without-evidence", "serious", at, {"name": state.phase.name})
    return None


def _way_back(_: Workbook, __: System, launch: Launch, today: date) -> Warned | None:
    """Users work with it already, and nobody has tried to go back."""
    started = [gate.started_on for gate in launch.rollout.gates.values() if gate.started_on]
    if launch.rollback.tested_on is not None or not started or min(started) > today:
        return None
    return Warned("rollback-untried", "serious", ("launch", "rollback", "tested_on"))


_LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "review-queue-overfull": _queue,
        "accountability-unclear": _accountable,
        "gate-without-evidence": _gates,
        "rollback-untried": _way_back,
    }
)


def known_launched() -> frozenset[str]:
    """Every warning that can be raised here."""
    return frozenset(_LOOKS)
