"""``answers``: out as a table and in again, with the exit codes and documents of the contract."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook as Spreadsheet

from desktop.cli import run
from desktop.files.project import open_project

HEADER = "system,question,perspective,level,evidence,note,by,on\n"
CLAIMS = "0001-claims-triage"
GOOD = f"{CLAIMS},unit-economics,pilot-team,3,https://x.example,,Anna,2026-11-20\n"
BAD = f"{CLAIMS},unit-economics,pilot,9,,,,\n"


@pytest.fixture
def sample(tmp_path) -> Path:
    path = tmp_path / "sample.readiness.json"
    assert run(["sample", "-o", str(path)]) == 0
    return path


def answers(sample: Path, text: str, *words: str) -> int:
    source = sample.with_name("in.csv")
    source.write_text(text, "utf-8")
    return run(["answers", str(sample), str(source), *words])


def test_out_and_in_again_leaves_the_same_bytes(sample, tmp_path, capsys):
    before, table = sample.read_bytes(), tmp_path / "a.csv"
    assert run(["answers", str(sample), "-o", str(table)]) == 0
    assert run(["answers", str(sample), str(table), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"applied": 0, "unchanged": told["unchanged"], "removed": 0, "problems": []}
    assert told["unchanged"] == len(table.read_text("utf-8-sig").splitlines()) - 1 > 0
    assert sample.read_bytes() == before


def test_good_rows_are_applied_and_bad_ones_are_told(sample, capsys):
    assert answers(sample, HEADER + GOOD + BAD, "--json") == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert (told["applied"], told["unchanged"], told["removed"]) == (1, 0, 0)
    assert [(each["row"], each["column"], each["value"]) for each in told["problems"]] == [
        (3, "perspective", "pilot"),
        (3, "level", "9"),
    ]
    assert all(each["why"] for each in told["problems"])
    assert said.err.count("\n") == 2
    rating = open_project(sample).workbook.systems[CLAIMS].ratings["unit-economics"].views["pilot-team"]
    assert (rating.level, rating.by, rating.on.isoformat()) == (3, "Anna", "2026-11-20")
    assert [item.kind for item in rating.evidence] == ["link"]
    assert run(["check", str(sample)]) == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(sample, capsys):
    before = sample.read_bytes()
    assert answers(sample, HEADER + GOOD, "--dry-run", "--json") == 0
    assert json.loads(capsys.readouterr().out)["applied"] == 1
    assert sample.read_bytes() == before
    assert answers(sample, HEADER + GOOD, "--dry-run") == 0
    assert capsys.readouterr().out.startswith("Nothing was written: 1 answers")


def test_answers_come_from_a_workbook_too(sample, tmp_path, capsys):
    spreadsheet = Spreadsheet()
    sheet = spreadsheet.active
    sheet.append(HEADER.strip().split(","))
    sheet.append([CLAIMS, "unit-economics", "pilot-team", 3, "seen", None, "Anna", None])
    spreadsheet.save(tmp_path / "in.xlsx")
    assert run(["answers", str(sample), str(tmp_path / "in.xlsx"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["applied"] == 1


def test_an_output_is_replaced_only_with_force(sample, tmp_path, capsys):
    out = tmp_path / "out.csv"
    out.write_bytes(b"mine")
    assert run(["answers", str(sample), "-o", str(out)]) == 2
    assert out.read_bytes() == b"mine"
    assert run(["answers", str(sample), "-o", str(out), "--force"]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("words", [[], ["in.csv", "-o", "out.csv"], ["-o", "out.csv", "--dry-run"], ["nowhere.csv"]])
def test_a_call_that_cannot_be_carried_out_is_one_sentence(words, sample, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text(HEADER, "utf-8")
    before = sample.read_bytes()
    assert run(["answers", str(sample), *words]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert (sample.read_bytes(), (tmp_path / "out.csv").exists()) == (before, False)


def test_a_table_of_something_else_is_refused(sample, capsys):
    before = sample.read_bytes()
    assert answers(sample, "name,stage\nA,pilot\n") == 2
    assert "system" in capsys.readouterr().err
    assert sample.read_bytes() == before
