"""Saving and exporting leave the window alive: they run in another thread, and the window's own work goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.northwind import sample
from tests.window import Answers, open_window

TICKS = 10
PATIENCE_MS = 120_000  # how long a signal is waited for before the test is given up


class Held:
    """Lets work through only after the window's event loop has come round ``TICKS`` times."""

    def __init__(self) -> None:
        self.threads: list[Thread] = []
        self.ticks = 0
        self._free = Event()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def around(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def held(*args: Any, **named: Any) -> Any:
            self.threads.append(current_thread())
            if current_thread() is main_thread():  # waiting here would be for ever
                raise AssertionError("work in the window's thread")
            self._free.wait()
            return work(*args, **named)

        return held

    def _tick(self) -> None:
        if self.threads:
            self.ticks += 1
        if self.ticks >= TICKS:
            self._timer.stop()
            self._free.set()


@pytest.mark.parametrize("kind", ["tracker", "board"])
def test_an_export_lets_the_window_go_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    from desktop.session import exporting

    held, target = Held(), tmp_path / {"tracker": "out.xlsx", "board": "out.pdf"}[kind]
    monkeypatch.setattr(exporting, "export", held.around(exporting.export))
    with open_window(Answers(files=[target])) as window:
        window.desk.begin(sample(), pristine=True)
        with qtbot.waitSignal(window.exports.jobs.succeeded, timeout=PATIENCE_MS):
            window.do(kind)
    assert held.ticks == TICKS
    assert main_thread() not in held.threads
    assert target.is_file()


def test_a_save_lets_the_window_go_on(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, target = Held(), tmp_path / "northwind.readiness.json"
    with open_window() as window:
        projects = window.desk.projects
        monkeypatch.setattr(projects, "save", held.around(projects.save))
        window.desk.begin(sample(), pristine=False)
        with qtbot.waitSignal(window.desk.saved, timeout=PATIENCE_MS):
            window.desk.save_to(target)
    assert held.ticks == TICKS
    assert main_thread() not in held.threads
    assert target.is_file()
