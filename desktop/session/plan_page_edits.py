"""Everything that can be done to the plan on its page, each as one edit with the name that undo shows."""

from datetime import date
from decimal import Decimal
from typing import Any

from desktop.method import Method
from desktop.planning.schedule_fit import Option
from desktop.session.editing import Edit, NewPerson
from desktop.session.plan_page import PlanView
from desktop.session.plan_page_cells import AFTER, DAYS, OWNER, PERCENT, START, STATE, TITLE
from desktop.session.planning import TaskChange, change_task, generate_plan, people_called, take_baseline
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.workbook import Person, Workbook
from desktop.workbook.base import Range
from desktop.workbook.edits.people import add_person
from desktop.workbook.edits.plan import (
    TaskPlace,
    assign_task,
    choose_finding,
    delay_task,
    put_task,
    remove_task,
    task_at,
)
from desktop.workbook.ids import next_id
from desktop.workbook.path import replace_at
from desktop.workbook.plan import Band, Plan, PlanTask, TaskStatus

LONGEST_DELAY = 2_000
_ONE_DAY = Decimal(1)
_NEXT = {
    TaskStatus.OPEN: TaskStatus.IN_PROGRESS,
    TaskStatus.IN_PROGRESS: TaskStatus.DONE,
    TaskStatus.DONE: TaskStatus.OPEN,
    TaskStatus.BLOCKED: TaskStatus.IN_PROGRESS,
}


def place(view: PlanView, name: str) -> TaskPlace:
    """Where a task of the page stands in the document."""
    return TaskPlace(view.system_id, name)


def movable(view: PlanView, name: str) -> bool:
    """A task that is neither finished nor cut."""
    return not view.tasks[name].done and view.entry(name) is not None


def delay_after(view: PlanView, name: str, days: int) -> int:
    """The delay that a task has after moving it by working days: never before its predecessors and its weeks allow."""
    return min(LONGEST_DELAY, max(0, view.tasks[name].delay + days))


def move(view: PlanView, name: str, days: int, *, typed: bool = False) -> Edit:
    """Move a task by working days. ``typed`` joins several presses of a key to one step of undo."""
    at, title = place(view, name), view.tasks[name].title
    step = delay_after(view, name, days) - view.tasks[name].delay
    return Edit(say("planpage.edit.move", title=title), (*at.path, "delay"), lambda w: delay_task(w, at, step), typed)


def next_status(view: PlanView, name: str, today: date) -> Edit:
    """Not started, in progress, done, and round again; what was blocked goes on."""
    at = place(view, name)
    return change_task(view.workbook, at, TaskChange(status=_NEXT[view.tasks[name].status]), today)


def set_cell(view: PlanView, name: str, column: str, value: Any, tag: str) -> Edit:
    """Put what was read from a cell into the task."""
    at, title = place(view, name), view.tasks[name].title

    def change(workbook: Workbook) -> Workbook:
        return _changed(workbook, view, at, (column, value), tag)

    return Edit(say(f"planpage.edit.{column}", title=title), (*at.path, _FIELDS.get(column, column)), change)


_FIELDS = {DAYS: "effort", STATE: "status", START: "delay"}


def _changed(workbook: Workbook, view: PlanView, at: TaskPlace, given: tuple[str, Any], tag: str) -> Workbook:
    column, value = given
    match column:
        case _ if column in (TITLE, AFTER, DAYS):
            return replace_at(workbook, (*at.path, _FIELDS.get(column, column)), value)
        case _ if column == OWNER:
            return _assigned(workbook, at, value, tag)
        case _ if column == PERCENT:
            return change_task(workbook, at, TaskChange(percent=value), view.today).change(workbook)
        case _ if column == STATE:
            return change_task(workbook, at, TaskChange(status=value), view.today).change(workbook)
        case _ if column == START:
            return delay_task(workbook, at, _days_until(view, at.task, value))
    raise KeyError(column)


def _assigned(workbook: Workbook, at: TaskPlace, value: str | NewPerson | None, tag: str) -> Workbook:
    if isinstance(value, NewPerson):
        known = people_called(workbook, value.name)  # a paste may name the same new person twice
        if known:
            return assign_task(workbook, at, known[0])
        person_id = next_id(workbook.people, tag)
        workbook = add_person(workbook, Person(id=person_id, name=value.name))
        return assign_task(workbook, at, person_id)
    return assign_task(workbook, at, value)


def _days_until(view: PlanView, name: str, start: date) -> int:
    """Working days from where a task begins to where it is to begin."""
    entry = view.entry(name)
    if entry is None:
        return 0
    index = view.prepared.frame.days.index
    return delay_after(view, name, index(start) - index(entry.start)) - view.tasks[name].delay


def several(edits: tuple[Edit, ...], name: str) -> Edit:
    """Several edits as one step, done one after the other."""

    def change(workbook: Workbook) -> Workbook:
        for edit in edits:
            workbook = edit.change(workbook)
        return workbook

    return Edit(name, edits[0].at, change)


def add_task(view: PlanView, band: Band, tag: str, after: str | None = None) -> tuple[Edit, str]:
    """A task of one's own, of one day and without an owner, and its id."""
    name = next_id(view.tasks, tag)
    one = Range(low=_ONE_DAY, likely=_ONE_DAY, high=_ONE_DAY)
    task = PlanTask(title=say("planpage.new-task"), band=band, effort=one, after=(after,) if after else ())
    at = TaskPlace(view.system_id, name)
    return Edit(say("planpage.edit.add"), at.path, lambda w: put_task(w, at, task)), name


def cut(view: PlanView, names: tuple[str, ...]) -> Edit:
    """Take tasks out: what the method drafted is remembered as cut, what was added by hand goes."""
    places = [place(view, name) for name in names]

    def change(workbook: Workbook) -> Workbook:
        for at in places:
            workbook = remove_task(workbook, at)
        return workbook

    first = view.tasks[names[0]].title
    return Edit(count("planpage.edit.cut", len(names), title=first), places[0].path, change)


def take_back(view: PlanView, name: str) -> Edit:
    """Put a task that was cut into the plan again."""
    at = place(view, name)
    title = task_at(view.workbook, at).title
    return Edit(
        say("planpage.edit.back", title=title), at.path, lambda w: replace_at(w, (*at.path, "dropped"), value=False)
    )


def keep_dates(view: PlanView, tag: str) -> Edit:
    """Keep the dates as they stand as a baseline, called by its day."""
    name = say("planpage.baseline.name", day=day(view.today))
    return take_baseline(view.workbook, view.system_id, name, view.today, tag)


def take_way(view: PlanView, option: Option, tag: str) -> Edit | None:
    """A way out of a plan that does not fit as an edit; None where people have to decide it one by one."""
    match option.kind:
        case "start-earlier":
            at = ("systems", view.system_id, "plan", "start")
            return Edit(say("planpage.edit.begin"), at, lambda w: replace_at(w, at, option.start))
        case "cut-scope":
            return cut(view, option.tasks)
        case "move-date":
            return keep_dates(view, tag)
        case _:
            return None


def generate(system_id: str, method: Method, chosen: frozenset[str], today: date) -> Edit:
    """Choose the manageable findings to close and draft the tasks, in one step."""
    drafted = generate_plan(system_id, method, today)

    def change(workbook: Workbook) -> Workbook:
        return drafted.change(choosing(workbook, system_id, chosen))

    return Edit(drafted.name, drafted.at, change)


def choosing(workbook: Workbook, system_id: str, chosen: frozenset[str]) -> Workbook:
    """The workbook with exactly these manageable findings chosen for the plan."""
    before = set((workbook.systems[system_id].plan or Plan()).chosen)
    for question in sorted(before ^ chosen):
        workbook = choose_finding(workbook, system_id, question, chosen=question in chosen)
    return workbook
