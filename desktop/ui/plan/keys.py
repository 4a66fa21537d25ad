"""The keys of the plan: what a mouse does to a bar, and what a spreadsheet does to a cell."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from desktop.session.plan_page_cells import CHART, COLUMNS, EDITABLE, TITLE, cell_text

if TYPE_CHECKING:
    from desktop.ui.plan.table import PlanTable

_WEEK = 5
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PlanKeys:
    """On the chart the arrows move the bar, with Shift by a week; in the table they go from cell to cell."""

    def __init__(self, table: "PlanTable") -> None:
        self._table = table

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key stands for; False where Qt is to do it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return True
        key, name = Qt.Key(event.key()), self._table.current
        if key in _ARROWS and self._moves(event):
            return self._arrow(_ARROWS[key], event)
        ways: dict[Qt.Key, Callable[[], bool]] = {
            Qt.Key.Key_Escape: self._table.give_up,
            Qt.Key.Key_Tab: lambda: self._tab(forward=True),
            Qt.Key.Key_Backtab: lambda: self._tab(forward=False),
            **dict.fromkeys(_ENTER, self._enter),
        }
        if key in ways:
            return ways[key]()
        return self._simple(key, event) if name or key == Qt.Key.Key_Insert else self._fold(key)

    def _simple(self, key: Qt.Key, event: QKeyEvent) -> bool:
        """Keys that stand for one wish. On the chart no letter opens a cell, because nobody sees which one."""
        wishes = {Qt.Key.Key_Space: "status", Qt.Key.Key_Delete: "cut", Qt.Key.Key_Insert: "add"}
        zooms = {Qt.Key.Key_Plus: 1.2, Qt.Key.Key_Minus: 1 / 1.2}
        on_chart = self._table.column == CHART
        if key in wishes:
            self._table.wished.emit(wishes[key])
        elif on_chart and key in zooms:
            self._table.zoom(self._table.timeline.zoom * zooms[key])
        else:
            return on_chart and bool(event.text()) and event.text().isprintable()
        return True

    def _moves(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        other = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
        return not other and bool(self._table.current) and (control or self._table.column == CHART)

    def _arrow(self, step: int, event: QKeyEvent) -> bool:
        plan = self._table.plan
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        week = plan.prepared.frame.week_length if plan else _WEEK
        self._table.moved.emit(self._table.current, step * (week if shift else 1), True)
        return True

    def _enter(self) -> bool:
        index = self._table.currentIndex()
        if not self._table.current:
            return self._fold(Qt.Key.Key_Space)
        column = self._table.column
        self._table.open_cell(column if column in EDITABLE else TITLE)
        return index.isValid()

    def _fold(self, key: Qt.Key) -> bool:
        """On the row of a band: Left folds, Right opens, Space and Enter turn it over."""
        row = self._table.currentIndex().row()
        rows = self._table.rows
        if not 0 <= row < len(rows.rows):
            return False
        band = rows.rows[row][0]
        shut = band in rows.folded
        if key == Qt.Key.Key_Space or (key == Qt.Key.Key_Left and not shut) or (key == Qt.Key.Key_Right and shut):
            rows.fold(band)
            again = next((at for at, one in enumerate(rows.rows) if one == (band, "")), 0)
            self._table.setCurrentIndex(rows.index(again, COLUMNS.index(CHART)))
            return True
        return key in _ARROWS

    def _tab(self, *, forward: bool) -> bool:
        """To the next cell of the row; after the last one, and before the first, on to the next control."""
        table, index = self._table, self._table.currentIndex()
        order = [at for at in range(len(COLUMNS)) if not table.isColumnHidden(at)]
        if not table.current or index.column() not in order:
            return False
        at = order.index(index.column()) + (1 if forward else -1)
        if not 0 <= at < len(order):
            return False
        table.setCurrentIndex(table.rows.index(index.row(), order[at]))
        return True

    def _paste(self) -> None:
        """Cells copied in Excel go from the current cell on, down and to the right."""
        table = self._table
        order = [column for column in COLUMNS if table.shows(column) and column != CHART]
        if table.current and table.column in order:
            columns = tuple(order[order.index(table.column) :])
            table.rows.paste(table.currentIndex().row(), columns, QGuiApplication.clipboard().text())

    def _copy(self) -> None:
        """The chosen rows as tab-separated lines, as Excel takes them."""
        table, plan = self._table, self._table.plan
        shown = [column for column in COLUMNS if table.shows(column) and column != CHART]
        if plan is not None:
            lines = ("\t".join(cell_text(plan, name, column) for column in shown) for name in table.chosen())
            QGuiApplication.clipboard().setText("\n".join(lines))
