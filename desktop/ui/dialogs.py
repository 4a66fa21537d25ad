"""Questions that stop the work: which file, and what to do with unsaved changes. A port, so that tests can answer."""

from __future__ import annotations  # the start page must not wait for the document's models

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.words import lead, title

if TYPE_CHECKING:
    from desktop.files.lock import LockState

Leaving = Literal["save", "discard", "cancel"]
Locked = Literal["read-only", "open-anyway", "cancel"]
SUFFIXES = {"project": ".readiness.json", "tracker": ".xlsx", "board": ".pdf", "mapping": ".json", "calendar": ".ics"}


class Dialogs(Protocol):
    """What the app may ask. None or ``cancel`` means that the user went back."""

    def open_file(self, kind: str, folder: Path) -> Path | None: ...

    def save_file(self, kind: str, suggested: Path) -> Path | None: ...

    def leave(self, name: str, unread: int) -> Leaving: ...

    def locked(self, state: LockState) -> Locked: ...

    def tell(self, headline: str, detail: str) -> None: ...


class Question(QDialog):
    """A headline, a sentence and buttons. ``answer`` is the id of the button that was pressed, or ``cancel``."""

    def __init__(self, theme: Theme, headline: str, detail: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("shell.app"))
        self.setAccessibleName(headline)
        self.setAccessibleDescription(detail)
        self._theme, self.answer = theme, "cancel"
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(8)
        self.setMinimumWidth(440)
        column.addWidget(title(theme, headline))
        words = lead(theme, detail)
        words.setVisible(bool(detail))
        column.addWidget(words)
        column.addSpacing(16)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column.addLayout(self._buttons)
        self._buttons.addStretch(1)

    def add(self, answer: str, text: str, kind: Kind = Kind.PLAIN) -> Button:
        """One way to answer; the primary one is taken by Enter."""
        button = Button(self._theme, text, kind)
        button.clicked.connect(lambda _checked=False: self._take(answer))
        button.setDefault(kind is Kind.PRIMARY)
        self._buttons.addWidget(button)
        if kind is Kind.PRIMARY:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.accept()


class QtDialogs:
    """The real questions."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._window: QWidget | None = None

    def over(self, window: QWidget) -> None:
        """Ask over ``window`` from now on."""
        self._window = window

    def open_file(self, kind: str, folder: Path) -> Path | None:
        """Choose a file to read; ``kind`` is ``project`` or ``inventory``."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, say(f"shell.dialog.open-{kind}"), str(folder), say(f"shell.filter.{kind}")
        )
        return Path(name) if name else None

    def save_file(self, kind: str, suggested: Path) -> Path | None:
        """Choose where to write; the system's own dialog asks before a file is replaced."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, say(f"shell.dialog.save-{kind}"), str(suggested), say(f"shell.filter.{kind}")
        )
        if not name:
            return None
        chosen = with_suffix(Path(name), kind)
        known = chosen == Path(name) or not chosen.exists()  # of a name that got its ending here, nobody was asked
        return chosen if known or self._may_replace(chosen.name) else None

    def _may_replace(self, name: str) -> bool:
        question = Question(self._theme, say("shell.replace", name=name), say("shell.replace.detail"), self._window)
        question.add("replace", say("shell.replace.do"), Kind.QUIET)
        question.add("cancel", say("shell.leave.cancel"), Kind.PRIMARY)
        question.exec()
        return question.answer == "replace"

    def leave(self, name: str, unread: int) -> Leaving:
        """Ask what to do with changes that are not saved."""
        detail = say("shell.leave.unread") if unread else say("shell.leave.detail")
        question = Question(self._theme, say("shell.leave.headline", name=name), detail, self._window)
        question.add("discard", say("shell.leave.discard"), Kind.QUIET)
        question.add("cancel", say("shell.leave.cancel"))
        question.add("save", say("shell.leave.save"), Kind.PRIMARY)
        question.exec()
        answers: dict[str, Leaving] = {"save": "save", "discard": "discard"}
        return answers.get(question.answer, "cancel")

    def locked(self, state: LockState) -> Locked:
        """Ask what to do with a project that seems to be open elsewhere."""
        from desktop.files.problem import sentence

        question = Question(self._theme, say("shell.locked"), sentence(state.problem), self._window)
        question.add("cancel", say("shell.leave.cancel"), Kind.QUIET)
        if "open-anyway" in state.choices:
            question.add("open-anyway", say("shell.locked.anyway"))
        question.add("read-only", say("shell.locked.read-only"), Kind.PRIMARY)
        question.exec()
        answers: dict[str, Locked] = {"open-anyway": "open-anyway", "read-only": "read-only"}
        return answers.get(question.answer, "cancel")

    def tell(self, headline: str, detail: str) -> None:
        """Say what could not be done, what is safe and what to do."""
        question = Question(self._theme, headline, detail, self._window)
        question.add("ok", say("shell.ok"), Kind.PRIMARY)
        question.exec()


def with_suffix(chosen: Path, kind: str) -> Path:
    """The chosen file with the right ending, where the user typed none."""
    ending = SUFFIXES[kind]
    if chosen.name.lower().endswith(ending) or (kind == "project" and chosen.suffix.lower() == ".json"):
        return chosen
    return chosen.with_name(chosen.name + ending)
