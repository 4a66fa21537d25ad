"""A disk that is full, read-only or shared with others."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from desktop.files.atomic import replace_atomically
from desktop.files.exporting import exporting
from desktop.files.lock import Choice, Kind, LockState, Who, examine, take
from desktop.files.problem import Refused
from desktop.files.project import open_project, save_project
from desktop.workbook import Engagement, Workbook

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ONE, TWO = Workbook(engagement=Engagement(client="One")), Workbook(engagement=Engagement(client="Two"))


def mounted(path, *options):
    path.mkdir()
    command = ["mount", "-t", "tmpfs", *options, "tmpfs", str(path)]
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not allow mounting")
    return path


@pytest.fixture
def small_disk(tmp_path):
    disk = mounted(tmp_path / "disk", "-o", "size=256k")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def outcome(path, workbook, opened):
    try:
        save_project(path, workbook, opened)
    except Refused as refused:
        return refused.problem.code
    return "saved"


@pytest.mark.parametrize("room", range(0, 256, 32))
def test_a_full_disk_keeps_the_saved_version(small_disk, room):
    path = small_disk / "p.readiness.json"
    opened = save_project(path, ONE).opened
    before = path.read_bytes()
    with suppress(OSError):
        (small_disk / "filler").write_bytes(b"x" * (240 - room) * 1024)
    big = Workbook(engagement=Engagement(client="Two", note="n" * 120_000))
    code = outcome(path, big, opened)
    assert code in ("saved", "disk-full")
    assert open_project(path).workbook == (big if code == "saved" else ONE)
    assert code == "saved" or path.read_bytes() == before
    assert not list(small_disk.glob(".readiness-*"))


def test_an_export_on_a_full_disk_leaves_nothing(small_disk):
    with pytest.raises(Refused) as caught, exporting(small_disk / "board.pdf") as stream:
        stream.write(b"x" * 1_000_000)
    assert caught.value.problem.code == "disk-full"
    assert not list(small_disk.iterdir())


def test_a_read_only_disk_can_be_looked_at(tmp_path):
    disk = mounted(tmp_path / "disk")
    try:
        path = disk / "p.readiness.json"
        opened = save_project(path, ONE).opened
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert open_project(path).workbook == ONE
        with pytest.raises(Refused) as caught:
            save_project(path, TWO, opened)
        assert caught.value.problem.code == "read-only-folder"
        me = Who("anna", "desk", "test", os.getpid())
        assert examine(path, me, NOW).choices == (Choice.READ_ONLY,)
        state = take(path, me, NOW)
        assert isinstance(state, LockState)
        assert state.kind is Kind.READ_ONLY_FOLDER
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission(tmp_path):
    path = tmp_path / "p.readiness.json"
    opened = save_project(path, ONE).opened
    tmp_path.chmod(0o500)
    with pytest.raises(Refused) as caught:
        save_project(path, TWO, opened)
    tmp_path.chmod(0o700)
    assert caught.value.problem.code == "may-not-write"


def test_a_write_protected_file_is_not_replaced(tmp_path):
    path = tmp_path / "p.readiness.json"
    opened = save_project(path, ONE).opened
    path.chmod(0o400)
    with pytest.raises(Refused) as caught:
        save_project(path, TWO, opened)
    assert caught.value.problem.code == "write-protected"
    assert open_project(path).workbook == ONE


def test_replaced_under_us_is_noticed_and_kept(tmp_path):
    path = tmp_path / "p.readiness.json"
    mine = save_project(path, ONE).opened
    theirs = save_project(path, TWO, open_project(path)).opened
    assert path.read_bytes() == theirs.data != mine.data
    with pytest.raises(Refused) as caught:
        save_project(path, Workbook(engagement=Engagement(client="Mine")), mine)
    assert caught.value.problem.code == "changed-on-disk"
    assert open_project(path).workbook == TWO
    assert path.read_bytes() == theirs.data
    assert not list(tmp_path.glob(".readiness-*"))


def test_taken_away_under_us_is_noticed(tmp_path):
    path = tmp_path / "p.readiness.json"
    mine = save_project(path, ONE).opened
    path.unlink()
    with pytest.raises(Refused) as caught:
        save_project(path, TWO, mine)
    assert caught.value.problem.code == "gone"
    assert save_project(tmp_path / "new.readiness.json", TWO, mine).opened.workbook == TWO


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_through_a_link_the_real_file_is_replaced(tmp_path):
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "p.readiness.json", tmp_path / "link.readiness.json"
    save_project(real, ONE)
    real.chmod(0o640)
    link.symlink_to(real)
    save_project(link, TWO, open_project(link))
    assert link.is_symlink()
    assert open_project(real).workbook == TWO
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_itself_is_refused(tmp_path):
    link = tmp_path / "link.readiness.json"
    link.symlink_to(link)
    with pytest.raises(Refused) as caught:
        replace_atomically(link, b"x")
    assert caught.value.problem.code == "link-loop"
    assert link.is_symlink()
