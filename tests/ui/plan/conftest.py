"""The window at the page of a plan."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.plan.page import PlanPage
from desktop.workbook import Workbook
from tests.planned import book
from tests.window import open_window, settle

Show = Callable[..., PlanPage]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as opened:
        yield opened


@pytest.fixture
def show(window: MainWindow) -> Show:
    """Open a workbook at the plan of its first system, and give the page with the keyboard on its view."""

    def go(workbook: Workbook | None = None) -> PlanPage:
        workbook = workbook or book()
        window.desk.begin(workbook, pristine=True)
        window.work.go("plan", next(iter(workbook.systems)))
        settle()
        page = window.work.host.page
        assert isinstance(page, PlanPage)
        page.focus_first()
        return page

    return go
