"""The command line is a contract: exit codes, JSON keys, one sentence on stderr, nothing half written."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.files.project import open_project

REAL = "data/2024_consolidated_ai_inventory_raw_v2.csv"


@pytest.fixture
def sample(tmp_path) -> Path:
    path = tmp_path / "sample.readiness.json"
    assert run(["sample", "-o", str(path)]) == 0
    return path


def refused(capsys, *words: str) -> str:
    """Runs a call that must be refused; gives its one sentence."""
    assert run(words) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


def test_the_sample_says_that_it_is_fictitious(sample):
    workbook = open_project(sample).workbook
    assert workbook.engagement.fictitious
    assert "fictitious" in workbook.engagement.client


def test_an_output_is_replaced_only_with_force(sample, capsys):
    before = sample.read_bytes()
    sample.write_bytes(b"mine")
    assert "already exists" in refused(capsys, "sample", "-o", str(sample))
    assert sample.read_bytes() == b"mine"
    assert run(["sample", "-o", str(sample), "--force"]) == 0
    assert len(sample.read_bytes()) == len(before)


def test_new_makes_a_project_with_client_and_start(tmp_path):
    path = tmp_path / "n.readiness.json"
    assert run(["new", "--client", "Stadtwerke Köln", "--start", "2026-11-02", "-o", str(path)]) == 0
    engagement = open_project(path).workbook.engagement
    assert (engagement.client, engagement.start.isoformat()) == ("Stadtwerke Köln", "2026-11-02")


@pytest.mark.parametrize("start", ["2026-13-01", "soon", "", "02.11.2026"])
def test_new_refuses_what_is_no_date(start, tmp_path, capsys):
    path = tmp_path / "n.readiness.json"
    assert "YYYY-MM-DD" in refused(capsys, "new", "--client", "X", "--start", start, "-o", str(path))
    assert not path.exists()


def test_check_tells_sound_and_refused(sample, tmp_path, capsys):
    assert run(["check", str(sample), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "sound"
    damaged = tmp_path / "damaged.readiness.json"
    damaged.write_bytes(sample.read_bytes()[:-200])
    assert run(["check", str(damaged), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["problems"]


def test_analyse_names_every_system_by_id(sample, capsys):
    assert run(["analyse", str(sample), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["systems"]
    workbook = open_project(sample).workbook
    assert {key: entry["name"] for key, entry in found.items()} == {s.id: s.name for s in workbook.systems.values()}
    entry = found["0003-broker-routing"]
    assert entry["progress"]["total"] == 25
    assert any(warning["rule"] == "owner-named" for warning in entry["warnings"])
    assert entry["missing"]


def test_analyse_of_one_system_and_of_none(sample, capsys):
    assert run(["analyse", str(sample), "--system", "0001-claims-triage", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)["systems"]) == ["0001-claims-triage"]
    assert "no system" in refused(capsys, "analyse", str(sample), "--system", "nowhere")


def test_the_real_inventory_arrives_whole(shared, tmp_path, capsys):
    source, path = shared / REAL, tmp_path / "i.readiness.json"
    assert run(["inventory", str(source), "-o", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["systems"] == 2133
    assert told["encoding"] == "cp1252"
    assert {"row", "column", "value", "why"} == set(told["problems"][0])
    with source.open(encoding="cp1252", newline="") as file:
        rows = list(csv.reader(file))
    workbook = open_project(path).workbook
    records = {system.source.row: system.source for system in workbook.systems.values()}
    assert next(iter(workbook.imports.values())).columns == tuple(rows[0])
    assert [records[number].cells for number in sorted(records)] == [tuple(row) for row in rows[1:]]


def test_a_saved_mapping_gives_the_same_import(shared, tmp_path, capsys):
    mapping, first, second = tmp_path / "map.json", tmp_path / "a.readiness.json", tmp_path / "b.readiness.json"
    run(["inventory", str(shared / REAL), "-o", str(first), "--json"])
    mapping.write_text(json.dumps(json.loads(capsys.readouterr().out)["mapping"]), "utf-8")
    assert run(["inventory", str(shared / REAL), "-o", str(second), "--mapping", str(mapping)]) == 1
    assert open_project(first).workbook == open_project(second).workbook


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"%PDF-1.7 nothing", b"PK\x03\x04 broken"])
def test_what_is_no_inventory_is_refused(content, tmp_path, capsys):
    source, path = tmp_path / "x.csv", tmp_path / "x.readiness.json"
    source.write_bytes(content)
    refused(capsys, "inventory", str(source), "-o", str(path))
    assert not path.exists()


@pytest.mark.parametrize("verb", ["analyse", "tracker", "board"])
def test_a_missing_or_foreign_file_is_one_sentence(verb, tmp_path, capsys):
    out = [] if verb == "analyse" else ["-o", str(tmp_path / "out")]
    refused(capsys, verb, str(tmp_path / "nowhere.readiness.json"), *out)
    foreign = tmp_path / "foreign.readiness.json"
    foreign.write_text('{"name": "something else"}', "utf-8")
    refused(capsys, verb, str(foreign), *out)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("verb", "ending", "start"), [("tracker", "xlsx", b"PK"), ("board", "pdf", b"%PDF-")])
@pytest.mark.parametrize("system", [[], ["--system", "0001-claims-triage"]])
def test_reports_are_written_for_the_engagement_and_for_one_system(verb, ending, start, system, sample, tmp_path):
    out = tmp_path / f"out.{ending}"
    assert run([verb, str(sample), *system, "-o", str(out)]) == 0
    assert out.read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_words_that_are_off_are_one_sentence(capsys):
    refused(capsys, "bogus")
    refused(capsys, "tracker")


def test_no_verb_imports_the_window(sample, tmp_path):
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from desktop.cli import run\n"
        f"a = run(['tracker', {str(sample)!r}, '-o', {str(tmp_path / 't.xlsx')!r}])\n"
        f"b = run(['board', {str(sample)!r}, '-o', {str(tmp_path / 'b.pdf')!r}])\n"
        "sys.exit(a or b)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
