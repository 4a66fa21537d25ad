"""Nothing leaves the computer: every way to the network is closed and watched while the app does its work."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.northwind import ROOT
from tests.window import Answers, open_window, settle

WATCH = """
import sys
def watch(event, given):
    if event.startswith(("socket.", "urllib.", "http.", "webbrowser.")):
        raise RuntimeError("network: " + event)
sys.addaudithook(watch)
"""
_WATCHED: list[list[str]] = []


def _hook(event: str, _given: object) -> None:
    if _WATCHED and event.startswith(("socket.", "urllib.", "http.", "webbrowser.")):
        _WATCHED[-1].append(event)


sys.addaudithook(_hook)  # a hook cannot be taken out again, so it listens only while a test asks for it


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was attempted; each attempt fails as well."""

    def refuse(*_given: object, **_named: object) -> None:
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    found: list[str] = []
    _WATCHED.append(found)
    yield found
    _WATCHED.remove(found)


def test_the_watch_sees_an_attempt(attempts: list[str]) -> None:
    with socket.socket() as opened, pytest.raises(OSError, match="no network"):
        opened.connect(("127.0.0.1", 9))
    assert attempts == ["socket.__new__"]


def test_the_window_opens_saves_and_exports_without_it(qtbot: QtBot, tmp_path: Path, attempts: list[str]) -> None:
    project, tracker, board = tmp_path / "p.readiness.json", tmp_path / "t.xlsx", tmp_path / "b.pdf"
    answers = Answers()
    with open_window(answers) as window:
        window.do("sample")
        for page in ("portfolio", "profile", "sprint-1", "sprint-4", "import"):
            window.work.go(page)
            settle()
        answers.files[:] = [project]
        with qtbot.waitSignal(window.desk.saved, timeout=60_000):
            window.do("save")
        for kind, target in (("tracker", tracker), ("board", board)):
            answers.files[:] = [target]
            with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=120_000):
                window.do(kind)
        window.do("close")
        window.take_file(project)
        assert window.desk.session is not None
    assert all(path.stat().st_size > 1_000 for path in (project, tracker, board))
    assert attempts == []


def test_the_command_line_works_without_it(tmp_path: Path) -> None:
    watch = tmp_path / "watched.py"
    watch.write_text(f"{WATCH}\nfrom desktop.cli import run\nsys.exit(run(sys.argv[1:]))\n", encoding="utf-8")
    project, found = str(tmp_path / "p.readiness.json"), {**os.environ, "PYTHONPATH": str(ROOT)}
    for words in (
        ("sample", "-o", project),
        ("check", project, "--json"),
        ("analyse", project, "--json"),
        ("tracker", project, "-o", str(tmp_path / "t.xlsx")),
        ("board", project, "-o", str(tmp_path / "b.pdf")),
        (
            "inventory",
            str(ROOT / "resources/samples/Group AI inventory.xlsx"),
            "-o",
            str(tmp_path / "i.readiness.json"),
        ),
    ):
        done = subprocess.run(
            [sys.executable, watch, *words], cwd=ROOT, capture_output=True, text=True, check=False, env=found
        )
        assert done.returncode in (0, 1), (words[0], done.stderr)
        assert "network" not in done.stderr
