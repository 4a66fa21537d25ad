import os
import stat
from pathlib import Path

import pytest

from desktop.files import atomic
from desktop.files.atomic import replace_atomically, stands_at, write_temporary
from desktop.files.exporting import exporting, write_new
from desktop.files.problem import Refused, sentence

posix = pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX thing")


def refusal(act, *arguments, **named):
    with pytest.raises(Refused) as caught:
        act(*arguments, **named)
    assert sentence(caught.value.problem)
    return caught.value.problem


class LockedByScanner:
    """A Windows virus scanner that lets go after some attempts."""

    def __init__(self, monkeypatch, attempts):
        self.left, self.pauses = attempts, []
        real = Path.replace

        def replace(path, target):
            if self.left and path.name.startswith(atomic.TEMPORARY):
                self.left -= 1
                raise PermissionError(13, "in use")
            return real(path, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(atomic, "SCANNED", True)

    def wait(self, seconds):
        self.pauses.append(seconds)


@posix
def test_new_files_are_private_and_old_modes_stay(tmp_path):
    path = tmp_path / "a"
    replace_atomically(path, b"1")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o664)
    replace_atomically(path, b"2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_the_previous_version_is_kept_beside_the_new_one(tmp_path):
    path, keep = tmp_path / "a", tmp_path / "kept" / "1"
    path.write_bytes(b"old")
    saved = replace_atomically(path, b"new", keep_previous=keep, expected=b"old")
    assert (path.read_bytes(), keep.read_bytes()) == (b"new", b"old")
    assert stands_at(path, b"new")
    assert not any(stands_at(path, other) for other in (b"old", b"ne", b"news", b""))
    assert saved.durable
    assert saved.previous == keep
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "kept"]


def test_without_hard_links_the_previous_version_is_copied(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic.os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    path, keep = tmp_path / "a", tmp_path / "kept" / "1"
    path.write_bytes(b"old")
    assert replace_atomically(path, b"new", keep_previous=keep).previous == keep
    assert keep.read_bytes() == b"old"
    assert [one.name for one in keep.parent.iterdir()] == ["1"]


def test_a_previous_version_that_cannot_be_kept_is_told_and_does_not_stop_the_save(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    (tmp_path / "file").write_bytes(b"")
    saved = replace_atomically(path, b"new", keep_previous=tmp_path / "file" / "1")
    assert path.read_bytes() == b"new"
    assert [note.code for note in saved.notes] == ["previous-not-kept"]


def test_short_writes_are_continued(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(atomic.os, "write", lambda handle, data: real(handle, data[:7]))
    replace_atomically(tmp_path / "a", b"0123456789" * 10)
    assert (tmp_path / "a").read_bytes() == b"0123456789" * 10


def test_a_disk_that_keeps_something_else_is_noticed(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(atomic.os, "write", lambda handle, data: real(handle, b"x" * len(data)))
    (tmp_path / "a").write_bytes(b"old")
    assert refusal(replace_atomically, tmp_path / "a", b"new").code == "written-wrongly"
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"old")]


def test_a_scanner_on_windows_gets_time(tmp_path, monkeypatch):
    scanner = LockedByScanner(monkeypatch, 3)
    replace_atomically(tmp_path / "a", b"new", wait=scanner.wait)
    assert scanner.pauses == [0.05, 0.1, 0.2]
    assert (tmp_path / "a").read_bytes() == b"new"


def test_after_the_last_attempt_the_work_is_kept_and_its_place_told(tmp_path, monkeypatch):
    scanner = LockedByScanner(monkeypatch, 6)
    path = tmp_path / "client.readiness.json"
    path.write_bytes(b"old")
    problem = refusal(replace_atomically, path, b"new", wait=scanner.wait)
    assert problem.code == "in-use"
    assert scanner.pauses == [0.05, 0.1, 0.2, 0.4, 0.8]
    kept = Path(problem.values["kept"])
    assert kept.read_bytes() == b"new"
    assert kept.name.startswith("client.unsaved-")
    assert kept.name.endswith(".readiness.json")
    assert path.read_bytes() == b"old"


def test_the_longest_name_that_the_disk_takes_can_be_saved(tmp_path):
    path = tmp_path / ("n" * 255)
    replace_atomically(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "code"), [("n" * 256, "name-too-long"), ("a\0b", "bad-name"), ("none/a", "no-folder")]
)
def test_names_that_cannot_be(tmp_path, name, code):
    assert refusal(replace_atomically, tmp_path / name, b"x").code == code
    assert refusal(write_new, tmp_path / name, b"x").code == code
    assert not list(tmp_path.iterdir())


def test_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "a").mkdir()
    assert refusal(replace_atomically, tmp_path / "a", b"x").code == "not-a-file"
    assert refusal(write_new, tmp_path / "a", b"x", force=True).code == "not-a-file"


def test_a_temporary_is_never_another_ones_file(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic.os, "urandom", bytes)
    taken = tmp_path / f"{atomic.TEMPORARY}{'0' * 16}.tmp"
    taken.write_bytes(b"theirs")
    refusal(write_temporary, tmp_path / "a", b"x", None)
    assert taken.read_bytes() == b"theirs"


def test_an_export_appears_whole_and_only_over_nothing_unless_forced(tmp_path):
    path = tmp_path / "board.pdf"
    write_new(path, b"one")
    assert refusal(write_new, path, b"two").code == "exists"
    assert path.read_bytes() == b"one"
    write_new(path, b"two", force=True)
    assert path.read_bytes() == b"two"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_appears_meanwhile_is_not_replaced(tmp_path):
    path = tmp_path / "board.pdf"

    def late():
        with exporting(path) as stream:
            stream.write(b"mine")
            path.write_bytes(b"theirs")

    assert refusal(late).code == "exists"
    assert path.read_bytes() == b"theirs"
    assert len(list(tmp_path.iterdir())) == 1


def test_without_hard_links_an_export_still_works(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    write_new(tmp_path / "a", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("force", [False, True])
def test_a_cancelled_export_leaves_what_was_there(tmp_path, force):
    path = tmp_path / "board.pdf"
    if force:
        path.write_bytes(b"old")

    class CancelledError(Exception):
        pass

    def cancelled():
        with exporting(path, force=force) as stream:
            stream.write(b"half")
            raise CancelledError

    with pytest.raises(CancelledError):
        cancelled()
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([b"old"] if force else [])
