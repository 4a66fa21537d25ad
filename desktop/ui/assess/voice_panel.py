"""What stands behind one perspective's answer: evidence, note, who and when, and its review."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.assess import Assessment
from desktop.session.assess_edits import add_evidence, describe, remove_evidence
from desktop.session.assess_questions import VoiceView
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.assess.review_form import ReviewForm
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.dates import DateEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.notation import region
from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import ParagraphEditor, TextEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.words import Words, caption, strong
from desktop.workbook import Evidence
from desktop.workbook.edits.ratings import Seat

_KINDS = ("file", "link", "note")


class VoicePanel(Card):
    """Shows one voice at a time; ``edited`` carries edits of it. What is typed is sent before another one is shown."""

    edited = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme, say("assess.evidence"), " ")
        self._seat: Seat | None = None
        self._shown: dict[str, Any] = {}
        self._kind_chosen = _KINDS[0]
        self._people: object = None
        self._note = ParagraphEditor(theme, least_lines=2)
        self._by, self._on = PersonEditor(theme, {}), DateEditor(theme, region(), today)
        self._kind = ChoiceEditor(theme, tuple(Choice(k, say(f"assess.evidence.kind.{k}")) for k in _KINDS))
        self._text = TextEditor(theme, say("assess.evidence.text"), longest=2_000)
        self.review = ReviewForm(theme)
        self._frames: dict[str, FieldFrame] = {}
        self._editors = {"note": self._note, "by": self._by, "on": self._on}
        self.body.setSpacing(12)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._none = caption(self._theme, say("assess.evidence.none"))
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._kind.name(say("assess.evidence.kind"))
        self._kind.set_value(self._kind_chosen)
        self._kind.edited.connect(self._choose_kind)
        self._kind.setFixedWidth(self._theme.scaled(112))
        self._text.name(say("assess.evidence.text"))
        self.add = Button(self._theme, say("assess.evidence.add"), sign="plus")
        row.addWidget(self._kind)
        row.addWidget(self._text, 1)
        row.addWidget(self.add)
        row.addStretch(0)
        self.body.addLayout(row)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        for name, editor in self._editors.items():
            self._frames[name] = FieldFrame(self._theme, say(f"assess.{name}"), editor)
        pair.addWidget(self._frames["by"], 1)
        pair.addWidget(self._frames["on"], 1)
        self.body.addWidget(self._frames["note"])
        self.body.addLayout(pair)
        self.body.addWidget(Line(self._theme))
        self.body.addWidget(strong(self._theme, say("assess.review")))
        self.body.addWidget(self.review)

    def _wire(self) -> None:
        for name, editor in self._editors.items():
            editor.edited.connect(lambda value, field=name: self._send(field, value))
        self.add.clicked.connect(self._add)
        self._text.box.returnPressed.connect(self._add)
        self.review.edited.connect(self.edited)

    def show_voice(self, now: Assessment, voice: VoiceView, seat: Seat) -> None:
        """Show the answer at ``seat``; fields that have not changed in the document keep what is being typed."""
        if now.workbook.people is not self._people:
            self._people = now.workbook.people
            self._by.set_people(now.workbook.people)
            self.review.show_people(now.workbook.people)
        fresh = seat != self._seat
        self._seat = seat
        if self.name is not None:
            self.name.setText(say("assess.details", view=voice.name))
        for field, editor in self._editors.items():
            value = getattr(voice.rating, field)
            if fresh or self._shown.get(field) != value:
                editor.set_value(value if value != "" or field == "note" else None)
            self._shown[field] = value
        if fresh or self._shown.get("evidence") != voice.rating.evidence:
            self._fill(voice.rating.evidence)
        self._shown["evidence"] = voice.rating.evidence
        if fresh:
            self._text.set_value("")
            self._text.box.clear()
        self.review.show_voice(voice, seat, fresh=fresh)

    def flush(self) -> int:
        """Send what is typed, a piece of evidence included; returns how many entries cannot be read."""
        self._send_evidence()
        for editor in self._editors.values():
            editor.flush()
        return sum(editor.unread is not None for editor in self._editors.values())

    def refuse(self, sentence: str) -> None:
        """The last edit did not fit."""
        self._frames["note"].set_problem(sentence)

    def _choose_kind(self, value: object) -> None:
        self._kind_chosen = str(value or _KINDS[0])

    def _send(self, field: str, value: Any) -> None:
        self._frames["note"].set_problem(None)
        if self._seat is not None:
            self.edited.emit(describe(self._seat, field, value))

    def _add(self) -> None:
        self._send_evidence()
        self._text.box.setFocus()

    def _send_evidence(self) -> None:
        text = self._text.box.text().strip()
        if text and self._seat is not None:
            self._text.box.clear()
            self._text.set_value("")
            self.edited.emit(add_evidence(self._seat, self._kind_chosen, text))

    def _remove(self, at: int) -> None:
        if self._seat is not None:
            self.edited.emit(remove_evidence(self._seat, at))

    def _fill(self, held: tuple[Evidence, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for at, evidence in enumerate(held):
            self._list.addWidget(self._line(at, evidence))
        self._none.setVisible(not held)

    def _line(self, at: int, evidence: Evidence) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        kind = Words(self._theme, say(f"assess.evidence.kind.{evidence.kind}"), "caption", "quiet", wrap=False)
        kind.setFixedWidth(self._theme.scaled(84))
        row.addWidget(kind)
        row.addWidget(Words(self._theme, evidence.text), 1)
        cross = IconButton(self._theme, "x", say("assess.evidence.remove", text=evidence.text[:60]))
        cross.clicked.connect(lambda: self._remove(at))
        row.addWidget(cross)
        return holder
