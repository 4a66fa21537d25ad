"""The verbs of the twelve-week plan: show and generate it, change a task, write the calendar."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from desktop.cli.arguments import ending_in
from desktop.cli.contract import DONE, CannotError, print_json, print_line, report
from desktop.text import say

LONGEST_DELAY = 2_000
STATUSES = ("open", "in-progress", "blocked", "done")


def add(verbs: Any) -> None:
    """Add ``plan``, ``task`` and ``calendar`` to the words of a call."""
    plan = _verb(verbs, "plan", say("plan.cli.plan"), _plan)
    plan.add_argument("--system", metavar="ID", required=True)
    plan.add_argument("--generate", action="store_true", help=say("plan.cli.generate"))
    plan.add_argument("--json", action="store_true")
    task = _verb(verbs, "task", say("plan.cli.task"), _task)
    task.add_argument("--system", metavar="ID", required=True)
    task.add_argument("task", metavar="TASK")
    task.add_argument("--status", choices=STATUSES, help=say("plan.cli.status"))
    task.add_argument("--percent", type=_percent, metavar="N", help=say("plan.cli.percent"))
    task.add_argument("--delay", type=_days, metavar="N", help=say("plan.cli.delay"))
    task.add_argument("--owner", metavar="PERSON", help=say("plan.cli.owner"))
    calendar = _verb(verbs, "calendar", say("plan.cli.calendar"), _calendar)
    calendar.add_argument("-o", "--output", type=ending_in(".ics"), required=True, metavar="OUT")
    calendar.add_argument("--force", action="store_true", help=say("cli.force"))


def _verb(verbs: Any, name: str, about: str, carry_out: Any) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about, allow_abbrev=False)
    verb.set_defaults(carry_out=carry_out)
    verb.add_argument("file", type=Path)
    return verb


def _percent(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise argparse.ArgumentTypeError(say("plan.cli.percent-range", text=text))
    return int(text)


def _days(text: str) -> int:
    digits = text.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 4 or int(digits) > LONGEST_DELAY:
        raise argparse.ArgumentTypeError(say("plan.cli.day-range", text=text))
    return int(text)


def _plan(call: argparse.Namespace) -> int:
    from desktop.files.project import open_project, save_project
    from desktop.method import load_method
    from desktop.planning.all_tasks import system_tasks
    from desktop.session.planning import generate_plan, planned
    from desktop.session.planning_values import circular_sentences, plan_values

    opened, today, method = open_project(call.file), _today(), load_method()
    workbook = opened.workbook
    _known(workbook.systems, call.system, "plan.cli.no-system")
    if call.generate:
        workbook = generate_plan(call.system, method, today).change(opened.workbook)
        if workbook != opened.workbook:
            save_project(call.file, workbook, opened)
    found = planned(workbook, call.system, today)
    if call.json:
        for sentence in circular_sentences(found) if found else ():
            report(sentence)
        print_json(plan_values(workbook, found, system_tasks(workbook, method, workbook.systems[call.system], today)))
        return DONE
    _tell(call, opened.workbook, workbook, found)
    return DONE


def _tell(call: argparse.Namespace, before: Any, after: Any, found: Any) -> None:
    from desktop.method import load_method
    from desktop.planning.all_tasks import system_tasks
    from desktop.session.planning_values import generated_sentence, plan_sentences, sprint_lines

    if call.generate and found is not None:
        print_line(generated_sentence(before, after, call.system))
    for sentence in sprint_lines(after, system_tasks(after, load_method(), after.systems[call.system], _today())):
        print_line(sentence)
    if found is None:
        print_line(say("plan.none") if call.generate else say("plan.not-generated"))
        return
    for sentence in plan_sentences(after, found):
        print_line(sentence)


def _task(call: argparse.Namespace) -> int:
    from desktop.files.project import open_project, save_project
    from desktop.session.planning import planned
    from desktop.session.task_edits import TaskRefusedError

    opened, today = open_project(call.file), _today()
    _known(opened.workbook.systems, call.system, "plan.cli.no-system")
    try:
        after = _changed(call, opened.workbook, today)
    except TaskRefusedError as refused:
        raise CannotError(str(refused)) from refused
    if after != opened.workbook:
        save_project(call.file, after, opened)
    _tell_dates(planned(after, call.system, today))
    return DONE


def _changed(call: argparse.Namespace, workbook: Any, today: date) -> Any:
    """The workbook with the task changed, in the plan or in the sprint."""
    from desktop.session.planning import TaskChange, change_task
    from desktop.session.task_edits import change_sprint_task
    from desktop.workbook.edits.plan import TaskPlace
    from desktop.workbook.plan import Plan, TaskStatus

    system = workbook.systems[call.system]
    status = TaskStatus(call.status) if call.status else None
    asked = TaskChange(status, call.percent, call.delay, _person(workbook, call.owner))
    of_plan = call.task in (system.plan or Plan()).tasks
    if not of_plan:
        _known(_sprint_ids(system), call.task, "plan.cli.no-task")
    if asked == TaskChange():
        raise CannotError(say("plan.cli.nothing-asked"))
    if of_plan:
        return change_task(workbook, TaskPlace(call.system, call.task), asked, today).change(workbook)
    return change_sprint_task(workbook, call.system, call.task, asked, today)


def _sprint_ids(system: Any) -> frozenset[str]:
    from desktop.method import load_method

    return frozenset(check.id for _, check in load_method().sprint_checks) if system.sprint else frozenset()


def _tell_dates(found: Any) -> None:
    from desktop.session.planning_values import circular_sentences, dates_sentence

    if found is None:
        return
    for sentence in (dates_sentence(found), *circular_sentences(found)):
        if sentence:
            print_line(sentence)


def _calendar(call: argparse.Namespace) -> int:
    from desktop.files.exporting import write_new
    from desktop.files.project import open_project
    from desktop.method import load_method
    from desktop.reports.calendar import calendar_events, write_calendar

    workbook = open_project(call.file).workbook
    events = calendar_events(workbook, load_method(), _today())
    if not events:
        raise CannotError(say("plan.cli.no-dates"))
    write_new(call.output, write_calendar(events, workbook.engagement.client, datetime.now(UTC)), force=call.force)
    return DONE


def _person(workbook: Any, text: str | None) -> str | None:
    from desktop.session.planning import people_called

    if text is None:
        return None
    found = people_called(workbook, text)
    if len(found) != 1:
        raise CannotError(say("plan.cli.same-name" if found else "plan.cli.no-person", text=text))
    return found[0]


def _known(names: Any, name: str, key: str) -> None:
    if name not in names:
        raise CannotError(say(key, id=name))


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the user's own wall
