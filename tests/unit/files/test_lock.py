import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.files.lock import Choice, Kind, Lock, LockState, Who, examine, lock_path, take
from desktop.files.problem import sentence
from desktop.files.processes import is_alive

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ME = Who("Anna Ölmann", "desk", "Readiness Workbook 0.1.0", os.getpid())
ELSEWHERE = Who("Bob", "laptop", "Readiness Workbook 0.1.0", 77)


@pytest.fixture
def project(tmp_path):
    return tmp_path / "p.readiness.json"


@pytest.fixture
def dead_pid():
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def held(project, who=ME, since=NOW):
    lock = take(project, who, since)
    assert isinstance(lock, Lock)
    return lock


def test_free_taken_and_released(project):
    assert examine(project, ME, NOW).kind is Kind.FREE
    lock = held(project)
    assert examine(project, ME, NOW).kind is Kind.OWN
    assert [one.name for one in project.parent.iterdir()] == [".p.readiness.json.lock"]
    lock.release()
    assert not list(project.parent.iterdir())
    lock.release()


def test_who_and_since_are_told(project):
    held(project, ELSEWHERE)
    state = examine(project, ME, NOW + timedelta(hours=1))
    assert state.kind is Kind.OTHER_HOST
    assert state.who == ELSEWHERE
    assert state.since == NOW
    assert "Bob on laptop" in sentence(state.problem)


@pytest.mark.parametrize(
    ("age", "kind"),
    [
        (timedelta(minutes=1), Kind.OTHER_HOST),
        (timedelta(days=400), Kind.OLD),
        (timedelta(minutes=-5), Kind.OTHER_HOST),
        (timedelta(days=-400), Kind.FUTURE),
    ],
)
def test_no_lock_of_another_computer_is_broken_by_its_age(project, age, kind):
    held(project, ELSEWHERE, NOW - age)
    state = take(project, ME, NOW)
    assert isinstance(state, LockState)
    assert state.kind is kind
    assert state.choices == (Choice.READ_ONLY, Choice.OPEN_ANYWAY)


@pytest.mark.parametrize(("text", "kind"), [(b"", Kind.EMPTY), (b"\0\xff\x07", Kind.BINARY), (b"[]", Kind.BINARY)])
def test_unreadable_locks_block_until_somebody_chooses(project, text, kind):
    lock_path(project).write_bytes(text)
    state = take(project, ME, NOW)
    assert isinstance(state, LockState)
    assert state.kind is kind
    assert Choice.OPEN_ANYWAY in state.choices
    lock = take(project, ME, NOW, over=state)
    assert isinstance(lock, Lock)


def test_opening_anyway_replaces_only_the_lock_that_was_shown(project):
    held(project, ELSEWHERE)
    shown = examine(project, ME, NOW)
    lock_path(project).unlink()
    held(project, replace(ELSEWHERE, user="Carol"))
    state = take(project, ME, NOW, over=shown)
    assert isinstance(state, LockState)
    assert state.who.user == "Carol"


def test_a_dead_process_of_this_computer_is_taken_over(project, dead_pid):
    held(project, replace(ME, pid=dead_pid))
    assert examine(project, ME, NOW).kind is Kind.DEAD
    held(project)


def test_a_live_process_of_this_computer_is_not(project):
    held(project, replace(ME, pid=os.getppid()))
    state = take(project, ME, NOW)
    assert isinstance(state, LockState)
    assert state.kind is Kind.LIVE


def test_releasing_leaves_the_lock_of_another(project):
    mine = held(project)
    lock_path(project).unlink()
    held(project, ELSEWHERE)
    mine.release()
    assert examine(project, ME, NOW).who == ELSEWHERE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_as_lock_does_not_hang(project):
    os.mkfifo(lock_path(project))
    assert examine(project, ME, NOW).kind is Kind.BINARY


def test_of_many_at_once_one_gets_the_lock(project):
    people = [replace(ELSEWHERE, host=f"h{n}") for n in range(12)]
    with ThreadPoolExecutor(12) as pool:
        results = list(pool.map(lambda who: take(project, who, NOW), people))
    assert sum(isinstance(one, Lock) for one in results) == 1
    assert {one.kind for one in results if isinstance(one, LockState)} == {Kind.OTHER_HOST}


def test_every_state_has_its_sentence():
    said = {sentence(LockState(kind).problem) for kind in Kind}
    assert len(said) == len(Kind)


def test_dead_and_impossible_process_numbers(dead_pid):
    assert is_alive(os.getpid())
    assert not any(is_alive(pid) for pid in (dead_pid, 0, -1, 2**40))
