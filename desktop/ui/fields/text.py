"""One line, and a paragraph that grows with what is written."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui.fields.editor import FieldEditor
from desktop.ui.theme import Theme


class TextEditor(FieldEditor):
    """One line of text; empty is the empty string. What is typed is trimmed; what stands there stays until it is typed in.

    ``longest`` is what the document takes: a box that holds less would cut an imported text at the first letter typed.
    """

    def __init__(self, theme: Theme, placeholder: str = "", longest: int = 2_000) -> None:
        super().__init__(theme)
        self._sent = self._shown = ""
        self.box = QLineEdit()
        self.box.setPlaceholderText(placeholder)
        self.box.setMaxLength(longest)
        self.column.addWidget(self.box)
        self.box.editingFinished.connect(self.flush)

    def first_control(self) -> QWidget:
        return self.box

    def set_value(self, value: object) -> None:
        self._sent = "" if value is None else str(value)
        if self.box.text().strip() != self._sent:
            self.box.setText(self._sent)
            self.box.setCursorPosition(0)
        self._shown = self.box.text()

    def set_placeholder(self, text: str) -> None:
        self.box.setPlaceholderText(text)

    def flush(self) -> None:
        if self.box.text() == self._shown:  # nobody typed here, so nothing changes, spaces at the ends included
            return
        value = self.box.text().strip()
        if value != self.box.text():
            self.box.setText(value)
        self._shown = value
        if value != self._sent:
            self._sent = value
            self.edited.emit(value)


class ParagraphEditor(FieldEditor):
    """Several lines. Tab leaves the field, Ctrl+Enter and leaving it commit."""

    def __init__(self, theme: Theme, placeholder: str = "", least_lines: int = 3) -> None:
        super().__init__(theme)
        self._sent = self._shown = ""
        self.box = _Growing(theme, least_lines)
        self.box.setPlaceholderText(placeholder)
        self.column.addWidget(self.box)
        self.box.left.connect(self.flush)

    def first_control(self) -> QWidget:
        return self.box

    def set_value(self, value: object) -> None:
        self._sent = "" if value is None else str(value)
        if self.box.toPlainText().strip() != self._sent:
            self.box.setPlainText(self._sent)
        self._shown = self.box.toPlainText()

    def flush(self) -> None:
        if self.box.toPlainText() == self._shown:  # Qt shows some line ends as others; that is no change
            return
        self._shown = self.box.toPlainText()
        value = self._shown.strip()
        if value != self._sent:
            self._sent = value
            self.edited.emit(value)


class _Growing(QPlainTextEdit):
    left = Signal()

    def __init__(self, theme: Theme, least: int, most: int = 12) -> None:
        super().__init__()
        self._theme, self._least, self._most = theme, least, most
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        shown = max(self._least, min(self._most, lines))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * shown) + 20)

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
