"""The catalogue of texts and the code agree: nothing is missing, nothing is left over, every value is given."""

import ast
import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from tests.source_files import REPOSITORY, constants, place, python_files, tree

AREAS = tuple(sorted((REPOSITORY / "resources" / "text" / "en").glob("*.json")))
CATALOGUE: dict[str, str] = {
    key: text for area in AREAS for key, text in json.loads(area.read_text(encoding="utf-8")).items()
}
COUNTED = (".one", ".many")
CODE = python_files("desktop", "packaging")
# Content files name texts too.
CONTENT = "\n".join(path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "resources").rglob("*.yaml")))


@pytest.mark.parametrize("area", AREAS, ids=lambda path: path.stem)
def test_an_area_is_a_flat_sorted_list_of_sentences(area: Path):
    texts = json.loads(area.read_text(encoding="utf-8"), object_pairs_hook=lambda pairs: pairs)
    keys = [key for key, _ in texts]
    assert keys == sorted(set(keys))
    assert [key for key in keys if not re.fullmatch(rf"{area.stem}(\.[a-z0-9_-]+)+", key)] == []
    assert [key for key, text in texts if not isinstance(text, str) or not text] == []


def test_no_sentence_shouts():
    assert [key for key, text in CATALOGUE.items() if "!" in text] == []


def test_a_counted_text_has_both_forms():
    counted = {key.rpartition(".")[0] for key in CATALOGUE if key.endswith(COUNTED)}
    assert {key for key in counted if not all(f"{key}{form}" in CATALOGUE for form in COUNTED)} == set()


def test_every_text_that_code_asks_for_exists_and_gets_its_values():
    wrong = [problem for path in CODE for call in _calls(path) for problem in _problems(path, call)]
    assert wrong == []


def test_every_word_that_looks_like_a_key_is_one():
    """Keys also travel through tables and fields before they are said."""
    areas = "|".join(area.stem for area in AREAS)
    key_like = re.compile(rf"(?:{areas})\.[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*")
    known = set(CATALOGUE) | {key.rpartition(".")[0] for key in CATALOGUE if key.endswith(COUNTED)}
    wrong = [
        f"{place(path)}:{node.lineno} {node.value}"
        for path in CODE
        for node in constants(path)
        if key_like.fullmatch(node.value) and node.value not in known and not _names_a_file(node.value)
    ]
    assert wrong == []


def test_every_text_is_used():
    said = {node.value for path in CODE for node in constants(path)}
    patterns = [re.compile(pattern) for path in CODE for pattern in _patterns(path)]
    unused = [
        key
        for key in CATALOGUE
        if not ({key, _base(key)} & said)
        and not re.search(rf"\b{re.escape(key)}\b", CONTENT)
        and not any(pattern.fullmatch(form) for pattern in patterns for form in (key, _base(key)))
    ]
    assert unused == []


def _base(key: str) -> str:
    return key.rpartition(".")[0] if key.endswith(COUNTED) else key


def _names_a_file(text: str) -> bool:
    return text.endswith((".json", ".yaml", ".xlsx", ".pdf", ".csv"))


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "count"}:
            yield node


def _problems(path: Path, call: ast.Call) -> Iterator[str]:
    """What is wrong with one call whose key is written out: an unknown key, or a value that is not given."""
    key = call.args[0] if call.args else None
    if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
        return
    counting = isinstance(call.func, ast.Name) and call.func.id == "count"
    given = {word.arg for word in call.keywords} | ({"n"} if counting else set())
    for form in (f"{key.value}{ending}" for ending in (COUNTED if counting else ("",))):
        if form not in CATALOGUE:
            yield f"{place(path)}:{call.lineno} no text {form}"
        elif None not in given and (missing := _fields(CATALOGUE[form]) - given):
            yield f"{place(path)}:{call.lineno} {form} needs {sorted(missing)}"


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def _patterns(path: Path) -> Iterator[str]:
    """Each f-string that begins with an area's name, as an expression for the keys that it can become."""
    starts = tuple(f"{area.stem}." for area in AREAS)
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.JoinedStr)
            and isinstance(node.values[0], ast.Constant)
            and str(node.values[0].value).startswith(starts)
        ):
            yield "".join(chain.from_iterable(_pattern(part) for part in node.values))


def _pattern(part: ast.expr) -> Iterator[str]:
    yield re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+"
