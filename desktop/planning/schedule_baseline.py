"""Baselines: the plan as it was agreed, and how far each task has slipped since."""

from dataclasses import dataclass
from datetime import date

from desktop.planning.schedule import Schedule
from desktop.planning.schedule_days import DayCount
from desktop.workbook.plan import Baseline, Dates


@dataclass(frozen=True)
class Slip:
    """How far a task's last day, or with an empty ``task`` the decision, has moved, in working days; negative: earlier."""

    task: str
    before: date
    after: date
    days: int


def baseline_of(plan: Schedule, name: str, on: date) -> Baseline:
    """The schedule as it stands, to be kept."""
    dates = {entry.id: Dates(start=entry.start, finish=entry.finish) for entry in plan.tasks.values()}
    return Baseline(name=name, taken_on=on, tasks=dates, decision=plan.decision, launch=plan.launch)


def slips(baseline: Baseline, plan: Schedule, days: DayCount) -> tuple[Slip, ...]:
    """Tasks of both that have moved, in the order of the schedule, then the decision. Added and cut tasks are no slip."""
    pairs = [
        (name, agreed.finish, entry.finish)
        for name, entry in plan.tasks.items()
        if (agreed := baseline.tasks.get(name)) is not None and agreed.finish != entry.finish
    ]
    if baseline.decision and plan.decision and baseline.decision != plan.decision:
        pairs.append(("", baseline.decision, plan.decision))
    return tuple(Slip(name, before, after, days.index(after) - days.index(before)) for name, before, after in pairs)


def slipped(baseline: Baseline, plan: Schedule, days: DayCount) -> tuple[int, int]:
    """How many tasks end on a later working day than agreed, and by how many the decision has moved."""
    known = dict[date, int]()

    def at(day: date) -> int:
        if day not in known:
            known[day] = days.index(day)
        return known[day]

    agreed = baseline.tasks
    pairs = [(agreed[name].finish, entry.finish) for name, entry in plan.tasks.items() if name in agreed]
    later = sum(at(now) > at(then) for then, now in pairs if now > then)
    moved = at(plan.decision) - at(baseline.decision) if baseline.decision and plan.decision else 0
    return later, moved
