"""The frame round an editor: label above, help below, and the problem in its place when there is one."""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.text import say
from desktop.ui.fields.editor import WIDEST, FieldEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import icon
from desktop.ui.widgets.words import Words, caption, strong


class FieldFrame(QWidget):
    """Label, editor, help. What cannot be read comes before what the page has to say about the value."""

    def __init__(
        self, theme: Theme, label: str, editor: FieldEditor, help_text: str = "", *, optional: bool = False
    ) -> None:
        super().__init__()
        self.editor = editor
        self._problem: str | None = None
        self._help = help_text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head(theme, label, optional=optional))
        column.addWidget(editor)
        self._under = _Under(theme)
        column.addWidget(self._under)
        editor.name(label)
        editor.unread_changed.connect(self._show)
        self._show()

    def _head(self, theme: Theme, label: str, *, optional: bool) -> QWidget:
        head = QWidget()
        self.editor.limit(head, WIDEST)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.label = strong(theme, label)
        if not label:  # showing what has no parent yet would open a window
            self.label.hide()
        self.label.installEventFilter(self)
        row.addWidget(self.label, 1)
        if optional:
            row.addWidget(Words(theme, say("fields.optional"), "caption", "quiet", wrap=False))
        if not label and not optional:
            head.hide()
        return head

    def set_problem(self, sentence: str | None) -> None:
        """What the page finds wrong with the value, or None."""
        self._problem = sentence
        self._show()

    def set_help(self, help_text: str) -> None:
        self._help = help_text
        self._show()

    @property
    def problem(self) -> str | None:
        """The sentence that is shown as a problem now."""
        return self.editor.unread or self._problem

    def _show(self, _sentence: object = None) -> None:
        problem = self.problem
        self.editor.set_problem(problem)
        if not problem and self._help:
            self.editor.first_control().setAccessibleDescription(self._help)
        self._under.say(problem or self._help, problem=bool(problem))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.label and isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            self.editor.focus_first()
        return False


class _Under(QWidget):
    """Help, or the problem with its icon, in one place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_problem = theme, False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._words = caption(theme, "")
        self._column.addWidget(self._words)

    def say(self, text: str, *, problem: bool) -> None:
        self._is_problem = problem
        self._words.setText(text)
        self._words.set_ink("block" if problem else "quiet")
        self._column.setContentsMargins(20 if problem else 0, 0, 0, 0)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_problem:
            with QPainter(self) as painter:
                top = (self._theme.line("caption") - 14) / 2
                icon(painter, QPointF(0, top), self._theme, "octagon-x", "block", 14)
