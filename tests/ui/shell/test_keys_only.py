"""A new engagement up to its first answers, with keys alone: no mouse, no widget called by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.scroll_page import ScrollPage
from tests.every_page import PAGES
from tests.northwind import sample
from tests.window import open_window, settle

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hands:
    """Types into whatever has the keyboard."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def at(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return (popup.focusWidget() or popup) if popup else (self.window.focusWidget() or self.window)

    def press(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.at, key, with_)
        settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.at, text)
        settle()

    def tab_to(self, name: str) -> None:
        for _ in range(100):
            if name in (self.at.accessibleName() or _text(self.at)):
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reached {name}")

    def find(self, words: str) -> None:
        self.press(Qt.Key.Key_K, CONTROL)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    @property
    def page(self) -> str:
        place = self.window.work.host.place
        return place.page if place else ""


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_from_the_start_page_to_an_answer(qtbot: QtBot) -> None:
    with open_window() as window:
        window.activateWindow()
        hands = Hands(window)
        hands.press(Qt.Key.Key_Return)  # the likeliest way in has the keyboard
        assert hands.page == "engagement"
        hands.type("Acme Bank")
        hands.tab_to("Start date")
        hands.type("2.11.2026")
        hands.tab_to("Next:")
        hands.press(Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_Return)  # the first thing there is adding a person
        hands.type("Maria Keller")
        hands.tab_to("Sponsor")
        hands.type("Mar")
        hands.press(Qt.Key.Key_Return)
        hands.tab_to("Next:")
        hands.press(Qt.Key.Key_Return)
        hands.type("Claims triage")
        hands.press(Qt.Key.Key_Return)
        assert hands.page == "profile"
        hands.find("audit")
        hands.press(Qt.Key.Key_Return)  # starts the sprint
        hands.press(Qt.Key.Key_Return)  # adds the first metric
        hands.type("Handling cost")
        hands.press(Qt.Key.Key_Right, ALT)
        assert hands.page == "sprint-2"
        hands.find("questions")
        hands.type("2")
        workbook = window.desk.session.workbook
        system = next(iter(workbook.systems.values()))
        assert (workbook.engagement.client, system.name) == ("Acme Bank", "Claims triage")
        assert workbook.people[workbook.engagement.sponsor].name == "Maria Keller"
        assert [metric.name for metric in system.sprint.metrics.values()] == ["Handling cost"]
        assert system.ratings


def test_enter_on_a_choice_goes_to_what_it_stands_in(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.activateWindow()
        window.work.go("checkin")
        settle()
        page, hands = window.work.host.page, Hands(window)
        page.turn.status.focus_first()
        first = page.turn.ref
        hands.press(Qt.Key.Key_Return)
        assert page.turn.ref != first


def test_every_stop_on_every_page_has_a_name(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        for page in PAGES:
            window.work.go(page)
            areas = window.work.host.page.findChildren(ScrollPage)
            assert all(area.accessibleName() for area in areas), page


@pytest.mark.parametrize(
    ("page", "first"), [("people", "Helena Brandt"), ("sprint-4", "Monthly cost"), ("launch", "Before launch")]
)
def test_a_page_begins_with_what_stands_first(qtbot: QtBot, page: str, first: str) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.activateWindow()
        window.work.go(page)
        window.work.host.page.focus_first()
        settle()
        focus = window.focusWidget()
        assert first in (focus.accessibleName() or _text(focus))
