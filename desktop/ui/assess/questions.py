"""Answer and review: the list of questions at the left, one question with its four perspectives at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.session.assess import Assessment
from desktop.session.assess_edits import Answer, give
from desktop.session.assess_questions import Filter, Item, QuestionView, items, next_open, question_view
from desktop.text import say
from desktop.ui.assess.agree_card import AgreeCard
from desktop.ui.assess.matrix import Matrix
from desktop.ui.assess.question_list import QuestionList
from desktop.ui.assess.voice_panel import VoicePanel
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.collapsible import Collapsible
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words, caption, strong
from desktop.workbook import Perspective
from desktop.workbook.edits.ratings import Seat
from desktop.workbook.path import Path

_WIDEST, _LIST = 960, 272


class QuestionsPage(Page):
    """Knows which question and whose view is in front; everything else is in the workbook."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._now: Assessment | None = None
        self._question = ""
        self._view = Perspective.PILOT_TEAM
        self.list, self.matrix, self.agree = QuestionList(theme), Matrix(theme), AgreeCard(theme)
        self.panel = VoicePanel(theme, lambda: self._here.today)
        self.head = PageHead(theme)
        self.next = Button(theme, say("assess.next-open"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self._why, self._cite, self._ask, self._best = (
            Words(theme),
            caption(theme, ""),
            Words(theme),
            caption(theme, ""),
        )
        self._scoring, self._spread, self._needs = strong(theme, ""), Words(theme), caption(theme, "")
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.list.setFixedWidth(_LIST)
        self._scroll = ScrollPage(_WIDEST)
        row.addWidget(self.list)
        row.addWidget(self._scroll, 1)
        self.head.right.addWidget(self.next)
        column = self._scroll.column
        for part in (self.head, self._reasons(), self._answers(), self.panel, self.agree):
            column.addWidget(part)
        column.addStretch(1)

    def _answers(self) -> QWidget:
        card = Card(self._theme)
        card.body.setSpacing(8)
        card.body.addWidget(self.matrix)
        for part in (self._scoring, self._spread, self._needs, caption(self._theme, say("assess.keys"))):
            card.body.addWidget(part)
        return card

    def _reasons(self) -> QWidget:
        folded = Collapsible(self._theme, say("assess.why"))
        folded.body.setSpacing(4)
        for part in (self._why, self._cite):
            folded.body.addWidget(part)
        return folded

    def _wire(self) -> None:
        self.list.chosen.connect(self.show_question)
        self.list.filtered.connect(lambda _filter: self._refresh())
        self.matrix.answered.connect(self._answer)
        self.matrix.turned.connect(self._turn)
        self.panel.edited.connect(self.edited)
        self.agree.edited.connect(self.edited)
        self.next.clicked.connect(self.show_next_open)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.show_next_open)
        self.next.setToolTip(plain_tip(say("assess.keys")))

    @property
    def _here(self) -> Present:
        if self._present is None:
            raise RuntimeError(self._question)
        return self._present

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        self._now = present.assess()
        if self._question not in present.method.question:
            every = items(self._now, Filter())
            self._question = next_open(every, "") or every[0].id
        self.list.offer(present.method)
        self._refresh()

    def _refresh(self) -> None:
        if self._now is None:
            return
        shown = self._listed()
        self.list.show_items(shown, self._question)
        self.next.setVisible(any(not entry.answered for entry in self._now.found.values()))
        self._show(question_view(self._now, self._question))

    def _listed(self) -> tuple[Item, ...]:
        """What fits the filter; the question in front stays in the list although answering it has changed its state."""
        if self._now is None:
            return ()
        wanted = self.list.filter
        anyhow = items(self._now, Filter(wanted.text, wanted.lens, wanted.group))
        if not wanted.state:
            return anyhow
        kept = {item.id for item in anyhow if item.state == wanted.state}
        return tuple(item for item in anyhow if item.id in kept or (kept and item.id == self._question))

    def _show(self, view: QuestionView) -> None:
        if self._now is None:
            return
        lead = say("assess.ask-for", what=view.evidence)
        self.head.set_words(view.best or say("assess.kicker"), view.prompt, lead)
        self._why.setText(view.why)
        self._cite.setText(view.cite)
        self.matrix.show_question(view, self._view)
        self._scoring.setText(view.scoring)
        self._spread.setText(view.spread_words)
        self._spread.set_ink("risk" if view.apart else "text")
        self._spread.setVisible(bool(view.spread_words))
        self._needs.setText(view.needs_words)
        self._needs.setVisible(bool(view.needs_words))
        voice = next(voice for voice in view.voices if voice.view is self._view)
        self.panel.show_voice(self._now, voice, self._seat(self._view))
        self.agree.show_question(self._now, view)

    def _seat(self, view: Perspective) -> Seat:
        return Seat(self._now.system.id if self._now else "", self._question, view)

    def show_question(self, question: str) -> None:
        """Bring another question to the front; what is typed for this one is sent first."""
        if question != self._question:
            self.panel.flush()
            self._question = question
            self._scroll.verticalScrollBar().setValue(0)
            self._refresh()

    def show_next_open(self) -> None:
        """Bring the next question without an answer to the front, ready for the keyboard."""
        self.panel.flush()
        if self._now is None:
            return
        following = next_open(items(self._now, self.list.filter), self._question) or next_open(
            items(self._now, Filter()), self._question
        )
        if following is not None:
            self.show_question(following)
            self.focus_first()

    def _answer(self, view: Perspective, answer: Answer) -> None:
        self.panel.flush()
        self.edited.emit(give(self._seat(view), answer, self._here.today))

    def _turn(self, view: Perspective) -> None:
        if view is not self._view:
            self.panel.flush()
            self._view = view
            self._refresh()

    def flush(self) -> int:
        return self.panel.flush()

    def refuse(self, error: Exception) -> None:
        self.panel.refuse(sentence_for(error))

    def focus_first(self) -> None:
        self.matrix.heads[self._view].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, path: Path) -> bool:
        if path[2:3] == ("lens",):
            self.list.show_filter(Filter(lens=path[3], group=path[4]))
            if self._now is not None and self._listed():
                self.show_question(self._listed()[0].id)
            return True
        if path[2:3] != ("ratings",) or self._now is None or path[3] not in self._now.method.question:
            return False
        if path[4:5] == ("views",):
            self._turn(Perspective(path[5]))
        if path[3] not in {item.id for item in items(self._now, self.list.filter)}:
            self.list.show_filter(Filter())
        self.show_question(path[3])
        self.focus_first()
        return True
