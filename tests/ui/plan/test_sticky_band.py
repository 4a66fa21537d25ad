"""The row of a band stays at the top while its tasks scroll under it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.ui.plan.page import PlanPage
from tests.planned import large
from tests.ui.plan.conftest import Show
from tests.window import settle


def scrolled(page: PlanPage, rows: float) -> None:
    page.table.verticalScrollBar().setValue(round(rows * page.table.rowHeight(0)))
    settle()


def test_the_band_of_the_first_row_in_sight_is_named_at_the_top(show: Show) -> None:
    page = show(large(90))
    assert page.table.sticky is None  # the row itself is there
    scrolled(page, 12.5)
    assert page.model.rows[page.table.sticky.row] == ("1-4", "")
    assert page.table.sticky.top == 0
    second = page.model.rows.index(("5-8", ""))
    scrolled(page, second - 0.25)
    assert page.model.rows[page.table.sticky.row] == ("1-4", "")
    assert page.table.sticky.top < 0  # the next band pushes it out
    scrolled(page, second)
    assert page.table.sticky is None
    scrolled(page, second + 1)
    assert page.model.rows[page.table.sticky.row] == ("5-8", "")


def test_it_is_painted_over_the_rows_and_pressing_it_folds_its_band(show: Show) -> None:
    page = show(large(90))
    view, height = page.table.viewport(), page.table.rowHeight(0)
    scrolled(page, 20)
    image, row = view.grab().toImage(), page.model.row_of(page.model.task(page.table.rowAt(height + 2)))
    ratio = image.devicePixelRatio()
    ground = image.pixelColor(round(20 * ratio), round(3 * ratio))
    assert ground == page.table._theme.colour("sunk")
    assert row is not None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(60, height // 2))
    assert "1-4" in page.model.folded


def test_the_keyboard_never_goes_under_it(show: Show) -> None:
    page = show(large(90))
    page.table.choose(page.model.rows[25][1])
    scrolled(page, 25)
    for _ in range(5):
        QTest.keyClick(page.table, Qt.Key.Key_Up)
    top = page.table.rowViewportPosition(page.table.currentIndex().row())
    assert top >= page.table.rowHeight(0)
