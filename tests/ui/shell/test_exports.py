"""Exports from the window, and the preview of what they write."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.pages import board_preview
from desktop.ui.pages.reports import ReportsPage
from tests.northwind import sample
from tests.window import Answers, open_window, settle


def test_the_preview_shows_the_bytes_that_the_export_writes(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "board.pdf"
    with open_window(Answers(files=[target])) as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("reports")
        page = window.work.host.page
        assert isinstance(page, ReportsPage)
        page.preview.wait()
        with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=120_000):
            page.buttons["board"].click()
        assert target.read_bytes() == page.preview.drawn.data
        assert len(page.preview._sheets) == len(page.preview.drawn.pages) > 1


def test_cancel_leaves_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "board.pdf"
    with open_window(Answers(files=[target])) as window:
        window.desk.begin(sample(), pristine=True)
        with qtbot.waitSignal(window.exports.jobs.cancelled, timeout=120_000):
            window.do("board")
            window.exports.jobs.cancel()
        assert list(tmp_path.iterdir()) == []
        assert window.banner.isVisible()


def test_an_export_that_cannot_be_written_says_why_and_going_back_begins_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers(files=[tmp_path / "missing" / "board.pdf"])
    with open_window(answers) as window:
        window.desk.begin(sample(), pristine=True)
        with qtbot.waitSignal(window.exports.jobs.failed, timeout=120_000):
            window.do("board")
        settle()
        assert window.banner._result.accessibleName()
        assert not window.exports.export("board", None)


def test_typing_goes_on_while_an_export_runs_and_the_export_keeps_what_it_began_with(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    with open_window(Answers(files=[first, second])) as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        box = window.work.host.page._cards["client"].forms()[0].frames["client"].editor.box
        with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=120_000):
            window.do("board")
            box.setText("Someone else")
            box.editingFinished.emit()
        window.do("undo")
        with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=120_000):
            window.do("board")
        assert first.read_bytes() == second.read_bytes()


def test_the_preview_is_drawn_by_the_method_of_the_project(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, real = [], board_preview.board_bytes

    def watched(wanted: board_preview.Wanted, progress: object) -> bytes:
        seen.append(wanted.method)
        return real(wanted, progress)

    monkeypatch.setattr(board_preview, "board_bytes", watched)
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        own = replace(window.desk.session.method, packs={"acme": "1.0"})
        window.desk.session.method = own
        window.work.go("reports")
        window.work.host.page.preview.wait()
    assert seen == [own]
