"""The palette: a field and a list of what fits, for *Find anything* and for choosing a system."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.session.finding import Find, matching
from desktop.text import count, say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import RIGHT, announce, box, icon, words
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.words import caption

Index = QModelIndex | QPersistentModelIndex
_SIGNS = {
    "action": "command",
    "page": "file-text",
    "system": "layers",
    "person": "user",
    "record": "list-checks",
    "question": "circle-help",
}
_WIDTH, _ROW, _ROWS = 560, 48, 8


class Finds(QAbstractListModel):
    """What fits the words typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: tuple[Find, ...] = ()

    def show_all(self, found: tuple[Find, ...]) -> None:
        """Show other finds."""
        self.beginResetModel()
        self.shown = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self.shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return found.title
        return found if role == Qt.ItemDataRole.UserRole else None


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_WIDTH, self._theme.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Find = index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if here:
            box(painter, rect.adjusted(4, 1, -4, -1), 6, self._theme.colour("accent_soft"))
        icon(painter, rect.topLeft() + QRectF(20, (rect.height() - 16) / 2, 0, 0).topLeft(), self._theme,
             _SIGNS[found.kind], "accent" if here else "quiet")  # fmt: skip
        keys = self._theme.text_width(found.keys, "caption") + 12 if found.keys else 0
        text = rect.adjusted(50, 5, -20 - keys, -5)
        half = text.height() / 2
        if found.detail:
            words(painter, text.adjusted(0, 0, 0, -half), found.title, self._theme)
            words(painter, text.adjusted(0, half, 0, 0), found.detail, self._theme, "quiet", "caption")
        else:
            words(painter, text, found.title, self._theme)
        words(painter, rect.adjusted(0, 0, -20, 0), found.keys, self._theme, "quiet", "caption", align=RIGHT)
        painter.restore()


class Finder(QFrame):
    """Opens over the window; arrows choose, Enter goes there, Escape closes and gives the focus back."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._all: Sequence[Find] = ()
        announce(self, say("shell.find"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        self.field = SearchField(theme, say("shell.find"))
        self.field.searched.connect(self._search)
        self.field.installEventFilter(self)
        self._finds, self._list = Finds(self), QListView()
        self._list.setModel(self._finds)
        self._list.setItemDelegate(_Rows(theme, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        announce(self._list, say("shell.find.results"))
        self._note = caption(theme, "")
        for part in (self.field, self._list, self._note):
            column.addWidget(part)

    def ask(self, name: str, found: Sequence[Find], below: QWidget | None = None) -> None:
        """Open with ``found`` to choose from, under ``below`` or in the middle of the window's upper half."""
        self._all = found
        self.field.setPlaceholderText(name)
        announce(self.field, name)
        self.field.clear()
        self._search("")
        self.resize(_WIDTH, round(self._theme.scaled(_ROW) * _ROWS) + 96)
        self._place(below)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self, below: QWidget | None) -> None:
        window = self.parentWidget()
        if below is not None:
            self.move(below.mapToGlobal(below.rect().bottomLeft()))
        elif window is not None:
            left = (window.width() - self.width()) // 2
            self.move(
                window.mapToGlobal(window.rect().topLeft()).x() + left,
                window.mapToGlobal(window.rect().topLeft()).y() + 64,
            )

    def _search(self, text: str) -> None:
        self._finds.show_all(matching(self._all, text))
        self._choose(0)
        shown = len(self._finds.shown)
        self._note.setText(count("shell.find.count", shown) if shown else say("shell.find.nothing", text=text))
        self._note.setVisible(bool(text))

    def _choose(self, row: int) -> None:
        rows = self._finds.rowCount()
        if rows:
            self._list.setCurrentIndex(self._finds.index(max(0, min(row, rows - 1)), 0))

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            found = self._finds.shown[index.row()]
            self.close()
            self.chosen.emit(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        moves: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Down: lambda row: row + 1,
            Qt.Key.Key_Up: lambda row: row - 1,
            Qt.Key.Key_PageDown: lambda row: row + _ROWS,
            Qt.Key.Key_PageUp: lambda row: row - _ROWS,
        }
        if move := moves.get(event.key()):
            self._choose(move(self._list.currentIndex().row()))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("raised"))
            box(painter, QRectF(self.rect()), 0, None, self._theme.colour("edge"))
