import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import files
from desktop.files import guard
from desktop.files.backups import versions
from desktop.files.check import Verdict, check_project
from desktop.files.guard import guarded
from desktop.files.neighbours import clean_orphans
from desktop.files.problem import Problem, Refused, sentence
from desktop.files.project import open_project, save_project
from desktop.files.schema import CURRENT
from desktop.text import area
from desktop.workbook import Engagement, Person, System, Workbook

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ONE, TWO = Workbook(engagement=Engagement(client="One")), Workbook(engagement=Engagement(client="Two"))
COPIES = [
    "acme.readiness-LAPTOP.json",
    "acme-LAPTOP.readiness.json",
    "acme.readiness (1).json",
    "acme (1).readiness.json",
    "acme.readiness (Bob's conflicted copy 2026-05-04).json",
    "acme.readiness.sync-conflict-20260504-093000-ABCDEFG.json",
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "acme.readiness.json"


def test_save_close_reopen_and_save_again_gives_the_same_bytes(path):
    written = save_project(path, ONE)
    before = path.read_bytes()
    opened = open_project(path)
    assert opened.workbook == ONE
    assert opened.notices == ()
    assert written.saved.durable
    again = save_project(path, opened.workbook, opened)
    assert path.read_bytes() == before
    assert versions(opened.envelope.project) == ()
    assert again.opened.data == before


def test_each_change_keeps_the_version_before(path):
    first = save_project(path, ONE).opened
    before = path.read_bytes()
    second = save_project(path, TWO, first).opened
    save_project(path, ONE, second)
    kept = versions(first.envelope.project)
    assert len(kept) == 2
    assert kept[-1].path.read_bytes() == before


def test_save_as_leaves_the_first_file_and_builds_on_its_revision(path):
    first = save_project(path, ONE).opened
    other = path.with_name("other.readiness.json")
    second = save_project(other, TWO, first).opened
    assert open_project(path).workbook == ONE
    assert second.envelope.parent == first.envelope.revision
    assert second.envelope.project == first.envelope.project


@pytest.mark.parametrize("name", COPIES)
def test_a_conflict_copy_is_noticed(path, name):
    first = save_project(path, ONE).opened
    save_project(path.with_name(name), TWO, first)
    opened = open_project(path)
    assert [copy.path.name for copy in opened.copies] == [name]
    assert [notice.code for notice in opened.notices] == ["conflict-copy"]
    assert check_project(path).verdict is Verdict.OPENS_WITH_PROBLEMS


def test_what_is_no_conflict_copy_is_not_noticed(path):
    first = save_project(path, ONE).opened
    save_project(path.with_name("acme2.readiness.json"), TWO, first)
    save_project(path.with_name("acme (1).readiness.json"), TWO)
    path.with_name("acme.readiness (2).json").write_bytes(path.read_bytes())
    path.with_name("acme.readiness (3).json").write_bytes(b"\0")
    assert open_project(path).copies == ()


def test_old_orphans_are_cleaned_and_others_stay(path):
    save_project(path, ONE)
    names = {".readiness-0123456789abcdef.tmp": 2, ".readiness-0123456789abcdee.tmp": 0, ".readiness-mine.tmp": 2}
    for name, days in names.items():
        orphan = path.with_name(name)
        orphan.write_bytes(b"half")
        time = (NOW - timedelta(days=days)).timestamp()
        os.utime(orphan, (time, time))
    opened = open_project(path, NOW)
    assert [(one.code, one.values["n"]) for one in opened.notices] == [("orphans-cleaned", 1)]
    left = {one.name for one in path.parent.iterdir()}
    assert left == {path.name, ".readiness-0123456789abcdee.tmp", ".readiness-mine.tmp"}
    assert clean_orphans(path.parent / "none", NOW) == 0


def newer_file(path, major="1", minor=str(CURRENT.minor + 1)):
    save_project(path, ONE)
    text = path.read_text(encoding="utf-8")
    text = text.replace(f'"major": 1,\n  "minor": {CURRENT.minor}', f'"major": {major},\n  "minor": {minor}', 1)
    path.write_text(text.replace(' "content": {', ' "content": {\n  "mood": 1,'), encoding="utf-8")


def test_a_newer_file_saved_without_a_change_keeps_its_bytes(path):
    newer_file(path)
    before = path.read_bytes()
    opened = open_project(path)
    assert [notice.code for notice in opened.notices] == ["newer-kept"]
    save_project(path, opened.workbook, opened)
    assert path.read_bytes() == before
    save_project(path, TWO, opened)
    assert open_project(path).decoded.unknown == ((("content", "mood"), 1),)


def test_a_newer_major_version_is_never_overwritten(path):
    newer_file(path, major="2", minor="0")
    opened = open_project(path)
    assert opened.read_only
    with pytest.raises(Refused) as caught:
        save_project(path, TWO, opened)
    assert caught.value.problem.code == "newer-read-only"


def test_check_tells_sound_from_dangling_references(path):
    save_project(path, ONE)
    assert check_project(path).verdict is Verdict.SOUND
    bad = Workbook(people={"p1": Person(id="p2", name="x")}, systems={"s1": System(id="s1", name="S", owner="nobody")})
    save_project(path, bad)
    report = check_project(path)
    assert report.verdict is Verdict.OPENS_WITH_PROBLEMS
    assert [(one.code, one.where) for one in report.problems] == [
        ("wrong-id", "content/people/p1"),
        ("nobody", "content/systems/s1/owner"),
    ]
    assert check_project(path.with_name("none")).verdict is Verdict.REFUSED


def test_one_saver_at_a_time_and_the_other_is_told(path):
    pauses = []

    def second():
        with guarded(path, pauses.append):
            pass

    with guarded(path), pytest.raises(Refused) as caught:
        second()
    assert caught.value.problem.code == "busy"
    assert sum(pauses) == pytest.approx(10)
    second()


def test_saving_waits_for_the_guard(path, monkeypatch):
    opened = save_project(path, ONE).opened
    monkeypatch.setattr(guard, "ATTEMPTS", 1)
    with guarded(path), pytest.raises(Refused) as caught:
        save_project(path, TWO, opened)
    assert caught.value.problem.code == "busy"


def test_an_unusable_data_folder_does_not_stop_a_save(path, monkeypatch):
    blocked = path.with_name("a file")
    blocked.write_bytes(b"")
    monkeypatch.setenv("READINESS_HOME", str(blocked))
    opened = save_project(path, ONE).opened
    save_project(path, TWO, opened)
    assert open_project(path).workbook == TWO


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    source = "".join(one.read_text(encoding="utf-8") for one in Path(files.__file__).parent.glob("*.py"))
    named = {key.removeprefix("files.") for key in area("files")}
    unused = {key for key in named if f'"{key}"' not in source and not key.startswith("lock-")}
    assert not unused
    used = set(re.findall(r'Problem\(\s*"([a-z0-9-]+)"', source)) | set(re.findall(r'errno\.\w+: "([a-z-]+)"', source))
    assert used - {"no-permission"} <= named


def test_sentences_are_plain_and_whole():
    values = dict.fromkeys(("written_by", "limit", "user", "host", "app", "since", "kept", "n"), "X")
    for key in area("files"):
        said = sentence(Problem(key.removeprefix("files."), "WHERE", values))
        assert said.endswith(".")
        assert "!" not in said
        assert "{" not in said
