"""A list copied from Excel arrives whole, also where the table was shorter."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.fields.row_table import MOST_ROWS, RowTable
from tests.northwind import sample
from tests.window import open_window, settle

SYSTEM = "0001-claims-triage"


def mix_of(page: QWidget) -> RowTable:
    return next(t for t in page.findChildren(RowTable) if t.grid.accessibleName() == "Mix, against real work")


def test_pasted_lines_beyond_the_last_row_get_rows_of_their_own(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-2", SYSTEM)
        settle()
        table = mix_of(window.work.host.page)
        table.grid.setCurrentIndex(table.model.index(0, 0))
        table.grid.paste("\n".join(f"Kind {n}\t5\t{n}" for n in range(20)))
        mix = window.desk.session.workbook.systems[SYSTEM].sprint.test_set.slices
        assert [(one.name, one.examples) for one in mix.values()] == [(f"Kind {n}", n) for n in range(20)]


def test_a_table_that_is_no_short_list_is_not_taken_in_silence(qtbot: QtBot) -> None:
    with open_window() as window:
        window.desk.begin(sample(), pristine=True)
        window.work.go("sprint-2", SYSTEM)
        settle()
        table = mix_of(window.work.host.page)
        table.grid.setCurrentIndex(table.model.index(0, 0))
        table.grid.paste("\n".join(f"Kind {n}" for n in range(MOST_ROWS + 900)))
        assert table.model.rowCount() == MOST_ROWS
        assert "900 pasted lines" in table._problems.text()
