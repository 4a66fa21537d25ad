"""How the cells of the task list are painted, and the line that opens in one to type in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.session.all_tasks import COLUMNS, EDITABLE, TaskRow, slip_word, status_word, track_word
from desktop.session.view import Choice
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.fields.person import matching
from desktop.ui.fields.popup import Popup
from desktop.ui.steering.task_model import Index, TaskModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import RIGHT, box, icon, words
from desktop.workbook.plan import TaskStatus

STATES: dict[TaskStatus, StateToken] = {
    TaskStatus.OPEN: "open",
    TaskStatus.IN_PROGRESS: "progress",
    TaskStatus.BLOCKED: "block",
    TaskStatus.DONE: "done",
}
CHOSEN = frozenset({"owner", "status"})
ROW_HEIGHT = 36
_PAD = 8


class TaskLine(QLineEdit):
    """The line in an open cell; under owner and status it keeps a list of what fits."""

    def __init__(self, theme: Theme, model: TaskModel, column: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self.column = model, column
        self.setProperty("place", "cell")
        self.setFont(theme.font(figures=column in ("due", "percent")))
        self.setAccessibleName(say(f"tasks.column.{column}"))
        self._popup = Popup(theme, self) if column in CHOSEN else None
        if self._popup is not None:
            self.textEdited.connect(self.offer)
            self._popup.picked.connect(self._picked)

    def offer(self, typed: str = "") -> None:
        """Open the list with what fits ``typed``."""
        if self._popup is not None:
            self._popup.offer(self._fitting(typed), None, 0 if typed else -1)

    def _fitting(self, typed: str) -> tuple[Choice, ...]:
        if self.column == "status":
            words_ = (Choice(status.value, status_word(status)) for status in TaskStatus)
            return tuple(choice for choice in words_ if typed.strip().casefold() in choice.label.casefold())
        reader = self._model.reader
        return matching(reader().people, typed) if reader is not None else ()

    def _picked(self, value: str) -> None:
        labels = {choice.value: choice.label for choice in self._fitting("")}
        self.setText(labels.get(value, value.removeprefix("+")))


class TaskCells(QStyledItemDelegate):
    """Painting and editing. A cell that is closed by Ctrl+Enter gives its value to ``same_column`` of it."""

    def __init__(self, theme: Theme, parent: QWidget, same_column: Callable[[Index], list[Index]]) -> None:
        super().__init__(parent)
        self._theme, self._same_column = theme, same_column
        self.fill_all = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._theme.scaled(ROW_HEIGHT))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, TaskModel)
        return TaskLine(self._theme, model, COLUMNS[index.column()], parent)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -2))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(model, TaskModel)
        assert isinstance(editor, QLineEdit)
        cells = self._same_column(index) if self.fill_all else [index]
        self.fill_all = False
        model.fill(cells, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, TaskLine) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
                if event.key() == Qt.Key.Key_Down:
                    editor.offer(editor.text() if editor.isModified() else "")
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.fill_all = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TaskModel)
        row: TaskRow = model.rows[index.row()]
        column, rect = COLUMNS[index.column()], QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        if problem := model.problem(row, column):
            words(painter, inside, model.text(row, column), self._theme, "block")
            box(painter, rect.adjusted(1, 1, -1, -2), 4, None, self._theme.colour("block"), 2)
        else:
            self._cell(painter, inside, row, column)
        if option.state & QStyle.StateFlag.State_HasFocus:
            token = "block" if problem else "accent" if column in EDITABLE else "edge"
            box(painter, rect.adjusted(1, 1, -1, -2), 4, None, self._theme.colour(token), 2)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, row: TaskRow, column: str) -> None:
        task, theme = row.task, self._theme
        match column:
            case "task":
                words(
                    painter,
                    rect,
                    task.title,
                    theme,
                    "quiet" if task.done else "text",
                    "body" if task.done else "strong",
                )
            case "owner":
                self._owner(painter, rect, row)
            case "due":
                self._due(painter, rect, row)
            case "slip":
                ink = "risk" if (task.slip or 0) > 0 else "quiet"
                words(painter, rect, slip_word(task), theme, ink, align=RIGHT, figures=True)
            case "percent":
                self._percent(painter, rect, row)
            case "status":
                token = STATES[task.status]
                icon(painter, QPointF(rect.left(), rect.center().y() - 8), theme, STATE_ICONS[token], token)
                words(painter, rect.adjusted(22, 0, 0, 0), status_word(task.status), theme, token)
            case "start":
                words(painter, rect, day(task.start, year=False) if task.start else "–", theme, "quiet", figures=True)
            case _:
                texts = {
                    "system": row.system,
                    "track": track_word(task.track),
                    "blocker": task.blocker,
                    "note": task.note,
                }
                words(painter, rect, texts[column], theme, "block" if column == "blocker" else "quiet")

    def _owner(self, painter: QPainter, rect: QRectF, row: TaskRow) -> None:
        if row.owner or row.task.done:
            words(painter, rect, row.owner, self._theme)
            return
        icon(painter, QPointF(rect.left(), rect.center().y() - 8), self._theme, "user-x", "block")
        words(painter, rect.adjusted(22, 0, 0, 0), say("tasks.nobody"), self._theme, "block")

    def _due(self, painter: QPainter, rect: QRectF, row: TaskRow) -> None:
        finish = row.task.finish
        shown = day(finish, year=False) if finish else "–"
        if not row.late:
            words(painter, rect, shown, self._theme, "text" if row.soon else "quiet", figures=True)
            return
        icon(painter, QPointF(rect.left(), rect.center().y() - 8), self._theme, STATE_ICONS["risk"], "risk")
        words(painter, rect.adjusted(22, 0, 0, 0), shown, self._theme, "risk", "strong", figures=True)

    def _percent(self, painter: QPainter, rect: QRectF, row: TaskRow) -> None:
        bar = QRectF(rect.left() + 8, rect.center().y() - 3, max(rect.width() - 64, 12), 6)
        box(painter, bar, 2, self._theme.colour("line"))
        share = row.task.percent / 100
        if share:
            token = "done" if row.task.done else "accent"
            box(painter, QRectF(bar.left(), bar.top(), max(bar.width() * share, 3), 6), 2, self._theme.colour(token))
        words(painter, rect, f"{row.task.percent} %", self._theme, "text", align=RIGHT, figures=True)
