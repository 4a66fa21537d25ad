"""A second start shows its file in the window that runs already."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.files.handover import Handover
from desktop.ui.shell.file_requests import Notes
from tests.northwind import ROOT


def test_a_note_reaches_the_window_that_runs(qtbot, tmp_path):
    first, parent, got = Handover(), QObject(), []
    Notes(parent, first, got.append)
    words = [sys.executable, "-m", "desktop", "a file.readiness.json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    second = subprocess.Popen(words, cwd=tmp_path, env=environment)
    qtbot.waitUntil(lambda: bool(got), timeout=60_000)
    assert got == [tmp_path / "a file.readiness.json"]
    assert second.wait() == 0
    first.end()


def test_a_note_left_before_anybody_watched_is_heard(qtbot):
    first, parent, got = Handover(), QObject(), []
    (first.folder / "early.note").write_text('{"path": "/x"}')
    Notes(parent, first, got.append)
    qtbot.waitUntil(lambda: got == [Path("/x")])
    first.end()
