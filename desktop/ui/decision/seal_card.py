"""The seal: what sealing means, who seals, and the hash afterwards. The question is asked in place, never in a box."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import StateToken
from desktop.session.decision import DecisionView, PastView
from desktop.session.decision_edits import unnamed
from desktop.session.decision_needs import Need
from desktop.text import count, say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words, caption, strong
from desktop.workbook import Workbook

SEAL_STATES: dict[str, StateToken] = {"intact": "done", "broken": "block", "differs": "block", "unlinked": "block"}


class SealCard(Card):
    """``sealed`` carries who seals (an id or a new person), ``replaced`` that a new decision is begun."""

    sealed = Signal(object)
    replaced = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("decision.seal"), " ")
        self._by: Any = None
        self._people: object = None
        self._workbook = Workbook()
        self._record = ""
        self.body.setSpacing(12)
        self._words = Words(theme, "")
        self._lacks = Words(theme, "", "body", "quiet")
        self.begin = Button(theme, say("decision.seal.begin"), Kind.PRIMARY, "lock")
        self.renew = Button(theme, say("decision.renew.begin"))
        self.copy = Button(theme, say("decision.seal.copy"), Kind.QUIET, "copy", small=True)
        self._chip = StateChip(theme, "open", "", small=True)
        self._hash = Words(theme, "", "strong", selectable=True)
        self._hash_name = caption(theme, say("decision.seal.hash"))
        self.asking, self.renewing = self._asking(theme), self._renewing(theme)
        self._lay_out()
        self.begin.clicked.connect(lambda: self._ask(self.asking, self.begin))
        self.renew.clicked.connect(lambda: self._ask(self.renewing, self.renew))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._record))

    def _lay_out(self) -> None:
        for part in (self._words, self._lacks, self._hash_name, self._hash, self._chip, self.asking, self.renewing):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.begin, self.renew, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _asking(self, theme: Theme) -> QWidget:
        self.person = PersonEditor(theme, {})
        self.person.edited.connect(self._name)
        self._trouble = caption(theme, "", "block")
        self._trouble.hide()
        self.seal = Button(theme, say("decision.seal.apply"), Kind.PRIMARY, "lock")
        self.seal.clicked.connect(self._seal)
        fields: tuple[QWidget, ...] = (FieldFrame(theme, say("decision.seal.by"), self.person), self._trouble)
        return self._question(theme, "seal", self.seal, fields)

    def _renewing(self, theme: Theme) -> QWidget:
        self.replace = Button(theme, say("decision.renew.apply"), Kind.PRIMARY)
        self.replace.clicked.connect(self.replaced)
        return self._question(theme, "renew", self.replace, ())

    def _question(self, theme: Theme, name: str, go: Button, fields: tuple[QWidget, ...]) -> QWidget:
        """A question in place: what will happen, what it needs, and the two ways on."""
        box = QWidget()
        announce(box, say(f"decision.{name}.question"))
        column, row = QVBoxLayout(box), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(strong(theme, say(f"decision.{name}.question")))
        column.addWidget(Words(theme, say(f"decision.{name}.meaning")))
        for field in fields:
            column.addWidget(field)
        back = Button(theme, say("decision.not-now"), Kind.QUIET)
        back.clicked.connect(self.close_questions)
        row.addWidget(go)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        box.hide()
        return box

    def _ask(self, question: QWidget, button: Button) -> None:
        question.show()
        button.hide()
        if question is self.asking:
            self.person.focus_first()
        else:
            self.replace.setFocus()

    def close_questions(self) -> None:
        """Nothing was asked."""
        self.asking.hide()
        self.renewing.hide()
        self.begin.setVisible(self._may_begin)
        self.renew.setVisible(self._may_renew)

    def show_view(self, present: Present, view: DecisionView) -> None:
        """Show whether it is sealed, may be, or what keeps it from being sealed."""
        if present.workbook.people is not self._people:
            self._people = present.workbook.people
            self._workbook = present.workbook
            self.person.set_people(present.workbook.people)
        seal = view.seal
        self._may_begin, self._may_renew = view.may_seal, seal is not None
        self._words.setText(say("decision.seal.done" if seal else "decision.seal.lead"))
        lacking = tuple(need for need in view.needs if need.needed) if seal is None else ()
        self._lacks.setText(_lacking(lacking))
        self._lacks.setVisible(bool(lacking))
        self._show_seal(seal)
        if not (self.asking.isVisibleTo(self) and view.may_seal) and not (self.renewing.isVisibleTo(self) and seal):
            self.close_questions()

    def _show_seal(self, seal: PastView | None) -> None:
        self._record = seal.record if seal else ""
        for part in (self._hash_name, self._hash, self._chip, self.copy):
            part.setVisible(seal is not None)
        if self.note is not None:
            self.note.setText(seal.sealed if seal else "")
        if seal is not None:
            self._hash.setText(seal.sha256)
            announce(self._hash, say("decision.seal.hash"), seal.sha256)
            self._chip.show_state(SEAL_STATES[seal.state], seal.word)

    def _name(self, value: Any) -> None:
        self._by = value

    def _seal(self) -> None:
        self.person.flush()
        trouble = unnamed(self._workbook, self._by)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble:
            self.sealed.emit(self._by)


def _lacking(needs: tuple[Need, ...]) -> str:
    head = count("decision.seal.lacks", len(needs))
    return "\n".join((head, *(say("decision.seal.lack", label=need.label, detail=need.detail) for need in needs)))
