"""The verbs that show the method and check content packs."""

import argparse
from typing import TYPE_CHECKING, Any

from desktop.cli.contract import DONE, print_json, print_line, report
from desktop.text import say

if TYPE_CHECKING:
    from desktop.method import Method
    from desktop.method.schema import Lens, Question


def questions(call: argparse.Namespace) -> int:
    """List every question, those of the user's own packs included."""
    method = _method()
    if call.json:
        print_json({"questions": [_question(question) for question in method.questions]})
    else:
        for question in method.questions:
            print_line(say("cli.method.line", id=question.id, name=question.prompt))
    return DONE


def lenses(call: argparse.Namespace) -> int:
    """List every lens with its groups and their questions."""
    method = _method()
    if call.json:
        print_json({"lenses": [_lens(method, lens) for lens in method.lenses]})
        return DONE
    for lens in method.lenses:
        print_line(say("cli.method.line", id=lens.id, name=lens.name))
        for group in lens.groups:
            n = len(method.group(lens.id, group.id))
            print_line(say("cli.method.group", lens=lens.id, id=group.id, name=group.name, n=n))
    return DONE


def schema(call: argparse.Namespace) -> int:  # noqa: ARG001  # every verb is called alike
    """Print the JSON Schema that an editor checks a pack with."""
    from desktop.method.pack_schema import json_schema

    print_json(json_schema())
    return DONE


def check(call: argparse.Namespace) -> int:
    """Explain every mistake of a pack: 0 sound, 1 usable with warnings, 2 broken."""
    from desktop.session.method_packs import check_pack_at

    checked = check_pack_at(call.pack)
    if call.json:
        print_json(checked.as_json())
    for problem in checked.problems:
        report(problem.line_of_text())
    return int(checked.verdict)


def _method() -> "Method":
    from desktop.session.method_packs import installed

    found = installed()
    for problem in found.problems:
        report(problem.line_of_text())
    return found.method


def _question(question: "Question") -> dict[str, Any]:
    return {
        "id": question.id,
        "prompt": question.prompt,
        "lenses": {lens: list(groups) for lens, groups in question.lenses.items()},
        "blocks": question.blocks.model_dump(mode="json"),
        "levels": list(question.levels),
    }


def _lens(method: "Method", lens: "Lens") -> dict[str, Any]:
    return {
        "id": lens.id,
        "name": lens.name,
        "source": lens.source,
        "groups": [
            {"id": group.id, "name": group.name, "questions": list(method.group(lens.id, group.id))}
            for group in lens.groups
        ],
    }
