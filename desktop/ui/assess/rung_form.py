"""The rung by hand: only with a name and a reason."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.session.assess import Assessment
from desktop.session.assess_edits import earn, override
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import ParagraphEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.words import caption
from desktop.workbook.rating import RungOverride


class RungForm(Collapsible):
    """Folded until somebody wants it; ``edited`` carries the edit."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("assess.override"))
        self._now: Assessment | None = None
        self._shown: RungOverride | None = None
        self._values: dict[str, Any] = {"rung": None, "by": None, "reason": ""}
        self._rung = ChoiceEditor(theme, tuple(Choice(str(n), str(n)) for n in range(6)))
        self._by, self._reason = PersonEditor(theme, {}), ParagraphEditor(theme, least_lines=2)
        self.body.setSpacing(12)
        self.body.addWidget(caption(theme, say("assess.override.lead")))
        for name, editor in (("rung", self._rung), ("by", self._by), ("reason", self._reason)):
            self.body.addWidget(FieldFrame(theme, say(f"assess.override.{name}"), editor))
            editor.edited.connect(lambda value, field=name: self._values.__setitem__(field, value))
        self._trouble = caption(theme, "", "block")
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        row = QHBoxLayout()
        self.apply = Button(theme, say("assess.override.apply"))
        self.remove = Button(theme, say("assess.override.remove"), Kind.QUIET)
        self.apply.clicked.connect(self._apply)
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.apply)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_now(self, now: Assessment) -> None:
        """Show what is set now; what is being typed stays while that is the same."""
        if self._now is None or now.workbook.people is not self._now.workbook.people:
            self._by.set_people(now.workbook.people)
        self._now = now
        held = now.system.rung_override
        self.remove.setVisible(held is not None)
        if held != self._shown:
            self._shown = held
            self._values = {
                "rung": str(held.rung) if held else None,
                "by": held.by if held else None,
                "reason": held.reason if held else "",
            }
            for name, editor in (("rung", self._rung), ("by", self._by), ("reason", self._reason)):
                editor.set_value(self._values[name])

    def _apply(self) -> None:
        self._by.flush()
        self._reason.flush()
        ready = self._values["rung"] is not None and self._values["by"] and (self._values["reason"] or "").strip()
        self._trouble.setText("" if ready else say("assess.override.needs"))
        self._trouble.setVisible(not ready)
        if ready and self._now is not None:
            rung, by, reason = int(self._values["rung"]), self._values["by"], self._values["reason"]
            self.edited.emit(override(self._now.system.id, rung, by, reason, self._now.today))

    def _remove(self) -> None:
        if self._now is not None:
            self.edited.emit(earn(self._now.system.id))
