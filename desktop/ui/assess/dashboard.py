"""Where the system stands, what keeps it there, whether the four perspectives agree, and the cheapest way up."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.session.assess import QUESTIONS, Assessment, group_place, question_place
from desktop.session.assess_dashboard import DashboardView, Link, dashboard_view
from desktop.session.assess_questions import Filter, items, next_open
from desktop.session.assess_ready import ready_to_act, ready_to_scale
from desktop.text import say
from desktop.ui.assess.heat import HeatMap
from desktop.ui.assess.ladder import Ladder
from desktop.ui.assess.lines import LinkList
from desktop.ui.assess.rung_form import RungForm
from desktop.ui.assess.states import REVIEW_STATES
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import caption, lead, strong
from desktop.workbook.path import Path
from desktop.workbook.rating import Review

_WIDEST = 1160


class DashboardPage(Page):
    """Answers in five seconds; every line leads to where it can be changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._scroll = ScrollPage(_WIDEST)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self.head = PageHead(theme, say("assess.kicker"))
        self.begin = Button(theme, say("assess.begin"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self.begin.clicked.connect(self._begin)
        self.head.right.addWidget(self.begin)
        self.by_hand = Notice(theme, "risk", say("assess.override.headline"))
        self.ladder, self.heat, self.form = Ladder(theme), HeatMap(theme), RungForm(theme)
        self.unmet = LinkList(theme, say("assess.ladder.top"), 4, columns=2)
        self.warnings = LinkList(theme, say("assess.warnings.none"), 5)
        self.tasks = LinkList(theme, say("assess.tasks.none"), 5)
        self.scale, self.act = LinkList(theme, "", 5), LinkList(theme, "", 5)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.addWidget(self.head)
        column.addWidget(self.by_hand)
        column.addWidget(self._ladder_card())
        column.addLayout(self._pair(self._heat_card(), self._card("warnings", self.warnings)))
        self._tasks_card = self._card("tasks", self.tasks)
        column.addLayout(self._pair(self._tasks_card, self._review_card()))
        self._scale_card, self._act_card = self._card("ready.scale", self.scale), self._card("ready.act", self.act)
        column.addLayout(self._pair(self._scale_card, self._act_card))
        column.addStretch(1)

    def _pair(self, left: Card, right: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left, 3)
        row.addWidget(right, 2)
        return row

    def _card(self, name: str, content: LinkList) -> Card:
        card = Card(self._theme, say(f"assess.{name}"), " ")
        card.body.setSpacing(12)
        card.body.addWidget(content)
        card.body.addStretch(1)
        return card

    def _ladder_card(self) -> Card:
        card = Card(self._theme, say("assess.ladder"), say("assess.ladder.note"))
        card.body.setSpacing(12)
        self._unmet_title = strong(self._theme, "")
        for part in (self.ladder, self._unmet_title, self.unmet):
            card.body.addWidget(part)
        return card

    def _heat_card(self) -> Card:
        card = Card(self._theme, say("assess.heat"), say("assess.heat.note"))
        card.body.setSpacing(12)
        card.body.addWidget(self.heat)
        card.body.addWidget(caption(self._theme, say("assess.heat.legend")))
        card.body.addStretch(1)
        return card

    def _review_card(self) -> Card:
        card = Card(self._theme, say("assess.reviews"))
        card.body.setSpacing(8)
        self._accepted = lead(self._theme, "")
        card.body.addWidget(self._accepted)
        self._chips = {state: StateChip(self._theme, token, "", small=True) for state, token in REVIEW_STATES.items()}
        for chip in self._chips.values():
            card.body.addWidget(chip)
        card.body.addSpacing(8)
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        return card

    def _wire(self) -> None:
        self.form.edited.connect(self.edited)
        self.ladder.chosen.connect(lambda group: self._to_group("ladder", group))
        self.heat.chosen.connect(lambda group: self._to_group("conditions", group))
        for links in (self.unmet, self.warnings, self.tasks, self.scale, self.act):
            links.chosen.connect(self._follow)

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        now = present.assess()
        view = dashboard_view(now)
        self.head.set_words(say("assess.kicker"), view.headline, view.lead)
        self.begin.setVisible(view.empty)
        self.by_hand.setVisible(bool(view.override))
        self.by_hand.say(say("assess.override.headline"), view.override)
        self.ladder.show_steps(view.steps)
        self._unmet_title.setText(view.unmet_title)
        self._unmet_title.setVisible(bool(view.unmet_title))
        self.heat.show_rows(view.heat)
        for links, content in ((self.unmet, view.unmet), (self.warnings, view.warnings), (self.tasks, view.tasks)):
            links.show_links(content)
        if self._tasks_card.note is not None:
            self._tasks_card.note.setText(view.effort)
        self._show_reviews(view)
        self._show_ready(now)
        self.form.show_now(now)

    def _show_ready(self, now: Assessment) -> None:
        ready = ((self._scale_card, self.scale, ready_to_scale(now)), (self._act_card, self.act, ready_to_act(now)))
        for card, links, view in ready:
            links.show_links(view.lines)
            if card.note is not None:
                card.note.setText(view.headline)

    def _show_reviews(self, view: DashboardView) -> None:
        counts = dict(view.reviews)
        total = sum(counts.values())
        said = say("assess.reviews.headline", n=counts[Review.ACCEPTED], of=total)
        self._accepted.setText(said if total else say("assess.reviews.none"))
        for state, chip in self._chips.items():
            word = say(f"assess.review.{state.value}")
            chip.show_state(REVIEW_STATES[state], say("assess.reviews.state", n=counts[state], state=word.lower()))
            chip.setVisible(counts[state] > 0)

    def _follow(self, link: Link) -> None:
        self._go(link.page, link.at)

    def _to_group(self, lens: str, group: str) -> None:
        if self._present and self._present.system_id:
            self._go(QUESTIONS, group_place(self._present.system_id, lens, group))

    def _begin(self) -> None:
        present = self._present
        if present is None or present.system_id is None:
            return
        now = present.assess()
        first = next_open(items(now, Filter()), "")
        self._go(QUESTIONS, question_place(present.system_id, first) if first else ())

    def _go(self, page: str, at: Path) -> None:
        if self._present is not None:
            self.left_for.emit((page, self._present.system_id, at))

    def focus_place(self, path: Path) -> bool:
        if path[2:3] != ("rung_override",):
            return False
        self.form.set_open(opened=True)
        self.form.head.setFocus()
        return True
