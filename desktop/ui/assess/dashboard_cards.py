"""The lower half of the dashboard, for whoever reads on: tasks, reviews, and the two sets of questions."""

from desktop.session.assess import Assessment
from desktop.session.assess_dashboard import DashboardView
from desktop.session.assess_ready import ReadyView
from desktop.text import say
from desktop.ui.assess.lines import LinkList
from desktop.ui.assess.rung_form import RungForm
from desktop.ui.assess.states import REVIEW_STATES
from desktop.ui.assess.tile import TileRow
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.words import lead
from desktop.workbook.rating import Review

_LEAST = 1000


class DetailCards:
    """Two rows of cards to put into a page; ``links`` are the lists in them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.tasks = LinkList(theme, say("assess.tasks.none"), 6)
        self.scale, self.act = LinkList(theme, "", 5), LinkList(theme, "", 5)
        self.links = (self.tasks, self.scale, self.act)
        self.form = RungForm(theme)
        self._cards = {
            name: self._card(say(f"assess.{name}"), content)
            for name, content in (("tasks", self.tasks), ("ready.scale", self.scale), ("ready.act", self.act))
        }
        self.rows = (
            TileRow(theme, ((self._cards["tasks"], 3), (self._review_card(), 2)), _LEAST),
            TileRow(theme, ((self._cards["ready.scale"], 1), (self._cards["ready.act"], 1)), _LEAST),
        )

    def _card(self, name: str, content: LinkList) -> Card:
        card = Card(self._theme, name, " ")
        card.body.setSpacing(12)
        card.body.addWidget(content)
        card.body.addStretch(1)
        return card

    def _review_card(self) -> Card:
        card = Card(self._theme, say("assess.reviews"))
        card.body.setSpacing(8)
        self.accepted = lead(self._theme, "")
        card.body.addWidget(self.accepted)
        self._chips = {state: StateChip(self._theme, token, "", small=True) for state, token in REVIEW_STATES.items()}
        for chip in self._chips.values():
            card.body.addWidget(chip)
        card.body.addSpacing(8)
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        return card

    def show_view(self, now: Assessment, view: DashboardView, scale: ReadyView, act: ReadyView) -> None:
        """Show another state of the same system."""
        for links, content in ((self.tasks, view.tasks), (self.scale, scale.lines), (self.act, act.lines)):
            links.show_links(content)
        notes = {"tasks": view.effort, "ready.scale": scale.headline, "ready.act": act.headline}
        for name, note in notes.items():
            if (words := self._cards[name].note) is not None:
                words.setText(note)
        self._show_reviews(view)
        self.form.show_now(now)

    def _show_reviews(self, view: DashboardView) -> None:
        counts = dict(view.reviews)
        total = sum(counts.values())
        said = say("assess.reviews.headline", n=counts[Review.ACCEPTED], of=total)
        self.accepted.setText(said if total else say("assess.reviews.none"))
        for state, chip in self._chips.items():
            word = say(f"assess.review.{state.value}")
            chip.show_state(REVIEW_STATES[state], say("assess.reviews.state", n=counts[state], state=word.lower()))
            chip.setVisible(counts[state] > 0)
