"""Draws the cells of a table like small fields and opens a line to type in, with a list of choices."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.method.schema import Kind
from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.session.view import CellState
from desktop.ui.fields.cells import suggestions
from desktop.ui.fields.popup import Popup
from desktop.ui.fields.table_model import Index, TableModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT, RIGHT, box, centred_icon, icon, words

_CHOSEN = {Kind.CHOICE, Kind.PERSON}


class CellLine(QLineEdit):
    """The line in an open cell. For choices and people it keeps a list of what fits under it."""

    def __init__(self, theme: Theme, model: TableModel, index: Index, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        column = model.column(index.column())
        self._cell = model.cell(index.row(), column) if column else None
        self.setProperty("place", "cell")
        self.setFont(theme.font(figures=column is not None and column.is_figure))
        self.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        self._popup = Popup(theme, self) if self._cell is not None and self._cell.kind in _CHOSEN else None
        if self._popup is not None:
            self.textEdited.connect(self.offer)
            self._popup.picked.connect(self._picked)

    def offer(self, typed: str = "") -> None:
        """Open the list with what fits ``typed``."""
        if self._popup is not None and self._cell is not None:
            self._popup.offer(suggestions(self._model.setting, self._cell, typed), None, 0 if typed else -1)

    def _picked(self, value: str) -> None:
        if self._popup is not None and self._cell is not None:
            fitting = {choice.value: choice.label for choice in suggestions(self._model.setting, self._cell, "")}
            self.setText(fitting.get(value, value.removeprefix("+")))


class CellDelegate(QStyledItemDelegate):
    """Painting and editing of cells."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, TableModel)
        line = CellLine(self._theme, model, index, parent)
        line.setAlignment(Qt.AlignmentFlag(int(model.data(index, Qt.ItemDataRole.TextAlignmentRole) or 0)))  # type: ignore[call-overload]
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 4, -8, -5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        column, rect = model.column(index.column()), QRectF(option.rect)
        wrong = bool(model.problem(index.row(), index.column()))
        painter.save()
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
        editable = model.editable(index.row(), index.column())
        self._paint_frame(painter, rect, option, wrong=wrong, editable=editable)
        value = model.cell(index.row(), column).value if column is not None else None
        if isinstance(value, CellState):
            self._paint_state(painter, rect, value)
            painter.restore()
            return
        figure = column is not None and column.is_figure
        text = str(model.data(index) or "")
        hint = "" if text or column is None else model.cell(index.row(), column).placeholder
        right = 8.0 if not editable else 34.0 if column is not None and column.kind in _CHOSEN else 20.0
        ink = "block" if wrong else "text" if text else "quiet"
        inside = rect.adjusted(12, 0, -right, 0)
        if column is not None and column.kind in _CHOSEN:
            arrow = QRectF(rect.right() - 32, rect.top(), 20, rect.height() - 1)
            centred_icon(painter, arrow, self._theme, "chevron-down", "quiet", 14)
        words(painter, inside, text or hint, self._theme, ink, align=RIGHT if figure else LEFT, figures=figure)
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRectF, value: CellState) -> None:
        """A computed cell: icon, word and colour, without the frame of a field."""
        sign = STATE_ICONS[cast("StateToken", value.state)]
        icon(painter, QPointF(rect.left() + 4, rect.center().y() - 8), self._theme, sign, value.state, 16)
        words(painter, rect.adjusted(27, 0, -8, 0), value.word, self._theme, value.state)

    def _paint_frame(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, wrong: bool, editable: bool
    ) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        view = self.parent()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and isinstance(view, QWidget) and view.hasFocus()
        if editable:
            frame = "block" if wrong else "accent" if focused or chosen else "edge"
            fill = "accent_soft" if chosen and not focused else "raised"
            width = 2 if wrong or focused else 1
            box(painter, rect.adjusted(0, 4, -8, -5), 4, self._theme.colour(fill), self._theme.colour(frame), width)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, CellLine) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
                if event.key() == Qt.Key.Key_Down and editor.text() == "":
                    editor.offer()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)
