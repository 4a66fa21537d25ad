"""The integration map's page. It knows which system is in front; everything else is in the workbook."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from desktop.analysis.integration_layout import Held
from desktop.reports.integration.chart import described, network
from desktop.reports.integration.choice import choice_view, phase_views
from desktop.reports.integration.scene import Scene, scene
from desktop.session.assess_dashboard import Link
from desktop.session.editing import Edit
from desktop.session.integration import WEEK, field_place, map_view, station_view
from desktop.session.integration_edits import begin_with, lay_out_again, move, put_in_phase
from desktop.text import say
from desktop.ui.integration.choice_card import ChoiceCard
from desktop.ui.integration.map_widget import MapWidget
from desktop.ui.integration.phase_card import PhaseCard
from desktop.ui.integration.station_card import StationCard
from desktop.ui.integration.station_list import StationList
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.notice import EmptyState
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.words import caption
from desktop.workbook.path import Path

if TYPE_CHECKING:
    from desktop.reports.charts.network_map import Network

_BESIDE, _SIDE = 1120, 308


class IntegrationPage(Page):
    """Map and list show the same choice; what is known of it stands beside, what phase 1 begins with below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._now: Scene | None = None
        self._known: object = None
        self._selected = ""
        self.head = PageHead(theme, say("integration.kicker"))
        self.again = Button(theme, say("integration.again"), Kind.PLAIN, "refresh-cw", small=True)
        self.map, self.list = MapWidget(theme), StationList(theme)
        self.station, self.choice, self.phases = StationCard(theme), ChoiceCard(theme), PhaseCard(theme)
        self.empty = EmptyState(
            theme, "route", say("integration.empty"), say("integration.empty.text"), say("integration.empty.action")
        )
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._scroll = ScrollPage(WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self._scroll.column.addWidget(self.head)
        self._scroll.column.addWidget(self.empty)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._map = self._map_card()
        self._side, self._under = QWidget(), QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._under)
        for row, parts in (
            (self._beside, (self._list_card(), self.station)),
            (self._below, (self.choice, self.phases)),
        ):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(16)
            for part in parts:
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
            row.addStretch(1)
        self._arrange(beside=True)
        self._scroll.column.addWidget(self._body)
        self._scroll.column.addStretch(1)

    def _arrange(self, *, beside: bool) -> None:
        """List and facts stand beside the map, or below it where the map would become too small to read."""
        for part in (self._map, self._side, self._under):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._map, 0, 0)
        self._grid.addWidget(self._under, 1 if beside else 2, 0)
        self._grid.addWidget(self._side, *((0, 1, 2, 1) if beside else (1, 0)))
        self._grid.setRowStretch(1, 1 if beside else 0)
        direction = QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(direction)
        for at, stretch in enumerate((0, 0, 1) if beside else (2, 3, 0)):
            self._beside.setStretch(at, stretch)
        self._side.setMaximumWidth(self._theme.scaled(_SIDE) if beside else 16_777_215)
        self._side.setMinimumWidth(self._theme.scaled(_SIDE) if beside else 0)

    def _map_card(self) -> Card:
        card = Card(self._theme, say("integration.map"), say("integration.map.note"))
        card.body.setSpacing(12)
        card.body.addWidget(self.map)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        row.addWidget(caption(self._theme, say("integration.map.keys")), 1)
        row.addWidget(self.again)
        card.body.addLayout(row)
        return card

    def _list_card(self) -> Card:
        card = Card(self._theme)
        card.body.setContentsMargins(1, 8, 1, 8)
        card.body.addWidget(self.list)
        return card

    def _wire(self) -> None:
        self.map.chosen.connect(self._select)
        self.map.placed.connect(self._place)
        self.map.opened.connect(lambda _key: self._open())
        self.map.loosened.connect(lambda key: self._send(lay_out_again(self._system, key)))
        self.map.released.connect(self.list.setFocus)
        self.list.chosen.connect(self._select)
        self.list.entered.connect(self.map.setFocus)
        self.again.clicked.connect(lambda: self._send(lay_out_again(self._system)))
        self.station.opened.connect(self._open)
        self.station.followed.connect(self._follow)
        self.station.phased.connect(lambda phase: self._send(put_in_phase(self._system, self._selected, phase)))
        self.station.loosened.connect(lambda: self._send(lay_out_again(self._system, self._selected)))
        self.choice.decided.connect(self._begin)
        self.choice.selected.connect(self._select)
        self.phases.selected.connect(self._select)
        self.empty.chosen.connect(lambda: self._go(("systems", self._system, "sprint", "connections")))

    @property
    def _system(self) -> str:
        return self._now.system.id if self._now else ""

    def show_present(self, present: Present) -> None:
        self._present = present
        system, known = present.system, (present.system, present.workbook.people)
        if system is None or known == self._known:
            return
        self._known = known
        self._now = now = scene(present.workbook, system)
        there = bool(now.sprint.connections)
        self.empty.setVisible(not there)
        self._body.setVisible(there)
        self.head.setVisible(there)
        if there:
            self._show(now)

    def _show(self, now: Scene) -> None:
        view = map_view(now)
        order = tuple(line.id for line in view.lines)
        if self._selected not in order:
            self._selected = now.first or order[0]
        self.head.set_words(say("integration.kicker"), view.headline, view.lead)
        self.again.setEnabled(view.moved)
        people = now.workbook.people

        def drawn(held: Held | None) -> "Network":
            return network(now.system, people, held)

        self.map.show_network(drawn, order, described(now.system, people))
        self.list.show_lines(view.lines, self._selected)
        self.choice.show_choice(choice_view(now), confirmed=now.sprint.phase_one in now.sprint.connections)
        self.phases.show_phases(phase_views(now))
        self._show_station()

    def _show_station(self) -> None:
        if self._now is None:
            return
        self.map.select(self._selected)
        entry = self._now.sprint.connections[self._selected]
        first = self._selected == self._now.first
        self.station.show_station(station_view(self._now, self._selected), first=first, phase=entry.phase)

    def _select(self, key: str) -> None:
        if self._now is None or key not in self._now.sprint.connections:
            return
        self._selected = key
        self.list.show_lines(self.list.lines.shown, key)
        self._show_station()

    def _place(self, key: str, place: tuple[int, int], by_keys: bool) -> None:  # noqa: FBT001  # a Qt slot
        if self._now is not None:
            self._send(move(self._system, key, self._now.name(key), place, by_keys=by_keys))

    def _begin(self, key: str, reason: str) -> None:
        if self._now is not None:
            self._send(begin_with(self._system, key, self._now.suggested, reason))

    def _send(self, edit: Edit) -> None:
        self.edited.emit(edit)

    def refuse(self, error: Exception) -> None:
        self.choice.form.refuse(str(error) if type(error) is ValueError else sentence_for(error))

    def _follow(self, link: Link) -> None:
        self._go(link.at)

    def _open(self) -> None:
        if self._now is not None:
            self._go(field_place(self._now, self._selected))

    def _go(self, at: Path) -> None:
        self.left_for.emit((WEEK, self._system, at))

    def flush(self) -> int:
        self.choice.form.reason.flush()
        return 0

    def focus_first(self) -> None:
        (self.list if self.list.isVisible() else self.empty.action).setFocus()

    def focus_place(self, path: Path) -> bool:
        if path[2:4] != ("sprint", "connections") or len(path) < 5 or self._now is None:
            return False
        self._select(path[4])
        return path[4] == self._selected

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(beside=event.size().width() >= self._theme.scaled(_BESIDE))
