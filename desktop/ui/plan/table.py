"""The plan as one view: a table whose last column is the Gantt chart, so that a name is never far from its bar.

Qt gives it rows, cells, keys, selection, editors and what a screen reader hears; it paints itself, and only what is seen.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
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
from desktop.ui.plan.drag import Drag
from desktop.ui.plan.header import PlanHeader
from desktop.ui.plan.keys import PlanKeys
from desktop.ui.plan.paint_plan import Sight, paint_drag, paint_plan
from desktop.ui.plan.scene import ROW, Scene
from desktop.ui.plan.table_model import Index, PlanModel
from desktop.ui.plan.timeline import Timeline
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce

_DATED = frozenset({START, FINISH, SLACK, STATE, CHART})


class PlanTable(QTableView):
    """``moved`` carries a task, working days and whether a key did it; ``tried`` each plan that a dragged bar passes.

    ``wished`` carries what is wanted of the chosen tasks: ``status``, ``cut``, ``add``; ``menu_wanted`` the place of a menu.
    """

    moved = Signal(str, int, bool)
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
        self.drag = Drag(self._try)
        self._keys = PlanKeys(self)
        self._dress()
        self.setModel(model)
        self.setItemDelegate(PlanDelegate(theme, self))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        model.dataChanged.connect(lambda *_: self._fit())
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

    def refresh(self) -> None:
        """Plan, width, zoom or scroll are different. A drag keeps axis and lanes, and repaints what it can change."""
        if self.drag.active and self.plan is not None:
            self.viewport().update(self._follows_a_drag())
            return
        self.timeline.fit(self.plan, *self._chart_place())
        self.timeline.link(self.plan, self.rows.lines)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.scrolled.emit()

    def _follows_a_drag(self) -> QRect:
        """From the first column with a date to the right edge."""
        dated = [at for at, column in enumerate(COLUMNS) if column in _DATED and not self.isColumnHidden(at)]
        left = min(self.columnViewportPosition(at) for at in dated)
        return self.viewport().rect().adjusted(left, 0, 0, 0)

    def _chart_place(self) -> tuple[float, float]:
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

    def _fit(self) -> None:
        """Give each column its width and the chart the rest."""
        scale, width = max(1.0, self._theme.text_scale), self.viewport().width()
        shown = shown_columns(width, scale, self.switched)
        used = 0
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column not in shown)
            if column in shown and column != CHART:
                self.setColumnWidth(at, round(WIDTHS[column] * scale))
                used += self.columnWidth(at)
        room = width - used
        longer = title_gain(width, room, scale, self.timeline.needed(self.plan))
        at = COLUMNS.index(TITLE)
        self.setColumnWidth(at, self.columnWidth(at) + longer)
        room -= longer
        self.setColumnWidth(COLUMNS.index(CHART), max(60, room))
        self.refresh()

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
        sight = self._sight(event.rect())
        self.painted = sight.rows
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            paint_plan(painter, scene, self.rows, self.timeline, sight)
            held, before = self.drag.held, self.rows.settled
            row = self.rows.row_of(held.name) if held is not None and held.moving else None
            if held is not None and before is not None and row is not None:
                painter.setClipping(False)
                paint_drag(painter, scene, before, held.name, sight, row)

    def _sight(self, dirty: QRect) -> Sight:
        height, top = self.rowHeight(0), self.rowViewportPosition(0)
        first = max(0, (dirty.top() - top) // height)
        last = min(len(self.rows.rows), (dirty.bottom() - top) // height + 1)
        left, room = self._chart_place()
        places = {
            column: (float(self.columnViewportPosition(at)), float(self.columnWidth(at)))
            for at, column in enumerate(COLUMNS)
            if not self.isColumnHidden(at)
        }
        return Sight(
            rows=range(first, last),
            top=top,
            height=height,
            places=places,
            chart=QRectF(left, dirty.top(), room, dirty.height()),
            dirty=QRectF(dirty),
            picked=frozenset(index.row() for index in self.selectionModel().selectedRows()),
            current=self.current,
            ring=self._ring(),
        )

    def _ring(self) -> QRectF | None:
        """The cell that the keyboard is on; on the chart, where the bar itself is framed, the row of the table."""
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return None
        rect = QRectF(self.visualRect(index)).adjusted(0, 1, 0, -1)
        if self.column == CHART or not self.current:
            return QRectF(1, rect.top(), self._chart_place()[0] - 6, rect.height())
        return rect

    # --- mouse and keys

    def bar_at(self, at: QPointF) -> str:
        """The task whose bar lies at a place of the viewport."""
        row, scene = self.rowAt(int(at.y())), self.scene()
        name = self.rows.task(row)
        if not name or scene is None or at.x() < self._chart_place()[0]:
            return ""
        entry = scene.view.entry(name)
        reach = scene.bar(entry, self.rowViewportPosition(row)).adjusted(-2, -5, 2, 8) if entry else QRectF()
        return name if reach.contains(at) else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, name = self.rowAt(int(event.position().y())), self.bar_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0 and not self.rows.task(row):
            self.rows.fold(self.rows.rows[row][0])
            return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and name and self.plan and self.timeline.axis:
            self.drag.take(self.plan, self.timeline.axis, name, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag.held is not None and self.timeline.axis is not None:
            self.drag.move(self.timeline.axis, event.position())
            return
        over = self.bar_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
        if not event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        active, dropped = self.drag.active, self.drag.drop()
        if not active or dropped is None:
            super().mouseReleaseEvent(event)
            return
        name, days = dropped
        self._settle()
        if days:
            self.moved.emit(name, days, False)

    def give_up(self) -> bool:
        """Put a bar that is being dragged back; False where none is."""
        if not self.drag.active:
            return False
        self.drag.cancel()
        self._settle()
        return True

    def _try(self, plan: PlanView) -> None:
        self.rows.show_moving(plan)
        self.refresh()
        self.tried.emit(plan)

    def _settle(self) -> None:
        """Show the plan as it is written again."""
        self.rows.show_settled()
        self.refresh()
        if self.plan is not None:
            self.tried.emit(self.plan)

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
