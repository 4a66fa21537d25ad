"""Before the workshop: which questions it goes through, who speaks for each perspective, and who records."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.assess import VIEWS, Assessment, view_words
from desktop.session.editing import NewPerson
from desktop.session.workshop import (
    MINUTES,
    SCOPES,
    Scope,
    mark,
    progress,
    recorder_id,
    scope_questions,
    speaker_id,
    workshop_of,
)
from desktop.text import count, say
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.person import PersonEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import Words, caption
from desktop.ui.workshop.scope_list import ScopeList

HELD = "held"
_SHOWN, _RECORDER = 8, "recorder"


class Setup(QWidget):
    """``begun`` carries the questions, the speakers by perspective, and who records; ``left`` when nobody wants it now."""

    begun = Signal(object, object, object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._now: Assessment | None = None
        self._people: object = None
        self._chosen: str = ""
        self._who: dict[str, Any] = {}
        self.head = PageHead(theme)
        self.begin = Button(theme, say("workshop.begin"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self.leave = Button(theme, say("workshop.leave"), Kind.PLAIN)
        self.scopes = ScopeList(theme)
        self.asked = Words(theme)
        self._editors = {name: PersonEditor(theme, {}) for name in (*(view.value for view in VIEWS), _RECORDER)}
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        outside, scroll = QVBoxLayout(self), ScrollPage(1000)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        for button in (self.leave, self.begin):
            self.head.right.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._scope_card(), 1)
        row.addWidget(self._people_card(), 1)
        scroll.column.addWidget(self.head)
        scroll.column.addLayout(row)
        scroll.column.addWidget(caption(self._theme, say("workshop.how")))
        scroll.column.addStretch(1)

    def _scope_card(self) -> Card:
        card = Card(self._theme, say("workshop.scope"))
        card.body.setSpacing(8)
        for part in (self.scopes, self.asked):
            card.body.addWidget(part)
        card.body.addStretch(1)
        return card

    def _people_card(self) -> Card:
        card, grid = Card(self._theme, say("workshop.people")), QGridLayout()
        card.body.setSpacing(12)
        grid.setSpacing(12)
        for at, (name, editor) in enumerate(self._editors.items()):
            label = say("workshop.recorder") if name == _RECORDER else view_words(name)
            grid.addWidget(FieldFrame(self._theme, label, editor), at, 0)
            editor.edited.connect(lambda value, who=name: self._who.__setitem__(who, value))
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def _wire(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.leave.clicked.connect(self.left)
        self.scopes.chosen.connect(self._choose)

    def show_now(self, now: Assessment) -> None:
        """Show what can be gone through, and who holds which perspective."""
        before, self._now = self._now, now
        if now.workbook.people is not self._people:
            self._people = now.workbook.people
            for editor in self._editors.values():
                editor.set_people(now.workbook.people)
        if before is None or before.system.id != now.system.id or before.system.workshop != now.system.workshop:
            self._fill(now)
        held = now.system.workshop
        offered: list[tuple[str, str]] = []
        if held is not None and held.questions:
            offered.append((HELD, count("workshop.scope.held", len(workshop_of(now).questions))))
        offered += [(scope, count(f"workshop.scope.{scope}", len(scope_questions(now, scope)))) for scope in SCOPES]
        self.scopes.show_scopes(offered, self._chosen)
        self._show_chosen(now)

    def _fill(self, now: Assessment) -> None:
        held = workshop_of(now)
        prepared = now.system.workshop is not None and bool(now.system.workshop.questions)
        self._chosen = HELD if prepared else SCOPES[0]
        self._who = {view.value: speaker_id(now, held, view) for view in VIEWS}
        self._who[_RECORDER] = recorder_id(now, held)
        for name, editor in self._editors.items():
            editor.set_value(self._who[name])

    def _questions(self, now: Assessment) -> tuple[str, ...]:
        if self._chosen == HELD:
            return workshop_of(now).questions
        scope: Scope = next((scope for scope in SCOPES if scope == self._chosen), SCOPES[0])
        return scope_questions(now, scope)

    def _show_chosen(self, now: Assessment) -> None:
        questions = self._questions(now)
        todo = [name for name in questions if mark(now, name) != "done"]
        minutes = len(todo) * MINUTES
        if self._chosen == HELD and 0 < len(todo) < len(questions):
            done = progress(now).done
            self.head.set_words(say("workshop.title"), say("workshop.headline.resume", done=done, of=len(questions)),
                                count("workshop.lead.left", len(todo), minutes=minutes))  # fmt: skip
        else:
            self.head.set_words(say("workshop.title"), count("workshop.headline", len(questions)),
                                say("workshop.lead", minutes=len(questions) * MINUTES))  # fmt: skip
        prompts = [now.method.question[name].prompt for name in questions]
        lines = [say("workshop.bullet", text=prompt) for prompt in prompts[:_SHOWN]]
        if len(prompts) > _SHOWN:
            lines.append(count("workshop.more", len(prompts) - _SHOWN))
        self.asked.setText("\n".join(lines) or say("workshop.scope.nothing"))
        self.begin.setEnabled(bool(questions))
        resumes = self._chosen == HELD and len(todo) < len(questions)
        self.begin.setText(say("workshop.resume" if resumes else "workshop.begin"))

    def _choose(self, scope: str) -> None:
        self._chosen = scope
        if self._now is not None:
            self._show_chosen(self._now)

    def flush(self) -> None:
        """Take what is typed into the pickers."""
        for editor in self._editors.values():
            editor.flush()

    def _begin(self) -> None:
        self.flush()
        if self._now is None:
            return
        speakers: dict[str, str | NewPerson] = {
            view.value: self._who[view.value] for view in VIEWS if self._who.get(view.value)
        }
        self.begun.emit(self._questions(self._now), speakers, self._who.get(_RECORDER))
