"""What a crash leaves behind: the latest kept state once, over its own file, and never over somebody else's work."""

from pathlib import Path

import pytest
import shiboken6

from desktop.files.project import open_project, save_project
from desktop.files.recovery import RecoveryStore
from desktop.session.documents import Documents
from desktop.session.editing import Edit
from desktop.ui.shell.desk import Desk
from desktop.workbook import Workbook
from desktop.workbook.edits.places import set_value
from tests.northwind import sample
from tests.window import Answers, open_window

AT = ("engagement", "client")


@pytest.fixture
def desk(qapp):
    with open_window() as window:
        yield window.desk


@pytest.fixture
def after_crash(qapp):
    """Makes a desk of the next process; the system has let go of what the last one held."""
    desks: list[Desk] = []

    def start_again(desk: Desk) -> Desk:
        store = RecoveryStore()
        for project in tuple(store._held):
            store.let_go(project)
        desks.append(Desk(Documents(), Answers(), desk._start, desk.clock))
        return desks[-1]

    yield start_again
    for one in desks:
        one.projects.release()
        shiboken6.delete(one)  # here and now: the collector might do it in the thread of some later job


def write(desk: Desk, text: str) -> Workbook:
    desk.session.apply(Edit("Set", AT, lambda w: set_value(w, AT, text)))
    return desk.session.workbook


def save(desk: Desk, path: Path) -> None:
    desk.save_to(path)
    desk._jobs.wait()


def test_undo_back_to_a_state_that_was_kept_before_a_save_is_kept_again(desk, after_crash, tmp_path):
    desk.begin(sample(), pristine=False)
    first = write(desk, "First")
    desk.keep()
    write(desk, "Second")
    save(desk, tmp_path / "p.readiness.json")
    desk.session.undo()
    desk.keep()
    (lost,) = after_crash(desk).projects.lost()
    assert after_crash(desk).projects.recover(lost.id) == first


def test_typing_during_the_first_save_leaves_no_copy_under_the_passing_id(desk, after_crash, tmp_path):
    desk.begin(sample(), pristine=False)
    write(desk, "Kept before the save")
    desk.keep()
    desk.save_to(tmp_path / "p.readiness.json")
    write(desk, "Typed while it is saved")
    desk._jobs.wait()
    assert after_crash(desk).projects.lost() == ()
    desk.keep()
    (lost,) = after_crash(desk).projects.lost()
    assert lost.id == desk.project


def test_recovered_work_that_was_saved_or_discarded_is_not_offered_again(desk, after_crash, tmp_path):
    for leave in ("save", "discard"):
        desk.begin(sample(), pristine=False)
        write(desk, f"To {leave}")
        desk.keep()
        second = after_crash(desk)
        assert second.recover(second.projects.lost()[0])
        if leave == "save":
            save(second, tmp_path / "p.readiness.json")
        second.dialogs.leaving[:] = ["discard"]
        assert second.close()
        desk = after_crash(second)
        assert desk.projects.lost() == ()


def test_recovered_work_is_open_here_and_offered_to_no_other_window(desk, after_crash, tmp_path):
    path = tmp_path / "p.readiness.json"
    desk.begin(sample(), pristine=False)
    save(desk, path)
    write(desk, "Lost")
    desk.keep()
    second = after_crash(desk)
    desk.projects.release()
    second.recover(second.projects.lost()[0])
    assert Documents().lost() == ()
    assert list(tmp_path.glob(".*.lock"))
    second.projects.release()


def test_recovered_work_never_writes_over_what_somebody_saved_since(desk, after_crash, tmp_path):
    path = tmp_path / "p.readiness.json"
    desk.begin(sample(), pristine=False)
    save(desk, path)
    lost = write(desk, "Lost")
    desk.keep()
    elsewhere = open_project(path)
    save_project(path, set_value(elsewhere.workbook, AT, "Saved by a colleague"), elsewhere)
    second = after_crash(desk)
    assert second.recover(second.projects.lost()[0])
    assert second.session.workbook == lost
    assert second.path is None
    second.save()
    assert open_project(path).workbook.engagement.client == "Saved by a colleague"
