"""The weekly check-in in five minutes: due and late tasks one by one, sponsor, metrics, decisions; closing it freezes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.planning.all_tasks import TrackTask
from desktop.planning.burn_up import BurnUp
from desktop.planning.snapshot import launch_span
from desktop.reports.burn_words import burn_curves, burn_sentence, burn_table
from desktop.reports.since_words import Words
from desktop.session.assess_dashboard import Link
from desktop.session.checkin import CHECKIN, CheckinView, CheckinViews, headline, lead
from desktop.session.checkin_edits import close_checkin, go_through
from desktop.session.task_edits import TaskChange, TaskRef, TaskRefusedError
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.assess.lines import LinkList
from desktop.ui.charts import ChartWidget
from desktop.ui.jobs import Jobs
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.steering.past_card import PastCard
from desktop.ui.steering.since_card import SinceCard
from desktop.ui.steering.task_turn import TaskTurn
from desktop.ui.steering.week_cards import DecisionsCard, MetricsCard, SponsorCard
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.notice import EmptyState, Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.words import caption
from desktop.ui.widgets.words import lead as lead_words
from desktop.workbook.checkin import FrozenSpan
from desktop.workbook.path import Path
from desktop.workbook.plan import TaskStatus

_CHART = 230


class CheckinPage(Page):
    """The forecast is computed beside the window; until it is there the dates are compared without it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._now: CheckinView | None = None
        self._span: tuple[tuple[object, ...], FrozenSpan | None] = ((), None)
        self._wanted: tuple[object, ...] = ()
        self._current = ""
        self._views = CheckinViews()
        self._burn: BurnUp | None = None
        self.jobs = Jobs(self)
        self.jobs.succeeded.connect(self._computed)
        self._scroll = ScrollPage(WIDE)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self.head, self.absent = PageHead(theme, say("checkin.kicker")), Notice(theme, "block", "")
        self.close_button = Button(theme, say("checkin.close"), Kind.PRIMARY, "check")
        self.head.right.addWidget(self.close_button)
        self.turn, self.since, self.past = TaskTurn(theme), SinceCard(theme), PastCard(theme)
        self.todo = LinkList(theme, say("checkin.asked.none"), 6)
        self.sponsor, self.metrics, self.decisions = SponsorCard(theme), MetricsCard(theme), DecisionsCard(theme)
        self.chart = ChartWidget(theme, lambda *_: None, _CHART)
        self._burn_words, self._gone = caption(theme, ""), lead_words(theme, say("checkin.asked.gone"))
        self._empty = EmptyState(
            theme, "calendar-check", say("checkin.empty"), say("checkin.empty.text"), say("checkin.empty.go")
        )
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.addWidget(self.head)
        column.addWidget(self.absent)
        column.addWidget(self._empty)
        self._asked_card, self._burn_card = (
            Card(self._theme, say("checkin.asked")),
            Card(self._theme, say("checkin.burn")),
        )
        _stack(self._asked_card, self._gone, self.todo)
        _stack(self._burn_card, self.chart, self._burn_words)
        column.addLayout(_side_by_side((self.turn, self._asked_card), (self.sponsor, self.metrics, self.decisions)))
        column.addLayout(_side_by_side((self.since,), (self._burn_card,)))
        column.addWidget(self.past)
        column.addStretch(1)

    def _wire(self) -> None:
        for part in (self.sponsor, self.metrics, self.decisions, self.past):
            part.edited.connect(self.edited)
        self.past.removed.connect(self.removed)
        self.since.left_for.connect(self._leave)
        self.turn.gone.connect(self._go_through)
        self.turn.back.connect(self._step_back)
        self.todo.chosen.connect(lambda link: self._turn_to(link.page))
        self.close_button.clicked.connect(self.close_week)
        self._empty.chosen.connect(lambda: self.left_for.emit("sprint-1"))

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        key = self._key(present)
        span = self._span[1] if self._span[0] == key else None
        self._show(self._views.view(present.workbook, present.method, present.system.id, present.today, span))
        if self._span[0] != key:
            self._compute()

    @staticmethod
    def _key(present: Present) -> tuple[object, ...]:
        """What the forecast depends on; the parts are compared as objects."""
        system, book = present.system, present.workbook
        return (system.id, id(system.plan), id(book.people), id(book.engagement), present.today) if system else ()

    def _compute(self) -> None:
        present = self._present
        if present is None or present.system is None or self.jobs.busy:
            return
        self._wanted = self._key(present)
        book, system, today = present.workbook, present.system, present.today
        self.jobs.start(CHECKIN, lambda _progress: launch_span(book, system, today))

    def _computed(self, span: object) -> None:
        self._span = (self._wanted, span if isinstance(span, FrozenSpan) else None)
        if self._present is not None:
            self.show_present(self._present)

    def _show(self, view: CheckinView) -> None:
        present = self._here
        self._now = view
        self.head.set_words(say("checkin.kicker"), headline(view), lead(view))
        some = bool(view.tasks)
        self._empty.setVisible(not some)
        for part in (self.turn, self._asked_card, self.sponsor, self.metrics, self.decisions, self.since, self.past):
            part.setVisible(some)
        self.close_button.setVisible(some)
        self._burn_card.setVisible(some)
        self.absent.setVisible(view.absent is not None)
        if view.absent is not None:
            said = say("checkin.absent", days=view.absent.days, day=day(view.absent.since))
            self.absent.say(said, say("checkin.absent.why", source=present.method.cite("sponsor-lost")))
        self._show_turn(view)
        sponsor = view.people.get(present.workbook.engagement.sponsor or "")
        self.sponsor.show_view(view, sponsor, present.method)
        self.metrics.show_view(view)
        self.decisions.show_view(view, present.tag)
        self.since.show_view(view, Words(present.method, view.people))
        self.past.show_past(view.system.id, self._views.past(present.workbook, view.system))
        self._show_burn_up(view)

    def _show_turn(self, view: CheckinView) -> None:
        known = {task.key: task for task in view.asked}
        if self._current not in known or self._current in view.draft.seen:
            self._current = _following(view, self._current)
        self.turn.setVisible(self._current in known)
        self._gone.setVisible(bool(view.asked) and not view.left)
        if self._current in known:
            self.turn.show_task(view, known[self._current])
        self.todo.show_links(tuple(_asked_link(view, task) for task in view.asked))

    def _show_burn_up(self, view: CheckinView) -> None:
        found = view.burn_up
        self._burn_card.setVisible(found is not None)
        if found is None or found is self._burn:
            return
        self._burn = found
        from desktop.reports.charts.burn_up import burn_up_chart
        from desktop.reports.charts.sheet import Look

        curves, words = burn_curves(found)
        self.chart.redraw(
            lambda palette, width, height, text: burn_up_chart(Look(palette, width, height, text), curves, words)
        )
        name = say("checkin.burn" if found.agreed else "checkin.burn.bare")
        self.chart.describe(name, burn_sentence(found), burn_table(found))
        if self._burn_card.name is not None:
            self._burn_card.name.setText(name)
        self._burn_words.setText(f"{burn_sentence(found)} {say('checkin.burn.note')}")

    @property
    def _here(self) -> Present:
        if self._present is None:
            raise RuntimeError(CHECKIN)
        return self._present

    def _go_through(self, ref: TaskRef, changes: tuple[TaskChange, ...]) -> None:
        focused = self.turn.isAncestorOf(self.focusWidget()) or self.focusWidget() is self.turn
        self.edited.emit(go_through(ref, changes, self._here.today, self._here.tag()))
        if focused:
            target = self.turn if self.turn.isVisible() else self.close_button
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _step_back(self) -> None:
        """The task before this one, gone through or not."""
        if self._now is not None:
            keys = [task.key for task in self._now.asked]
            at = keys.index(self._current) if self._current in keys else 0
            self._turn_to(keys[max(0, at - 1)])

    def _turn_to(self, key: str) -> None:
        view = self._now
        task = next((one for one in view.asked if one.key == key), None) if view else None
        if view is not None and task is not None:
            self._current = key
            self.turn.setVisible(True)
            self.turn.show_task(view, task)
            self.turn.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.bring_into_view(self.turn)

    def close_week(self) -> None:
        """Close the check-in; the forecast is waited for, so that it is frozen too."""
        self.flush()
        present = self._here
        if present.system is None:
            return
        if self._span[0] != self._key(present):
            self.jobs.wait()
        if self._span[0] != self._key(present):
            self._compute()
            self.jobs.wait()
        self.edited.emit(close_checkin(present.method, present.system.id, present.today, self._span[1]))

    def _leave(self, target: tuple[str, str | None, Path]) -> None:
        if target[0]:
            self.left_for.emit(target)

    def flush(self) -> int:
        stuck = self.turn.flush() if self.turn.isVisible() else 0
        self.sponsor.words.flush()
        return stuck + self.metrics.flush() + self.decisions.flush()

    def finish(self) -> None:
        self.jobs.cancel()
        self.jobs.wait()

    def refuse(self, error: Exception) -> None:
        self.turn.refuse(str(error) if isinstance(error, TaskRefusedError) else sentence_for(error))

    def focus_first(self) -> None:
        target = self.turn if self.turn.isVisible() else self.sponsor.active
        some = self._now is not None and bool(self._now.tasks)
        (target if some else self._empty.action).setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, path: Path) -> bool:
        if path[2:3] != ("steering",):
            return False
        {"sponsor_state": self.sponsor.active.focus_first}.get(path[-1], self.focus_first)()
        return True


def _side_by_side(left: tuple[QWidget, ...], right: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for parts, share in ((left, 3), (right, 2)):
        column = QVBoxLayout()
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        row.addLayout(column, share)
    return row


def _stack(card: Card, *parts: QWidget) -> None:
    card.body.setSpacing(8)
    for part in parts:
        card.body.addWidget(part)


def _following(view: CheckinView, current: str) -> str:
    """The next task that was not gone through, after ``current`` and then from the first; "" where none is left."""
    keys = [task.key for task in view.asked]
    at = keys.index(current) + 1 if current in keys else 0
    left = {task.key for task in view.left}
    return next((key for key in (*keys[at:], *keys[:at]) if key in left), "")


def _asked_link(view: CheckinView, task: TrackTask) -> Link:
    person = view.people.get(task.owner or "")
    late = task.late(view.today)
    mark = "yes" if task.key in view.draft.seen else "serious" if task.status is TaskStatus.BLOCKED else "caution"
    due = say("tasks.board.late" if late else "tasks.board.due", day=day(task.finish)) if task.finish else ""
    detail = " · ".join(part for part in (person.name if person else say("tasks.nobody"), due) if part)
    shown = mark if late or mark != "caution" else "open"
    return Link(task.title, detail, shown, task.key, ())
