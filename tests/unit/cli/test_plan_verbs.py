"""The verbs of the plan: JSON keys, exit codes, the same edits as in the window."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.cli import plan_verbs, run
from desktop.files.codec import encode
from desktop.files.project import open_project, save_project
from desktop.method import load_method
from desktop.workbook import Rating
from desktop.workbook.edits.systems import add_system
from desktop.workbook.path import replace_at
from desktop.workbook.rating import Ratings
from tests.northwind import sample

CLAIMS = "0001-claims-triage"
UNDERWRITING = "0002-underwriting-notes"
LAST = "fallback-and-escalation-task-2"


TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def one_day(monkeypatch):
    monkeypatch.setattr(plan_verbs, "_today", lambda: TODAY)


@pytest.fixture
def file(tmp_path) -> Path:
    """The sample with two blocking findings, so that the dates below can be counted by hand."""
    path = tmp_path / "s.readiness.json"
    system = sample().systems[CLAIMS]
    kept = {name: ratings_of(system.proposals[name].level) for name in ("fallback-and-escalation", "impact-assessed")}
    bare = {"ratings": kept, "treatments": {}, "risk_tier": None, "plan": None}
    workbook = add_system(sample(), system.model_copy(update=bare))
    path.write_bytes(encode(workbook, None, "00000000-0000-4000-8000-000000000000")[0])
    return path


def ratings_of(level: int | None) -> Ratings:
    return Ratings(views={"business-function": Rating(level=level)})


@pytest.fixture
def planned(file) -> Path:
    assert run(["plan", str(file), "--system", CLAIMS, "--generate"]) == 0
    return file


def shown(capsys, path: Path) -> dict:
    capsys.readouterr()
    assert run(["plan", str(path), "--system", CLAIMS, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def of_plan(found: dict) -> list[dict]:
    return [entry for entry in found["tasks"] if entry["track"] == "plan"]


def task(path: Path, *words: str) -> int:
    return run(["task", str(path), "--system", CLAIMS, *words])


def refused(capsys, *words: str) -> str:
    capsys.readouterr()
    assert run(words) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.count("\n") == 1
    return said.err


def test_without_a_plan_the_keys_are_there_and_the_file_stays(file, capsys):
    before = file.read_bytes()
    found = shown(capsys, file)
    assert (of_plan(found), found["decision_date"], found["forecast"]) == ([], None, None)
    assert file.read_bytes() == before


def test_generating_twice_writes_once(planned, capsys):
    before = planned.read_bytes()
    capsys.readouterr()
    assert run(["plan", str(planned), "--system", CLAIMS, "--generate", "--json"]) == 0
    assert len(of_plan(json.loads(capsys.readouterr().out))) == 4
    assert planned.read_bytes() == before


def test_the_sentences_name_tasks_and_dates(planned, capsys):
    capsys.readouterr()
    assert run(["plan", str(planned), "--system", CLAIMS]) == 0
    said = capsys.readouterr().out
    assert "Rehearse half a day of work without it (critical)" in said
    assert "Decision 13 Jan 2027, launch 14 Jan 2027." in said


def test_delaying_a_critical_task_moves_the_decision_by_as_many_working_days(planned, capsys):
    assert shown(capsys, planned)["decision_date"] == "2027-01-13"
    assert task(planned, LAST, "--delay", "3") == 0
    assert shown(capsys, planned)["decision_date"] == "2027-01-18"  # a weekend lies between
    assert task(planned, LAST, "--delay", "-3") == 0
    assert shown(capsys, planned)["decision_date"] == "2027-01-13"


def test_delaying_another_within_its_slack_moves_nothing(planned, capsys):
    before = shown(capsys, planned)
    slack = {entry["id"]: entry["slack_days"] for entry in before["tasks"]}
    assert slack["owner-in-production-task"] >= 3
    assert task(planned, "owner-in-production-task", "--delay", "3") == 0
    assert shown(capsys, planned)["decision_date"] == before["decision_date"]


def test_status_percent_and_owner_are_saved(planned, capsys):
    assert task(planned, LAST, "--owner", "Tomas Novak", "--percent", "40") == 0
    entry = shown(capsys, planned)["tasks"][-1]
    assert (entry["owner"], entry["status"]) == ("0003-novak", "in-progress")
    assert task(planned, LAST, "--status", "done") == 0
    kept = open_project(planned).workbook.systems[CLAIMS].plan.tasks[LAST]
    assert (kept.percent, kept.finished_on) == (100, TODAY)


def test_edits_survive_generating_again(planned):
    assert task(planned, LAST, "--owner", "0003-novak", "--delay", "2") == 0
    before = planned.read_bytes()
    assert run(["plan", str(planned), "--system", CLAIMS, "--generate"]) == 0
    assert planned.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nope", "--delay", "1"), "has a task “nope”"),
        ((LAST,), "Say what is to change"),
        ((LAST, "--owner", "Nobody"), "no person “Nobody”"),
        ((LAST, "--status", "later"), "invalid choice"),
        ((LAST, "--percent", "101"), "0 to 100"),
        ((LAST, "--percent", "half"), "0 to 100"),
        ((LAST, "--delay", "soon"), "working days"),
        ((LAST, "--delay", "99999"), "working days"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(planned, capsys, words, said):
    before = planned.read_bytes()
    assert said in refused(capsys, "task", str(planned), "--system", CLAIMS, *words)
    assert planned.read_bytes() == before


def test_an_unknown_system_is_refused(file, capsys):
    assert "nope" in refused(capsys, "plan", str(file), "--system", "nope", "--generate")
    assert "nope" in refused(capsys, "task", str(file), "--system", "nope", "a", "--delay", "1")


def test_the_calendar_is_written_and_replaced_only_with_force(planned, tmp_path, capsys):
    out = tmp_path / "o.ics"
    assert run(["calendar", str(planned), "-o", str(out)]) == 0
    assert any("Rehearse" in str(event["SUMMARY"]) for event in Calendar.from_ical(out.read_bytes()).events)
    assert "already exists" in refused(capsys, "calendar", str(planned), "-o", str(out))
    assert run(["calendar", str(planned), "-o", str(out), "--force"]) == 0


def test_a_calendar_without_a_date_is_refused(tmp_path, capsys):
    path, out = tmp_path / "n.readiness.json", tmp_path / "o.ics"
    assert run(["new", "--client", "X", "--start", "2026-11-02", "-o", str(path)]) == 0
    assert "No task has a date" in refused(capsys, "calendar", str(path), "-o", str(out))
    assert not out.exists()


def test_the_tasks_of_both_tracks_are_listed_once_each(planned, capsys):
    found = shown(capsys, planned)
    tracks = [entry["track"] for entry in found["tasks"]]
    assert set(tracks) == {"sprint", "plan"}
    assert tracks.count("sprint") == len(load_method().sprint_checks)
    assert len({entry["id"] for entry in found["tasks"]}) == len(found["tasks"])
    sprint = next(entry for entry in found["tasks"] if entry["id"] == "owner-named")
    assert (sprint["status"], sprint["slack_days"], sprint["depends_on"]) == ("done", None, [])
    assert found["decision_date"] == max(entry["finish"] for entry in of_plan(found))


def test_a_task_of_the_sprint_is_changed_too(file, capsys):
    def entries() -> dict:
        capsys.readouterr()
        assert run(["plan", str(file), "--system", UNDERWRITING, "--json"]) == 0
        return {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)["tasks"]}

    name, before = next((name, entry) for name, entry in entries().items() if entry["status"] != "done")
    words = ("--owner", "Tomas Novak", "--percent", "40", "--delay", "1")
    assert run(["task", str(file), "--system", UNDERWRITING, name, *words]) == 0
    after = entries()[name]
    assert (after["owner"], after["status"]) == ("0003-novak", "in-progress")
    assert after["finish"] > before["finish"]


def test_no_check_of_the_sprint_is_called_like_a_task_of_the_plan():
    method = load_method()
    assert {check.id for _, check in method.sprint_checks}.isdisjoint(method.remedy)


def test_tasks_that_wait_for_each_other_are_said_by_every_verb_of_the_plan(planned, capsys):
    opened = open_project(planned)
    plan = opened.workbook.systems[CLAIMS].plan
    first, last = "owner-in-production-task", LAST
    tasks = {**plan.tasks, first: plan.tasks[first].model_copy(update={"after": (last,)})}
    tasks[last] = tasks[last].model_copy(update={"after": (first,)})
    circle = replace_at(opened.workbook, ("systems", CLAIMS, "plan", "tasks"), tasks)
    save_project(planned, circle, opened)
    for words in (("plan",), ("plan", "--json"), ("task", LAST, "--percent", "10")):
        verb, *rest = words
        capsys.readouterr()
        assert run([verb, str(planned), "--system", CLAIMS, *rest]) == 0
        said = capsys.readouterr()
        assert "wait for each other" in said.out + said.err
