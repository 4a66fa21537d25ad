"""``check`` verifies every seal of a project and says where one does not hold."""

import json

import pytest

from desktop.cli import run
from desktop.files.check import Verdict, check_project
from desktop.files.codec import encode
from desktop.workbook.edits.places import set_value
from tests.northwind import maker, sample

AT = ("systems", "0001-claims-triage", "sprint", "decision")
PROJECT = "5a3c0f5e-8d1b-4c55-9d43-6e6f72746877"


def saved(tmp_path, workbook):
    path = tmp_path / "sealed.readiness.json"
    path.write_bytes(encode(workbook, None, PROJECT)[0])
    return path


def test_a_sound_project_lists_its_seals(capsys, tmp_path):
    path = saved(tmp_path, sample())
    assert check_project(path).verdict is Verdict.SOUND
    assert run(["check", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "sound"
    assert [(seal["system"], seal["decision"], seal["sealed_on"], seal["state"]) for seal in found["seals"]] == [
        ("0001-claims-triage", "0001-nw26", "2026-11-13", "intact"),
        ("0001-claims-triage", "current", "2026-11-20", "intact"),
    ]
    assert all(len(seal["sha256"]) == 64 for seal in found["seals"])


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (("seal", "sha256"), "0" * 64, "seal-broken"),
        (("seal", "record"), ("format = readiness-decision 1",), "seal-broken"),
        (("reason",), "Another", "seal-differs"),
    ],
)
def test_a_seal_that_does_not_hold_is_a_problem(capsys, tmp_path, place, value, code):
    path = saved(tmp_path, set_value(sample(), (*AT, *place), value))
    assert run(["check", str(path)]) == 1
    assert "sealed decision" in capsys.readouterr().err
    assert run(["check", str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in found["problems"]] == [code]
    assert found["problems"][0]["where"] == "content/systems/0001-claims-triage/sprint/decision/seal"


def test_a_past_decision_that_was_taken_out_is_a_problem(capsys, tmp_path):
    path = saved(tmp_path, set_value(sample(), (*AT[:-1], "superseded"), {}))
    assert run(["check", str(path)]) == 1
    assert "does not follow" in capsys.readouterr().err


def test_a_byte_flipped_in_the_file_never_passes(tmp_path):
    """Every byte of the record as it stands in the file; the check is told or the file is refused, never sound."""
    whole = maker().PROJECT.read_bytes()
    first = whole.index(b'"format = readiness-decision 1"')
    last = whole.index(b'"sha256"', first)
    path = tmp_path / "flipped.readiness.json"
    verdicts = []
    for at in range(first, last, 97):  # each takes a whole reading of the file; the unit test flips every byte
        changed = bytearray(whole)
        changed[at] ^= 1
        path.write_bytes(bytes(changed))
        verdicts.append(check_project(path).verdict)
    assert Verdict.SOUND not in verdicts
    assert Verdict.OPENS_WITH_PROBLEMS in verdicts
    assert len(verdicts) > 40


def test_a_refused_file_lists_no_seal(tmp_path):
    path = tmp_path / "broken.readiness.json"
    path.write_bytes(b"{")
    assert check_project(path).as_json()["seals"] == []
