"""The verb ``value``: the three numbers of one system. Exit 1 where an amount or the launch is entered and cannot stand."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.contract import DONE, WITH_PROBLEMS, CannotError, print_json, print_line, report
from desktop.text import say


def add(verbs: Any) -> None:
    """Register the verb with the command line's parser."""
    about = say("cli.verb.value")
    verb = verbs.add_parser("value", help=about, description=about, allow_abbrev=False)
    verb.add_argument("file", type=Path, metavar="FILE", help=say("value.cli.file"))
    verb.add_argument("--system", required=True, metavar="ID", help=say("value.cli.system"))
    verb.add_argument("--json", action="store_true", help=say("value.cli.json"))
    verb.set_defaults(carry_out=value)


def value(call: argparse.Namespace) -> int:
    """Say what it costs to continue, what it takes, and what comes back."""
    from desktop.analysis.value_basis import missing
    from desktop.session.projects import open_file
    from desktop.session.value import value_document, value_lines, value_of

    workbook = open_file(call.file).workbook
    if call.system not in workbook.systems:
        raise CannotError(say("cli.no-system", id=call.system))
    case = value_of(workbook.systems[call.system])
    wrong = [gap for gap in missing(case) if gap.why == "wrong"]
    if call.json:
        print_json(value_document(case))
    else:
        for line in value_lines(case, workbook.engagement.currency):
            print_line(line)
    for gap in wrong:
        report(say(f"value.missing.{gap.part}-wrong"))
    return WITH_PROBLEMS if wrong else DONE
