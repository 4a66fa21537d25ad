"""The plan as one view: a table whose last column is the Gantt chart, so that a name is never far from its bar.

Qt gives it rows, cells, keys, selection, editors and what a screen reader hears; it paints itself, and only what is seen.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from desktop.planning.forecast import Span
from desktop.session.plan_page import PlanView
from desktop.session.plan_page_cells import CHART, COLUMNS, FINISH, SLACK, START, STATE, TITLE
from desktop.text import say
from desktop.ui.plan.cell_editors import PlanDelegate
from desktop.ui.plan.columns import WIDTHS, shown_columns, title_gain
from desktop.ui.plan.header import PlanHeader
from desktop.ui.plan.keys import PlanKeys
from desktop.ui.plan.paint_hand import paint_held, paint_said
from desktop.ui.plan.paint_plan import paint_plan, paint_sticky
from desktop.ui.plan.pointer import Pointer
from desktop.ui.plan.scene import ROW, Scene
from desktop.ui.plan.sight import Sticky, sight_of, sticky_of
from desktop.ui.plan.table_model import Index, PlanModel
from desktop.ui.plan.timeline import Timeline
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce

_ENSURE = QAbstractItemView.ScrollHint.EnsureVisible
_DATED = frozenset({START, FINISH, SLACK, STATE, CHART})


class PlanTable(QTableView):
    """``moved`` carries a task, working days and whether a key did it; ``tried`` each plan that a dragged bar passes.

    ``linked`` carries a task and the one that is to wait for it; ``wished`` what is wanted of the chosen tasks: ``status``,
    ``cut``, ``add``; ``menu_wanted`` the place of a menu.
    """

    moved = Signal(str, int, bool)
    linked = Signal(str, str)
    tried = Signal(object)
    wished = Signal(str)
    menu_wanted = Signal(object)
    scrolled = Signal()

    def __init__(self, theme: Theme, model: PlanModel) -> None:
        super().__init__()
        self._theme, self.rows = theme, model
        self.timeline = Timeline(theme)
        self.switched: dict[str, bool] = {}
        self._kept: tuple[str, str] = ("", CHART)
        self.painted = range(0)
        self.pointer = Pointer(self)
        self._keys = PlanKeys(self)
        self._dress()
        self.setModel(model)
        self.setItemDelegate(PlanDelegate(theme, self))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        model.dataChanged.connect(self._changed)
        theme.changed.connect(self._rescale)
        announce(self, say("planpage.table"), say("planpage.table.keys"))
        self._rescale()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setProperty("cells", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setHorizontalHeader(PlanHeader(self._theme, self.scene, self))
        self.viewport().setAutoFillBackground(False)

    # --- what is shown

    @property
    def plan(self) -> PlanView | None:
        """The plan as it is painted, with a bar that is being dragged."""
        return self.rows.view

    def scene(self) -> Scene | None:
        """Everything that painting needs; None without a plan."""
        return self.timeline.scene(self.plan)

    def refresh(self, *, dated: bool = False) -> None:
        """Plan, width, zoom or scroll are different. A drag keeps axis and lanes, and repaints what it can change."""
        if self.pointer.busy and self.plan is not None:
            self.viewport().update(self._follows_a_drag())
            return
        axis = self.timeline.axis
        self.timeline.fit(self.plan, *self.chart_place())
        self.timeline.link(self.plan, self.rows.lines)
        same = self.timeline.axis == axis
        self.viewport().update(self._follows_a_drag() if dated and same else self.viewport().rect())
        self.horizontalHeader().viewport().update()
        if not (dated and same):
            self.scrolled.emit()

    def _changed(self, first: Index, last: Index) -> None:
        """One row is different, and what its band says of it; or every date may be."""
        if first.row() != last.row() or len(self.rows.rows) == 1:
            self._fit(dated=first.column() > 0)
            return
        for row in (first.row(), self.rows.row_of_band(first.row())):
            self._update_row(row)
        if self.sticky is not None:
            self.viewport().update(0, 0, self.viewport().width(), self.rowHeight(0))

    def _follows_a_drag(self) -> QRect:
        """From the first column with a date to the right edge."""
        dated = [at for at, column in enumerate(COLUMNS) if column in _DATED and not self.isColumnHidden(at)]
        left = min(self.columnViewportPosition(at) for at in dated)
        return self.viewport().rect().adjusted(left, 0, 0, 0)

    def chart_place(self) -> tuple[float, float]:
        """Where the chart begins, and how wide it is."""
        at = COLUMNS.index(CHART)
        return float(self.columnViewportPosition(at)), float(max(1, self.columnWidth(at)))

    def show_span(self, span: Span | None) -> None:
        """The forecast of the launch, or that it is not known now."""
        if span is not None and span != self.timeline.span:
            self.timeline.span = span
            self._fit()

    def scroll_chart(self, offset: float) -> None:
        """Scroll the chart sideways; the table stays."""
        if self.timeline.scroll(offset):
            self.refresh()

    def zoom(self, factor: float) -> None:
        """Wider or narrower weeks; 1 shows all of them where they fit."""
        self.timeline.set_zoom(factor)
        self.refresh()

    def _rescale(self) -> None:
        height = self._theme.scaled(ROW)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self._fit()

    def _fit(self, *, dated: bool = False) -> None:
        """Give each column its width and the chart the rest. ``dated``: only what depends on dates is another."""
        scale, width = max(1.0, self._theme.text_scale), self.viewport().width()
        shown = shown_columns(width, scale, self.switched)
        widths = {column: round(WIDTHS[column] * scale) for column in shown if column != CHART}
        room = width - sum(widths.values())
        longer = title_gain(width, room, scale, self.timeline.needed(self.plan))
        widths |= {TITLE: widths[TITLE] + longer, CHART: max(60, room - longer)}
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column not in shown)
            if column in shown:
                self.setColumnWidth(at, widths[column])
        self.refresh(dated=dated)

    def switch_column(self, column: str, *, on: bool) -> None:
        """Show or hide a column for good."""
        self.switched[column] = on
        self._fit()

    def shows(self, column: str) -> bool:
        """The column is in sight."""
        return not self.isColumnHidden(COLUMNS.index(column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- where one is

    @property
    def current(self) -> str:
        """The task that the keyboard is on."""
        return self.rows.task(self.currentIndex().row())

    @property
    def column(self) -> str:
        """The column that the keyboard is on."""
        at = self.currentIndex().column()
        return COLUMNS[at] if at >= 0 else CHART

    def chosen(self) -> tuple[str, ...]:
        """The selected tasks from top to bottom."""
        found = (self.rows.task(index.row()) for index in self.selectionModel().selectedRows())
        picked = {name for name in found if name}
        return tuple(name for _, name in self.rows.rows if name in picked)

    def choose(self, name: str, column: str = CHART) -> None:
        """Put the keyboard on a task."""
        row = self.rows.row_of(name)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row, COLUMNS.index(column)))

    def open_cell(self, column: str) -> None:
        """Open a cell of the task that the keyboard is on; a hidden column is shown first."""
        if not self.shows(column):
            self.switch_column(column, on=True)
        index = self.rows.index(self.currentIndex().row(), COLUMNS.index(column))
        self.setCurrentIndex(index)
        self.edit(index)

    def _remember(self) -> None:
        if self.current:
            self._kept = (self.current, self.column)

    def _return(self) -> None:
        name, column = self._kept
        if name and self.rows.row_of(name) is not None:
            self.choose(name, column)
        elif self.rows.rows:
            first = next((at for at, (_, task) in enumerate(self.rows.rows) if task), 0)
            self.setCurrentIndex(self.rows.index(first, COLUMNS.index(CHART)))
        self._fit()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        if scene is None:
            return
        sight = sight_of(self, event.rect())
        self.painted = sight.rows
        with QPainter(self.viewport()) as painter:
            painter.setClipRegion(event.region())
            paint_plan(painter, scene, self.rows, self.timeline, sight)
            paint_held(painter, scene, self.rows, self.pointer, sight)
            if (stuck := self.sticky) is not None:
                paint_sticky(painter, scene, self.rows, self.timeline, sight, stuck)
            paint_said(painter, scene, self.rows, self.pointer, sight)

    @property
    def sticky(self) -> Sticky | None:
        """The row of the band that stays at the top while its tasks scroll."""
        return sticky_of(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update(0, 0, self.viewport().width(), self.rowHeight(0) + abs(dy))

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _ENSURE) -> None:
        """A task is never left under the row of its band."""
        super().scrollTo(index, hint)
        hidden = self.rowHeight(0) - self.rowViewportPosition(index.row())
        if index.isValid() and self.rows.task(index.row()) and hidden > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - hidden)

    # --- mouse and keys

    def row_under(self, at: QPointF) -> int:
        """The row at a place of the viewport; at the top that is the row of the band."""
        stuck = self.sticky
        covered = stuck is not None and 0 <= at.y() < stuck.top + self.rowHeight(0)
        return stuck.row if stuck is not None and covered else self.rowAt(int(at.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.press(event):
            super().mousePressEvent(event)
            self.pointer.take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.move(event) and not event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.pointer.release():
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer.show_over("")

    def give_up(self) -> bool:
        """Put back a bar that is being dragged, or a line that is pulled; False where neither is."""
        return self.pointer.give_up()

    def creep(self, x: int, y: int) -> None:
        """Scroll a little while something is held."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + y)
        if x and self.plan is not None and self.timeline.slide(self.plan, float(x)):
            self.viewport().update()
            self.horizontalHeader().viewport().update()
            self.scrolled.emit()

    def show_tried(self, plan: PlanView) -> None:
        """Show dates that are only being tried."""
        self.rows.show_moving(plan)
        self.refresh()
        self.tried.emit(plan)

    def settle(self) -> None:
        """Show the plan as it is written again."""
        self.rows.show_settled()
        self.refresh()
        if self.plan is not None:
            self.tried.emit(self.plan)

    def update_rows(self, names: tuple[str, ...]) -> None:
        """Paint the rows of some tasks again."""
        for name in names:
            if (row := self.rows.row_of(name)) is not None:
                self._update_row(row)

    def _update_row(self, row: int) -> None:
        self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(self.timeline.zoom * (1.2**steps))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or event.angleDelta().x():
            sideways = event.angleDelta().x() or event.angleDelta().y()
            self.scroll_chart(self.timeline.offset - sideways / 2)
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
