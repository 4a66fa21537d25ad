"""The checks of the launch: training, governance, checklist, escalation and rollback (ClarityArc, weeks 9 to 12)."""

from decimal import Decimal

from desktop.analysis.verdict import Verdict, all_of, named
from desktop.method.practice import load_practice
from desktop.workbook import System, Workbook
from desktop.workbook.launch import ChecklistItem, Launch


def training_planned(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Everybody who will work with it is trained, by a named person and before a day that is set."""
    entries = launch.training.values()
    missing = sum(not (e.audience.strip() and e.content.strip() and e.due and named(w, e.trainer).met) for e in entries)
    return all_of(len(entries), missing, "launch.check.training-incomplete", "launch", "training")


def governance_set(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Each forum decides something, meets regularly and belongs to a person."""
    entries = launch.forums.values()
    missing = sum(not (e.name.strip() and e.decides.strip() and e.cadence and named(w, e.owner).met) for e in entries)
    return all_of(len(entries), missing, "launch.check.forum-incomplete", "launch", "forums")


def checklist(launch: Launch) -> tuple[tuple[str, str, ChecklistItem], ...]:
    """Every item with its id and name: the method's, which are always there, then the project's own."""
    needed = load_practice().checklist
    ids, given = {item.id for item in needed}, launch.checklist
    shared = tuple((item.id, item.name, given.get(item.id, ChecklistItem())) for item in needed)
    return (*shared, *((key, given[key].name.strip(), given[key]) for key in sorted(given) if key not in ids))


def checklist_owned(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Each item has a person and a day."""
    items = checklist(launch)
    if not launch.checklist:
        return Verdict("open", "none-yet", ("launch", "checklist"))
    missing = sum(not (item.done_on or (item.due and named(w, item.owner).met)) for _, _, item in items)
    return all_of(len(items), missing, "launch.check.item-unowned", "launch", "checklist")


def checklist_done(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """Every item of the launch checklist is done."""
    items = checklist(launch)
    done = sum(item.done_on is not None for _, _, item in items)
    values = {"done": done, "total": len(items)}
    return Verdict("met" if done == len(items) else "open", "launch.check.items-done", ("launch", "checklist"), values)


def escalation_set(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """At least two levels, each with a person and a time."""
    levels, at = launch.escalation.values(), ("launch", "escalation")
    if len(levels) == 1:
        return Verdict("failed", "launch.check.one-level", at)
    missing = sum(not (e.when.strip() and e.hours is not None and named(w, e.person).met) for e in levels)
    return all_of(len(levels), missing, "launch.check.level-incomplete", *at)


def rollback_written(w: Workbook, _s: System, launch: Launch) -> Verdict:
    """What triggers it, how work goes on meanwhile, the steps, and who decides (operations essay, question 5)."""
    plan, at = launch.rollback, ("launch", "rollback")
    for value, place in (
        (plan.trigger.strip(), "trigger"),
        (plan.meanwhile.strip(), "meanwhile"),
        (plan.steps, "steps"),
    ):
        if not value:
            return Verdict("open", f"launch.check.no-{place}", (*at, place))
    verdict = named(w, plan.owner, *at, "owner")
    if not verdict.met:
        return verdict
    known = [step.minutes for step in plan.steps.values()]
    if None in known:
        return Verdict("open", "launch.check.no-minutes", (*at, "steps"))
    minutes = sum((value or Decimal(0) for value in known), Decimal(0))
    return Verdict("met", "launch.check.rollback", (*at, "steps"), {"minutes": minutes})


def rollback_tested(_w: Workbook, _s: System, launch: Launch) -> Verdict:
    """The way back was tried, and somebody wrote down how it went."""
    plan, at = launch.rollback, ("launch", "rollback")
    if plan.tested_on is None:
        return Verdict("open", "launch.check.not-tested", (*at, "tested_on"))
    if not plan.result.strip():
        return Verdict("open", "launch.check.no-result", (*at, "result"))
    return Verdict("met", "launch.check.tested", (*at, "tested_on"), {"on": plan.tested_on})
