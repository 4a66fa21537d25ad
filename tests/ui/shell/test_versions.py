"""Earlier versions come back through the window, and copies by a syncing service are noticed."""

import json
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.files.project import open_project, save_project
from desktop.session.versions import kept_versions
from desktop.ui.main_window import MainWindow
from desktop.ui.shell.versions_window import VersionsWindow
from desktop.workbook import Workbook
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.window import Answers, open_window, settle

CLIENT = ("engagement", "client")


def saved_twice(path: Path) -> tuple[Workbook, Workbook]:
    """A project saved as the sample and then with another client."""
    later = replace_at(sample(), CLIENT, "Renamed client")
    save_project(path, later, save_project(path, sample()).opened)
    return sample(), later


def press(window: MainWindow, name: str) -> None:
    window.do("versions")
    shown = window.findChild(VersionsWindow)
    next(b for b in shown.findChildren(QPushButton) if b.accessibleName().startswith(name)).click()
    settle()


def test_a_version_is_restored_as_one_step_that_undo_takes_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.readiness.json"
    first, later = saved_twice(path)
    with open_window() as window:
        window.desk.open(path)
        before = path.read_bytes()
        press(window, "Restore")
        assert window.desk.session.workbook == first
        assert window.isWindowModified()
        assert path.read_bytes() == before
        window.do("undo")
        assert window.desk.session.workbook == later
        assert not window.isWindowModified()


def test_a_version_opens_as_a_copy_without_a_file_and_leaves_the_project_alone(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.readiness.json"
    first, later = saved_twice(path)
    with open_window() as window:
        window.desk.open(path)
        press(window, "Open a copy")
        assert window.desk.session.workbook == first
        assert window.desk.path is None
        assert window.desk.unsaved
    assert open_project(path).workbook == later


def test_the_list_names_each_version_with_its_time_and_one_that_cannot_be_read_changes_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.readiness.json"
    _, later = saved_twice(path)
    with open_window() as window:
        window.desk.open(path)
        (kept,) = kept_versions(window.desk.project)
        kept.path.write_text("damaged", encoding="utf-8")
        press(window, f"Restore the version of {kept.when}")
        assert window.desk.session.workbook == later
        assert window.banner.isVisible()


def test_without_a_version_the_list_says_when_there_will_be_one(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.do("versions")
        shown = window.findChild(VersionsWindow)
        assert [b.text() for b in shown.findChildren(QPushButton)] == ["Close"]
        shown.reject()


def test_a_copy_by_a_syncing_service_is_noticed_and_opens_from_the_banner(qtbot: QtBot, tmp_path: Path) -> None:
    path, copy = tmp_path / "a.readiness.json", tmp_path / "a (conflicted copy).readiness.json"
    saved_twice(path)
    opened = open_project(path)
    save_project(copy, replace_at(opened.workbook, CLIENT, "Their client"), opened)
    assert json.loads(copy.read_text("utf-8"))["project"] == opened.envelope.project
    with open_window(Answers()) as window:
        window.desk.open(path)
        assert window.banner.isVisible()
        next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Open the copy").click()
        settle()
        assert window.desk.path == copy
        assert window.desk.session.workbook.engagement.client == "Their client"
