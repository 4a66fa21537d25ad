"""Enter presses the button that has the keyboard. Qt leaves that to Space, except in dialogs."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget

PASSES_ENTER = "passesEnter"
"""A widget property: Enter is for what the button stands in, as where a choice is confirmed as a whole."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Listens to the one button that has the keyboard, so that no other event passes through here."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(new, QAbstractButton) and _is_pressed_by_enter(new):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or not plain or not isinstance(watched, QAbstractButton):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True


def _is_pressed_by_enter(button: QAbstractButton) -> bool:
    """Ticks keep Enter for what they stand in, and a button with keys of its own knows what Enter is for."""
    own = any(
        "keyPressEvent" in vars(kind) for kind in type(button).__mro__ if not kind.__module__.startswith("PySide6")
    )
    return not own and not isinstance(button, (QCheckBox, QRadioButton)) and not button.property(PASSES_ENTER)
