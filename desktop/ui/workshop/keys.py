"""What a key means in a workshop. Digits, letters and arrows only, so that one hand at a wall is enough."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Act(StrEnum):
    """What a key asks for."""

    LEVEL = "level"
    NOT_APPLICABLE = "na"
    CLEAR = "clear"
    UP = "up"
    DOWN = "down"
    BACK = "back"
    FORWARD = "forward"
    CONFIRM = "confirm"
    LEAVE = "leave"
    REVEAL = "reveal"
    EVIDENCE = "evidence"
    TEXT = "text"
    REASON = "reason"
    DARK = "dark"


@dataclass(frozen=True)
class Command:
    """An act, with the level or the number of the reason where it has one."""

    act: Act
    value: int = 0


_KEYS: dict[int, Act] = {
    Qt.Key.Key_Up: Act.UP,
    Qt.Key.Key_Down: Act.DOWN,
    Qt.Key.Key_Left: Act.BACK,
    Qt.Key.Key_Right: Act.FORWARD,
    Qt.Key.Key_Return: Act.CONFIRM,
    Qt.Key.Key_Enter: Act.CONFIRM,
    Qt.Key.Key_Escape: Act.LEAVE,
    Qt.Key.Key_Backspace: Act.CLEAR,
    Qt.Key.Key_Delete: Act.CLEAR,
}
_LETTERS = {"n": Act.NOT_APPLICABLE, "r": Act.REVEAL, "e": Act.EVIDENCE, "t": Act.TEXT, "d": Act.DARK}
REASON_KEYS = "fghjk"
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def command_of(event: QKeyEvent) -> Command | None:
    """The command of a key; None where it has none here, or belongs to the menus."""
    if event.modifiers() & _WITH:
        return None
    typed = event.text().lower()
    if typed in ("0", "1", "2", "3", "4") and typed:
        return Command(Act.LEVEL, int(typed))
    if typed and typed in REASON_KEYS:
        return Command(Act.REASON, REASON_KEYS.index(typed))
    if typed in _LETTERS:
        return Command(_LETTERS[typed])
    act = _KEYS.get(event.key())
    return Command(act) if act else None
