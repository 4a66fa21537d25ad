"""The value case: the three numbers and what they rest on, with inputs that can be tried before they are accepted."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.analysis.value_tornado import tornado
from desktop.session.editing import set_field
from desktop.session.value import value_of
from desktop.session.value_trial import Input, accept, inputs, still_there, tried
from desktop.session.value_view import value_view
from desktop.session.view import Row
from desktop.ui.fields.notation import region
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.ui.value.body import ValueBody
from desktop.ui.value.panel import WhatIfPanel
from desktop.ui.value.simulating import Simulating
from desktop.workbook.path import Path
from desktop.workbook.sprint import ValueCase


class ValuePage(Page):
    """Shows the workbook's value case, or a trial of it; only *Accept* makes an edit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._present: Present | None = None
        self._value: ValueCase | None = None
        self._inputs: tuple[Input, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._sending: Row | None = None
        self.changes: dict[str, Decimal] = {}
        self.body, self.panel = ValueBody(theme), WhatIfPanel(theme, region())
        self.simulating = Simulating(self)
        self.simulating.done.connect(lambda found: self.body.show_simulation(found, self._currency))
        self.panel.tried.connect(self._try)
        self.panel.accepted.connect(self._accept)
        self.panel.dropped.connect(self._drop)
        self.body.entered.connect(self._enter)
        self.body.followed.connect(self.left_for)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.body, 1)
        row.addWidget(self.panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.fit(event.size().width())

    @property
    def _now(self) -> Present:
        if self._present is None:
            raise RuntimeError("shown before it was given anything")
        return self._present

    @property
    def _currency(self) -> str:
        return self._now.workbook.engagement.currency

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        value = value_of(present.system)
        if value is not self._value:
            self._value = value
            self._inputs = inputs(value, tornado(value))
            self.changes = still_there(value, self.changes)
        self._show()

    def _show(self) -> None:
        present, value = self._now, self._value
        if value is None:
            return
        engagement, people = present.workbook.engagement, present.workbook.people
        drawn = (value, dict(self.changes), engagement, people)
        if self._drawn and all(a is b or a == b for a, b in zip(drawn, self._drawn, strict=True)):
            return
        self._drawn = drawn
        trial = tried(value, self.changes)
        self.panel.show_inputs(self._inputs, self.changes, self._currency)
        self.body.show_value(present, trial, value_view(value, trial, self._currency))
        self.simulating.ask(trial)

    def _try(self, key: str, new: object) -> None:
        """Change an input of the trial; None puts the project's value back."""
        if isinstance(new, Decimal):
            self.changes = {**self.changes, key: new}
        else:
            self.changes = {known: kept for known, kept in self.changes.items() if known != key}
        self._show()

    def _drop(self) -> None:
        self.changes = {}
        self._show()

    def _accept(self) -> None:
        changes, system = self.changes, self._now.system_id
        if changes and system is not None:
            self.changes = {}
            self.edited.emit(accept(system, changes))
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, row: Row, value: object) -> None:
        self._sending = row
        self.edited.emit(set_field(row, value, self._now.tag()))
        self._sending = None

    def refuse(self, error: Exception) -> None:
        if self._sending is not None and self.body.basis is not None:
            self.body.basis.refuse(self._sending, sentence_for(error))

    def flush(self) -> int:
        basis = self.body.basis
        return self.panel.flush() + (basis.flush() if basis is not None else 0)

    def finish(self) -> None:
        self.simulating.wait()

    def focus_first(self) -> None:
        first = next(iter(self.panel.rows.values()), None)
        if first is not None:
            first.slider.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, path: Path) -> bool:
        """An undo of an accepted trial leads here; the first input gets the keyboard."""
        if path[2:4] != ("sprint", "value"):
            return False
        self.focus_first()
        return True
