"""Typing in the plan: a line over the cell, with a list under it for people and states."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.session.plan_page_cells import COLUMNS, OWNER, STATE
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.fields.person import matching
from desktop.ui.fields.popup import Popup
from desktop.ui.plan.paint_cells import FIGURES
from desktop.ui.plan.table_model import PlanModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT, RIGHT, box
from desktop.workbook.plan import TaskStatus

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INSET = 8  # what a line keeps free before its text: the words stay where they were painted


class PlanCell(QLineEdit):
    """The line in an open cell; for people and states it offers what fits under it."""

    def __init__(self, theme: Theme, model: PlanModel, column: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._column = model, column
        self.setProperty("place", "cell")
        self.setFont(theme.font(figures=column in FIGURES))
        self.setAlignment(RIGHT if column in FIGURES else LEFT)
        self.setAccessibleName(say(f"planpage.column.{column}"))
        self.setAccessibleDescription(say(f"planpage.hint.{column}"))
        self._theme = theme
        self._popup = Popup(theme, self) if column in (OWNER, STATE) else None
        if self._popup is not None:
            self.textEdited.connect(self.offer)
            self._popup.picked.connect(self._picked)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            fill, frame = self._theme.colour("raised"), self._theme.colour("accent")
            painter.fillRect(self.rect(), self._theme.colour("surface"))
            box(painter, QRectF(self.rect()), RADIUS_CELL, fill, frame, 2)
        super().paintEvent(event)

    def offer(self, typed: str = "") -> None:
        """Open the list with what fits ``typed``."""
        if self._popup is not None:
            self._popup.offer(self._choices(typed), None, 0 if typed else -1)

    def _choices(self, typed: str) -> tuple[Choice, ...]:
        view = self._model.view
        if self._column == OWNER:
            return matching(view.workbook.people, typed) if view else ()
        every = tuple(Choice(status.value, say(f"planpage.status.{status.value}")) for status in TaskStatus)
        fitting = tuple(one for one in every if one.label.casefold().startswith(typed.casefold()))
        return fitting or every

    def _picked(self, value: str) -> None:
        known = {one.value: one.label for one in self._choices("")}
        self.setText(known.get(value, value.removeprefix("+")))


class PlanDelegate(QStyledItemDelegate):
    """Makes the lines; the view paints."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, PlanModel)
        return PlanCell(self._theme, model, COLUMNS[index.column()], parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, PlanCell) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        if isinstance(editor, PlanCell) and isinstance(model, PlanModel):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        column = COLUMNS[index.column()]
        least = self._theme.scaled({OWNER: 180, STATE: 150}.get(column, 96))
        rect = option.rect
        if column in FIGURES:
            rect.setLeft(min(rect.left(), rect.right() - least))
        else:
            rect.setLeft(rect.left() - _INSET)
            rect.setWidth(max(rect.width(), least))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, PlanCell) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and not event.modifiers():
                editor.offer(editor.text() if editor.isModified() else "")
                return True
            if event.key() in _ENTER:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)
