"""A document can be closed while its board summary is still being drawn."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.pages import board_preview
from tests.northwind import sample
from tests.window import open_window, settle


def test_closing_waits_for_the_preview_that_is_being_drawn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, real = Event(), board_preview.board_bytes

    def watched(*args: object) -> bytes:
        begun.set()
        return real(*args)

    monkeypatch.setattr(board_preview, "board_bytes", watched)
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("reports")
        qtbot.waitUntil(begun.is_set)
        jobs = window.work.host.page.preview._jobs
        window.desk.close()
        assert not jobs.busy
        settle()
        assert window.isVisible()
