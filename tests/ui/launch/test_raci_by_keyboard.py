"""The RACI matrix by keyboard: letters, Space, arrows, naming, pasting, and undo."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.launch.raci_block import RaciBlock
from tests.northwind import sample
from tests.window import open_window, settle

CLAIMS, UNDERWRITING = "0001-claims-triage", "0002-underwriting-notes"


def begin(window, system=CLAIMS) -> RaciBlock:
    window.desk.begin(sample(), pristine=True)
    window.work.go("raci", system)
    settle()
    block = window.work.host.page.findChild(RaciBlock)
    block.grid.begin()
    settle()
    return block


def marks(window, duty="incidents", system=CLAIMS):
    return dict(window.desk.session.workbook.systems[system].launch.raci.duties[duty].marks)


def at(block, line, column):
    block.grid.setCurrentIndex(block.model.index(line, column))


def test_letters_set_arrows_move_and_space_clears(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        before = marks(window)
        at(block, 0, 0)
        assert block.model.mark(0, 0) == "I"
        QTest.keyClick(block.grid, Qt.Key.Key_C)
        assert marks(window)["0001-brandt"] == "C"
        QTest.keyClick(block.grid, Qt.Key.Key_Right)
        QTest.keyClick(block.grid, Qt.Key.Key_Space)
        assert "0002-keller" not in marks(window)
        assert (block.grid.currentIndex().row(), block.grid.currentIndex().column()) == (0, 1)
        window.do("undo")
        window.do("undo")
        assert marks(window) == before
        assert window.desk.session.workbook == sample()


def test_a_and_r_together_and_one_of_them_again(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        at(block, 0, 1)
        QTest.keyClick(block.grid, Qt.Key.Key_R)
        assert marks(window)["0002-keller"] == "AR"
        QTest.keyClick(block.grid, Qt.Key.Key_A)
        assert marks(window)["0002-keller"] == "A"


def test_two_accountable_are_said_in_the_row_and_beside_the_page(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        at(block, 0, 0)
        QTest.keyClick(block.grid, Qt.Key.Key_A)
        assert block.model.entry(0).note == "Several accountable: Helena Brandt · Maria Keller"
        checks = {check.id: check.state for check in window.work.host.page.view().checks}
        assert checks["raci-accountable"] == "failed"


def test_a_row_of_the_method_cannot_be_removed_an_own_one_can(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        duties = len(block.model.row.entries)
        at(block, 0, 0)
        QTest.keyClick(block.grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        assert len(block.model.row.entries) == duties
        at(block, duties - 1, 0)
        QTest.keyClick(block.grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        assert len(block.model.row.entries) == duties - 1
        window.do("undo")
        assert window.desk.session.workbook == sample()


def test_an_own_duty_is_added_and_named(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        block.add.click()
        settle()
        line = len(block.model.row.entries) - 1
        assert block.grid.currentIndex().row() == line
        box = block._name.editor.first_control()
        assert box.isVisible()
        box.setText("Cost of storage")
        block._name.editor.flush()
        assert block.model.entry(line).title == "Cost of storage"


def test_the_count_line_takes_no_letters(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        at(block, len(block.model.row.entries), 1)
        QTest.keyClick(block.grid, Qt.Key.Key_A)
        assert window.desk.session.workbook == sample()
        assert block.model.data(block.model.index(len(block.model.row.entries), 1)) == "3"


def test_letters_are_pasted_from_excel_and_other_texts_left_out(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        at(block, 0, 0)
        QGuiApplication.clipboard().setText("a\tr/a\tboss\n\tI\tc")
        QTest.keyClick(block.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert [block.model.mark(0, column) for column in range(3)] == ["A", "AR", ""]
        assert [block.model.mark(1, column) for column in range(3)] == ["", "I", "C"]
        QTest.keyClick(block.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().splitlines()[0].startswith("\tHelena Brandt\tMaria Keller")


def test_a_column_that_is_no_person_is_refused_in_words(qtbot: QtBot) -> None:
    with open_window() as window:
        begin(window, UNDERWRITING)
        form = window.work.host.page._cards["people"].forms()[0]
        assert form.frames["people"].problem == "“IT and Claims” is not a person"


def test_overload_is_marked_over_the_column(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window, UNDERWRITING)
        heavy = {column.label: bool(column.problem) for column in block.model.row.columns}
        assert heavy == {"Lukas Weber": True, "Tomas Novak": False, "Priya Raman": False, "IT and Claims": False}


def test_a_screen_reader_hears_duty_person_and_mark(qtbot: QtBot) -> None:
    with open_window() as window:
        block = begin(window)
        said = block.model.data(block.model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
        assert said == "Incidents with wrong outputs, Maria Keller: accountable: answers for it"
