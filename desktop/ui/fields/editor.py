"""What every field editor promises to the page that holds it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import Theme

WIDEST = 560  # about 75 characters


class FieldEditor(QWidget):
    """Base of the editors. ``edited`` carries the new value on commit: Enter, leaving the field, or a choice.

    ``unread_changed`` carries the sentence when what was typed cannot be read, and None when it can again; the value
    then stays what it was and the typed text stays where it is.
    """

    edited = Signal(object)
    unread_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.unread: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._limits: list[tuple[QWidget, int]] = []
        self.limit(self, WIDEST)
        theme.changed.connect(self._apply_limits)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def set_value(self, value: object) -> None:
        """Show ``value`` without sending ``edited``; None shows the field empty. Every editor says how."""

    def set_problem(self, sentence: str | None) -> None:
        """Mark the control as wrong; the frame shows the sentence, a screen reader gets it as the description."""
        control = self.first_control()
        control.setAccessibleDescription(sentence or "")
        if bool(control.property("problem")) != bool(sentence):
            control.setProperty("problem", bool(sentence))
            control.style().unpolish(control)
            control.style().polish(control)
        control.update()

    def set_enabled(self, *, enabled: bool) -> None:
        self.setEnabled(enabled)

    def focus_first(self) -> None:
        self.first_control().setFocus(Qt.FocusReason.TabFocusReason)

    def flush(self) -> None:
        """Commit what is typed and not sent yet."""

    def first_control(self) -> QWidget:
        """The part that takes the focus and carries the accessible name."""
        return self

    def name(self, label: str) -> None:
        """The label that a screen reader says for this field."""
        self.first_control().setAccessibleName(label)

    def limit(self, part: QWidget, width: int) -> None:
        """``part`` is at most ``width`` designed pixels wide, more where the text is larger."""
        self._limits.append((part, width))
        self._apply_limits()

    def _apply_limits(self) -> None:
        for part, width in self._limits:
            part.setMaximumWidth(self.theme.scaled(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def report_unread(self, sentence: str | None) -> None:
        """For subclasses: what was typed cannot be read (or can again)."""
        if sentence != self.unread:
            self.unread = sentence
            self.unread_changed.emit(sentence)
