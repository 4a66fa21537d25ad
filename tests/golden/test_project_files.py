"""A project file of every format that was ever written is opened, sound, and says what its answers were given to."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.check import Verdict, check_project
from desktop.files.codec import decode, encode
from desktop.files.project import open_project
from desktop.method import load_method
from desktop.resources import resource
from desktop.session.method_upgrade import upgraded
from desktop.session.projects import SAMPLE

FOLDER = Path(__file__).parent
OLDER = sorted(FOLDER.glob("project-1.0.readiness.json"))
PRESENT = resource(*SAMPLE)  # what is written now is kept here as well once it is released
every_older = pytest.mark.parametrize("file", OLDER, ids=lambda file: file.name)


@every_older
def test_it_opens_with_everything_in_it(file):
    opened, present = open_project(file), open_project(PRESENT).workbook
    assert check_project(file).verdict is Verdict.SOUND
    assert not opened.read_only
    written = json.loads(file.read_text(encoding="utf-8"))["content"]
    read = opened.workbook.model_dump(mode="json")
    assert list(_lost(written, read)) == []
    assert opened.workbook.systems.keys() == present.systems.keys()


def _lost(written, read, place=()):
    """Every place whose value is not what was written; what the present format adds is not looked at."""
    if isinstance(written, dict):
        for name, value in written.items():
            yield from _lost(value, read.get(name), (*place, name))
    elif written != read:
        yield place


@every_older
def test_it_is_carried_up_and_stays_so(file):
    opened = open_project(file)
    assert opened.decoded.migrated
    data, _ = encode(opened.workbook, opened.decoded, "")
    assert decode(data).workbook == opened.workbook
    assert not decode(data).migrated


def test_the_present_one_is_written_byte_for_byte():
    opened = open_project(PRESENT)
    assert not opened.decoded.migrated
    assert encode(opened.workbook, opened.decoded, "")[0] == PRESENT.read_bytes()
    assert opened.workbook.methods == load_method().packs


def test_an_upgrade_of_the_method_keeps_every_answer_of_an_older_file():
    before = open_project(OLDER[0]).workbook.model_copy(update={"methods": {"base": "2026.11"}})
    later = replace(
        load_method(),
        packs={"base": "2099.1"},
        questions=tuple(
            q for q in load_method().questions if q.id not in {"fallback-and-escalation", "impact-assessed"}
        ),
        renamed={"fallback-and-escalation": "failure-fallbacks"},
        removed={"impact-assessed": "It is asked for each law now."},
    )
    found = upgraded(before, later)
    old, new = (workbook.systems["0001-claims-triage"].ratings for workbook in (before, found.workbook))
    assert {"failure-fallbacks": old["fallback-and-escalation"], "impact-assessed": old["impact-assessed"]} == new
    assert [change.sentence for change in found.changes] == [
        "This project was answered with “base”, version 2026.11; here it is version 2099.1.",
        "“fallback-and-escalation” is now “failure-fallbacks”. The answer of one system was carried over.",
        "“impact-assessed” is no longer asked: It is asked for each law now. Its answer in one system is kept in the file.",
    ]
