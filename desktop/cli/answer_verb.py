"""The verb that takes answers out of a project as a table, and a table of answers into it."""

import argparse
from datetime import date

from desktop.cli.contract import DONE, WITH_PROBLEMS, CannotError, print_json, print_line, report
from desktop.text import count, say

SHOWN = 20  # problems that are written out; --json lists all


def answers(call: argparse.Namespace) -> int:
    """Import answers from a table, or with ``-o`` write them as one."""
    if (call.source is None) == (call.output is None) or (call.output is not None and (call.dry_run or call.json)):
        raise CannotError(say("cli.answers.one-way"))
    return _write(call) if call.source is None else _import(call)


def _write(call: argparse.Namespace) -> int:
    from desktop.session.answers import export_answers

    export_answers(call.file, call.output, force=call.force)
    return DONE


def _import(call: argparse.Namespace) -> int:
    from desktop.exchange.answers_table import NotAnswersError
    from desktop.session.answers import import_answers_into

    try:
        found = import_answers_into(call.file, call.source, dry_run=call.dry_run, today=date.today())  # noqa: DTZ011
    except NotAnswersError as refused:
        raise CannotError(str(refused)) from refused
    if call.json:
        print_json(found.as_json())
    else:
        values = {"applied": found.applied, "unchanged": found.unchanged, "removed": found.removed}
        print_line(say("cli.answers.tried" if call.dry_run else "cli.answers.done", **values))
    for problem in found.problems[:SHOWN]:
        report(_placed(problem.row, problem.column, problem.why))
    if (more := len(found.problems) - SHOWN) > 0:
        report(count("cli.answers.more", more))
    return WITH_PROBLEMS if found.problems else DONE


def _placed(row: int | None, column: str, why: str) -> str:
    if row is None:
        return why
    return (
        say("cli.answers.cell", row=row, column=column, why=why) if column else say("cli.answers.row", row=row, why=why)
    )
