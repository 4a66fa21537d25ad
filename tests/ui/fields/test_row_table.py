"""A short list is edited like a spreadsheet: keys, paste from Excel, a problem per cell."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop.method.schema import Kind
from desktop.session.editing import NewPerson
from desktop.session.view import Choice, Entry, Row
from desktop.ui.fields.cells import columns, read_cell
from desktop.ui.fields.make import Setting
from desktop.ui.fields.row_table import RowTable
from desktop.ui.fields.table_model import CellEdit
from desktop.workbook.base import Range

CHOICES = (Choice("reads", "Reads"), Choice("writes", "Writes"))
TEMPLATE = (
    Row("name", Kind.TEXT, "Kind of case", ("name",)),
    Row("share", Kind.PERCENT, "Real work", ("share",)),
    Row("n", Kind.INTEGER, "Examples", ("n",)),
)


def an_entry(number: int, name: str, share: int, n: int | None, problem: str = "") -> Entry:
    key = f"s{number}"
    rows = (
        Row("name", Kind.TEXT, "Kind of case", ("slices", key, "name"), name),
        Row("share", Kind.PERCENT, "Real work", ("slices", key, "share"), Decimal(share)),
        Row("n", Kind.INTEGER, "Examples", ("slices", key, "n"), n, problem=problem),
    )
    return Entry(key, name, rows)


ENTRIES = (
    an_entry(1, "Motor, damage", 46, 121),
    an_entry(2, "Motor, injury", 18, 22, "9 points short."),
    an_entry(3, "Water", 21, None),
)


def a_list(entries: tuple[Entry, ...] = ENTRIES, **more: object) -> Row:
    return Row(
        "slices", Kind.TABLE, "Mix", ("slices",), columns=TEMPLATE, entries=entries, add_label="Add a kind", **more
    )


@pytest.fixture
def table(qtbot, setting: Setting) -> RowTable:
    made = RowTable(setting, a_list(empty_text="None yet."))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def heard_by(table: RowTable) -> list[CellEdit]:
    heard: list[CellEdit] = []
    table.edited.connect(heard.append)
    return heard


def test_cells_show_values_and_not_answered_is_empty_not_zero(table: RowTable):
    texts = [[table.model.index(r, c).data() for c in range(3)] for r in range(3)]
    assert texts == [["Motor, damage", "46", "121"], ["Motor, injury", "18", "22"], ["Water", "21", ""]]


def test_typing_in_a_cell_and_enter_sends_the_edit(table: RowTable, qtbot):
    heard = heard_by(table)
    table.grid.setCurrentIndex(table.model.index(2, 2))
    qtbot.keyClick(table.grid, Qt.Key.Key_6)
    line = table.grid.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, "4")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [(edit.row.path, edit.value) for edit in heard] == [(("slices", "s3", "n"), 64)]


def test_enter_goes_down_and_asks_for_a_row_after_the_last(table: RowTable, qtbot):
    table.grid.setCurrentIndex(table.model.index(1, 1))
    qtbot.keyClick(table.grid, Qt.Key.Key_Return)
    assert (table.grid.currentIndex().row(), table.grid.currentIndex().column()) == (2, 1)
    with qtbot.waitSignal(table.add_wanted):
        qtbot.keyClick(table.grid, Qt.Key.Key_Return)


def test_ctrl_delete_asks_to_remove_the_row(table: RowTable, qtbot):
    table.grid.setCurrentIndex(table.model.index(1, 0))
    with qtbot.waitSignal(table.remove_wanted) as sent:
        qtbot.keyClick(table.grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == ["s2"]


def test_delete_empties_the_chosen_cells(table: RowTable, qtbot):
    heard = heard_by(table)
    table.grid.setCurrentIndex(table.model.index(0, 2))
    qtbot.keyClick(table.grid, Qt.Key.Key_Delete)
    assert [edit.value for edit in heard] == [None]


def test_a_block_from_excel_fills_cells_from_the_current_one_on(table: RowTable):
    heard = heard_by(table)
    table.grid.setCurrentIndex(table.model.index(0, 1))
    table.grid.paste("50\t130\r\n20 %\tmany\r\n\t70\r\n1\t1\r\n")
    assert [(edit.row.path[1:], edit.value) for edit in heard] == [
        (("s1", "share"), Decimal(50)),
        (("s1", "n"), 130),
        (("s2", "share"), Decimal(20)),
        (("s3", "share"), None),
        (("s3", "n"), 70),
    ]
    assert table.model.index(1, 2).data() == "many"
    assert "many" in table.model.problem(1, 2)


def test_copy_gives_what_excel_takes(table: RowTable):
    table.grid.selectAll()
    table.grid.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "Motor, injury\t18\t22"


def test_problems_stand_under_the_table_by_row_and_column(table: RowTable):
    assert table.model.problems() == ("Row 2, Examples: 9 points short.",)
    assert table._problems.text() == "Row 2, Examples: 9 points short."
    assert table.model.data(table.model.index(1, 2), Qt.ItemDataRole.AccessibleDescriptionRole) == "9 points short."


def test_what_cannot_be_read_stays_until_it_is_put_right(table: RowTable, setting: Setting):
    table.model.setData(table.model.index(0, 2), "a dozen")
    table.show_row(setting, a_list())
    assert table.model.index(0, 2).data() == "a dozen"
    table.model.setData(table.model.index(0, 2), "12")
    assert table.model.problem(0, 2) == ""


def test_another_value_keeps_cursor_and_open_rows(table: RowTable, setting: Setting):
    table.grid.setCurrentIndex(table.model.index(1, 1))
    table.show_row(setting, a_list((an_entry(1, "Motor", 46, 121), *ENTRIES[1:])))
    assert (table.grid.currentIndex().row(), table.grid.currentIndex().column()) == (1, 1)
    assert table.model.index(0, 0).data() == "Motor"


def test_a_new_record_gets_the_cursor(table: RowTable, setting: Setting):
    table.show_row(setting, a_list((*ENTRIES, an_entry(4, "", 0, None))))
    assert table.grid.currentIndex().row() == 3


def test_an_empty_list_says_what_belongs_there(table: RowTable, setting: Setting):
    table.show_row(setting, a_list((), empty_text="None yet."))
    assert not table.grid.isVisible()
    assert table.add.isVisible()


def test_the_table_is_as_high_as_its_rows(table: RowTable):
    assert table.grid.verticalScrollBar().maximum() == 0
    assert table.grid.horizontalScrollBar().maximum() == 0


def test_tasks_have_a_fixed_first_column_and_no_button(qtbot, setting: Setting):
    row = Row("t", Kind.ASSIGNMENTS, "Task", (), columns=TEMPLATE, entries=ENTRIES, fixed=True)
    made = RowTable(setting, row)
    qtbot.addWidget(made)
    made.show()
    assert made.model.index(0, 0).data() == "Motor, damage"
    assert not made.model.flags(made.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not made.add.isVisible()
    with qtbot.assertNotEmitted(made.add_wanted):
        made.grid.wanted_row.emit()


def test_a_range_takes_three_columns_with_its_unit(setting: Setting):
    row = Row("a", Kind.MONEY_RANGE, "Amount", (), Range(low=Decimal(1)), unit="EUR")
    found = columns((row,))
    assert [column.heading for column in found] == ["Low, EUR", "Likely, EUR", "High, EUR"]
    assert read_cell(setting, row, found[1], "2k") == Range(low=Decimal(1), likely=Decimal(2000))


def test_words_in_cells_mean_what_they_mean_in_fields(setting: Setting):
    def read(kind: Kind, text: str) -> object:
        row = Row("x", kind, "X", (), choices=CHOICES)
        return read_cell(setting, row, columns((row,))[0], text)

    assert read(Kind.PERSON, "tomas novak") == "p2"
    assert read(Kind.PERSON, "Ines") == NewPerson("Ines")
    assert read(Kind.CHOICE, "writes") == "writes"
    assert "Reads; Writes" in read(Kind.CHOICE, "both").sentence
    assert read(Kind.DATE, "+3d") == date(2026, 11, 24)


def test_an_open_cell_of_people_lists_them_and_takes_the_chosen_one(qtbot, setting: Setting):
    template = (Row("who", Kind.PERSON, "Who", ("who",)),)
    entry = Entry("t1", "Task", (Row("who", Kind.PERSON, "Who", ("tasks", "t1", "who")),))
    made = RowTable(setting, Row("t", Kind.ASSIGNMENTS, "Task", (), columns=template, entries=(entry,), fixed=True))
    qtbot.addWidget(made)
    made.show()
    heard = heard_by(made)
    made.grid.setCurrentIndex(made.model.index(0, 1))
    qtbot.keyClick(made.grid, Qt.Key.Key_T)
    line = made.grid.findChild(QLineEdit)
    assert line is not None
    popup = line._popup
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "Tomas Novak"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [edit.value for edit in heard] == ["p2"]


def test_lines_that_find_no_row_are_said_until_something_changes(table: RowTable):
    table.grid.setCurrentIndex(table.model.index(2, 0))
    table.grid.paste("Here\nBeyond\nBeyond too")
    assert "2 pasted lines" in table._problems.text()
    table.model.setData(table.model.index(0, 0), "Else")
    assert "pasted" not in table._problems.text()
