"""The review of one answer: submit it, accept it, or challenge it with a comment. Accepting and challenging need a name."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.assess_edits import review
from desktop.session.assess_questions import VoiceView
from desktop.text import say
from desktop.ui.assess.states import REVIEW_STATES
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import TextEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.words import Words, caption
from desktop.workbook import Person
from desktop.workbook.edits.ratings import Seat
from desktop.workbook.rating import Review

_BUTTONS = {
    "submit": Review.SUBMITTED,
    "accept": Review.ACCEPTED,
    "challenge": Review.CHALLENGED,
    "reopen": Review.DRAFT,
}


class ReviewForm(QWidget):
    """``edited`` carries the review. The reviewer stays filled in from answer to answer, a comment waits for its answer."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._seat: Seat | None = None
        self._drafts: dict[Seat, str] = {}
        self._answered = False
        self._state = Review.DRAFT
        self._reviewer: Any = None
        self._chip, self._said = StateChip(theme, "open", "", small=True), Words(theme, "", "caption")
        self._who, self._comment = PersonEditor(theme, {}), TextEditor(theme, longest=2_000)
        self.buttons = {
            name: Button(
                theme, say(f"assess.review.{name}"), Kind.QUIET if name == "reopen" else Kind.PLAIN, small=True
            )
            for name in _BUTTONS
        }
        self._needs = caption(theme, say("assess.review.needs"))
        self._who.edited.connect(self._name)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=name: self._press(key))
        self._comment.box.textChanged.connect(self._allow)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        column, top, row = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row.setSpacing(16)
        top.addWidget(self._chip)
        top.addWidget(self._said, 1)
        column.addLayout(top)
        row.addWidget(FieldFrame(theme, say("assess.review.by"), self._who), 1)
        row.addWidget(FieldFrame(theme, say("assess.review.comment"), self._comment), 1)
        column.addLayout(row)
        holder = QWidget()
        flow = FlowLayout(holder, 8)
        for button in self.buttons.values():
            flow.addWidget(button)
        column.addWidget(holder)
        column.addWidget(self._needs)

    def show_people(self, people: Mapping[str, Person]) -> None:
        """Who can be picked as reviewer."""
        self._who.set_people(people)

    def show_voice(self, voice: VoiceView, seat: Seat, *, fresh: bool) -> None:
        """How far this answer is reviewed."""
        rating = voice.rating
        settled = not fresh and rating.review is not self._state
        if fresh:
            self._keep_draft()
        self._seat, self._state, self._answered = seat, rating.review, rating.answered
        state = say(f"assess.review.{rating.review.value}")
        self._chip.show_state(REVIEW_STATES[rating.review], state)
        self._said.setText(" · ".join(part for part in (voice.reviewer, rating.comment) if part))
        if fresh or settled:
            self._comment.set_value("")
            self._comment.box.setText(self._drafts.pop(seat, ""))
        self._allow()

    def _keep_draft(self) -> None:
        """A comment that is begun and not sent waits for its answer to come back."""
        if self._seat is not None and (text := self._comment.box.text()).strip():
            self._drafts[self._seat] = text

    def _name(self, value: Any) -> None:
        self._reviewer = value
        self._allow()

    def _allow(self) -> None:
        named, said = bool(self._reviewer), bool(self._comment.box.text().strip())
        self.buttons["submit"].setEnabled(self._answered and self._state is not Review.SUBMITTED)
        self.buttons["accept"].setEnabled(self._answered and named)
        self.buttons["challenge"].setEnabled(self._answered and named and said)
        self.buttons["reopen"].setVisible(self._state is not Review.DRAFT)
        self._needs.setText(say("assess.review.needs" if self._answered else "assess.review.no-answer"))

    def _press(self, name: str) -> None:
        if self._seat is not None:
            self.edited.emit(review(self._seat, _BUTTONS[name], self._reviewer, self._comment.box.text().strip()))
