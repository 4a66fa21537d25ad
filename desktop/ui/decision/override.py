"""Deciding over open blocking findings: only with a name and a reason, and shown from then on."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.session.decision_edits import Desk, override, take_back, unnamed
from desktop.text import say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import ParagraphEditor
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.words import caption
from desktop.workbook import Sprint
from desktop.workbook.decision import DecisionOverride


class OverrideForm(Collapsible):
    """Folded until somebody wants it; ``edited`` carries the edit."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("decision.override"))
        self._present: Present | None = None
        self._held: DecisionOverride | None = None
        self._people: object = None
        self._by: Any = None
        self.person, self.reason = PersonEditor(theme, {}), ParagraphEditor(theme, least_lines=2)
        self.person.edited.connect(self._name)
        self.body.setSpacing(12)
        self.body.addWidget(caption(theme, say("decision.override.lead")))
        self.body.addWidget(FieldFrame(theme, say("decision.override.by"), self.person))
        self.body.addWidget(FieldFrame(theme, say("decision.override.reason"), self.reason))
        self._trouble = caption(theme, "", "block")
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.apply = Button(theme, say("decision.override.apply"))
        self.remove = Button(theme, say("decision.override.remove"), Kind.QUIET)
        self.apply.clicked.connect(self._apply)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        for button in (self.apply, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_present(self, present: Present) -> None:
        """Show what is recorded; what is being typed stays while that is the same."""
        self._present = present
        if present.workbook.people is not self._people:
            self._people = present.workbook.people
            self.person.set_people(present.workbook.people)
        system = present.system
        held = (system.sprint or Sprint()).decision.override if system else None
        self.remove.setVisible(held is not None)
        if held != self._held:
            self._held, self._by = held, held.by if held else None
            self.person.set_value(self._by)
            self.reason.set_value(held.reason if held else "")
            self._trouble.hide()

    def _name(self, value: Any) -> None:
        self._by = value

    def _apply(self) -> None:
        self.person.flush()
        reason = self.reason.box.toPlainText().strip()
        present = self._present
        wrong = unnamed(present.workbook, self._by) if self._by and present is not None else ""
        trouble = wrong if self._by and any(map(str.isalnum, reason)) else say("decision.override.needs")
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble and present is not None and present.system_id is not None:
            self.edited.emit(override(present.system_id, self._by, reason, Desk(present.method, present.today, "")))

    def _remove(self) -> None:
        if self._present is not None and self._present.system_id is not None:
            self.edited.emit(take_back(self._present.system_id))
