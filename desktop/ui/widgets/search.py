"""The field that filters a list or opens the palette."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.marks import Kbd
from desktop.ui.widgets.paint import announce, icon

_LEFT = 36


class SearchField(QLineEdit):
    """Sends ``searched`` with the trimmed text at every change; Escape and the cross clear it."""

    searched = Signal(str)

    def __init__(self, theme: Theme, name: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        announce(self, name)
        self.setPlaceholderText(name)
        self._clear = IconButton(theme, "x", say("fields.search_clear"), parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._keys = Kbd(theme, keys) if keys else None
        if self._keys is not None:
            self._keys.setParent(self)
        self.textChanged.connect(self._typed)
        self._typed("")

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        right = 32 if text else 0
        if self._keys is not None:
            self._keys.setVisible(not text)
            right = right or self._keys.sizeHint().width() + 8
        self.setTextMargins(_LEFT - 10, 0, right, 0)
        self.searched.emit(text.strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self._clear, self._keys):
            if part is not None:
                size = part.sizeHint()
                part.resize(size)
                part.move(self.width() - size.width() - 8, (self.height() - size.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        wants = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text())
        if wants and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            icon(painter, QPointF(12, (self.height() - 16) / 2), self._theme, "search", "quiet", 16)
