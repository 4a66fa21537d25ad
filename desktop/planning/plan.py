"""The plan that the findings ask for: their tasks from the method, each with a person.

Blocking findings must be closed before production; manageable ones are closed where somebody chose so, and mitigated
otherwise (ClarityArc, "From PoC to Production").
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from desktop.analysis.findings import findings
from desktop.analysis.ladder import cheapest
from desktop.analysis.scoring import standings
from desktop.method import Method
from desktop.method.schema import Remedy
from desktop.planning.plan_roles import candidates, least_loaded
from desktop.workbook import System, Workbook
from desktop.workbook.plan import Plan, TaskDraft

BANDS = ("1-4", "5-8", "9-12")


def wanted_questions(workbook: Workbook, method: Method, system: System) -> tuple[str, ...]:
    """Questions whose gaps the plan closes: every blocking finding, and the manageable ones that were chosen."""
    chosen = (system.plan or Plan()).chosen
    gaps = findings(workbook, method, system, standings(method, system))
    return tuple(gap.question for gap in gaps if gap.blocking or gap.question in chosen)


def draft_tasks(workbook: Workbook, method: Method, system: System) -> dict[str, TaskDraft]:
    """The tasks that the findings ask for, by id, with those they wait for. Who had a task keeps it."""
    questions = wanted_questions(workbook, method, system)
    remedies = cheapest(method, questions, standings(method, system))
    ids = {remedy.id for remedy in remedies}
    owners = _owners(workbook, system, remedies)
    ordered = sorted(remedies, key=_reading_order)
    return {remedy.id: _draft(method, remedy, owners.get(remedy.id), ids) for remedy in ordered}


def _reading_order(remedy: Remedy) -> tuple[int, str]:
    return BANDS.index(remedy.band), remedy.id


def _draft(method: Method, remedy: Remedy, owner: str | None, ids: set[str]) -> TaskDraft:
    return TaskDraft(
        question=method.remedy[remedy.id][0],
        title=remedy.title,
        deliverable=remedy.deliverable,
        role=remedy.role,
        owner=owner,
        effort=remedy.effort,
        band=remedy.band,
        after=tuple(sorted(name for name in remedy.after if name in ids)),
    )


def _owners(workbook: Workbook, system: System, remedies: Iterable[Remedy]) -> dict[str, str]:
    """A person for each task: who had it before stays, the others share what is left evenly."""
    remedies = sorted(remedies, key=_reading_order)
    able = {remedy.id: candidates(workbook, system, remedy.role) for remedy in remedies}
    owners = _keeping(system, able)
    load: dict[str, Decimal] = {}
    for remedy in remedies:
        if remedy.id in owners:
            _add(load, owners[remedy.id], remedy)
    for remedy in remedies:
        if remedy.id not in owners and (person := least_loaded(workbook, able[remedy.id], load)):
            owners[remedy.id] = person
            _add(load, person, remedy)
    return owners


def _keeping(system: System, able: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    tasks = (system.plan or Plan()).tasks
    before = {name: task.drafted.owner for name, task in tasks.items() if task.drafted}
    return {name: owner for name, people in able.items() if (owner := before.get(name)) in people and owner}


def _add(load: dict[str, Decimal], person: str, remedy: Remedy) -> None:
    load[person] = load.get(person, Decimal()) + (remedy.effort.likely or Decimal())
