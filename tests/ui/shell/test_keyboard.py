"""Everything has a name that is read aloud, and everything can be reached and left by the keyboard."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.shell.actions import DECLARED
from tests.northwind import sample
from tests.window import open_window, settle

PAGES = ("portfolio", "engagement", "people", "profile", "sprint-1", "sprint-2", "sprint-3", "sprint-4", "add-system")
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)


def nameless(root: QWidget) -> list[str]:
    """Interactive widgets in sight that a screen reader cannot name."""
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for kind in INTERACTIVE
        for w in root.findChildren(kind)
        if w.isVisibleTo(root) and w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName() and not _says(w)
    ]


def _says(widget: QWidget) -> str:
    return str(widget.text()) if isinstance(widget, QAbstractButton) else ""


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_has_a_name(qtbot: QtBot, page: str) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go(page)
        settle()
        assert nameless(window) == []


def test_the_start_page_names_its_controls(qtbot: QtBot) -> None:
    with open_window() as window:
        assert nameless(window) == []
        assert set(window.start.ways.buttons) == {"new", "open", "import", "sample"}


def test_mnemonics_are_unique_in_each_menu_and_shortcuts_among_all(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        for menu in window.menuBar().findChildren(QMenu):
            texts = [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
            marks = [re.search(r"(?<!&)&(\w)", text.replace("&&", "")) for text in texts]
            assert all(marks), texts
            counted = Counter(mark[1].lower() for mark in marks if mark)
            assert max(counted.values()) == 1, (menu.title(), counted)
        keys = [window.actions_.by_id[d.id].shortcut().toString() for d in DECLARED if d.keys]
        assert len(keys) == len(set(keys))


def walk(window: MainWindow, most: int = 200) -> list[str]:
    """What Tab stops at, from the first field of the page until it comes round again."""
    window.activateWindow()
    window.work.host.page.focus_first()
    first = window.focusWidget()
    seen: list[str] = []
    for _ in range(most):
        focus = window.focusWidget()
        seen.append(focus.accessibleName() or _says(focus))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if window.focusWidget() is first:
            return seen
    pytest.fail(f"Tab never came round: {seen[-5:]}")


def test_the_keyboard_reaches_every_field_in_reading_order(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("engagement")
        settle()
        seen = list(dict.fromkeys(walk(window)))
        page = ["Client", "Industry", "Confidentiality line", "Start date", "Currency", "Country", "Region"]
        after = ["Other days off", "Add a day off", "Next: People", "Done: Client named"]
        assert seen[: len(page) + len(after)] == page + after
        assert seen.index("Find anything") > seen.index("Done: Country chosen")


@pytest.mark.parametrize("page", ["people", "profile", "sprint-1", "sprint-2", "sprint-3", "sprint-4"])
def test_the_keyboard_gets_out_of_every_page(qtbot: QtBot, page: str) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go(page)
        settle()
        seen = walk(window)
        assert any(name.startswith("Next: ") for name in seen)
        assert "Find anything" in seen
        assert "" not in seen
