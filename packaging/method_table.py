"""Writes the tables of ``resources/method/README.md``: which question stands in which group of which lens, and how many.

Run from anywhere: ``python packaging/method_table.py``. A test compares the file with what this would write.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "resources" / "method" / "README.md"
BEGIN, END = "<!-- made by packaging/method_table.py -->", "<!-- end -->"
sys.path[:0] = [str(ROOT)]

from desktop.method import Method, load_method  # noqa: E402  # the checkout has to be found first
from desktop.method.schema import Lens, Question  # noqa: E402


def tables(method: Method) -> str:
    """Both tables: the groups of each lens with their questions counted, then every question with its places."""
    return "\n".join([*_groups(method), "", *_questions(method)])


def renewed(text: str, method: Method) -> str:
    """The README with its tables made anew; ValueError where a mark is missing."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{tables(method)}\n{END}{after}"


def _groups(method: Method) -> list[str]:
    lines = ["| lens | groups, numbered, with how many questions each has |", "|---|---|"]
    for lens in method.lenses:
        counted = [f"{n} {group.id} ({len(method.group(lens.id, group.id))})" for n, group in enumerate(lens.groups, 1)]
        lines.append(f"| `{lens.id}` | {' · '.join(counted)} |")
    return lines


def _questions(method: Method) -> list[str]:
    heads = " | ".join(lens.id for lens in method.lenses)
    lines = [f"| {len(method.questions)} questions | {heads} |", "|---|" + "---|" * len(method.lenses)]
    lines.extend(
        f"| `{question.id}` | {' | '.join(_place(lens, question) for lens in method.lenses)} |"
        for question in method.questions
    )
    return lines


def _place(lens: Lens, question: Question) -> str:
    names = [group.id for group in lens.groups]
    return " ".join(str(names.index(group) + 1) for group in question.lenses.get(lens.id, ()))


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8"), load_method()), encoding="utf-8", newline="\n")
