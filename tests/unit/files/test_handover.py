"""A second start finds the first window, or opens one of its own; nothing is left behind."""

import os
from pathlib import Path

import pytest

from desktop.files.handover import PAUSES, Handover


@pytest.fixture
def first():
    handover = Handover()
    yield handover
    handover.end()


@pytest.fixture
def second(first):
    handover = Handover()
    yield handover
    handover.end()


def test_only_one_is_first_and_the_next_after_it_has_gone(first, second):
    assert first.first
    assert not second.first
    first.end()
    third = Handover()
    assert third.first
    third.end()


def test_the_first_gets_the_file_that_the_second_was_started_with(first, second):
    got: list[Path | None] = []
    assert second.ask(Path("/x/Förderung.readiness.json"), wait=lambda _seconds: got.extend(first.take()))
    assert got == [Path("/x/Förderung.readiness.json")]
    assert first.take() == ()


def test_without_a_file_the_first_comes_to_the_front(first, second):
    got: list[Path | None] = []
    assert second.ask(None, wait=lambda _seconds: got.extend(first.take()))
    assert got == [None]


def test_a_note_that_nobody_takes_is_withdrawn(first, second):
    pauses: list[float] = []
    assert not second.ask(Path("/x/a.readiness.json"), wait=pauses.append)
    assert len(pauses) == PAUSES
    assert first.take() == ()


def test_what_is_no_note_is_thrown_away(first):
    (first.folder / "a.note").write_bytes(b"\xff{")
    (first.folder / "b.note").write_text('["x"]')
    (first.folder / "c.note").mkdir()
    (first.folder / "d.note").write_text('{"path": 1}')
    assert first.take() == ()
    assert [left.name for left in first.folder.glob("*.note")] == ["c.note"]


def test_notes_come_in_the_order_they_were_left(first):
    for at, name in enumerate("bac"):
        note = first.folder / f"{name}.note"
        note.write_text(f'{{"path": "/{name}"}}')
        os.utime(note, (at, at))
    assert first.take() == (Path("/b"), Path("/a"), Path("/c"))
