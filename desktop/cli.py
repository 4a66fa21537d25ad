"""The command line: the same use-cases without a window. Never imports PySide6.

Exit codes: 0 done · 1 done, with problems reported · 2 could not, and nothing was written. Messages go to stderr, one
sentence each; ``--json`` writes one JSON document to stdout. Outputs that exist are replaced only with ``--force``.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from desktop import __version__, cli_plan
from desktop.text import count, say

DONE, WITH_PROBLEMS, REFUSED = 0, 1, 2
VERBS = ("sample", "new", "inventory", "check", "analyse", "tracker", "board", "plan", "task", "calendar")


class CannotError(Exception):
    """A verb could not do its work; the message is one sentence for the user."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a call in one sentence and exits with 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{say('cli.usage', message=message)}\n")


def run(words: Sequence[str]) -> int:
    """Carry out one verb; returns the exit code. Nothing escapes as a traceback."""
    try:
        call = _parser().parse_args(words)
    except SystemExit as ended:  # argparse has said why, or printed the help
        return int(ended.code or DONE)
    try:
        verb: Callable[[argparse.Namespace], int] = call.carry_out
        return verb(call)
    except (KeyboardInterrupt, Exception) as failed:  # noqa: BLE001  # the last door: a sentence, never a traceback
        return _refuse(_why(failed))


def _why(failed: BaseException) -> str:
    from desktop.exchange.problems import SourceRefusedError
    from desktop.files.problem import Refused, sentence

    match failed:
        case CannotError() | SourceRefusedError():
            return str(failed)
        case Refused():
            return sentence(failed.problem)
        case KeyboardInterrupt():
            return say("cli.interrupted")
        case MemoryError():
            return say("cli.memory")
        case OSError():
            return say("cli.system", why=failed.strerror or type(failed).__name__)
        case _:
            return say("cli.unexpected", kind=type(failed).__name__)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{' '.join(sentence.split())}\n")
    return REFUSED


def _parser() -> _Parser:
    root = _Parser(prog="readiness-workbook", description=say("cli.about"), allow_abbrev=False)
    root.add_argument("--version", action="version", version=__version__)
    verbs = root.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    _output(_verb(verbs, "sample", _sample))
    new = _output(_verb(verbs, "new", _new))
    new.add_argument("--client", required=True)
    new.add_argument("--start", required=True, metavar="YYYY-MM-DD")
    inventory = _output(_verb(verbs, "inventory", _inventory))
    inventory.add_argument("source", type=Path)
    inventory.add_argument("--mapping", type=Path)
    inventory.add_argument("--json", action="store_true")
    check = _verb(verbs, "check", _check)
    check.add_argument("file", type=Path)
    check.add_argument("--json", action="store_true")
    analyse = _verb(verbs, "analyse", _analyse)
    analyse.add_argument("file", type=Path)
    analyse.add_argument("--system", metavar="ID")
    analyse.add_argument("--json", action="store_true")
    for name, write in (("tracker", _tracker), ("board", _board)):
        report = _output(_verb(verbs, name, write))
        report.add_argument("file", type=Path)
        report.add_argument("--system", metavar="ID")
    cli_plan.add(verbs)
    return root


def _verb(verbs: Any, name: str, carry_out: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    about = say(f"cli.verb.{name}")
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about, allow_abbrev=False)
    verb.set_defaults(carry_out=carry_out)
    return verb


def _output(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    verb.add_argument("--force", action="store_true", help=say("cli.force"))
    return verb


def _sample(call: argparse.Namespace) -> int:
    from desktop.session.projects import create, sample

    create(call.output, sample(), force=call.force)
    return DONE


def _new(call: argparse.Namespace) -> int:
    from desktop.session.projects import create
    from desktop.workbook import Engagement, Workbook

    try:
        start = date.fromisoformat(call.start)
    except ValueError:
        raise CannotError(say("cli.date", text=call.start)) from None
    if not call.client.strip():
        raise CannotError(say("cli.client"))
    create(call.output, Workbook(engagement=Engagement(client=call.client.strip(), start=start)), force=call.force)
    return DONE


def _inventory(call: argparse.Namespace) -> int:
    from desktop.session.importing import import_to_file

    found = import_to_file(call.source, call.mapping, call.output, force=call.force, today=date.today())  # noqa: DTZ011
    if call.json:
        _print_json(found.as_json())
    if found.problems:
        sys.stderr.write(count("cli.inventory.problems", len(found.problems)) + "\n")
    return WITH_PROBLEMS if found.problems else DONE


def _check(call: argparse.Namespace) -> int:
    from desktop.files.check import check_project
    from desktop.files.problem import sentence

    report = check_project(call.file)
    if call.json:
        _print_json(report.as_json())
    for problem in report.problems:
        said = sentence(problem)
        place = f"{problem.where}: " if problem.where and problem.where not in said else ""
        sys.stderr.write(f"{place}{said}\n")
    return int(report.verdict)


def _analyse(call: argparse.Namespace) -> int:
    from desktop.method import load_method
    from desktop.session.analyse import analyse
    from desktop.session.projects import open_file

    workbook = open_file(call.file).workbook
    _known(workbook.systems, call.system)
    found = analyse(workbook, load_method(), date.today(), call.system)  # noqa: DTZ011
    if call.json:
        _print_json(found)
        return DONE
    for system_id, entry in found["systems"].items():
        progress, warnings = entry["progress"], len(entry["warnings"])
        line = say("cli.analyse.line", id=system_id, name=entry["name"], warnings=warnings, **_counts(progress))
        sys.stdout.write(" ".join(line.split()) + "\n")
    return DONE


def _counts(progress: dict[str, Any]) -> dict[str, int]:
    return {"done": progress["done"], "total": progress["total"]}


def _tracker(call: argparse.Namespace) -> int:
    return _export("tracker", call)


def _board(call: argparse.Namespace) -> int:
    return _export("board", call)


def _export(kind: str, call: argparse.Namespace) -> int:
    from desktop.session.exporting import export, make_report
    from desktop.session.projects import open_file

    opened = open_file(call.file)
    _known(opened.workbook.systems, call.system)
    report = make_report(opened.workbook, opened.revision, date.today(), call.system)  # noqa: DTZ011
    export(kind, report, call.output, force=call.force)
    return DONE


def _known(systems: Any, system_id: str | None) -> None:
    if system_id is not None and system_id not in systems:
        raise CannotError(say("cli.no-system", id=system_id))


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n")
