"""The controls that the tier needs, tier by tier; those of higher tiers are named as not needed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.governance import TierView
from desktop.session.view import Row
from desktop.text import say
from desktop.ui.fields.make import Setting
from desktop.ui.fields.notation import region
from desktop.ui.governance.control_line import ControlLine
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.words import Words, caption, strong
from desktop.workbook.path import Path


class ControlsCard(Card):
    """``changed`` carries a row of a control and its new value. Lines stay the same widgets while the tier is the same."""

    changed = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("governance.controls"), " ")
        self.lines: dict[str, ControlLine] = {}
        self._notes: dict[str, Words] = {}
        self._shape: tuple[object, ...] = ()
        self._present: Present | None = None
        self._sending: tuple[ControlLine, Row] | None = None
        self.body.setSpacing(4)
        self.body.addWidget(caption(theme, say("governance.controls.lead")))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)

    def show_tiers(self, present: Present, tiers: tuple[TierView, ...]) -> None:
        """Show the tiers from low to high with their controls."""
        self._present = present
        shape = tuple((tier.id, tuple(control.id for control in tier.controls)) for tier in tiers)
        if shape != self._shape:
            self._build(present, tiers)
            self._shape = shape
        for tier in tiers:
            self._notes[tier.id].setText(tier.note)
            for control in tier.controls:
                self.lines[control.id].show_control(control, present.workbook.people)

    def _build(self, present: Present, tiers: tuple[TierView, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        setting = Setting(self._theme, region(), present.workbook.people, lambda: self._now.today)
        for tier in tiers:
            self._list.addWidget(self._tier(tier))
            for at, control in enumerate(tier.controls):
                if at:
                    self._list.addWidget(Line(self._theme))
                self.lines[control.id] = line = ControlLine(setting)
                line.show_control(control, present.workbook.people)
                line.changed.connect(lambda row, value, known=line: self._change(known, row, value))
                self._list.addWidget(line)

    def _tier(self, tier: TierView) -> QWidget:
        holder = QWidget()
        column, row = QVBoxLayout(holder), QHBoxLayout()
        column.setContentsMargins(0, 16, 0, 4)
        column.setSpacing(0)
        self._notes[tier.id] = note = Words(self._theme, tier.note, "caption", "quiet", wrap=False)
        name = strong(self._theme, tier.name)
        if not tier.needed:
            name.set_ink("quiet")
        row.addWidget(name, 1)
        row.addWidget(note)
        column.addLayout(row)
        column.addWidget(caption(self._theme, say("governance.tier-about", when=tier.when, example=tier.example)))
        return holder

    @property
    def _now(self) -> Present:
        if self._present is None:
            raise RuntimeError("nothing is shown")
        return self._present

    def _change(self, line: ControlLine, row: Row, value: object) -> None:
        self._sending = (line, row)
        self.changed.emit(row, value)
        self._sending = None

    def refuse(self, sentence: str) -> bool:
        """Say at the field why its value cannot be taken; False where this card sent nothing."""
        if self._sending is None:
            return False
        line, row = self._sending
        line.open().refuse(row.id, sentence)
        return True

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be taken."""
        return sum(line.flush() for line in tuple(self.lines.values()))

    def focus_place(self, path: Path) -> ControlLine | None:
        """The line for the control at ``path``, with the keyboard; None where this tier has no such control."""
        wanted = path[4] if len(path) > 4 else next(iter(self.lines), "")
        line = self.lines.get(wanted)
        if line is None:
            return None
        if len(path) > 5 and path[5] != "state":
            line.open().frames[path[5]].editor.focus_first()
        else:
            line.choice.focus_first()
        return line
