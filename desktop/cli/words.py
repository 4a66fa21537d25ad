"""The words of a call: every verb with its arguments, and which function carries it out."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from desktop import __version__
from desktop.cli import answer_verb, method_verbs, plan_verbs, project_verbs, score_verb, value_verb
from desktop.cli.arguments import ending_in
from desktop.cli.contract import REFUSED
from desktop.text import say

VERBS = (
    "sample",
    "new",
    "inventory",
    "check",
    "analyse",
    "score",
    "value",
    "tracker",
    "board",
    "answers",
    "method",
    "plan",
    "task",
    "calendar",
)
INPUTS = ("file", "source", "mapping", "run")  # the arguments that name what a call reads


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a call in one sentence and exits with 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(REFUSED, f"{say('cli.usage', message=message)}\n")


def parser() -> argparse.ArgumentParser:
    """What reads the words of a call; the result's ``carry_out`` is the verb's function."""
    root = _Parser(prog="readiness-workbook", description=say("cli.about"), allow_abbrev=False)
    root.add_argument("--version", action="version", version=__version__)
    verbs = root.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    _add_making(verbs)
    _add_reading(verbs)
    score_verb.add(verbs)
    value_verb.add(verbs)
    _add_reports(verbs)
    _add_answers(verbs)
    _add_method(verbs)
    plan_verbs.add(verbs)
    return root


def _add_making(verbs: Any) -> None:
    _output(_verb(verbs, "sample", project_verbs.sample), ".json")
    new = _output(_verb(verbs, "new", project_verbs.new), ".json")
    new.add_argument("--client", required=True)
    new.add_argument("--start", required=True, metavar="YYYY-MM-DD")
    inventory = _json(_output(_verb(verbs, "inventory", project_verbs.inventory), ".json"))
    inventory.add_argument("source", type=Path)
    inventory.add_argument("--mapping", type=Path)


def _add_reading(verbs: Any) -> None:
    _file(_json(_verb(verbs, "check", project_verbs.check)))
    _system(_file(_json(_verb(verbs, "analyse", project_verbs.analyse))))


def _add_reports(verbs: Any) -> None:
    for name, write, ending in (("tracker", project_verbs.tracker, ".xlsx"), ("board", project_verbs.board, ".pdf")):
        _system(_file(_output(_verb(verbs, name, write), ending)))


def _add_answers(verbs: Any) -> None:
    answers = _json(_file(_verb(verbs, "answers", answer_verb.answers)))
    answers.add_argument("source", type=Path, nargs="?", metavar="IMPORT", help=say("cli.answers.source"))
    answers.add_argument("-o", "--output", type=ending_in(".csv"), metavar="OUT", help=say("cli.answers.output"))
    answers.add_argument("--dry-run", action="store_true", help=say("cli.answers.dry-run"))
    answers.add_argument("--force", action="store_true", help=say("cli.force"))


def _add_method(verbs: Any) -> None:
    about = say("cli.verb.method")
    method = verbs.add_parser("method", help=about, description=about, allow_abbrev=False)
    parts = method.add_subparsers(dest="part", required=True, metavar="WHAT", parser_class=_Parser)
    for name, show in (("questions", method_verbs.questions), ("lenses", method_verbs.lenses)):
        _json(_verb(parts, name, show, "method-"))
    _verb(parts, "schema", method_verbs.schema, "method-")
    _json(_verb(parts, "check", method_verbs.check, "method-")).add_argument("pack", type=Path, metavar="PACK")


def _verb(
    verbs: Any, name: str, carry_out: Callable[[argparse.Namespace], int], within: str = ""
) -> argparse.ArgumentParser:
    about = say(f"cli.verb.{within}{name}")
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about, allow_abbrev=False)
    verb.set_defaults(carry_out=carry_out)
    return verb


def _file(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("file", type=Path)
    return verb


def _system(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("--system", metavar="ID")
    return verb


def _json(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("--json", action="store_true")
    return verb


def _output(verb: argparse.ArgumentParser, ending: str) -> argparse.ArgumentParser:
    verb.add_argument("-o", "--output", type=ending_in(ending), required=True, metavar="OUT")
    verb.add_argument("--force", action="store_true", help=say("cli.force"))
    return verb
