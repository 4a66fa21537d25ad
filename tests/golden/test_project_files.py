"""A project file of every format that was ever written is opened, sound, and says what its answers were given to."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.check import Verdict, check_project
from desktop.files.codec import decode, encode
from desktop.files.project import open_project
from desktop.method import load_method
from desktop.session.method_upgrade import upgraded

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("project-*.readiness.json"))
PRESENT = FILES[-1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_opens_with_everything_in_it(file):
    opened = open_project(file)
    assert check_project(file).verdict is Verdict.SOUND
    assert (len(opened.workbook.systems), opened.read_only) == (len(open_project(PRESENT).workbook.systems), False)
    assert opened.workbook.systems == open_project(PRESENT).workbook.systems


@pytest.mark.parametrize("file", FILES[:-1], ids=lambda file: file.name)
def test_an_older_one_is_carried_up_and_stays_so(file):
    opened = open_project(file)
    assert opened.decoded.migrated
    data, _ = encode(opened.workbook, opened.decoded, "")
    assert decode(data).workbook == opened.workbook
    assert not decode(data).migrated


def test_the_present_one_is_written_byte_for_byte():
    opened = open_project(PRESENT)
    assert not opened.decoded.migrated
    assert encode(opened.workbook, opened.decoded, "")[0] == PRESENT.read_bytes()
    assert opened.workbook.methods == {"base": "2026.11"}


def test_an_upgrade_of_the_method_keeps_every_answer_of_an_older_file():
    before = open_project(PRESENT).workbook
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
    assert new == {
        "failure-fallbacks": old["fallback-and-escalation"],
        "impact-assessed": old["impact-assessed"],
    }
    assert [change.sentence for change in found.changes] == [
        "This project was answered with “base”, version 2026.11; here it is version 2099.1.",
        "“fallback-and-escalation” is now “failure-fallbacks”. The answer of one system was carried over.",
        "“impact-assessed” is no longer asked: It is asked for each law now. Its answer in one system is kept in the file.",
    ]
