import re

import pytest

from desktop.exchange.problems import ImportProblem, SourceRefusedError, sentence
from desktop.resources import resource
from desktop.text import area

SOURCES = sorted((resource().parent / "desktop" / "exchange").glob("*.py"))
CODES = re.compile(
    r'(?:ImportProblem|SourceRefusedError|_Flag)\(\s*f?"([a-z-]+)"|code="([a-z-]+)"|DateReading\([^()]*"(date-[a-z-]+)"'
)
PLACES = "megabytes limit part sheet encoding row characters found expected n target column note"
VALUES = dict.fromkeys(PLACES.split(), "7")


def used() -> set[str]:
    found = set()
    for path in SOURCES:
        for groups in CODES.findall(path.read_text(encoding="utf-8")):
            found.add(next(filter(None, groups)))
    return found


def known() -> set[str]:
    prefix = "exchange.problem."
    return {key.removeprefix(prefix) for key in area("exchange") if key.startswith(prefix)}


def test_every_problem_has_a_sentence():
    assert len(used()) > 40
    assert used() <= known()


@pytest.mark.parametrize("code", sorted(known()))
def test_each_sentence_is_whole(code):
    text = sentence(ImportProblem(code, 2, "Stage", "Frozen", tuple(VALUES.items())))
    assert text.endswith(".")
    assert "{" not in text
    assert "!" not in text


def test_long_cells_are_quoted_in_part_and_on_one_line():
    text = sentence(ImportProblem("stage-unknown", 2, "Stage", "line\nbreak " + "x" * 500))
    assert "line break" in text
    assert "…" in text
    assert len(text) < 160


def test_a_refusal_says_its_reason_without_cell_texts():
    refused = SourceRefusedError("too-large", megabytes=64)
    assert str(refused) == "The file is larger than 64 MB. Export only the rows and columns you need."
