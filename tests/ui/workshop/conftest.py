"""A room with four people, the workshop begun, and keys to press."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.workshop.page import WorkshopPage
from desktop.workbook import Person, Perspective, System, Workbook
from desktop.workbook.rating import Ratings
from tests.window import open_window, settle

VIEWS = tuple(Perspective)
Open = Callable[[Workbook], WorkshopPage]


def room() -> Workbook:
    """One system, four people, one for each perspective, and somebody who leads."""
    people = {view.value: Person(id=view.value, name=f"Speaker of {view.value}", perspective=view) for view in VIEWS}
    lead = Person(id="lead", name="Aylin Demir")
    workbook = Workbook(people={**people, "lead": lead}, systems={"s1": System(id="s1", name="Triage")})
    return workbook.model_copy(update={"engagement": workbook.engagement.model_copy(update={"lead": "lead"})})


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        yield opened


@pytest.fixture
def begin(window: MainWindow) -> Open:
    def go(workbook: Workbook) -> WorkshopPage:
        window.desk.begin(workbook, pristine=True)
        window.work.go("workshop", "s1")
        page = window.work.host.page
        assert isinstance(page, WorkshopPage)
        page.focus_first()
        page.setup.begin.click()
        settle()
        return page

    return go


def press(window: MainWindow, *keys: str | Qt.Key) -> None:
    """Keys to whatever has the keyboard."""
    for key in keys:
        QTest.keyClick(window.focusWidget(), key)


def ratings(window: MainWindow, question: str) -> Ratings:
    return window.desk.session.workbook.systems["s1"].ratings.get(question, Ratings())


def painted(widget: QWidget) -> bytes:
    """The pixels of a widget."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return bytes(buffer.data())


def spoken(widget: QWidget) -> str:
    parts = [widget, *widget.findChildren(QWidget)]
    return "\n".join(f"{one.accessibleName()}\n{one.accessibleDescription()}\n{one.toolTip()}" for one in parts)
