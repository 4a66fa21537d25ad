"""Texts that could be taken for something else go through the pages, the tracker and the board summary of the launch."""

from io import BytesIO

import pytest
from pytestqt.qtbot import QtBot

from desktop.reports.pdf.board import write_board
from desktop.workbook import Workbook
from desktop.workbook.path import replace_at
from tests.northwind import sample
from tests.unit.reports.excel.opened import opened, sheet, written
from tests.unit.reports.pdf.variants import report_of
from tests.window import open_window, settle

CLAIMS = "0001-claims-triage"
HOSTILE = (
    '=HYPERLINK("http://example.test","x")',
    "<b>bold</b> & <img src=x>",
    "{name} {0} %s",
    "\x07bell\x00",
    "\u202eright to left",
    "\U0001d56c\U0001d591\U0001d591 \U0001f600",
    "A" * 1_900,
    "+1-1",
    "line\nbreak\ttab",
)


def spoilt(text: str) -> Workbook:
    at = ("systems", CLAIMS, "launch")
    workbook = sample()
    for place in (
        ("workflow", "today", "0001-nw26", "name"),
        ("workflow", "redesigned", "0001-nw26", "who"),
        ("workflow", "reviewers", "0001-nw26", "name"),
        ("raci", "duties", "0001-nw26", "name"),
        ("checklist", "0001-nw26", "name"),
        ("training", "0001-nw26", "audience"),
        ("escalation", "0001-nw26", "when"),
        ("rollback", "trigger"),
        ("rollout", "gates", "phase-1", "users"),
        ("rollout", "signals", "0001-nw26", "name"),
    ):
        workbook = replace_at(workbook, (*at, *place), text)
    return replace_at(workbook, ("people", "0002-keller", "name"), text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_reports_take_them_as_texts(text):
    report = report_of(spoilt(text))
    book = opened(written(report))
    for name in ("workflow", "raci", "launch", "rollout"):
        texts = [cell for row in sheet(book, name).iter_rows() for cell in row if isinstance(cell.value, str)]
        assert [cell.value for cell in texts if cell.data_type == "f" and "HYPERLINK" in cell.value] == []
    write_board(report, BytesIO(), lambda _done, _of: None)


@pytest.mark.parametrize("text", HOSTILE[:6], ids=range(6))
def test_the_pages_show_them_as_texts(qtbot: QtBot, text: str) -> None:
    with open_window() as window:
        window.desk.begin(spoilt(text), pristine=True)
        for page in ("workflow", "raci", "launch", "rollout"):
            window.work.go(page, CLAIMS)
            settle()
            assert not window.work.host.page.grab().isNull()
        assert window.desk.session.workbook == spoilt(text)
