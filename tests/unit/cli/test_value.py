"""The verb ``value``: its keys, null where not enough is entered, exit codes."""

import json

import pytest

from desktop.analysis.value import three_numbers
from desktop.cli import run
from desktop.files.project import open_project, save_project
from desktop.workbook.path import replace_at
from tests.northwind import sample as northwind
from tests.source_files import run_fresh

TRIAGE, DRAFT, EMPTY = "0001-claims-triage", "0002-underwriting-notes", "0003-broker-routing"
KEYS = ["monthly_cost", "investment", "npv", "roi", "payback_months", "cash_flow"]


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.readiness.json"
    assert run(["sample", "-o", str(path)]) == 0
    return path


def asked(capsys, project, system):
    code = run(["value", str(project), "--system", system, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_document_has_the_promised_keys_and_the_figures_of_the_app(sample, capsys):
    code, found = asked(capsys, sample, TRIAGE)
    app = three_numbers(northwind().systems[TRIAGE].sprint.value)
    assert code == 0
    assert list(found) == KEYS
    assert (found["monthly_cost"], found["investment"]) == (33_960, 204_600)
    assert found["npv"] == {end: float(getattr(app.npv, end)) for end in ("low", "likely", "high")}
    assert found["payback_months"] == 8
    assert found["roi"] == float(app.likely.roi)
    assert found["cash_flow"] == [-51_150] * 4 + [63_840] * 20


def test_what_is_not_entered_is_null_and_no_problem(sample, capsys):
    code, found = asked(capsys, sample, EMPTY)
    assert code == 0
    assert found == {**dict.fromkeys(KEYS), "npv": dict.fromkeys(("low", "likely", "high"))}


def test_without_a_rate_only_the_present_value_is_null(sample, capsys):
    _change(sample, "discount_rate", None)
    code, found = asked(capsys, sample, TRIAGE)
    assert (code, found["npv"]["likely"], found["payback_months"]) == (0, None, 8)


def test_a_launch_that_falls_is_a_problem(sample, capsys):
    _change(sample, "launch_late", 2)
    code = run(["value", str(sample), "--system", TRIAGE, "--json"])
    streams = capsys.readouterr()
    assert code == 1
    assert json.loads(streams.out)["payback_months"] is None
    assert streams.err == "The earliest, likely and latest launch are not in that order.\n"


def test_the_figures_are_told_in_lines(sample, capsys):
    assert run(["value", str(sample), "--system", DRAFT]) == 0
    said = capsys.readouterr().out
    assert "To continue without a path: EUR 24,900 a month" in said
    assert "Pays back in month 16." in said
    assert run(["value", str(sample), "--system", EMPTY]) == 0
    assert "No investment is entered." in capsys.readouterr().out


def test_a_system_that_is_not_there_is_refused(sample, capsys):
    assert run(["value", str(sample), "--system", "nobody"]) == 2
    assert "nobody" in capsys.readouterr().err


def test_the_verb_does_without_the_window(sample):
    call = ["value", str(sample), "--system", TRIAGE]
    loaded = "any(name.startswith('PySide') for name in sys.modules)"
    said = run_fresh(f"import sys\nfrom desktop.cli import run\nrun({call!r})\nprint({loaded})")
    assert said.splitlines()[-1] == "False"


def _change(path, field, value):
    opened = open_project(path)
    at = ("systems", TRIAGE, "sprint", "value", field)
    save_project(path, replace_at(opened.workbook, at, value), opened)
