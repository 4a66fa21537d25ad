"""What each declared action does in the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.shell.actions import SECTIONS
from desktop.ui.theme import Mode

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0


def handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """A function for every action id."""
    desk = window.desk
    return {
        "new": lambda: _new(window),
        "open": lambda: _open(window),
        "sample": lambda: _sample(window),
        "import": window.import_from,
        "save": desk.save,
        "save-as": desk.save_as,
        "versions": lambda: _versions(window),
        "tracker": lambda: window.exports.export("tracker", window.work.system_id),
        "board": lambda: window.exports.export("board", window.work.system_id),
        "calendar": lambda: window.exports.export("calendar", None),
        "close": desk.close,
        "quit": window.close,
        "undo": partial(_at_work, window, "undo"),
        "redo": partial(_at_work, window, "redo"),
        "add-system": lambda: window.work.go("add-system"),
        "import-run": lambda: _import_run(window),
        "remove-system": partial(_at_work, window, "remove_system"),
        "find": partial(_at_work, window, "find_anything"),
        "back": lambda: window.work.step(-1),
        "next": lambda: window.work.step(1),
        "switch-system": partial(_at_work, window, "choose_system"),
        **{f"section-{n}": partial(_section, window, n) for n in range(1, SECTIONS + 1)},
        **{f"theme-{mode.value}": partial(_theme, window, mode) for mode in Mode},
        "larger": lambda: _scale(window, 0.1),
        "smaller": lambda: _scale(window, -0.1),
        "side": partial(_at_work, window, "toggle_side"),
        "full-screen": lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen),
        "guide": lambda: _show(window, "guide"),
        "shortcuts": lambda: _show(window, "shortcuts"),
        "about": lambda: _show(window, "about"),
    }


def _at_work(window: "MainWindow", what: str) -> None:
    getattr(window.work, what)()


def _new(window: "MainWindow") -> None:
    from desktop.workbook import Workbook

    window.desk.begin(Workbook(), pristine=True)


def _open(window: "MainWindow") -> None:
    chosen = window.desk.dialogs.open_file("project", window.own.settings.folder("project"))
    if chosen is not None:
        window.own.settings.remember_folder("project", chosen)
        window.desk.open(chosen)


def _sample(window: "MainWindow") -> None:
    try:
        workbook = window.desk.projects.sample()
    except Exception as error:  # noqa: BLE001  # a damaged installation is said, too
        window.desk.dialogs.tell(*window.desk.projects.sentence(error))
        return
    window.desk.begin(workbook, pristine=True)


def _import_run(window: "MainWindow") -> None:
    from desktop.ui.evidence.page import EvaluationPage

    window.work.go("evaluation")
    if isinstance(window.work.host.page, EvaluationPage):
        window.work.host.page.desk.choose_file()


def _section(window: "MainWindow", n: int) -> None:
    sections = window.work.sections
    if n <= len(sections):
        window.work.go_section(sections[n - 1])


def _theme(window: "MainWindow", mode: Mode) -> None:
    window.theme.set_mode(mode)
    window.own.settings.change(theme=mode.value)
    window.refresh()


def _scale(window: "MainWindow", by: float) -> None:
    scale = round(min(LARGEST_TEXT, max(SMALLEST_TEXT, window.theme.text_scale + by)), 1)
    window.theme.set_text_scale(scale)
    window.own.settings.change(text_scale=scale)


def _show(window: "MainWindow", what: str) -> None:
    from desktop.ui.shell.help_windows import show_help

    show_help(window, what)


def _versions(window: "MainWindow") -> None:
    from desktop.ui.shell.versions_window import show_versions

    show_versions(window)
