"""The page of the twelve-week plan."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QStackedLayout, QVBoxLayout, QWidget

from desktop.session.assess import QUESTIONS
from desktop.session.editing import Edit
from desktop.session.plan_page import Narrowed, PlanView, plan_view, same_plan
from desktop.session.plan_page_cells import Reading
from desktop.session.plan_page_edits import generate, keep_dates, take_way
from desktop.session.plan_page_generate import gaps_of
from desktop.session.plan_page_hand_over import Who, hand
from desktop.session.plan_page_outlook import Outlook
from desktop.session.plan_page_words import (
    Way,
    fit_fact,
    forecast_fact,
    forecast_method,
    headline,
    lead,
    slip_fact,
)
from desktop.text import count, say
from desktop.ui.fields.notation import region
from desktop.ui.pages.page import Page, Present
from desktop.ui.plan.capacity_strip import CapacityStrip
from desktop.ui.plan.facts import FactCell, OneLine
from desktop.ui.plan.filters import PlanFilters
from desktop.ui.plan.generate import GeneratePanel
from desktop.ui.plan.hands import Hands
from desktop.ui.plan.outlook_job import OutlookJob
from desktop.ui.plan.table import PlanTable
from desktop.ui.plan.table_model import PlanModel
from desktop.ui.plan.ways_out import WaysOut
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.notice import EmptyState
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words
from desktop.workbook.path import Path


class PlanPage(Page):
    """Headline, forecast and ways out above; table and chart; capacity below. Every change is one edit."""

    wide = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._view: PlanView | None = None
        self._outlook: Outlook | None = None
        here = region()
        self.model = PlanModel(self, Reading(here.numbers, here.dates), self._tag)
        self.table = PlanTable(theme, self.model)
        self.hands = Hands(self.table, self._tag)
        self.strip = CapacityStrip(theme, self.table.scene)
        self.filters, self.ways_out = PlanFilters(theme), WaysOut(theme)
        self.facts = {name: FactCell(theme) for name in ("forecast", "slip", "fit")}
        self.head, self.lead = PageHead(theme), OneLine(theme)
        self.again = Button(theme, say("planpage.again"), Kind.PRIMARY)
        self.keep = Button(theme, say("planpage.keep"), Kind.PLAIN, "flag")
        self.out = Button(theme, say("planpage.ways"), Kind.PLAIN, "chevron-down", sign_after=True, small=True)
        self.trouble = Words(theme, "", "caption", "block")
        self.panel = GeneratePanel(theme)
        self.empty = EmptyState(
            theme, "chart-gantt", say("planpage.empty"), say("planpage.empty.text"), say("planpage.empty.action")
        )
        self.outlook = OutlookJob(self)
        self._lay_out()
        self._wire()

    # --- parts

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(10)
        for button in (self.keep, self.again):
            self.head.right.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(16)
        for cell in self.facts.values():
            row.addWidget(cell, 1)
        row.addWidget(self.out)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.head)
        top.addWidget(self.lead)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self.ways_out)
        column.addWidget(self.filters)
        column.addWidget(self.trouble)
        column.addLayout(self._chart(), 1)
        self.trouble.hide()
        self._stack = QStackedLayout(self)
        for part in (whole, self.panel, self.empty):
            self._stack.addWidget(part)
        self._whole = whole

    def _chart(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        self.sideways = QScrollBar(Qt.Orientation.Horizontal)
        self.sideways.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        announce(self.sideways, say("planpage.sideways"))
        column.addWidget(self.table, 1)
        self._under_chart = QHBoxLayout()
        self._under_chart.addWidget(self.sideways)
        column.addLayout(self._under_chart)
        column.addWidget(self.strip)
        return column

    def _wire(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.unread_changed.connect(self._say_trouble)
        self.hands.edited.connect(self.edited)
        self.hands.removed.connect(self.removed)
        self.hands.refused.connect(self._say_trouble)
        table = self.table
        table.tried.connect(lambda _plan: self.strip.show_loads())
        table.scrolled.connect(self._follow)
        self.sideways.valueChanged.connect(lambda value: table.scroll_chart(float(value)))
        self.strip.chosen.connect(self._show_person)
        self.filters.narrowed.connect(self._narrow)
        self.filters.compared.connect(self._compare)
        self.filters.add.clicked.connect(lambda: self.hands.wish("add"))
        self.keep.clicked.connect(self._keep)
        self.filters.calendar.clicked.connect(lambda: self.asked.emit("calendar"))
        self.again.clicked.connect(self._open_panel)
        self.out.clicked.connect(lambda: self.ways_out.open(shown=self.ways_out.isHidden()))
        self.ways_out.taken.connect(self._take_way)
        self.ways_out.handed.connect(self._hand_over)
        self.ways_out.opened.connect(lambda on: self.out.set_sign("chevron-up" if on else "chevron-down"))
        self.panel.accepted.connect(self._generate)
        self.panel.left.connect(self._close_panel)
        self.empty.chosen.connect(self._begin)
        self.outlook.found.connect(self._show_outlook)

    def _tag(self) -> str:
        return self._here.tag()

    @property
    def _here(self) -> Present:
        if self._present is None:
            raise RuntimeError("nothing is shown")
        return self._present

    @property
    def _plan(self) -> PlanView:
        if self._view is None:
            raise RuntimeError("there is no plan")
        return self._view

    # --- showing

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        workbook, system_id, today = present.workbook, present.system.id, present.today
        if same_plan(self._view, workbook, system_id, today):
            return
        self._show(plan_view(workbook, system_id, today, self._view))
        if self._view is not None:
            self.outlook.ask(workbook, system_id, today)

    def _show(self, view: PlanView | None) -> None:
        self._view = view
        self.model.show_view(view)
        panel_open = self._stack.currentWidget() is self.panel
        if view is None:
            self._stack.setCurrentWidget(self.panel if panel_open else self.empty)
            self._show_empty()
            return
        if not panel_open:
            self._stack.setCurrentWidget(self._whole)
        self.head.set_words("", headline(view))
        self.lead.show_text(lead(view))
        self.facts["slip"].show_fact(slip_fact(view))
        self.facts["fit"].show_fact(fit_fact(view))
        self._count()
        self.ways_out.show_plan(view)
        self.strip.show_loads()
        if not self.table.current:
            self.table.choose(next((name for _, name in self.model.rows if name), ""))

    def _show_empty(self) -> None:
        present = self._here
        gaps = gaps_of(present.workbook, present.method, present.system) if present.system else ()
        self.empty.action.setText(say("planpage.empty.action" if gaps else "planpage.empty.questions"))
        self.empty.action.updateGeometry()

    def _show_outlook(self, found: object) -> None:
        self._outlook = found if isinstance(found, Outlook) else None
        if self._view is None:
            return
        self.facts["forecast"].show_fact(forecast_fact(self._view, self._outlook), forecast_method(self._outlook))
        some = self.ways_out.show_outlook(self._view, self._outlook)
        if self._outlook is not None:
            self.strip.describe()
            self.table.show_span(self._outlook.forecast.launch if self._outlook.forecast else None)
        self.out.setVisible(some or (self._outlook is None and self.out.isVisible()))

    def _count(self) -> None:
        if self._view is not None:
            self.filters.show_plan(self._view, sum(bool(name) for _, name in self.model.rows))

    def _follow(self) -> None:
        """The time axis is another one: scroll bar and strip go with it."""
        furthest, left = round(self.table.timeline.furthest), round(self.table.chart_place()[0])
        self.sideways.setVisible(furthest > 0)
        self._under_chart.setContentsMargins(left, 0, self.table.verticalScrollBar().width(), 0)
        self.sideways.blockSignals(True)
        self.sideways.setRange(0, furthest)
        self.sideways.setPageStep(max(1, self.table.columnWidth(self.model.columnCount() - 1)))
        self.sideways.setSingleStep(40)
        self.sideways.setValue(round(self.table.timeline.offset))
        self.sideways.blockSignals(False)
        self.strip.viewport().update()

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    # --- doing

    def _send(self, edit: Edit) -> None:
        self.edited.emit(edit)

    def _keep(self) -> None:
        self._send(keep_dates(self._plan, self._here.tag()))

    def _narrow(self, narrowed: Narrowed) -> None:
        self.model.narrow(narrowed)
        self.filters.show_narrowed(narrowed)
        self._count()

    def _show_person(self, person: str) -> None:
        whose = None if self.model.narrowed.person == person else person
        self._narrow(replace(self.model.narrowed, person=whose))

    def _compare(self, baseline: str) -> None:
        self._show(replace(self._plan, baseline_id=baseline))

    def _take_way(self, way: Way) -> None:
        edit = take_way(self._plan, way.option, self._here.tag())
        if edit is not None:
            self._send(edit)
            self.removed.emit(say(f"planpage.way.{way.option.kind}.done"))

    def _hand_over(self, names: tuple[str, ...], who: Who) -> None:
        self._send(hand(self._plan, names, who, self._here.tag()))
        self.removed.emit(count("planpage.hand.done", len(names)))
        self.table.choose(names[0])
        self.focus_first()

    # --- generating

    def _begin(self) -> None:
        present = self._here
        if present.system is not None and gaps_of(present.workbook, present.method, present.system):
            self._open_panel()
        else:
            self.left_for.emit(QUESTIONS)

    def _open_panel(self) -> None:
        self.panel.begin(self._here)
        self._stack.setCurrentWidget(self.panel)
        self.panel.focus_first()

    def _close_panel(self) -> None:
        self._stack.setCurrentWidget(self._whole if self._view else self.empty)
        self.focus_first()

    def _generate(self, chosen: frozenset[str]) -> None:
        present = self._here
        self._stack.setCurrentWidget(self._whole)
        self._send(generate(present.system_id or "", present.method, chosen, present.today))
        self._close_panel()

    # --- what every page promises

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.fit()

    def flush(self) -> int:
        line = self.table.viewport().focusWidget()
        if line is not None and line is not self.table:
            self.table.setFocus()
        return self.model.troubles

    def refuse(self, error: Exception) -> None:
        self._say_trouble(say("planpage.refused"))

    def finish(self) -> None:
        self.outlook.finish()

    def focus_first(self) -> None:
        if self._stack.currentWidget() is self.panel:
            self.panel.focus_first()
        elif self._view is None:
            self.empty.action.setFocus()
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, path: Path) -> bool:
        if path[2:4] != ("plan", "tasks") or len(path) < 5 or self._view is None:
            return False
        self.model.unfold_for(path[4])
        self.table.choose(path[4])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.show_narrowed(self.model.narrowed)
        return path[4] in self._view.tasks
