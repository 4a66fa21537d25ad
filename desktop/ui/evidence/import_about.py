"""Where a run belongs: its test set, its day, and the model and prompt that were scored."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from desktop.session.evidence_words import set_name
from desktop.session.run_import import Wanted
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.dates import DateEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.notation import region
from desktop.ui.fields.text import TextEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card

_NEW = "new"


class AboutCard(Card):
    """``wanted`` carries what is chosen, with every change to it."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme, say("evidence.import.about"))
        self._sets: tuple[str, ...] = ()
        self._now: Wanted | None = None
        self._shown: Wanted | None = None
        self.choice = ChoiceEditor(theme, ())
        self.name_box = TextEditor(theme, longest=200)
        self.day = DateEditor(theme, region(), today)
        self.version = TextEditor(theme)
        self._new = FieldFrame(theme, say("evidence.import.set.name"), self.name_box)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        frames = (
            FieldFrame(theme, say("evidence.import.set"), self.choice),
            self._new,
            FieldFrame(theme, say("evidence.import.day"), self.day),
            FieldFrame(theme, say("evidence.import.version"), self.version),
        )
        for at, frame in enumerate(frames):
            grid.addWidget(frame, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.choice.edited.connect(self._choose_set)
        self.name_box.edited.connect(self._name_set)
        self.day.edited.connect(self._date)
        self.version.edited.connect(lambda version: self._become(version=str(version)))

    def forget(self) -> None:
        """Another file: what was said of the last one does not hold for it."""
        self._shown = self._now = None

    def show_wanted(self, sets: tuple[str, ...], now: Wanted) -> None:
        """Show a choice among the known ``sets``; another name is one that is being written.

        What is typed and not sent yet stays: only what has changed is shown anew.
        """
        if (sets, now) == (self._sets, self._shown):
            return
        before, self._shown = self._shown, now
        self._sets, self._now = sets, now
        choices = [Choice(str(at), set_name(name)) for at, name in enumerate(sets)]
        self.choice.set_choices((*choices, Choice(_NEW, say("evidence.import.set.new"))))
        known = now.test_set in sets
        self.choice.set_value(str(sets.index(now.test_set)) if known else _NEW)
        self._new.setVisible(not known)
        self._new.set_problem(None)
        if before is None or before.test_set != now.test_set:
            self.name_box.set_value("" if known else now.test_set)
        if before is None or before.on != now.on:
            self.day.set_value(now.on)
        if before is None or before.version != now.version:
            self.version.set_value(now.version)

    def _choose_set(self, value: object) -> None:
        if value == _NEW:
            self._new.setVisible(True)
            self.name_box.focus_first()
        elif value is not None:
            self._new.setVisible(False)
            self._become(test_set=self._sets[int(str(value))])

    def _name_set(self, value: object) -> None:
        """A name that differs from a known one only in case is that set."""
        name = " ".join(str(value).split())
        if name:
            self._new.set_problem(None)
            self._become(test_set=next((one for one in self._sets if one.casefold() == name.casefold()), name))

    def _date(self, day: object) -> None:
        """A run has a day: an emptied field goes back to the one it had."""
        if isinstance(day, date):
            self._become(on=day)
        elif self._now is not None:
            self.day.set_value(self._now.on)

    def _become(self, *, test_set: str | None = None, on: date | None = None, version: str | None = None) -> None:
        now = self._now
        if now is None:
            return
        self._now = Wanted(
            now.test_set if test_set is None else test_set,
            on or now.on,
            now.version if version is None else version,
        )
        self.wanted.emit(self._now)

    def flush(self) -> int:
        """Take what is typed; returns how many entries cannot be read."""
        for editor in (self.name_box, self.day, self.version):
            editor.flush()
        unnamed = self._new.isVisibleTo(self) and not self.name_box.box.text().strip()
        self._new.set_problem(say("evidence.import.set.unnamed") if unnamed else None)
        return int(self.day.unread is not None) + int(unnamed)
