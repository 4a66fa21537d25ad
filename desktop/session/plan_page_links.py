"""Letting one task wait for another: whether that can be, what it would change, and the edit."""

from dataclasses import replace

from desktop.planning.capacity import Asking
from desktop.planning.network import makes_circle
from desktop.planning.schedule import prepare, scheduled
from desktop.session.editing import Edit
from desktop.session.plan_page import PlanView
from desktop.session.plan_page_edits import place
from desktop.session.plan_page_words import cut_short, follow_words
from desktop.text import say
from desktop.text.formatting import day
from desktop.workbook.path import replace_at
from desktop.workbook.plan import PlanTask

BESIDE = 30  # characters of a name beside the hand


def refusal(view: PlanView, before: str, after: str, most: int = 200) -> str:
    """Why ``after`` cannot be made to wait for ``before``, as a sentence; empty where it can.

    Names longer than ``most`` characters are cut, so that the reason is read beside them.
    """
    names = {"before": cut_short(view.tasks[before].title, most), "after": cut_short(view.tasks[after].title, most)}
    if before == after:
        return say("planpage.link.itself", **names)
    if view.entry(before) is None or view.entry(after) is None:
        return say("planpage.link.cut")
    if before in view.tasks[after].after:
        return say("planpage.link.there", **names)
    if makes_circle(view.tasks, after, (before,)):
        return say("planpage.link.circle", **names)
    return ""


def link(view: PlanView, before: str, after: str) -> Edit:
    """``after`` begins when ``before`` is finished."""
    at = (*place(view, after).path, "after")
    waits = _waits(view.tasks[after], before)
    names = {"before": view.tasks[before].title, "after": view.tasks[after].title}
    return Edit(say("planpage.edit.link", **names), at, lambda workbook: replace_at(workbook, at, waits))


def linked(view: PlanView, before: str, after: str) -> PlanView:
    """The plan if ``after`` waited for ``before``: dates and loads follow, nothing is written."""
    waits = _waits(view.tasks[after], before)
    return with_tasks(view, {after: view.tasks[after].model_copy(update={"after": waits})})


def with_tasks(view: PlanView, other: dict[str, PlanTask]) -> PlanView:
    """The plan with other tasks in the place of some of its own; nothing is written."""
    plan = view.plan.model_copy(update={"tasks": {**view.plan.tasks, **other}})
    prepared = prepare(plan.tasks, view.prepared.frame, view.prepared)
    return replace(
        view,
        plan=plan,
        prepared=prepared,
        schedule=scheduled(prepared, {}, view.schedule),
        asking=Asking(view.workbook, plan.tasks, view.asking),
    )


def _waits(task: PlanTask, before: str) -> tuple[str, ...]:
    return tuple(sorted({*task.after, before}))


def linking_words(view: PlanView, tried: PlanView, after: str) -> str:
    """What letting go would do, while a line is pulled over a bar."""
    start = day(tried.schedule.tasks[after].start, year=False)
    key = "moves" if tried.schedule.tasks[after].start != view.schedule.tasks[after].start else "stays"
    said = say(f"planpage.link.{key}", after=cut_short(view.tasks[after].title, BESIDE), start=start)
    return " · ".join((said, *follow_words(view, tried, after)))
