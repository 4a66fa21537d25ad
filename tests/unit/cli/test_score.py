"""The verb ``score``: exit codes, JSON keys, one sentence on stderr for what cannot be read."""

import json

import pytest

from desktop.cli import run
from desktop.files.project import open_project
from tests.source_files import run_fresh

TRIAGE = "0001-claims-triage"
KEYS = ["n", "correct", "score", "low", "high", "minimum_met", "regression", "slices"]


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.readiness.json"
    assert run(["sample", "-o", str(path)]) == 0
    return path


def score(project, results, *besides, system="0003-broker-routing") -> int:
    return run(["score", str(project), "--system", system, str(results), *besides])


def results(tmp_path, right: int, total: int = 200):
    path = tmp_path / f"{right}.csv"
    lines = (f"{n},{'ab'[n % 2]},{'yes' if n < right else 'no'}" for n in range(total))
    path.write_text("id,slice,correct\n" + "\n".join(lines), "utf-8")
    return path


def test_the_document_has_the_promised_keys(sample, tmp_path, capsys):
    assert score(sample, results(tmp_path, 180), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == KEYS
    assert (found["n"], found["correct"], found["score"]) == (200, 180, 0.9)
    assert (round(found["low"], 3), round(found["high"], 3)) == (0.851, 0.934)
    assert (found["minimum_met"], found["regression"]) == (True, False)
    assert found["slices"]["a"]["n"] == 100


def test_a_regression_is_exit_code_1_and_saved(sample, tmp_path, capsys):
    assert score(sample, results(tmp_path, 190)) == 0
    assert score(sample, results(tmp_path, 150)) == 1
    assert "Regression: 20.0 points below" in capsys.readouterr().err
    assert len(open_project(sample).workbook.systems["0003-broker-routing"].sprint.scoring.runs) == 2


def test_the_same_run_twice_is_one_run(sample, tmp_path, capsys):
    source = results(tmp_path, 190)
    assert score(sample, source) == 0
    assert score(sample, source) == 0
    assert "stored already" in capsys.readouterr().err
    assert len(open_project(sample).workbook.systems["0003-broker-routing"].sprint.scoring.runs) == 1


def test_a_run_of_other_examples_on_the_set_is_told(sample, tmp_path, capsys):
    assert score(sample, results(tmp_path, 190)) == 0
    other = tmp_path / "other.csv"
    other.write_text("id,correct\n" + "".join(f"x{n},{'yes' if n < 192 else 'no'}\n" for n in range(200)), "utf-8")
    assert score(sample, other) == 0
    assert "not those of the run before" in capsys.readouterr().err
    assert score(sample, other, "--set", "hard") == 0
    assert "not those of the run before" not in capsys.readouterr().err


def test_below_the_threshold_is_exit_code_1(sample, tmp_path, capsys):
    """The sample's threshold is 85 %; 178 of 200 are 89 %, and their lower end is 83.9 %."""
    assert score(sample, results(tmp_path, 178), "--set", "other", system=TRIAGE) == 1
    assert "83.9 %, is not above the agreed threshold of 85.0 %" in capsys.readouterr().err
    assert score(sample, results(tmp_path, 190), "--set", "third", system=TRIAGE) == 0


def test_what_cannot_be_read_changes_nothing(sample, tmp_path, capsys):
    before, source = sample.read_bytes(), tmp_path / "x.csv"
    source.write_text("name,colour\nx,red\n", "utf-8")
    for words in (("--system", TRIAGE, str(source)), ("--system", "nobody", str(results(tmp_path, 1)))):
        assert run(["score", str(sample), *words]) == 2
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
    assert sample.read_bytes() == before


def test_columns_can_be_named(sample, tmp_path):
    source = tmp_path / "x.csv"
    source.write_text("nr,Soll,Ist,Hinweis\n1,a,b,a\n", "utf-8")
    assert score(sample, source, "--column", "predicted=Hinweis", "--column", "expected=Soll") == 0
    runs = open_project(sample).workbook.systems["0003-broker-routing"].sprint.scoring.runs
    assert [stored.correct for stored in runs.values()] == [1]
    assert score(sample, source, "--column", "expected") == 2
    assert score(sample, source, "--column", "expected=Nowhere") == 2


def test_figures_survive_the_file_and_check_finds_it_sound(sample, tmp_path):
    score(sample, results(tmp_path, 190))
    stored = next(iter(open_project(sample).workbook.systems["0003-broker-routing"].sprint.scoring.runs.values()))
    assert [(tally.name, tally.scored) for tally in stored.figures.slices] == [("a", 100), ("b", 100)]
    assert run(["check", str(sample)]) == 0


def test_the_verb_needs_no_window(sample, tmp_path):
    words = ["score", str(sample), "--system", TRIAGE, str(results(tmp_path, 199)), "--set", "x"]
    run_fresh(f"import sys; sys.modules['PySide6'] = None\nfrom desktop.cli import run\nassert run({words!r}) == 0")


def test_texts_are_kept_only_where_the_verb_is_told_to(sample, tmp_path, capsys):
    source = tmp_path / "x.csv"
    source.write_text("id,input,correct\n1,a Zwirbelbart,no\n2,another Zwirbelbart,yes\n", "utf-8")
    assert score(sample, source) == 0
    assert b"Zwirbelbart" not in sample.read_bytes()
    capsys.readouterr()
    assert score(sample, source, "--keep-texts", "wrong", "--json") == 0
    said = capsys.readouterr()
    assert "1 of 1 wrong examples is kept. They stand in the project file" in said.err
    assert list(json.loads(said.out)) == KEYS
    assert sample.read_bytes().count(b"Zwirbelbart") == 1
    assert score(sample, source, "--keep-texts", "all") == 0
    assert sample.read_bytes().count(b"Zwirbelbart") == 2
    assert score(sample, source, "--keep-texts", "some") == 2
    capsys.readouterr()
    assert score(sample, results(tmp_path, 150), "--keep-texts", "wrong") == 0
    assert "no texts to keep" in capsys.readouterr().err
