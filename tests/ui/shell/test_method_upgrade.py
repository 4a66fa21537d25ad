"""A project that was answered with another version of the method: the window carries the answers and says so."""

import json

import pytest

from desktop.files.codec import encode
from desktop.files.home import home
from desktop.workbook import Rating, System, Workbook
from desktop.workbook.rating import Ratings
from tests.unit.method.packs import SOUND, write
from tests.window import open_window

pytestmark = pytest.mark.usefixtures("qapp")
PROJECT = "5a3c0f5e-8d1b-4c55-9d43-6e6f72746877"


def saved(folder, **methods):
    ratings = {"acme-council": Ratings(views={"pilot-team": Rating(level=2)})}
    workbook = Workbook(systems={"s1": System(id="s1", name="One", ratings=ratings)}, methods=methods)
    path = folder / "p.readiness.json"
    path.write_bytes(encode(workbook, None, PROJECT)[0])
    return path


def test_answers_go_to_the_present_id_and_the_banner_says_it(tmp_path):
    packs = home() / "packs"
    packs.mkdir(parents=True)
    write(packs, SOUND)
    path = saved(tmp_path, base="2026.11", acme="1.1")
    with open_window() as window:
        assert window.desk.open(path)
        session = window.desk.session
        assert list(session.workbook.systems["s1"].ratings) == ["acme-works-council"]
        assert session.workbook.methods["acme"] == "1.2"
        assert any("acme-council" in notice for notice in window.desk.notices)
        assert window.desk.unsaved
        session.undo()
        assert not window.desk.unsaved


def test_a_pack_beside_the_project_is_used_in_the_window(tmp_path):
    path = saved(tmp_path, base="2026.11", acme="1.2")
    (tmp_path / "packs").mkdir()
    write(tmp_path / "packs", SOUND)
    with open_window() as window:
        assert window.desk.open(path)
        assert "acme-gates" in window.desk.session.method.lens


def test_without_its_pack_a_project_opens_unchanged_and_says_what_is_missing(tmp_path):
    path = saved(tmp_path, base="2026.11", acme="1.2")
    with open_window() as window:
        assert window.desk.open(path)
        assert not window.desk.unsaved
        assert any("“acme”" in notice for notice in window.desk.notices)
    assert "acme-council" in json.loads(path.read_text("utf-8"))["content"]["systems"]["s1"]["ratings"]
