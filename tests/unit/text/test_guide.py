"""The guide leads somewhere: links, pictures, verbs and mapping examples are real."""

import json
import re
import shlex
from datetime import date

import pytest

from desktop.cli import VERBS
from desktop.cli.words import parser
from desktop.exchange.evaluation.columns import HEADINGS
from desktop.exchange.inventory import preview
from desktop.exchange.mapping import Mapping
from desktop.exchange.source import read_source
from desktop.exchange.vocabulary import targets
from desktop.resources import resource
from desktop.workbook import Stage, Workbook
from tests.guide_pictures import PAGES as PAGES_SHOWN

GUIDE = resource("guide")
PAGES = sorted(GUIDE.glob("*.md"), key=lambda page: (int(re.sub(r"\D", "", page.stem) or 0), page.stem))
PICTURES = {f"images/{page}-light.png" for page in ("start", "import-mapping", "import-preview", *PAGES_SHOWN)}


def text(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


def links(page: str, *, pictures: bool) -> list[str]:
    return re.findall(rf"{'!' if pictures else '(?<!!)'}\[[^\]]*\]\(([^)]+)\)", page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_a_title_and_leads_only_to_pages_of_the_guide(page):
    assert page.read_text(encoding="utf-8").startswith("# ")
    assert all((GUIDE / link).is_file() for link in links(page.read_text(encoding="utf-8"), pictures=False))


def test_every_picture_is_drawn_and_every_drawn_picture_is_shown():
    shown = [link for page in PAGES for link in links(page.read_text(encoding="utf-8"), pictures=True)]
    assert sorted(shown) == sorted(PICTURES)


def test_every_page_stands_in_the_list():
    assert links(text("README.md"), pictures=False) == [page.name for page in PAGES if page.stem != "README"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_words_are_plain(page):
    words = re.sub(r"!\[", "[", page.read_text(encoding="utf-8"))
    assert "!" not in words
    assert not re.search(r"\b(?:click here|simply|leverage|utili[sz]e)\b", words, re.IGNORECASE)


def test_every_verb_is_explained():
    listed = re.findall(r"^readiness-workbook (\w+)", text("7-command-line.md").split("## From")[0], re.MULTILINE)
    assert listed == list(VERBS)


def test_the_mapping_in_the_guide_is_a_mapping_that_works():
    example = re.search(r"```\n(\{.*?\n\})\n```", text("8-mapping-files.md"), re.DOTALL)
    assert example is not None
    mapping = Mapping.model_validate_json(json.dumps(json.loads(example[1])))
    found = preview(
        read_source(resource("samples", "Group AI inventory.xlsx")), mapping, Workbook(), date(2026, 11, 21)
    )
    first = found.systems[0].system
    assert (first.name, first.stage, first.started) == ("Claims triage assistant", Stage.PILOT, date(2026, 6, 15))


def test_every_fact_that_can_be_mapped_is_named():
    named = set(re.findall(r"`([a-z_]+)`", text("8-mapping-files.md")))
    assert {target.id for target in targets()} <= named


def test_the_scheduled_lines_are_calls_that_the_command_line_takes():
    """Each line of the schedules, cut at its shell's own signs, is parsed as it stands."""
    page = text("10-daily-scoring.md")
    lines = re.findall(r"(readiness-workbook score (?:\\?\"|\$HOME).*)$", page, re.MULTILINE)
    assert len(lines) == 2
    for line in lines:
        plain = line.split("||")[0].replace('\\"', '"').replace("\\", "/")
        words = shlex.split(plain.removesuffix('"') if plain.endswith('""') else plain)
        call = parser().parse_args(words[1:])
        assert (call.verb, call.system, call.file.name) == ("score", "0001-claims-triage", "Client.readiness.json")
        assert call.run.name == "latest.csv"


def test_every_kind_of_column_is_explained():
    named = set(re.findall(r"`([a-z_]+)`", text("10-daily-scoring.md")))
    assert set(HEADINGS) <= named
