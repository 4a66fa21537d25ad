"""What the room agreed: it stands apart from the four views, with who recorded it and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.session.assess import Assessment
from desktop.session.assess_edits import Answer, agree, disagree
from desktop.session.assess_questions import QuestionView
from desktop.text import say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import ParagraphEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import caption, strong
from desktop.workbook import Person
from desktop.workbook.rating import Reconciled

_NONE = "na"


class AgreeCard(Card):
    """``edited`` carries the agreement, or that it is taken back."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("assess.agree"), " ")
        self._now: Assessment | None = None
        self._key: tuple[str, Reconciled | None] | None = None
        self._people: Mapping[str, Person] | None = None
        self._person: Any = None
        self._drafts: dict[str, tuple[str | None, str]] = {}
        levels = (*((str(n), str(n)) for n in range(5)), (_NONE, say("assess.agree.na")))
        self.level = SegmentedChoice(theme, levels, say("assess.agree.level"))
        self._by, self.reason = PersonEditor(theme, {}), ParagraphEditor(theme, least_lines=2)
        self.apply = Button(theme, say("assess.agree.apply"))
        self.remove = Button(theme, say("assess.agree.remove"), Kind.QUIET)
        self._trouble = caption(theme, "", "block")
        self._lay_out()
        self._by.edited.connect(self._name)
        self.apply.clicked.connect(self._apply)
        self.remove.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(caption(self._theme, say("assess.agree.lead")))
        self.body.addWidget(strong(self._theme, say("assess.agree.level")))
        self.body.addWidget(self.level)
        self.body.addWidget(FieldFrame(self._theme, say("assess.agree.reason"), self.reason))
        self.body.addWidget(FieldFrame(self._theme, say("assess.agree.by"), self._by))
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        row = QHBoxLayout()
        row.addWidget(self.apply)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_question(self, now: Assessment, shown: QuestionView) -> None:
        """Show what is agreed; what is being typed stays while that is the same."""
        if now.workbook.people is not self._people:
            self._people = now.workbook.people
            self._by.set_people(now.workbook.people)
        self._now = now
        if self.note is not None:
            self.note.setText(shown.reconciled_words)
        self.remove.setVisible(shown.reconciled is not None)
        if self._key != (shown.id, shown.reconciled):
            self._keep_draft(shown.id)
            self._key = (shown.id, shown.reconciled)
            self._fill(shown.reconciled)
            self._take_draft(shown.id)

    def _keep_draft(self, following: str) -> None:
        """An agreement that is begun and not recorded waits for its question to come back."""
        if self._key is not None and self._key[0] != following:
            draft = (self.level.value, self.reason.box.toPlainText())
            if draft != _recorded(self._key[1]):
                self._drafts[self._key[0]] = draft

    def _take_draft(self, question: str) -> None:
        level, reason = self._drafts.pop(question, (None, ""))
        if level is not None or reason:
            self.level.set_value(level)
            self.reason.box.setPlainText(reason)

    def _fill(self, agreed: Reconciled | None) -> None:
        level, reason = _recorded(agreed)
        self.level.set_value(level)
        self.reason.set_value(reason)
        if agreed is not None:
            self._person = agreed.by or None
            self._by.set_value(self._person)
        self._trouble.hide()

    def _name(self, value: Any) -> None:
        self._person = value

    def _apply(self) -> None:
        self._by.flush()
        reason, level = self.reason.box.toPlainText().strip(), self.level.value
        ready = bool(reason) and level is not None
        self._trouble.setText("" if ready else say("assess.agree.needs"))
        self._trouble.setVisible(not ready)
        if ready and level is not None and self._now is not None and self._key is not None:
            answer = Answer(not_applicable=True) if level == _NONE else Answer(int(level))
            now = self._now
            self.edited.emit(agree(now.system.id, self._key[0], answer, reason, self._person, now.today))

    def _remove(self) -> None:
        if self._now is not None and self._key is not None:
            self.edited.emit(disagree(self._now.system.id, self._key[0]))


def _recorded(agreed: Reconciled | None) -> tuple[str | None, str]:
    """Level and reason as the form shows them for what the document holds."""
    if agreed is None:
        return None, ""
    return (_NONE if agreed.not_applicable else str(agreed.level)), agreed.reason
