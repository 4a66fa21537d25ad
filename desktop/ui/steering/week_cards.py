"""The rest of the five minutes: sponsor, metrics measured this week, decisions, and whether it is a steering meeting."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.method import Method
from desktop.session.checkin import CheckinView, metric_before
from desktop.session.checkin_edits import (
    put_decision,
    set_meeting,
    set_metric,
    set_sponsor,
    set_sponsor_note,
)
from desktop.text import say
from desktop.text.formatting import day, number
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.notation import region
from desktop.ui.fields.number import NumberEditor, decimal_editor
from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import TextEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.ticks import ToggleSwitch
from desktop.ui.widgets.words import Words, caption, strong
from desktop.workbook import Person
from desktop.workbook.checkin import Sponsor
from desktop.workbook.sprint import Metric


class SponsorCard(Card):
    """Yes, no, or nobody knows; with what was seen or heard."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("checkin.sponsor"), " ")
        self._system = ""
        self.body.setSpacing(12)
        options = tuple((state.value, say(f"checkin.sponsor.{state.value}")) for state in Sponsor)
        self.active = SegmentedChoice(theme, options, say("checkin.sponsor"))
        self.words = TextEditor(theme, say("checkin.sponsor.hint"))
        self.words.name(say("checkin.sponsor.note"))
        self._why = caption(theme, "")
        for part in (self.active, self.words, self._why):
            self.body.addWidget(part)
        self.active.chosen.connect(lambda value: self.edited.emit(set_sponsor(self._system, Sponsor(value))))
        self.words.edited.connect(lambda value: self.edited.emit(set_sponsor_note(self._system, str(value))))

    def show_view(self, view: CheckinView, sponsor: Person | None, method: Method) -> None:
        """Show what was said of the sponsor this week."""
        self._system = view.system.id
        if self.note is not None:
            self.note.setText(sponsor.name if sponsor else say("checkin.sponsor.none"))
        self.active.set_value(view.draft.sponsor_state.value if view.draft.sponsor_state else None)
        self.words.set_value(view.draft.sponsor_note)
        self._why.setText(say("checkin.sponsor.why", source=method.cite("sponsor-lost")))


class MetricsCard(Card):
    """A field for each success metric; what it was last stands beside."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("checkin.metrics"))
        self._theme, self._system = theme, ""
        self._shown: Mapping[str, Metric] | None = None
        self.body.setSpacing(12)
        self.fields: dict[str, NumberEditor] = {}
        self._last: dict[str, Words] = {}
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(12)
        self._rows.setColumnStretch(0, 1)
        self._none = caption(theme, say("checkin.metrics.none"))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)

    def show_view(self, view: CheckinView) -> None:
        """Show what was measured this week."""
        self._system = view.system.id
        if view.metrics is not self._shown:
            self._shown = view.metrics
            self._build(view.metrics)
        self._none.setVisible(not view.metrics)
        for name, editor in self.fields.items():
            editor.set_value(view.draft.metrics.get(name))
            self._last[name].setText(_standing(view, name))

    def _build(self, metrics: Mapping[str, Metric]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.fields, self._last = {}, {}
        for at, (name, metric) in enumerate(sorted(metrics.items())):
            editor = decimal_editor(self._theme, region(), metric.unit[:24])
            editor.name(metric.name)
            editor.edited.connect(lambda value, name=name: self._send(name, value))
            self.fields[name], self._last[name] = editor, caption(self._theme, "")
            about = QWidget()
            lines = QVBoxLayout(about)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(strong(self._theme, metric.name))
            lines.addWidget(self._last[name])
            self._rows.addWidget(about, at, 0)
            self._rows.addWidget(editor, at, 1, Qt.AlignmentFlag.AlignVCenter)

    def _send(self, name: str, value: object) -> None:
        self.edited.emit(set_metric(self._system, name, None if value is None else Decimal(str(value))))

    def flush(self) -> int:
        """Send what is typed; returns how many values cannot be read."""
        for editor in self.fields.values():
            editor.flush()
        return sum(bool(editor.unread) for editor in self.fields.values())


def _standing(view: CheckinView, name: str) -> str:
    metric, before = view.metrics[name], metric_before(view, name)
    parts = []
    if metric.baseline is not None and metric.target is not None:
        parts.append(say("checkin.metrics.aim", baseline=number(metric.baseline), target=number(metric.target)))
    if before is not None:
        parts.append(say("checkin.metrics.last", value=number(before[1]), day=day(before[0], year=False)))
    return " · ".join(parts) or say("checkin.metrics.unmeasured")


class DecisionsCard(Card):
    """The decisions of this check-in, and a line to write the next one down."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("checkin.decisions"))
        self._theme, self._system = theme, ""
        self._tag: Any = None
        self._by: Any = None
        self._shown: object = None
        self.body.setSpacing(12)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.text, self.by = TextEditor(theme, say("checkin.decisions.hint")), PersonEditor(theme, {})
        self.add = Button(theme, say("checkin.decisions.add"), sign="plus", small=True)
        self.meeting = ToggleSwitch(theme, say("checkin.meeting"))
        self.body.addLayout(self._lines)
        self.body.addWidget(FieldFrame(theme, say("checkin.decisions.text"), self.text))
        self.body.addWidget(FieldFrame(theme, say("checkin.decisions.by"), self.by))
        self.body.addWidget(self.add)
        self.body.addWidget(self.meeting)
        self.by.edited.connect(self._name)
        self.add.clicked.connect(self._add)
        self.text.box.returnPressed.connect(self._add)
        self.meeting.clicked.connect(
            lambda: self.edited.emit(set_meeting(self._system, steering=self.meeting.isChecked()))
        )

    def show_view(self, view: CheckinView, tag: Any) -> None:
        """Show the decisions of the running check-in."""
        self._system, self._tag = view.system.id, tag
        self.by.set_people(view.people)
        self.meeting.setChecked(view.draft.steering)
        if view.draft.decisions != self._shown:
            self._shown = view.draft.decisions
            self._fill(view)

    def _fill(self, view: CheckinView) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if inner := item.layout():
                while (part := inner.takeAt(0)) is not None:
                    if widget := part.widget():
                        widget.hide()
                        widget.deleteLater()
                inner.deleteLater()
        for name, ruling in sorted(view.draft.decisions.items()):
            person = view.people.get(ruling.by or "")
            row = QHBoxLayout()
            who = f" ({person.name})" if person else ""
            row.addWidget(Words(self._theme, f"{ruling.text}{who}"), 1)
            remove = IconButton(self._theme, "x", say("checkin.decisions.remove", text=ruling.text[:60]))
            remove.clicked.connect(
                lambda _=False, name=name: self.edited.emit(put_decision(self._system, name, "", None, ""))
            )
            row.addWidget(remove)
            self._lines.addLayout(row)

    def _name(self, value: Any) -> None:
        self._by = value

    def _add(self) -> None:
        self.by.flush()
        text = self.text.box.text().strip()
        if text:
            self.text.set_value("")
            self.edited.emit(put_decision(self._system, None, text, self._by, self._tag()))
            self.text.focus_first()

    def flush(self) -> int:
        """A decision that is typed and not added yet is added."""
        self._add()
        return 0
