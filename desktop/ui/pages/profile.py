"""What a profile shows beyond its fields: proposed answers to decide on, and the row that the system came from."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.session.system_edits import Decider, accept, reject
from desktop.session.view import Choice
from desktop.text import count, say
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.person import PersonEditor
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.search import SearchField
from desktop.ui.widgets.words import Words, caption, lead, strong
from desktop.workbook import Perspective, System, Workbook
from desktop.workbook.system import Proposal


def evidence(workbook: Workbook, system: System, proposal: Proposal) -> tuple[str, str]:
    """Heading and text of the source cell that a proposal rests on; empty where the file lacks its import."""
    batch = workbook.imports.get(system.source.batch) if system.source else None
    if system.source is None or batch is None:
        return "", ""
    where = say(
        "profile.evidence", column=batch.columns[proposal.column].strip(), row=system.source.row, source=batch.source
    )
    return where, system.source.cells[proposal.column].strip()


class ProposalsCard(Page):
    """One block for each open proposal. Nothing counts before a person has accepted it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._known: tuple[object, ...] = ()
        self._present: Present | None = None
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        self._card = Card(theme, say("profile.proposals"))
        outside.addWidget(self._card)
        self._lead = lead(theme, say("profile.proposals.lead"))
        self._card.body.addWidget(self._lead)
        self._who = self._choices()
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self._card.body.addLayout(self._list)

    def _choices(self) -> tuple[PersonEditor, ChoiceEditor]:
        row = QHBoxLayout()
        row.setSpacing(24)
        person = PersonEditor(self._theme, {}, say("profile.by.placeholder"))
        person.edited.connect(self._remember)
        view = ChoiceEditor(self._theme, tuple(Choice(p.value, say(f"profile.view.{p.value}")) for p in Perspective))
        self._view: str = Perspective.DATA_GOVERNANCE.value
        self._by: str | None = None
        view.set_value(self._view)
        view.edited.connect(self._view_as)
        for label, editor in ((say("profile.by"), person), (say("profile.view"), view)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(strong(self._theme, label))
            column.addWidget(editor)
            editor.name(label)
            row.addLayout(column, 1)
        self._card.body.addLayout(row)
        self._needs = caption(self._theme, say("profile.by.needed"), "risk")
        self._card.body.addWidget(self._needs)
        return person, view

    def _remember(self, value: object) -> None:
        if isinstance(value, str) or value is None:
            self._by = value
        else:  # a person who is not listed yet is listed first
            self.asked.emit("people")
            self._by = None
            self._who[0].set_value(None)
        self._allow()

    def _view_as(self, value: object) -> None:
        self._view = str(value or Perspective.DATA_GOVERNANCE.value)

    def show_present(self, present: Present) -> None:
        self._present = present
        system = present.system
        proposals = system.proposals if system else {}
        if present.workbook.people is not self._who[0]._people:  # noqa: SLF001
            self._who[0].set_people(present.workbook.people)
        self.setVisible(bool(proposals))
        known = (present.system_id, *((key, proposal.state) for key, proposal in proposals.items()))
        if known != self._known and system is not None:
            self._known = known
            self._fill(present, system, proposals)
        self._allow()

    def _fill(self, present: Present, system: System, proposals: Mapping[str, Proposal]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._blocks = [
            ProposalBlock(self._theme, present, system, key)
            for key in sorted(proposals, key=lambda k: proposals[k].state != "open")
        ]
        for block in self._blocks:
            block.accepted.connect(self._accept)
            block.rejected.connect(self._reject)
            self._list.addWidget(block)

    def _allow(self) -> None:
        known = self._present is not None and self._by in self._present.workbook.people
        self._needs.setVisible(not known)
        for block in getattr(self, "_blocks", ()):
            block.allow(known)

    def _accept(self, question: str, prompt: str) -> None:
        if self._present and self._present.system_id and self._by:
            decider = Decider(self._by, Perspective(self._view), self._present.today)
            self.edited.emit(accept(self._present.system_id, question, prompt, decider))

    def _reject(self, question: str, prompt: str) -> None:
        if self._present and self._present.system_id and self._by:
            self.edited.emit(reject(self._present.system_id, question, prompt, self._by, self._present.today))


class ProposalBlock(QWidget):
    """A question, the proposed level in its own words, the cell it rests on, and the decision."""

    accepted = Signal(str, str)
    rejected = Signal(str, str)

    def __init__(self, theme: Theme, present: Present, system: System, question: str) -> None:
        super().__init__()
        proposal, asked = system.proposals[question], present.method.question.get(question)
        prompt = asked.prompt if asked else question
        announce(self, prompt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Line(theme))
        column.addSpacing(6)
        column.addWidget(strong(theme, prompt))
        if proposal.level is not None and asked:
            column.addWidget(Words(theme, say("profile.level", n=proposal.level, words=asked.levels[proposal.level])))
        else:
            column.addWidget(Words(theme, say("profile.level.none")))
        where, text = evidence(present.workbook, system, proposal)
        column.addWidget(caption(theme, where))
        column.addWidget(Words(theme, say("profile.quote", text=text), "caption", "text"))
        column.addLayout(self._foot(theme, present, proposal, question, prompt))

    def _foot(self, theme: Theme, present: Present, proposal: Proposal, question: str, prompt: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._buttons: list[Button] = []
        if proposal.state == "open":
            for signal, key, kind in ((self.accepted, "accept", Kind.PLAIN), (self.rejected, "reject", Kind.QUIET)):
                button = Button(theme, say(f"profile.{key}"), kind, small=True)
                announce(button, say(f"profile.{key}-named", question=prompt))
                button.clicked.connect(lambda _checked=False, s=signal: s.emit(question, prompt))
                self._buttons.append(button)
                row.addWidget(button)
        else:
            person = present.workbook.people.get(proposal.decided_by or "")
            word = say(f"profile.{proposal.state}", name=person.name if person else "–")
            row.addWidget(StateChip(theme, "done" if proposal.state == "accepted" else "open", word, small=True))
        row.addStretch(1)
        return row

    def allow(self, known: bool) -> None:  # noqa: FBT001
        """Decisions need a name."""
        for button in self._buttons:
            button.setEnabled(known)


class SourceCard(Page):
    """Every cell of the source row, unchanged, with a field that filters them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cells: list[tuple[str, QWidget]] = []
        self._known: object = None
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        self._card = Card(theme, say("profile.source"))
        outside.addWidget(self._card)
        self._where = lead(theme, "")
        self._card.body.addWidget(self._where)
        self.filter = SearchField(theme, say("profile.source.filter"))
        self.filter.searched.connect(self._filter)
        self._card.body.addWidget(self.filter)
        self._count = caption(theme, "")
        self._card.body.addWidget(self._count)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._card.body.addLayout(self._list)

    def show_present(self, present: Present) -> None:
        source = present.system.source if present.system else None
        batch = present.workbook.imports.get(source.batch) if source else None
        self.setVisible(batch is not None)
        if source is None or batch is None or source is self._known:
            return
        self._known = source
        self._where.setText(say("profile.source.where", source=batch.source, row=source.row))
        for _, widget in self._cells:
            widget.deleteLater()
        pairs = zip(batch.columns, source.cells, strict=False)
        self._cells = [(f"{name} {text}".casefold(), self._cell(name, text)) for name, text in pairs if text.strip()]
        for _, widget in self._cells:
            self._list.addWidget(widget)
        self._filter(self.filter.text())

    def _cell(self, name: str, text: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(caption(self._theme, " ".join(name.split())))
        words = QLabel(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column.addWidget(words)
        return holder

    def _filter(self, text: str) -> None:
        parts = text.casefold().split()
        shown = 0
        for haystack, widget in self._cells:
            fits = all(part in haystack for part in parts)
            widget.setVisible(fits)
            shown += fits
        self._count.setText(count("profile.source.count", shown))
