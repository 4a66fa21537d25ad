"""The page beside the what-if: the answer, the numbers, the charts, and what they rest on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.analysis.value_simulation import Simulation
from desktop.reports.value_words import chance, chance_figure
from desktop.session.assess_dashboard import Link
from desktop.session.value_published import published
from desktop.session.value_view import Figure, ValueView
from desktop.text import say
from desktop.ui.assess.lines import LinkList
from desktop.ui.fields.make import Setting
from desktop.ui.fields.notation import region
from desktop.ui.pages.page import Present
from desktop.ui.pages.pictures import cash_seen
from desktop.ui.theme import Theme
from desktop.ui.value.basis import BasisCard
from desktop.ui.value.cards import ChartCard, PublishedCard, UnitCard
from desktop.ui.value.drawings import Picture, kinds_picture, spread_picture, tornado_picture
from desktop.ui.value.figure import FigureGrid
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.workbook.sprint import Sprint, ValueCase

_WIDEST = 920
INPUTS = "sprint-4"


class ValueBody(ScrollPage):
    """``followed`` carries a page and a place to go to; ``entered`` a row of the basis and its new value."""

    followed = Signal(object)
    entered = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_WIDEST)
        self._theme = theme
        self._present: Present | None = None
        self._simulation: Simulation | None = None
        self._more: tuple[Figure, ...] = ()
        self.basis: BasisCard | None = None
        self.head = PageHead(theme)
        self.gaps = LinkList(theme, "", shown=7)
        self.main, self.more = FigureGrid(theme, 4, large=True), FigureGrid(theme, 4)
        needs = say("value.card.needs")
        self.cash = ChartCard(theme, say("value.card.cash"), needs)
        self.tornado = ChartCard(theme, say("value.card.tornado"), needs)
        self.spread = ChartCard(theme, say("value.card.spread"), needs)
        self.kinds = ChartCard(theme, say("value.card.kinds"), "")
        self.units, self.published = UnitCard(theme), PublishedCard(theme)
        self.gaps.chosen.connect(self._follow)
        self._lay_out()

    def _lay_out(self) -> None:
        column, theme = self.column, self._theme
        column.addWidget(self.head)
        self._missing = Card(theme, say("value.card.missing"))
        self._missing.body.addWidget(self.gaps)
        numbers = Card(theme)
        for part in (self.main, Line(theme), self.more):
            numbers.body.addWidget(part)
        cards: tuple[QWidget, ...] = (
            self._missing, numbers, self.tornado, self.cash, self.spread, self.kinds, self.units, self.published,
        )  # fmt: skip
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)

    def show_value(self, present: Present, tried: ValueCase, view: ValueView) -> None:
        """Show a value case, the workbook's own or a trial of it."""
        self._present = present
        currency = present.workbook.engagement.currency
        self.head.set_words(say("value.kicker"), view.headline, view.lead)
        self.head.show_state("risk", say("value.whatif.page") if view.trial else "")
        self.gaps.show_links(tuple(_link(gap.text, gap.at) for gap in view.gaps))
        self._missing.setVisible(bool(view.gaps))
        self.main.show_figures(view.main)
        self._more = view.more
        self._show_more()
        self.kinds.setVisible(bool(view.kinds))
        self.kinds.show_picture(kinds_picture(view.kinds))
        for card in (self.tornado, self.cash, self.spread):
            card.setVisible(view.numbers.net is not None)
        self.tornado.show_picture(tornado_picture(view.numbers, view.swings, currency))
        self.cash.show_picture(_cash(present, tried, currency))
        self.units.show_units(view.units, view.unit_lines)
        engagement = present.workbook.engagement
        self.published.show_published(published(present.method, engagement, tried, view.numbers))
        self._show_basis(present, view)

    def show_simulation(self, found: Simulation | None, currency: str) -> None:
        """Show what the simulation of this value case has found."""
        self._simulation = found
        self.spread.show_picture(spread_picture(found, currency) if found else None, chance(found) if found else "")
        self._show_more()

    def _show_more(self) -> None:
        found = self._simulation
        text = chance_figure(found) if found else say("value.none")
        odds = Figure("chance", say("value.figure.chance"), text, say("value.figure.chance-note") if found else "")
        self.more.show_figures((*self._more, odds))

    def _show_basis(self, present: Present, view: ValueView) -> None:
        if self.basis is None:
            setting = Setting(self._theme, region(), present.workbook.people, self._today)
            self.basis = BasisCard(self._theme, setting, present)
            self.basis.edited.connect(self.entered)
            self.column.insertWidget(self.column.indexOf(self.published), self.basis)
        self.basis.show_basis(present, view.basis)

    def _today(self) -> date:
        if self._present is None:
            raise RuntimeError("shown before it was given anything")
        return self._present.today

    def _follow(self, link: Link) -> None:
        if self._present is not None:
            at = ("systems", self._present.system_id or "", *link.at)
            self.followed.emit((link.page, self._present.system_id, at))


def _link(text: str, at: tuple[str, ...]) -> Link:
    return Link(title=text, detail=say("value.gap-detail"), page=INPUTS, at=at, mark="open")


def _cash(present: Present, tried: ValueCase, currency: str) -> Picture | None:
    sprint = present.system.sprint if present.system else None
    seen = cash_seen((sprint or Sprint()).model_copy(update={"value": tried}), currency)
    return Picture(seen.make, seen.height, seen.description, seen.table) if seen else None
