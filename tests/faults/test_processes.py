"""Several processes at one project, and processes that are killed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.files.project import open_project, save_project
from desktop.workbook import Workbook

ROOT = Path(__file__).resolve().parents[2]
COUNTING = Path(__file__).with_name("counting.py")


def started(path, times, name):
    return subprocess.Popen([sys.executable, str(COUNTING), str(ROOT), str(path), str(times), name])


def test_three_writers_lose_no_update(tmp_path):
    path = tmp_path / "p.readiness.json"
    save_project(path, Workbook())
    writers = [started(path, 25, name) for name in "abc"]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert set(open_project(path).workbook.people) == {f"{name}-{n}" for name in "abc" for n in range(25)}


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_while_saving_leaves_a_whole_earlier_state(tmp_path):
    path = tmp_path / "p.readiness.json"
    save_project(path, Workbook())
    revisions = set()
    for attempt in range(4):
        writer = started(path, 10_000, f"k{attempt}")
        before = path.stat().st_ino
        while path.stat().st_ino == before or len(list(tmp_path.glob(".readiness-*"))) == 0:
            assert writer.poll() is None
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        opened = open_project(path)
        assert not opened.decoded.altered
        revisions.add(opened.envelope.revision)
        json.loads(path.read_bytes())
    assert len(revisions) == 4
