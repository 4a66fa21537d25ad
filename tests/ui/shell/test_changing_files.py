"""From one file to another: nothing is closed before its successor is there, and nothing is lost on the way."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.cli import run
from desktop.files.project import open_project
from desktop.session.editing import Edit
from desktop.text import say
from desktop.ui.dialogs import QtDialogs, Question
from desktop.ui.main_window import MainWindow
from desktop.workbook.edits.places import set_value
from tests.window import Answers, open_window, settle, theme

CLIENT = ("engagement", "client")
Project = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    def made(name: str, **outer: object) -> Path:
        path = tmp_path / f"{name}.readiness.json"
        assert run(["new", "--client", name, "--start", "2026-11-02", "-o", str(path)]) == 0
        if outer:
            path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | outer), encoding="utf-8")
        return path

    return made


def rename(window: MainWindow, client: str) -> None:
    assert window.desk.session
    window.desk.session.apply(Edit("x", CLIENT, lambda workbook: set_value(workbook, CLIENT, client)))


def save(window: MainWindow, action: str = "save") -> None:
    window.do(action)
    window.desk.finish()
    settle()


def test_the_file_that_leaving_saved_is_opened_as_it_is_then(qtbot: QtBot, project: Project) -> None:
    file = project("one")
    with open_window(Answers(leaving=["save"])) as window:
        window.take_file(file)
        rename(window, "Renamed")
        window.take_file(file)
        assert window.desk.client == "Renamed"
        rename(window, "Twice")
        save(window)
        assert open_project(file).workbook.engagement.client == "Twice"


@pytest.mark.parametrize("unsaved", [False, True])
def test_going_back_from_a_locked_file_keeps_the_open_one(qtbot: QtBot, project: Project, unsaved: bool) -> None:
    mine, other = project("mine"), project("other")
    with open_window(Answers(leaving=["discard", "cancel"] if unsaved else ["cancel"])) as window:
        window.take_file(mine)
        if unsaved:
            rename(window, "Typed")
        own = mine.with_name(f".{mine.name}.lock")
        text = own.read_text(encoding="utf-8").replace('"host":', '"host": "elsewhere", "was":')
        other.with_name(f".{other.name}.lock").write_text(text, encoding="utf-8")
        window.take_file(other)
        assert window.desk.path == mine
        assert window.desk.client == ("Typed" if unsaved else "mine")
        assert own.exists()


def test_the_lock_moves_with_the_open_file(qtbot: QtBot, project: Project, tmp_path: Path) -> None:
    first, second = project("first"), project("second")
    with open_window() as window:
        for file in (first, second, second, first):
            window.take_file(file)
            assert [lock.name for lock in tmp_path.glob(".*.lock")] == [f".{file.name}.lock"]
    assert not list(tmp_path.glob(".*.lock"))


def test_a_copy_of_a_newer_file_keeps_what_this_version_does_not_know(qtbot: QtBot, project: Project) -> None:
    file = project("newer")
    head = json.loads(file.read_text(encoding="utf-8"))
    head["schema"]["minor"] = 900
    head["content"]["engagement"]["future"] = "kept"
    file.write_text(json.dumps(head), encoding="utf-8")
    copy = file.with_name("copy.readiness.json")
    with open_window(Answers(files=[copy])) as window:
        window.take_file(file)
        rename(window, "Renamed")
        save(window, "save-as")
    written = json.loads(copy.read_text(encoding="utf-8"))
    assert written["schema"] == {"major": 1, "minor": 900}
    assert written["content"]["engagement"]["future"] == "kept"
    assert written["project"] != head["project"]


def test_a_file_of_a_newer_major_version_is_never_written_over(qtbot: QtBot, project: Project) -> None:
    file = project("major", schema={"major": 2, "minor": 0})
    before = file.read_bytes()
    copy = file.with_name("copy.readiness.json")
    answers = Answers(files=[copy])
    with open_window(answers) as window:
        window.take_file(file)
        rename(window, "Renamed")
        save(window)
        assert answers.suggested  # Save asks for another name at once
    assert file.read_bytes() == before
    assert open_project(copy).workbook.engagement.client == "Renamed"


def test_a_file_that_cannot_be_opened_is_no_reason_to_save(qtbot: QtBot, project: Project, tmp_path: Path) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    with open_window() as window:
        window.take_file(project("one"))
        window.take_file(picture)
        shown = [b.text() for b in window.banner.findChildren(QAbstractButton) if b.isVisible()]
        assert say("shell.job.save-as") not in shown


@pytest.mark.parametrize("answer", ["cancel", "replace"])
def test_a_name_that_gets_its_ending_here_replaces_nothing_unasked(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    (tmp_path / "report.xlsx").write_bytes(b"mine")
    asked = []

    def answered(question: Question) -> int:
        asked.append(question)
        question.answer = answer
        return 0

    monkeypatch.setattr(Question, "exec", answered)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "report"), ""))
    chosen = QtDialogs(theme()).save_file("tracker", Path("x.xlsx"))
    assert len(asked) == 1
    assert chosen == (tmp_path / "report.xlsx" if answer == "replace" else None)
