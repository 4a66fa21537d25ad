"""What tests of the plan do by hand, and what the document holds after it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.main_window import MainWindow
from desktop.ui.plan.cell_editors import PlanCell
from desktop.ui.plan.page import PlanPage
from desktop.workbook import Workbook
from desktop.workbook.plan import PlanTask
from tests.window import settle


def now(window: MainWindow) -> Workbook:
    return window.desk.session.workbook


def given(window: MainWindow) -> dict[str, PlanTask]:
    return dict(now(window).systems["s1"].plan.tasks)


def line_of(page: PlanPage) -> PlanCell:
    """The line in the cell that is open."""
    (line,) = (one for one in page.table.viewport().findChildren(PlanCell) if one.isVisible())
    return line


def write(page: PlanPage, name: str, column: str, text: str) -> None:
    """Open a cell with Enter, type over what stands there, and take it with Enter."""
    page.table.choose(name, column)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    line = line_of(page)
    line.selectAll()
    line.insert(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
