"""Answers in five seconds: where it stands, when it launches, whether the voices agree, what is due, what waiting costs."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.session.assess import FINDINGS, LENSES, QUESTIONS, Assessment, group_place, question_place
from desktop.session.assess_dashboard import DashboardView, Link, dashboard_view
from desktop.session.assess_due import due_links
from desktop.session.assess_outlook import Outlook
from desktop.session.assess_questions import Filter, items, next_open
from desktop.session.assess_ready import ready_to_act, ready_to_scale
from desktop.session.assess_tiles import GAPS, amounts, gap_rows, needed
from desktop.text import count, say
from desktop.ui.assess.dashboard_cards import DetailCards
from desktop.ui.assess.forecaster import Forecaster
from desktop.ui.assess.gap_tile import GapList
from desktop.ui.assess.heat import HeatMap
from desktop.ui.assess.ladder import Ladder
from desktop.ui.assess.launch_tile import LaunchTile
from desktop.ui.assess.lines import LinkList
from desktop.ui.assess.money_tile import MoneyTile
from desktop.ui.assess.tile import Tile, TileRow
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.words import caption, strong
from desktop.workbook.path import Path

_TWO, _THREE = 1000, 1060  # narrower pages lay two or three tiles one below the other


class DashboardPage(Page):
    """Each tile leads to its page, and every line to where it can be changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._now: Assessment | None = None
        self._scroll = ScrollPage(WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self.head, self.by_hand = PageHead(theme), Notice(theme, "risk", say("assess.override.headline"))
        self.begin = Button(theme, say("assess.begin"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self.board = Button(theme, say("assess.board"), Kind.PRIMARY, "file-text")
        self.launch, self.money = LaunchTile(theme), MoneyTile(theme)
        self.ladder, self.heat, self.gaps = Ladder(theme), HeatMap(theme), GapList(theme)
        self.unmet = LinkList(theme, say("assess.ladder.top"), 4, columns=2, brief=True, bare=True)
        self.due = LinkList(theme, say("assess.due.none"), 4, brief=True)
        self.warnings = LinkList(theme, say("assess.warnings.none"), 3)
        self.cards = DetailCards(theme)
        self.outlook = Forecaster(self)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._ladder_tile = self._tile("ladder", self.ladder, say("assess.ladder.leads"), say("assess.ladder.note"))
        self._unmet_title = strong(self._theme, "")
        for part in (self._unmet_title, self.unmet):
            self._ladder_tile.body.addWidget(part)
        self._heat_tile = self._tile("heat", self.heat, say("assess.heat.leads"), say("assess.heat.note"))
        self._heat_tile.body.addWidget(caption(self._theme, say("assess.heat.legend")))
        self._due_tile = self._tile("due", self.due, say("assess.due.leads"))
        self._due_tile.body.addStretch(1)
        self._gap_tile = self._tile("gaps", self.gaps, say("assess.gaps.leads"))
        self._warning_tile = self._tile("warnings", self.warnings, say("assess.warnings.leads"))
        for tile in (self._ladder_tile, self._heat_tile, self._gap_tile, self._warning_tile):
            tile.body.addStretch(1)
        rows = (
            (((self._ladder_tile, 9), (self.launch, 5)), _TWO),
            (((self._heat_tile, 9), (self._due_tile, 5)), _TWO),
            (((self._gap_tile, 11), (self.money, 8), (self._warning_tile, 10)), _THREE),
        )
        self._rows = (*(TileRow(self._theme, tiles, least) for tiles, least in rows), *self.cards.rows)
        for row in (self.head, self.by_hand, *self._rows):
            self._scroll.column.addWidget(row)
        self._scroll.column.addStretch(1)
        for button in (self.begin, self.board):
            self.head.right.addWidget(button)

    def _tile(self, name: str, content: Ladder | HeatMap | LinkList | GapList, leads: str, note: str = "") -> Tile:
        tile = Tile(self._theme, say(f"assess.{name}"), leads, note)
        tile.body.addWidget(content)
        return tile

    def _wire(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.board.clicked.connect(lambda: self.asked.emit("board"))
        self.cards.form.edited.connect(self.edited)
        self.ladder.chosen.connect(lambda group: self._to_group("ladder", group))
        self.heat.chosen.connect(lambda group: self._to_group("conditions", group))
        self.gaps.chosen.connect(lambda group: self._to_group(GAPS, group))
        for links in (self.unmet, self.due, self.warnings, *self.cards.links):
            links.chosen.connect(self._follow)
        leads = (
            (self._ladder_tile, LENSES, ("ladder",)), (self.launch, "plan", ()), (self._heat_tile, LENSES, ("conditions",)),
            (self._due_tile, "tasks", ()), (self._gap_tile, LENSES, (GAPS,)), (self.money, "sprint-4", ()),
            (self._warning_tile, FINDINGS, ()),
        )  # fmt: skip
        for tile, page, lens in leads:
            tile.opened.connect(lambda page=page, lens=lens: self._open(page, *lens))
        self.outlook.found.connect(self._show_outlook)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self._rows:
            row.arrange(event.size().width())

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        self._now = now = present.assess()
        view = dashboard_view(now)
        self.begin.setVisible(view.empty)
        self.board.setVisible(not view.empty)
        self.by_hand.setVisible(bool(view.override))
        self.by_hand.say(say("assess.override.headline"), view.override)
        self.ladder.show_steps(view.steps)
        self._unmet_title.setText(view.unmet_title)
        self._unmet_title.setVisible(bool(view.unmet_title))
        self.unmet.show_links(view.unmet)
        self.heat.show_rows(view.heat)
        self.warnings.show_links(view.warnings)
        self._warning_tile.say(f"{len(view.warnings):,}" if view.warnings else "")
        self._show_gaps(now)
        self.money.show_amounts(amounts(now))
        self._show_due(now)
        self.cards.show_view(now, view, ready_to_scale(now), ready_to_act(now))
        self._show_head(view, self.outlook.ask(present))

    def _show_head(self, view: DashboardView, outlook: Outlook | None) -> None:
        lead = view.launch_lead if outlook else view.lead
        self.head.set_words("", view.launch_headline(outlook.day) if outlook else view.headline, lead)
        if outlook is not None:
            self.launch.show_outlook(outlook)
        else:
            self.launch.show_nothing(working=self.outlook.busy)

    def _show_outlook(self) -> None:
        if self._now is not None and self._present is not None:
            self._show_head(dashboard_view(self._now), self.outlook.ask(self._present))

    def _show_gaps(self, now: Assessment) -> None:
        following = now.rung.next_rung
        self._gap_tile.head.setText(say("assess.gaps.to", n=following) if following else say("assess.gaps"))
        self.gaps.show_rows(gap_rows(now), needed(now))

    def _show_due(self, now: Assessment) -> None:
        links = due_links(now)
        self.due.show_links(links)
        late = sum(link.mark == "late" for link in links)
        of = count("assess.due.count", len(links)) if links else ""
        self._due_tile.say(count("assess.due.late-count", late, of=of) if late else of)

    def _follow(self, link: Link) -> None:
        self._go(link.page, link.at)

    def _open(self, page: str, lens: str = "") -> None:
        if self._present is not None and self._present.system_id:
            self._go(page, ("systems", self._present.system_id, "lens", lens) if lens else ())

    def _to_group(self, lens: str, group: str) -> None:
        if self._present and self._present.system_id:
            self._go(QUESTIONS, group_place(self._present.system_id, lens, group))

    def _begin(self) -> None:
        if self._now is not None:
            first = next_open(items(self._now, Filter()), "")
            self._go(QUESTIONS, question_place(self._now.system.id, first) if first else ())

    def _go(self, page: str, at: Path) -> None:
        if self._present is not None:
            self.left_for.emit((page, self._present.system_id, at))

    def finish(self) -> None:
        self.outlook.finish()

    def focus_first(self) -> None:
        (self.begin if self.begin.isVisibleTo(self) else self.board).setFocus()

    def focus_place(self, path: Path) -> bool:
        if path[2:3] != ("rung_override",):
            return False
        self.cards.form.set_open(opened=True)
        self.cards.form.head.setFocus()
        return True
