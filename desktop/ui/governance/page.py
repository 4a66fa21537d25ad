"""The governance page: the entry at a glance, the tier with its reasoning, controls, agent checks, plans, build or buy."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.reports.palette import StateToken
from desktop.session.assess_dashboard import Link
from desktop.session.governance import GOVERNANCE, GovernanceView, governance_view
from desktop.session.governance_edits import set_control, take_proposal
from desktop.session.view import PageView, Row
from desktop.text import say
from desktop.ui.assess.lines import LinkList
from desktop.ui.decision.readout import Readout
from desktop.ui.governance.beside import BandsRow, CategoriesCard, ProposalCard, WaysCard
from desktop.ui.governance.controls import ControlsCard
from desktop.ui.pages.declared import DeclaredCard
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.page_head import PageFoot
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.ui.widgets.words import caption
from desktop.workbook.path import Path

_STATES: dict[str, StateToken] = {"block": "block", "risk": "risk", "open": "open", "track": "track", "done": "done"}
_DECLARED = ("tier", "eu", "plans", "approach")


class GovernancePage(Page):
    """Every card that is entered is the method's own; between them stands what follows from it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._view: PageView | None = None
        self._found: GovernanceView | None = None
        self._scroll = ScrollPage()
        self.head, self.foot = PageHead(theme, say("governance.kicker")), PageFoot(theme)
        self.facts = Readout(theme)
        self.proposal, self.categories = ProposalCard(theme), CategoriesCard(theme)
        self.controls, self.ways = ControlsCard(theme), WaysCard(theme)
        self.forms = {name: DeclaredCard(theme, GOVERNANCE, name) for name in _DECLARED}
        self.act, self.needs = LinkList(theme, "", 4), LinkList(theme, "", 4)
        self.bands = BandsRow(theme)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        for part in (
            self.head, self._glance_card(), self.proposal, self.forms["tier"], self.controls, self.categories,
            self.forms["eu"], self._agent_card(), self._bands_card(), self.forms["plans"], self.ways, self.forms["approach"],
        ):  # fmt: skip
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self._scroll.column.addWidget(self.foot)

    def _glance_card(self) -> Card:
        card = Card(self._theme, say("governance.glance"))
        card.body.setSpacing(12)
        card.body.addWidget(self.facts)
        self.profile = Button(
            self._theme,
            say("governance.to-profile"),
            Kind.QUIET,
            "arrow-right",
            sign_after=True,
            small=True,
            inline=True,
        )
        self.profile.clicked.connect(lambda: self._go("profile", ()))
        card.body.addWidget(self.profile)
        return card

    def _agent_card(self) -> Card:
        self._agent = Card(self._theme, say("governance.agent"), " ")
        self._agent.body.setSpacing(8)
        self._agent.body.addWidget(caption(self._theme, say("governance.agent.lead")))
        self._agent.body.addWidget(self.act)
        return self._agent

    def _bands_card(self) -> Card:
        card = Card(self._theme, say("governance.bands"))
        card.body.setSpacing(12)
        for part in (caption(self._theme, say("governance.bands.lead")), self.bands, self.needs):
            card.body.addWidget(part)
        return card

    def _wire(self) -> None:
        for form in self.forms.values():
            form.edited.connect(self.edited)
            form.removed.connect(self.removed)
        self.proposal.taken.connect(self._take)
        self.controls.changed.connect(self._control)
        for links in (self.act, self.needs):
            links.chosen.connect(self._follow)
        self.foot.back_pressed.connect(lambda: self._leave("back"))
        self.foot.next_pressed.connect(lambda: self._leave("next"))

    def view(self) -> PageView | None:
        return self._view

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        self._view = view = present.view(GOVERNANCE)
        self._found = found = governance_view(present.assess())
        self.head.set_words(say("governance.kicker"), found.headline, found.lead)
        self.head.show_state(_STATES[found.state], say(f"governance.page.{found.state}"))
        self.facts.show_lines(found.facts)
        self.proposal.show_proposal(found.proposal)
        self.categories.show_categories(found.categories, found.crosswalk)
        self.controls.show_tiers(present, found.tiers)
        if self._agent.note is not None:
            self._agent.note.setText(found.ready.headline)
        self.act.show_links(found.ready.lines)
        self.bands.show_bands(found.bands)
        self.needs.show_links(found.conditions)
        self.ways.show_ways(found.ways)
        for form in self.forms.values():
            form.show_present(present, view)
        self.foot.show_ways(view.back, view.next)

    @property
    def _here(self) -> tuple[Present, str]:
        if self._present is None or self._present.system_id is None:
            raise RuntimeError(GOVERNANCE)
        return self._present, self._present.system_id

    def _take(self) -> None:
        present, system = self._here
        found = self._found.proposal if self._found is not None else None
        if found is not None and found.tier is not None:
            self.edited.emit(take_proposal(system, found.tier, found.grounds[0], present.today))

    def _control(self, row: Row, value: object) -> None:
        self.edited.emit(set_control(row, value, self._here[0].tag()))

    def _follow(self, link: Link) -> None:
        self._go(link.page, link.at)

    def _go(self, page: str, at: Path) -> None:
        self.left_for.emit((page, self._here[1], at))

    def _leave(self, way: str) -> None:
        self.flush()
        if target := self.foot.way(way):
            self.left_for.emit(target)

    def refuse(self, error: Exception) -> None:
        sentence = sentence_for(error)
        if not any(form.refuse(error) for form in self.forms.values()):
            self.controls.refuse(sentence)

    def flush(self) -> int:
        return sum(form.flush() for form in self.forms.values()) + self.controls.flush()

    def focus_first(self) -> None:
        self.forms["tier"].focus_first()

    def focus_place(self, path: Path) -> bool:
        if path[2:4] == ("governance", "controls"):
            line = self.controls.focus_place(path)
            if line is not None:  # once its fields have been laid out
                QTimer.singleShot(0, line, lambda: self._scroll.bring_into_view(line))
            return line is not None
        return any(form.focus_place(path) for form in self.forms.values())
