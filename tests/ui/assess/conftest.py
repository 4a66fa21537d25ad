"""A window on an engagement with one system, to be answered by hand."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.pages.page import Page
from desktop.workbook import Person, Perspective, System, Workbook
from desktop.workbook.rating import Ratings
from tests.window import open_window, settle

Show = Callable[..., Page]


def plain(**fields: object) -> Workbook:
    """One system, one person who speaks for IT operations."""
    priya = Person(id="p1", name="Priya Raman", perspective=Perspective.IT_OPERATIONS)
    return Workbook(people={"p1": priya}, systems={"s1": System(id="s1", name="Triage", **fields)})


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        yield opened


@pytest.fixture
def show(window: MainWindow) -> Show:
    """Open a workbook at a page of its first system, and give the page."""

    def go(page: str, workbook: Workbook | None = None) -> Page:
        workbook = workbook or plain()
        window.desk.begin(workbook, pristine=True)
        window.work.go(page, next(iter(workbook.systems)))
        settle()
        shown = window.work.host.page
        assert shown is not None
        return shown

    return go


def ratings(window: MainWindow, question: str) -> Ratings:
    """What the document holds for one question of the system."""
    found: Ratings = window.desk.session.workbook.systems["s1"].ratings.get(question, Ratings())
    return found
