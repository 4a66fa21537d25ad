"""The verbs that make, check, analyse and print projects."""

import argparse
import re
from datetime import date
from typing import Any

from desktop.cli.arguments import as_text
from desktop.cli.contract import DONE, WITH_PROBLEMS, CannotError, print_json, print_line, report
from desktop.text import count, say


def sample(call: argparse.Namespace) -> int:
    """Write the fictitious sample engagement."""
    from desktop.session import projects

    projects.create(call.output, projects.sample(), force=call.force)
    return DONE


def new(call: argparse.Namespace) -> int:
    """Make an empty project."""
    from desktop.session.projects import create
    from desktop.workbook import Engagement, Workbook

    engagement = Engagement(client=_client(call.client), start=_start(call.start))
    create(call.output, Workbook(engagement=engagement), force=call.force)
    return DONE


def _start(text: str) -> date:
    """The day in ``text``; the years are those that a date field of the window takes."""
    from desktop.session.entry_dates import FIRST_YEAR, LAST_YEAR

    try:
        start = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None
    except ValueError:
        start = None
    if start is None:
        raise CannotError(say("cli.date", text=text))
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise CannotError(say("cli.year", text=text, first=FIRST_YEAR, last=LAST_YEAR))
    return start


def _client(text: str) -> str:
    from desktop.workbook.base import LONGEST_LINE

    name = " ".join(as_text(text).split())
    if not name:
        raise CannotError(say("cli.client"))
    if len(name) > LONGEST_LINE:
        raise CannotError(say("cli.client-long", limit=f"{LONGEST_LINE:,}"))
    return name


def inventory(call: argparse.Namespace) -> int:
    """Make a project from an inventory."""
    from desktop.session.importing import InventoryRefusedError, import_to_file

    try:
        found = import_to_file(call.source, call.mapping, call.output, force=call.force, today=date.today())  # noqa: DTZ011
    except InventoryRefusedError as refused:
        raise CannotError(str(refused)) from refused
    if call.json:
        print_json(found.as_json())
    if found.problems:
        report(count("cli.inventory.problems", len(found.problems)))
    return WITH_PROBLEMS if found.problems else DONE


def check(call: argparse.Namespace) -> int:
    """Say whether a project file is sound."""
    from desktop.files.check import check_project
    from desktop.files.problem import sentence

    checked = check_project(call.file)
    if call.json:
        print_json(checked.as_json())
    for problem in checked.problems:
        said = sentence(problem)
        place = f"{problem.where}: " if problem.where and problem.where not in said else ""
        report(f"{place}{said}")
    return int(checked.verdict)


def analyse(call: argparse.Namespace) -> int:
    """Progress, missing items and warnings of each system."""
    from desktop.session import analyse as analysing
    from desktop.session.method_packs import installed
    from desktop.session.method_upgrade import upgraded
    from desktop.session.projects import open_file

    opened = open_file(call.file).workbook
    _known(opened.systems, call.system)
    method = installed(call.file, opened).method
    present = upgraded(opened, method)
    for change in present.changes:
        report(change.sentence)
    found = analysing.analyse(present.workbook, method, date.today(), call.system)  # noqa: DTZ011
    if call.json:
        print_json(found)
        return DONE
    for system_id, entry in found["systems"].items():
        progress, warnings = entry["progress"], len(entry["warnings"])
        line = say("cli.analyse.line", id=system_id, name=entry["name"], warnings=warnings, **_counts(progress))
        print_line(line)
    return DONE


def _counts(progress: dict[str, Any]) -> dict[str, int]:
    return {"done": progress["done"], "total": progress["total"]}


def tracker(call: argparse.Namespace) -> int:
    """Write the Excel tracker."""
    return _export("tracker", call)


def board(call: argparse.Namespace) -> int:
    """Write the PDF board summary."""
    return _export("board", call)


def _export(kind: str, call: argparse.Namespace) -> int:
    from desktop.session.exporting import export, make_report
    from desktop.session.method_packs import installed
    from desktop.session.method_upgrade import upgraded
    from desktop.session.projects import open_file

    opened = open_file(call.file)
    _known(opened.workbook.systems, call.system)
    method = installed(call.file, opened.workbook).method
    workbook = upgraded(opened.workbook, method).workbook
    made = make_report(workbook, opened.revision, date.today(), call.system, method)  # noqa: DTZ011
    export(kind, made, call.output, force=call.force)
    return DONE


def _known(systems: Any, system_id: str | None) -> None:
    if system_id is not None and system_id not in systems:
        raise CannotError(say("cli.no-system", id=system_id))
