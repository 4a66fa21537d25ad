"""Opening, closing, recovering and sharing files through the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.northwind import sample
from tests.window import Answers, open_window, settle


def test_closing_asks_and_cancel_keeps_all_open(qtbot: QtBot) -> None:
    answers = Answers(leaving=["cancel"])
    with open_window(answers) as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        box = window.work.host.page._cards["client"].forms()[0].frames["client"].editor.box
        box.setText("Typed and not yet sent")
        window.do("close")
        assert window.desk.session.workbook.engagement.client == "Typed and not yet sent"
        answers.leaving[:] = ["discard"]
        window.do("close")
        assert window.desk.session is None
        assert window.start.isVisible()


def test_a_file_that_is_refused_says_why_and_leaves_the_window_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    broken = tmp_path / "broken.readiness.json"
    broken.write_text('{"format": "readiness-wo', encoding="utf-8")
    with open_window(answers) as window:
        window.take_file(broken)
        assert len(answers.told) == 1
        assert window.start.isVisible()
        window.desk.begin(sample(), pristine=True)
        window.take_file(broken)
        assert window.banner.isVisible()
        assert window.desk.session.workbook == sample()


def test_the_recovery_copy_is_offered_and_opens_what_was_typed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        box = window.work.host.page._cards["client"].forms()[0].frames["client"].editor.box
        box.setText("Recovered client")
        box.editingFinished.emit()
        window.desk.keep()
        project, typed = window.desk.project, window.desk.session.workbook
        projects = window.desk.projects
        monkeypatch.setattr(projects, "clear", projects.let_go)  # as if the process had been killed
    with open_window() as window:
        assert list(window.welcome.lost) == [project]
        window.start.answered.emit(project, "recover")
        settle()
        assert window.desk.session.workbook == typed
        assert window.isWindowModified()


def test_a_second_window_may_read_what_the_first_has_open(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "project.readiness.json"
    with open_window(Answers(files=[file])) as window:
        window.desk.begin(sample(), pristine=True)
        with qtbot.waitSignal(window.desk.saved):
            window.do("save")
        lock = next(tmp_path.glob(".*"))
        lock.write_text(lock.read_text().replace('"host":', '"host": "elsewhere", "was":'), encoding="utf-8")
        answers = Answers(leaving=["cancel", "read-only"])
        with open_window(answers) as second:
            second.take_file(file)
            assert second.desk.session is None
            second.take_file(file)
            assert second.desk.read_only
            second.do("save")
            assert answers.suggested == [file]
