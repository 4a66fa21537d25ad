"""A plan as plain values for ``plan --json``, and as sentences."""

from datetime import date
from decimal import Decimal
from typing import Any

from desktop.planning.all_tasks import TrackTask
from desktop.planning.capacity import Overload
from desktop.planning.schedule import Scheduled
from desktop.planning.schedule_days import WEEK
from desktop.planning.schedule_fit import Late, Option
from desktop.session.planning import Planned
from desktop.text import count, say
from desktop.text.formatting import day, number
from desktop.workbook import Workbook
from desktop.workbook.base import Range
from desktop.workbook.plan import Plan

NO_PLAN: dict[str, Any] = {
    "tasks": [],
    "decision_date": None,
    "launch_date": None,
    "forecast": None,
    "overloads": [],
    "does_not_fit": [],
}


def plan_values(workbook: Workbook, found: Planned | None, tasks: tuple[TrackTask, ...] = ()) -> dict[str, Any]:
    """The document of ``plan --json``. Efforts are person-days, ``slack_days`` and ``days`` working days, owners ids.

    ``tasks`` are those of both tracks; dates, forecast, overloads and what does not fit are of the plan.
    """
    if found is None:
        return {**NO_PLAN, "tasks": [_task(task) for task in tasks]}
    span = found.forecast.launch if found.forecast else None
    return {
        "tasks": [_task(task) for task in tasks],
        "decision_date": _iso(found.schedule.decision),
        "launch_date": _iso(found.schedule.launch),
        "forecast": {"p10": _iso(span.p10), "p50": _iso(span.p50), "p90": _iso(span.p90)} if span else None,
        "overloads": [_overload(workbook, found, entry) for entry in found.overloads],
        "does_not_fit": _does_not_fit(found),
    }


def plan_sentences(workbook: Workbook, found: Planned) -> tuple[str, ...]:
    """The plan for reading: one line a task, the dates, and what is wrong with them."""
    lines = [_task_line(workbook, found, entry) for entry in found.schedule.tasks.values()]
    if found.forecast:
        span = found.forecast.launch
        lines.append(dates_sentence(found))
        lines.append(say("plan.forecast", p10=day(span.p10), p50=day(span.p50), p90=day(span.p90)))
    lines += circular_sentences(found)
    lines += [_overload_line(workbook, entry) for entry in found.overloads]
    if found.overrun:
        lines.append(count("plan.does-not-fit", len(found.overrun.tasks), last=day(found.overrun.last_day)))
        lines += [option_sentence(option) for option in found.overrun.options]
    return tuple(lines)


def sprint_lines(workbook: Workbook, tasks: tuple[TrackTask, ...]) -> tuple[str, ...]:
    """One line for each task of the sprint."""
    return tuple(_sprint_line(workbook, task) for task in tasks if task.track == "sprint")


def _sprint_line(workbook: Workbook, task: TrackTask) -> str:
    person = workbook.people.get(task.owner or "")
    start, finish = (day(value) if value else say("plan.nothing") for value in (task.start, task.finish))
    return say(
        "plan.sprint-line",
        id=task.id,
        title=task.title,
        owner=person.name if person else say("plan.nobody"),
        start=start,
        finish=finish,
        week=task.week,
        status=say(f"tasks.status.{task.status.value}").lower(),
    )


def dates_sentence(found: Planned) -> str:
    """When the decision and the launch are planned; empty where every task was cut."""
    plan = found.schedule
    if plan.decision is None or plan.launch is None:
        return ""
    return say("plan.dates", decision=day(plan.decision), launch=day(plan.launch))


def generated_sentence(before: Workbook, after: Workbook, system_id: str) -> str:
    """How many tasks generating added, changed and removed."""
    old, new = (book.systems[system_id].plan or Plan() for book in (before, after))
    both = old.tasks.keys() & new.tasks.keys()
    changed = sum(old.tasks[name] != new.tasks[name] for name in both)
    added, removed = len(new.tasks) - len(both), len(old.tasks) - len(both)
    return say("plan.generated", added=added, changed=changed, removed=removed)


def option_sentence(option: Option) -> str:
    """One way out of a plan that does not fit, with what it changes."""
    values = {"start": day(option.start), "decision": day(option.decision) if option.decision else say("plan.nothing")}
    match option.kind:
        case "start-earlier":
            return count("plan.option.start-earlier", option.days, **values)
        case "add-people":
            said = count("plan.option.add-people", len(option.tasks), **values)
            return said if option.fits else say("plan.option.too-late", option=said)
        case "cut-scope":
            return count("plan.option.cut-scope", len(option.tasks), **values)
        case _:
            return say("plan.option.move-date", **values)


def circular_sentences(found: Planned) -> tuple[str, ...]:
    """Which waits were left out of the schedule, because tasks would wait for themselves."""
    tasks = found.plan.tasks
    return tuple(
        say("plan.circular", task=tasks[later].title, earlier=tasks[earlier].title)
        for earlier, later in found.schedule.circular
    )


def _task(task: TrackTask) -> dict[str, Any]:
    return {
        "id": task.id,
        "title": task.title,
        "track": task.track,
        "week": task.week,
        "owner": task.owner,
        "effort": _range(task.effort),
        "depends_on": [name.partition(".")[2] for name in task.waits],
        "start": _iso(task.start),
        "finish": _iso(task.finish),
        "slack_days": task.slack,
        "critical": task.critical,
        "status": task.status.value,
    }


def _overload(workbook: Workbook, found: Planned, entry: Overload) -> dict[str, Any]:
    first = found.schedule.first_day
    return {
        "owner": entry.person,
        "who": workbook.people[entry.person].name,
        "week": (max(entry.week, first) - first).days // WEEK + 1,
        "from": entry.week.isoformat(),
        "days": float(entry.days),
        "asked": float(entry.asked),
        "capacity": float(entry.given),
    }


def _does_not_fit(found: Planned) -> list[dict[str, Any]]:
    if found.overrun is None:
        return []
    options = [_option(option) for option in found.overrun.options]
    return [_late(found, entry, options) for entry in found.overrun.tasks]


def _late(found: Planned, entry: Late, options: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": entry.task,
        "title": found.plan.tasks[entry.task].title,
        "finish": entry.finish.isoformat(),
        "days": entry.days,
        "options": options,
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "option": option.kind,
        "fits": option.fits,
        "days": option.days,
        "start": option.start.isoformat(),
        "decision_date": _iso(option.decision),
        "tasks": list(option.tasks),
        "questions": list(option.questions),
        "message": option_sentence(option),
    }


def _task_line(workbook: Workbook, found: Planned, entry: Scheduled) -> str:
    task = found.plan.tasks[entry.id]
    person = workbook.people.get(task.owner or "")
    slack = say("plan.critical") if entry.critical else count("plan.slack", entry.slack)
    return say(
        "plan.line",
        id=entry.id,
        title=task.title,
        owner=person.name if person else say("plan.nobody"),
        start=day(entry.start),
        finish=day(entry.finish),
        slack=slack,
    )


def _overload_line(workbook: Workbook, entry: Overload) -> str:
    names = {"who": workbook.people[entry.person].name, "week": day(entry.week)}
    return say("plan.overload", asked=number(entry.asked), given=number(entry.given), **names)


def _range(effort: Range) -> dict[str, float | None]:
    def plain(value: Decimal | None) -> float | None:
        return None if value is None else float(value)

    return {"low": plain(effort.low), "likely": plain(effort.likely), "high": plain(effort.high)}


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
