"""The board: a column for each status, a card for each task, moved by dragging or by Ctrl with an arrow."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.reports.palette import RADIUS_CONTROL
from desktop.session.all_tasks import TaskRow, status_word, track_word
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.steering.task_cells import STATES
from desktop.ui.steering.task_model import ROW, Index
from desktop.ui.theme import Theme
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import RIGHT, announce, box, icon, words
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import caption
from desktop.workbook.plan import TaskStatus

MIME = "application/x-readiness-tasks"
_CARD = 92
_NOWHERE = QModelIndex()


class BoardModel(QAbstractListModel):
    """The tasks of one column."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[TaskRow] = ()

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show other cards."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.task.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.task.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.task.title}, {row.owner or say('tasks.nobody')}, {_due(row)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        refs = (self.rows[index.row()].ref for index in indexes)
        lines = "\n".join(f"{ref.system}\t{ref.track}\t{ref.id}" for ref in refs)
        data.setData(MIME, QByteArray(lines.encode()))
        return data


def _due(row: TaskRow) -> str:
    finish = row.task.finish
    if finish is None:
        return say("tasks.undated")
    shown = day(finish, year=False)
    return say("tasks.board.late", day=shown) if row.late else say("tasks.board.due", day=shown)


class BoardCards(QStyledItemDelegate):
    """Paints a card: title in two lines, who and when, per cent."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.several = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._theme.scaled(_CARD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TaskRow = index.data(ROW)
        card, theme = QRectF(option.rect).adjusted(0, 0, -1, -8), self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        frame = "accent" if focused or chosen else "line"
        fill = theme.colour("accent_soft" if chosen else "raised")
        box(painter, card, RADIUS_CONTROL, fill, theme.colour(frame), 2 if focused else 1)
        inside, line = card.adjusted(12, 10, -12, -8), theme.line()
        words(
            painter, QRectF(inside.left(), inside.top(), inside.width(), line), row.task.title, theme, "text", "strong"
        )
        small = theme.line("caption")
        middle = QRectF(inside.left(), inside.top() + line + 2, inside.width(), small)
        whose = row.system if self.several else track_word(row.task.track)
        words(painter, middle, row.task.blocker or whose, theme, "block" if row.task.blocker else "quiet", "caption")
        self._foot(painter, QRectF(inside.left(), card.bottom() - 10 - small, inside.width(), small), row)
        painter.restore()

    def _foot(self, painter: QPainter, foot: QRectF, row: TaskRow) -> None:
        theme, owned = self._theme, bool(row.owner)
        if owned or not row.task.done:
            sign, ink = ("user", "quiet") if owned else ("user-x", "block")
            icon(painter, foot.topLeft() + QPointF(0, 1), theme, sign, ink, 14)
            left = foot.adjusted(20, 0, -foot.width() * 0.42, 0)
            words(painter, left, row.owner or say("tasks.nobody"), theme, "text" if owned else "block", "caption")
        ink = "risk" if row.late else "quiet"
        role = "caption_strong" if row.late else "caption"
        words(painter, foot, _due(row), theme, ink, role, align=RIGHT, figures=True)


class BoardColumn(QListView):
    """``moved`` carries the status that the selected cards are to have; ``wandered`` the step to the next column."""

    dropped = Signal(object, object)
    moved = Signal(int)
    wandered = Signal(int)
    opened = Signal(object)

    def __init__(self, theme: Theme, status: TaskStatus) -> None:
        super().__init__()
        self.status, self.cards = status, BoardModel()
        self.painter_ = BoardCards(theme, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.painter_)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("board", True)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW).ref))
        announce(self, status_word(status), say("tasks.board.keys"))

    def chosen(self) -> tuple[TaskRow, ...]:
        """The selected cards, top to bottom."""
        return tuple(self.cards.rows[at] for at in sorted({index.row() for index in self.selectedIndexes()}))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            lines = bytes(event.mimeData().data(MIME).data()).decode().splitlines()
            self.dropped.emit(self.status, tuple(tuple(line.split("\t")) for line in lines))
            event.setDropAction(Qt.DropAction.CopyAction)  # nothing is to be taken out of the other list's model
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
        elif step and not event.modifiers():
            self.wandered.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(ROW).ref)
        else:
            super().keyPressEvent(event)


class TaskBoard(QWidget):
    """All columns. ``moved`` carries tasks (rows) and the status they are to have, ``opened`` a task to see in the list."""

    moved = Signal(object, object)
    opened = Signal(object)
    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows: tuple[TaskRow, ...] = ()
        self.columns: dict[TaskStatus, BoardColumn] = {}
        self._heads: dict[TaskStatus, StateChip] = {}
        self._follow: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for status in TaskStatus:
            row.addLayout(self._column(theme, status), 1)

    def _column(self, theme: Theme, status: TaskStatus) -> QVBoxLayout:
        column, cards = QVBoxLayout(), BoardColumn(theme, status)
        column.setSpacing(8)
        self._heads[status] = StateChip(theme, STATES[status], status_word(status))
        self.columns[status] = cards
        column.addWidget(self._heads[status])
        column.addWidget(cards, 1)
        empty = caption(theme, say("tasks.board.empty"))
        empty.setObjectName("empty")
        column.addWidget(empty)
        cards.setProperty("empty_words", empty)
        cards.dropped.connect(self._drop)
        cards.moved.connect(lambda step: self._move(status, step))
        cards.wandered.connect(lambda step: self._wander(status, step))
        cards.opened.connect(self.opened)
        cards.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        return column

    def show_rows(self, rows: tuple[TaskRow, ...], *, several: bool) -> None:
        """Show other tasks; cards that were moved keep the keyboard."""
        self._rows = rows
        for status, cards in self.columns.items():
            mine = tuple(row for row in rows if row.task.status is status)
            cards.painter_.several = several
            cards.cards.show_rows(mine)
            self._heads[status].show_state(
                STATES[status], say("tasks.board.head", status=status_word(status), n=len(mine))
            )
            cards.property("empty_words").setVisible(not mine)
        if self._follow is not None:
            self._focus_on(self._follow)
            self._follow = None

    def chosen_rows(self) -> tuple[TaskRow, ...]:
        """The selected cards of all columns."""
        return tuple(row for cards in self.columns.values() for row in cards.chosen())

    def focus_first(self) -> None:
        """Give the keyboard to the first card there is."""
        for cards in self.columns.values():
            if cards.cards.rows:
                cards.setFocus(Qt.FocusReason.TabFocusReason)
                if not cards.currentIndex().isValid():
                    cards.setCurrentIndex(cards.cards.index(0, 0))
                return

    def _drop(self, status: TaskStatus, refs: tuple[tuple[str, str, str], ...]) -> None:
        wanted = set(refs)
        rows = tuple(r for r in self._rows if (r.ref.system, r.ref.track, r.ref.id) in wanted)
        self._send(rows, status)

    def _move(self, status: TaskStatus, step: int) -> None:
        order = list(TaskStatus)
        at = order.index(status) + step
        if 0 <= at < len(order):
            self._send(self.columns[status].chosen(), order[at])

    def _send(self, rows: tuple[TaskRow, ...], status: TaskStatus) -> None:
        rows = tuple(row for row in rows if row.task.status is not status)
        if rows:
            self._follow = rows[0].ref
            self.moved.emit(rows, status)
            self._follow = None

    def _wander(self, status: TaskStatus, step: int) -> None:
        order = list(TaskStatus)
        at = order.index(status) + step
        while 0 <= at < len(order) and not self.columns[order[at]].cards.rows:
            at += step
        if 0 <= at < len(order):
            here, there = self.columns[status], self.columns[order[at]]
            row = min(max(here.currentIndex().row(), 0), len(there.cards.rows) - 1)
            here.clearSelection()
            there.setFocus(Qt.FocusReason.TabFocusReason)
            there.setCurrentIndex(there.cards.index(row, 0))

    def _focus_on(self, ref: object) -> None:
        for cards in self.columns.values():
            for at, row in enumerate(cards.cards.rows):
                if row.ref == ref:
                    cards.setFocus(Qt.FocusReason.OtherFocusReason)
                    cards.setCurrentIndex(cards.cards.index(at, 0))
