"""A list copied from Excel arrives whole, also where the table was shorter."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.fields.row_table import MOST_ROWS, RowTable
from desktop.ui.main_window import MainWindow
from tests.northwind import sample
from tests.window import open_window, settle

SYSTEM = "0001-claims-triage"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window() as shown:
        shown.desk.begin(sample(), pristine=True)
        shown.work.go("sprint-2", SYSTEM)
        settle()
        yield shown


@pytest.fixture
def mix(window: MainWindow) -> RowTable:
    tables = window.work.host.page.findChildren(RowTable)
    found = next(table for table in tables if table.grid.accessibleName() == "Mix, against real work")
    found.grid.setCurrentIndex(found.model.index(0, 0))
    return found


def test_pasted_lines_beyond_the_last_row_get_rows_of_their_own(window: MainWindow, mix: RowTable) -> None:
    mix.grid.paste("\n".join(f"Kind {n}\t5\t{n}" for n in range(20)))
    kept = window.desk.session.workbook.systems[SYSTEM].sprint.test_set.slices
    assert [(one.name, one.examples) for one in kept.values()] == [(f"Kind {n}", n) for n in range(20)]


def test_a_table_that_is_no_short_list_is_not_taken_in_silence(mix: RowTable) -> None:
    mix.grid.paste("\n".join(f"Kind {n}" for n in range(MOST_ROWS + 900)))
    assert mix.model.rowCount() == MOST_ROWS
    assert "900 pasted lines" in mix._problems.text()
