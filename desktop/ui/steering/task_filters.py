"""The row of filters over the tasks: search, and a chip for each column that can be narrowed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.session.all_tasks import TaskFilter, TaskRow, status_word, track_word
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.search import SearchField
from desktop.workbook.plan import TaskStatus

_WHENS = ("late", "week", "undated")


class TaskFilterBar(QWidget):
    """Sends ``filtered`` with the whole filter at every change."""

    filtered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.filter = theme, TaskFilter()
        self._owners: tuple[str, ...] = ()
        row = FlowLayout(self, 8)
        self.search = SearchField(theme, say("tasks.filter.search"))
        self.search.setFixedWidth(theme.scaled(230))
        self.search.searched.connect(lambda text: self._narrow(replace(self.filter, text=text)))
        row.addWidget(self.search)
        self.chips = {name: self._chip(name) for name in ("when", "statuses", "owners", "tracks")}
        for chip in self.chips.values():
            row.addWidget(chip)
        self.reset_button = Button(theme, say("tasks.filter.reset"), Kind.QUIET)
        self.reset_button.clicked.connect(self.reset)
        row.addWidget(self.reset_button)
        self._words()

    def reset(self) -> None:
        """Show everything again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._narrow(TaskFilter())

    def show_filter(self, wanted: TaskFilter) -> None:
        """Filter from outside."""
        self._narrow(wanted)

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Who can be filtered by."""
        self._owners = tuple(sorted({row.owner for row in rows}, key=lambda name: (not name, name.casefold())))

    def _chip(self, field: str) -> Button:
        chip = Button(self._theme, "", Kind.PLAIN, "chevron-down", sign_after=True)
        menu = QMenu(chip)
        menu.aboutToShow.connect(lambda: self._fill(menu, field))
        chip.clicked.connect(lambda: menu.popup(chip.mapToGlobal(chip.rect().bottomLeft())))
        return chip

    def _values(self, field: str) -> tuple[tuple[Any, str], ...]:
        match field:
            case "when":
                return tuple((when, say(f"tasks.filter.when.{when}")) for when in _WHENS)
            case "statuses":
                return tuple((status, status_word(status)) for status in TaskStatus)
            case "owners":
                return tuple((name, name or say("tasks.nobody")) for name in self._owners)
            case _:
                return (("sprint", track_word("sprint")), ("plan", track_word("plan")))

    def _fill(self, menu: QMenu, field: str) -> None:
        menu.clear()
        chosen = getattr(self.filter, field)
        for value, label in self._values(field):
            action = QAction(label.replace("&", "&&"), menu, checkable=True)
            action.setChecked(value == chosen if field == "when" else value in chosen)
            action.toggled.connect(lambda on, value=value: self.pick(field, value, on=on))
            menu.addAction(action)

    def pick(self, field: str, value: Any, *, on: bool) -> None:
        """Take a value into a filter, or out of it."""
        chosen = getattr(self.filter, field)
        if field == "when":
            self._narrow(replace(self.filter, when=value if on else ""))
        else:
            self._narrow(replace(self.filter, **{field: chosen | {value} if on else chosen - {value}}))

    def _narrow(self, wanted: TaskFilter) -> None:
        self.filter = wanted
        self._words()
        self.filtered.emit(wanted)

    def _words(self) -> None:
        """A filter that is on reads as a sentence."""
        for field, chip in self.chips.items():
            chosen = getattr(self.filter, field)
            on = {chosen} - {""} if field == "when" else chosen
            labels = [label for value, label in self._values(field) if value in on]
            name = say(f"tasks.filter.{field}")
            more = f" +{len(labels) - 1}" if len(labels) > 1 else ""
            chip.setText(f"{name}: {labels[0]}{more}".replace("&", "&&") if labels else name)
        self.reset_button.setVisible(self.filter.active)
