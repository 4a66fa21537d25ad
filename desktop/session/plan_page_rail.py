"""The plan's place in the rail: how many tasks are done, and whether one is blocked. Nothing is scheduled for it."""

from desktop.analysis.progress import PageState
from desktop.session.plan_page import PLAN
from desktop.session.rail_entry import Around, RailEntry
from desktop.text import say
from desktop.workbook.plan import Plan, PlanTask, TaskStatus


def plan_entry(around: Around) -> RailEntry:
    """The page of the plan."""
    tasks = [task for task in (around.system.plan or Plan()).tasks.values() if not task.dropped]
    if not tasks:
        return RailEntry(PLAN, say("planpage.rail.plan"), "chart-gantt", "", "empty")
    done = sum(task.done for task in tasks)
    note = "" if done == len(tasks) else say("rail.of", done=done, total=len(tasks))
    return RailEntry(PLAN, say("planpage.rail.plan"), "chart-gantt", note, _state(tasks))


def _state(tasks: list[PlanTask]) -> PageState:
    states = {task.status for task in tasks}
    if states == {TaskStatus.DONE}:
        return "done"
    if TaskStatus.BLOCKED in states:
        return "problem"
    return "empty" if states == {TaskStatus.OPEN} else "started"
