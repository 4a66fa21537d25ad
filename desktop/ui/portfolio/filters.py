"""The row of filters: a search field, a chip for each kind of filter, and how many systems are shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.analysis.portfolio import STALL_MONTHS
from desktop.session.portfolio import Filter
from desktop.text import count, say
from desktop.text.formatting import number
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.words import Words
from desktop.workbook import Impact, Stage


class FilterBar(QWidget):
    """Sends ``filtered`` with the whole filter at every change."""

    filtered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.filter = theme, Filter()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.search = SearchField(theme, say("portfolio.filter.search"))
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(260)
        self.search.searched.connect(lambda text: self._narrow(replace(self.filter, text=text)))
        row.addWidget(self.search, 1)
        self._stalled = self._chip(row, self._toggle_stalled)
        self._stage = self._menu_chip(row, "stages", "stage", (*Stage, None))
        self._impact = self._menu_chip(row, "impacts", "impact", (*Impact, None))
        self._owner = self._owner_chip(row)
        self._reset = Button(theme, say("portfolio.filter.reset"), Kind.QUIET, small=False)
        self._reset.clicked.connect(self.reset)
        row.addWidget(self._reset)
        row.addStretch(1)
        self._shown = Words(theme, "", "strong", wrap=False)
        row.addWidget(self._shown)
        self._words()

    def reset(self) -> None:
        """Show everything again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._narrow(Filter())

    def show_count(self, shown: int) -> None:
        """How many systems pass the filter."""
        self._shown.setText(count("portfolio.shown", shown))

    def set_filter(self, wanted: Filter) -> None:
        """Filter from outside, for example from the strip."""
        self._narrow(wanted)

    def _chip(self, row: QHBoxLayout, clicked: Callable[[], None]) -> Button:
        chip = Button(self._theme, "", Kind.PLAIN)
        chip.clicked.connect(clicked)
        row.addWidget(chip)
        return chip

    def _menu_chip(self, row: QHBoxLayout, field: str, word: str, values: tuple[Any, ...]) -> Button:
        chip = Button(self._theme, "", Kind.PLAIN, "chevron-down", sign_after=True)
        menu = QMenu(chip)
        for value in values:
            label = say(f"portfolio.{word}.{value.value if value else 'unknown'}")
            action = QAction(label, menu, checkable=True)
            action.toggled.connect(lambda on, value=value: self._pick(field, value, on=on))
            menu.addAction(action)
        menu.aboutToShow.connect(lambda: self._tick(menu, field, values))
        chip.clicked.connect(lambda: menu.popup(chip.mapToGlobal(chip.rect().bottomLeft())))
        row.addWidget(chip)
        return chip

    def _tick(self, menu: QMenu, field: str, values: tuple[Any, ...]) -> None:
        for action, value in zip(menu.actions(), values, strict=True):
            action.blockSignals(True)
            action.setChecked(value in getattr(self.filter, field))
            action.blockSignals(False)

    def _owner_chip(self, row: QHBoxLayout) -> Button:
        chip = Button(self._theme, "", Kind.PLAIN, "chevron-down", sign_after=True)
        menu = QMenu(chip)
        for key, value in (("any", None), ("known", True), ("missing", False)):
            action = menu.addAction(say(f"portfolio.filter.owner.{key}"))
            action.triggered.connect(lambda _=False, value=value: self._narrow(replace(self.filter, owned=value)))
        chip.clicked.connect(lambda: menu.popup(chip.mapToGlobal(chip.rect().bottomLeft())))
        row.addWidget(chip)
        return chip

    def _pick(self, field: str, value: object, *, on: bool) -> None:
        chosen = getattr(self.filter, field)
        self._narrow(replace(self.filter, **{field: chosen | {value} if on else chosen - {value}}))

    def _toggle_stalled(self) -> None:
        self._narrow(replace(self.filter, stalled=not self.filter.stalled))

    def _narrow(self, wanted: Filter) -> None:
        self.filter = wanted
        self._words()
        self.filtered.emit(wanted)

    def _words(self) -> None:
        """A filter that is on reads as a sentence."""
        months = number(STALL_MONTHS, 1)
        self._stalled.setText(
            say("portfolio.filter.stalled-on" if self.filter.stalled else "portfolio.filter.stalled", months=months)
        )
        self._stalled.set_sign("x" if self.filter.stalled else "")
        stages = [
            say(f"portfolio.stage.{stage.value if stage else 'unknown'}")
            for stage in (*Stage, None)
            if stage in self.filter.stages
        ]
        impacts = [
            say(f"portfolio.impact.{kind.value if kind else 'unknown'}")
            for kind in (*Impact, None)
            if kind in self.filter.impacts
        ]
        self._stage.setText(_labelled(say("portfolio.column.stage"), stages))
        self._impact.setText(_labelled(say("portfolio.column.impact"), impacts))
        owner = {None: [], True: [say("portfolio.filter.owner.known")], False: [say("portfolio.filter.owner.missing")]}
        self._owner.setText(_labelled(say("portfolio.column.owner"), owner[self.filter.owned]))
        self._reset.setVisible(self.filter.active)


def _labelled(name: str, chosen: list[str]) -> str:
    if not chosen:
        return name
    return f"{name}: {chosen[0]}" + (f" +{len(chosen) - 1}" if len(chosen) > 1 else "")
