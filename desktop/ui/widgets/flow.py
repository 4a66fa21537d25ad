"""A layout that sets widgets like words: left to right, on as many lines as they need."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets in reading order with ``gap`` pixels between them, both ways."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self._gap for item in self._items) - self._gap
        return QSize(max(0, width), self.heightForWidth(max(0, width)))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest, max((item.minimumSize().height() for item in self._items), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        left, top, tallest = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > rect.x() and left + size.width() > rect.x() + rect.width():
                left, top, tallest = rect.x(), top + tallest + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left, tallest = left + size.width() + self._gap, max(tallest, size.height())
        return top + tallest - rect.y()
