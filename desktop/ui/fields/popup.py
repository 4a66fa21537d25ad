"""The list that drops down under a field: rows with an optional second line, moved through by the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.session.view import Choice
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, box, centred_icon, words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST = 9
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class ChoiceModel(QAbstractListModel):
    """Choices as list rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return choice.label
        return choice.help if role == Qt.ItemDataRole.AccessibleDescriptionRole else None


class _Lines(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chosen: str | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._theme.scaled(48 if index.data(Qt.ItemDataRole.AccessibleDescriptionRole) else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ChoiceModel):
            return
        choice, rect = model.choices[index.row()], QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, rect, 4, self._theme.colour("accent_soft"))
        text = rect.adjusted(10, 0, -34, 0)
        ink = "accent" if choice.value.startswith("+") else "text"
        words(painter, text.adjusted(0, 4, 0, -22) if choice.help else text, choice.label, self._theme, ink)
        if choice.help:
            words(painter, text.adjusted(0, 22, 0, -4), choice.help, self._theme, "quiet", "caption")
        if choice.value == self.chosen:
            tick = QRectF(rect.right() - 30, rect.top(), 24, rect.height())
            centred_icon(painter, tick, self._theme, "check", "accent")
        painter.restore()


class Popup(QFrame):
    """Shows choices under ``anchor`` without taking the typing away from it; ``picked`` carries the value."""

    picked = Signal(object)

    def __init__(self, theme: Theme, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme, self._anchor = theme, anchor
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFocusProxy(anchor)
        self._list = QListView()
        self._list.setUniformItemSizes(False)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        self._model, self._lines = ChoiceModel(self), _Lines(theme, self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._lines)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(lambda index: self._pick(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self._list)
        self.installEventFilter(self)

    def offer(self, choices: Sequence[Choice], chosen: str | None, first: int = -1) -> None:
        """Open, or refresh, with ``choices``; ``first`` is the row that Enter would take."""
        announce(self._list, self._anchor.accessibleName())
        self._lines.chosen = chosen
        self._model.show_choices(choices)
        if not choices:
            self.hide()
            return
        at = first if first >= 0 else next((n for n, choice in enumerate(choices) if choice.value == chosen), -1)
        self._list.setCurrentIndex(self._model.index(at, 0))
        self._place()
        self.show()

    @property
    def current(self) -> Choice | None:
        index = self._list.currentIndex()
        return self._model.choices[index.row()] if index.isValid() else None

    def _place(self) -> None:
        heights = [
            self._lines.sizeHint(QStyleOptionViewItem(), self._model.index(n, 0)).height()
            for n in range(len(self._model.choices))
        ]
        height = sum(heights[:_MOST]) + 12
        self.resize(max(self._anchor.width(), 220), height)
        below = self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + 4))
        room = self._anchor.screen().availableGeometry()
        top = below.y() if below.y() + height <= room.bottom() else below.y() - self._anchor.height() - height - 8
        self.move(max(room.left(), min(below.x(), room.right() - self.width())), max(room.top(), top))

    def _pick(self, row: int) -> None:
        value = self._model.choices[row].value
        self.hide()
        self.picked.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self.key(event)
        return False

    def key(self, event: QKeyEvent) -> bool:
        """A key while the list is open: arrows move, Enter takes, Escape closes; the rest goes to the field."""
        if event.key() in _MOVES:
            self._move(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self._pick(self._list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.hide()
            return False
        else:
            self._anchor.event(event)
        return True

    def _move(self, key: int) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST}.get(Qt.Key(key), -_MOST)
        row = min(max(self._list.currentIndex().row() + step, 0), len(self._model.choices) - 1)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), 6, self._theme.colour("raised"), self._theme.colour("edge"))
