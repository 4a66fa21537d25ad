"""The workshop while it runs: the board with its keys. It asks for edits, and holds only what is not recorded yet."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session.assess import VIEWS, Assessment, person_words
from desktop.session.assess_edits import Answer, add_evidence, agree, disagree
from desktop.session.editing import Edit
from desktop.session.workshop import Stage, neighbour, recorder_id, speaker_name, stage, workshop_of
from desktop.session.workshop_edits import reveal, score
from desktop.text import count, say
from desktop.ui.theme import Theme
from desktop.ui.workshop.board import Board, places
from desktop.ui.workshop.evidence_line import EvidenceLine
from desktop.ui.workshop.keys import REASON_KEYS, Act, Command, command_of
from desktop.ui.workshop.settle_card import REASONS, Draft, SettleCard
from desktop.ui.workshop.wall_foot import Hints, WallFoot
from desktop.ui.workshop.wall_head import WallHead
from desktop.workbook.edits.ratings import Seat


class Floor(QWidget):
    """``edited`` carries an edit, ``finished`` is sent behind the last question, ``left`` when the room leaves."""

    edited = Signal(object)
    finished = Signal()
    left = Signal()
    dark_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._now: Assessment | None = None
        self.question = ""
        self.stage: Stage | None = None
        self._here, self._draft, self._told, self._warned = 0, Draft(), "", ""
        self.head, self.board, self.foot = WallHead(theme), Board(theme), WallFoot(theme)
        self.card, self.evidence = SettleCard(theme), EvidenceLine(theme)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.card)
        for part in (self.head, self.board):
            column.addWidget(part)
        column.setStretch(1, 1)
        column.addLayout(self._middle)
        column.addWidget(self.evidence)
        column.addWidget(self.foot)
        self._wire()

    def _wire(self) -> None:
        self.head.left.connect(self.left)
        self.foot.back.connect(lambda: self._obey(Command(Act.BACK)))
        self.foot.on.connect(lambda: self._obey(Command(Act.CONFIRM)))
        self.evidence.given.connect(self._add_evidence)
        self.evidence.closed.connect(self.focus_board)
        self.card.typed.connect(self._type_reason)
        self.card.left.connect(self._take_reason)

    def show_question(self, now: Assessment, question: str) -> None:
        """Show another question, or the same in another state; what is about to be recorded stays with its question."""
        if question != self.question:
            self._draft, self._told, self._warned = Draft(), "", ""
            self.question, self._here = question, 0
        self._now = now
        before, self.stage = self.stage, stage(now, question)
        fresh = before is None or before.question != question
        if fresh and not self.stage.revealed:
            self._here = next((at for at, voice in enumerate(self.stage.voices) if not voice.scored), 0)
        self._refresh()

    def focus_board(self) -> None:
        """Give the keyboard to the board."""
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self.stage is None:
            return
        found = places(self._theme, self.stage, max(1, self.board.width()), max(1, self.board.height()))
        scale, edge = found.wall.scale, round(found.question.left())
        outer = max(8, round(edge - found.wall.px(16)))
        self._middle.setContentsMargins(outer, 0, outer, 0)
        for line in (self.evidence, self.foot):
            line.set_edge(outer)
        self.board.show_stage(self.stage, self._here)
        self.card.set_scale(min(scale, 1.4))
        self.card.setVisible(self.stage.revealed)
        self.card.show_state(self.stage.settled, self._draft)
        self.head.show_stage(self.stage, min(1.4, max(0.8, scale)), edge)
        self.foot.show_hints(self._hints(), self._on_words(), self._told, min(1.2, max(0.75, scale)))
        self.foot.previous.setEnabled(self.stage.number > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _hints(self) -> Hints:
        if self.stage is not None and self.stage.revealed:
            settle = (("0–4", say("workshop.key.agree")), (f"{REASON_KEYS[0].upper()}–{REASON_KEYS[-1].upper()}",
                      say("workshop.key.reason")), ("T", say("workshop.key.text")))  # fmt: skip
            return (*settle, ("R", say("workshop.key.hide")), ("E", say("workshop.key.evidence")))
        ready = (
            (("↵", say("workshop.key.reveal")),) if self.stage is not None and self.stage.scored == len(VIEWS) else ()
        )
        scoring = (
            *ready,
            ("0–4", say("workshop.key.score")),
            ("N", say("workshop.key.na")),
            ("↑↓", say("workshop.key.voice")),
        )
        return (*scoring, ("E", say("workshop.key.evidence")), ("D", say("workshop.key.dark")))

    def _on_words(self) -> str:
        if self.stage is None or not self.stage.revealed:
            return say("workshop.reveal")
        if self._draft.ready:
            return say("workshop.record")
        return say("workshop.finish" if self.stage.number == len(self.stage.marks) else "workshop.next")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is None or self.stage is None:
            super().keyPressEvent(event)
            return
        self._obey(command)

    def _obey(self, command: Command) -> None:
        self._told = ""
        match command.act:
            case Act.LEVEL:
                self._level(Answer(command.value))
            case Act.NOT_APPLICABLE:
                self._level(Answer(not_applicable=True))
            case Act.CLEAR:
                self._clear()
            case Act.UP | Act.DOWN:
                self._here = (self._here + (1 if command.act is Act.DOWN else -1)) % len(VIEWS)
            case Act.BACK | Act.FORWARD:
                self._step(1 if command.act is Act.FORWARD else -1)
            case Act.CONFIRM:
                self._confirm()
            case Act.REVEAL:
                self._reveal(seen=not self._seen)
            case _:
                self._aside(command)
        self._refresh()

    def _aside(self, command: Command) -> None:
        if command.act is Act.LEAVE:
            self.left.emit()
        elif command.act is Act.DARK:
            self.dark_wanted.emit()
        elif command.act is Act.EVIDENCE and self.stage is not None:
            self.evidence.open_for(self.stage.voices[self._here].name)
        elif command.act is Act.REASON and self._seen:
            self._draft = replace(self._begun(), reason=say(REASONS[command.value]), own=False)
        elif command.act is Act.TEXT and self._seen:
            self._draft = replace(self._begun(), own=True)
            self.card.show_state(self.stage.settled if self.stage else None, self._draft)
            self.card.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begun(self) -> Draft:
        """What is being written, else what was agreed earlier, so that only its reason is another."""
        settled = self.stage.settled if self.stage else None
        if self._draft.given or settled is None:
            return self._draft
        return Draft(settled.level, settled.level is None, settled.reason)

    @property
    def _seen(self) -> bool:
        return self.stage is not None and self.stage.revealed

    @property
    def _today(self) -> date:
        if self._now is None:
            raise RuntimeError(self.question)
        return self._now.today

    def _seat(self) -> Seat:
        return Seat(self._now.system.id if self._now else "", self.question, VIEWS[self._here])

    def _level(self, answer: Answer) -> None:
        """Unseen, a digit is the score of the voice whose turn it is; seen, it is what the room agrees on."""
        if self._seen:
            self._draft = self._draft.with_level(answer.level, not_applicable=answer.not_applicable)
            return
        if self._now is None or self.stage is None:
            return
        by = speaker_name(self._now, workshop_of(self._now), VIEWS[self._here])
        self.edited.emit(score(self._seat(), answer, by, self._today))
        self._turn()

    def _turn(self) -> None:
        """On to the next voice that has not scored."""
        if self.stage is None:
            return
        order = [(self._here + step) % len(VIEWS) for step in range(1, len(VIEWS) + 1)]
        self._here = next((at for at in order if not self.stage.voices[at].scored), self._here)

    def _clear(self) -> None:
        if not self._seen:
            self.edited.emit(score(self._seat(), Answer(), "", self._today))
        elif self._draft != Draft():
            self._draft = Draft()
        elif self.stage is not None and self.stage.settled is not None and self._now is not None:
            self.edited.emit(disagree(self._now.system.id, self.question))

    def _confirm(self) -> None:
        if self.stage is None or self._now is None:
            return
        if not self.stage.revealed:
            self._reveal(seen=True)
        elif self._draft.ready:
            self._record()
            self._step(1)
        elif self._draft.given:
            self._told = say("workshop.settle.reason")
        elif self.stage.apart and self.stage.settled is None and self._warned != self.question:
            self._warned, self._told = self.question, say("workshop.settle.first")
        else:
            self._step(1)

    def _reveal(self, *, seen: bool) -> None:
        if self.stage is None or self._now is None:
            return
        missing = len(self.stage.voices) - self.stage.scored
        if seen and not self.stage.scored:
            self._told = say("workshop.reveal.none")
        elif seen and missing and self._warned != self.question:
            self._warned, self._told = self.question, count("workshop.reveal.missing", missing)
        else:
            self._warned = ""
            self.edited.emit(reveal(self._now.system.id, self.question, seen=seen))

    def _record(self) -> None:
        if self._now is None:
            return
        answer = Answer(self._draft.level, self._draft.not_applicable)
        by = person_words(self._now.workbook, recorder_id(self._now, workshop_of(self._now)))
        reason, self._draft = self._draft.reason.strip(), Draft()
        self.edited.emit(agree(self._now.system.id, self.question, answer, reason, by, self._today))

    def _step(self, by: int) -> None:
        if self._now is None:
            return
        following = neighbour(self._now, self.question, by)
        if following is not None:
            self.show_question(self._now, following)
        elif by > 0:
            self.finished.emit()

    def _add_evidence(self, kind: str, text: str) -> None:
        edit: Edit = add_evidence(self._seat(), kind, text)
        self.edited.emit(edit)

    def _type_reason(self, text: str) -> None:
        self._draft = Draft(self._draft.level, self._draft.not_applicable, text, own=True)
        self._refresh()

    def _take_reason(self, taken: bool) -> None:  # noqa: FBT001  # a Qt slot
        reason = self._draft.reason if taken else ""
        self._draft = Draft(self._draft.level, self._draft.not_applicable, reason)
        self.focus_board()
        if taken and self._draft.ready:
            self._obey(Command(Act.CONFIRM))
        else:
            self._refresh()
