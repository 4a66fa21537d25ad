"""The plan's place in the rail: how many tasks are done, and whether one is blocked. Nothing is scheduled for it."""

from collections import Counter
from collections.abc import Set as AbstractSet

from desktop.analysis.progress import PageState
from desktop.session.plan_page import PLAN
from desktop.session.rail_entry import Around, RailEntry
from desktop.text import say
from desktop.workbook.plan import Plan, TaskStatus


def plan_entry(around: Around) -> RailEntry:
    """The page of the plan."""
    tasks = (around.system.plan or Plan()).tasks.values()
    states = Counter(task.status for task in tasks if not task.dropped)
    done, total = states[TaskStatus.DONE], states.total()
    if not total:
        return RailEntry(PLAN, say("planpage.rail.plan"), "chart-gantt", "", "empty")
    note = "" if done == total else say("rail.of", done=done, total=total)
    return RailEntry(PLAN, say("planpage.rail.plan"), "chart-gantt", note, _state(states.keys()))


def _state(states: AbstractSet[TaskStatus]) -> PageState:
    if states == {TaskStatus.DONE}:
        return "done"
    if TaskStatus.BLOCKED in states:
        return "problem"
    return "empty" if states == {TaskStatus.OPEN} else "started"
