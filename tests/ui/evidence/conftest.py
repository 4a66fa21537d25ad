"""The page of the evaluation over the sample or over a workbook of one's own."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.evidence.page import EvaluationPage
from desktop.ui.main_window import MainWindow
from desktop.workbook import Workbook
from tests.northwind import sample
from tests.window import Answers, open_window, settle

CLAIMS = "0001-claims-triage"
Show = Callable[..., EvaluationPage]


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def window(qtbot: QtBot, answers: Answers) -> Iterator[MainWindow]:
    with open_window(answers) as opened:
        yield opened


@pytest.fixture
def show(window: MainWindow) -> Show:
    """Open a workbook at the evaluation of a system, and give the page."""

    def go(workbook: Workbook | None = None, system: str = CLAIMS) -> EvaluationPage:
        window.desk.begin(workbook or sample(), pristine=True)
        window.work.go("evaluation", system)
        settle()
        page = window.work.host.page
        assert isinstance(page, EvaluationPage)
        return page

    return go


def runs(window: MainWindow, system: str = CLAIMS) -> dict[str, object]:
    """The runs that the document holds."""
    held = window.desk.session.workbook.systems[system].sprint
    return dict(held.scoring.runs) if held else {}
