"""The decision page: what is decided and on which terms, what it rests on, its seal, and the decisions before."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.method.schema import Kind as FieldKind
from desktop.reports.palette import StateToken
from desktop.session.decision import DECISION, DecisionView, decision_view
from desktop.session.decision_edits import Desk, seal, supersede
from desktop.session.decision_page import decision_page, why_words
from desktop.session.editing import set_field
from desktop.session.system_edits import start_sprint
from desktop.session.view import PageView, Row
from desktop.text import say
from desktop.ui.decision.history import HistoryCard
from desktop.ui.decision.override import OverrideForm
from desktop.ui.decision.readout import Readout, RestsCard
from desktop.ui.decision.seal_card import SealCard
from desktop.ui.decision.terms import TermsCard
from desktop.ui.pages.declared import DeclaredCard
from desktop.ui.pages.page import Page, Present
from desktop.ui.pages.wizard import sentence_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.notice import EmptyState, Notice
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.workbook.path import Path

_STATES: dict[str, StateToken] = {"block": "block", "risk": "risk", "done": "done", "track": "track", "open": "open"}


class DecisionPage(Page):
    """``revision`` tells which saved file a seal follows."""

    def __init__(self, theme: Theme, revision: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._revision = theme, revision
        self._present: Present | None = None
        self._view: PageView | None = None
        self._scroll = ScrollPage()
        self.head = PageHead(theme, say("decision.kicker"))
        self.trouble = Notice(theme, "block", "")
        self.overridden = Notice(theme, "risk", say("decision.override.headline"))
        self.form = DeclaredCard(theme, "sprint-4", "decision")
        self.override, self._override_card = OverrideForm(theme), Card(theme)
        self._override_card.body.addWidget(self.override)
        self.record, self._record_card = Readout(theme), Card(theme, say("decision.record"))
        self._record_card.body.addWidget(self.record)
        self.terms, self.rests = TermsCard(theme), RestsCard(theme)
        self.seal, self.history = SealCard(theme), HistoryCard(theme)
        self.empty = EmptyState(
            theme, "gavel", say("decision.empty"), say("decision.empty.text"), say("decision.empty.action")
        )
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        for part in (self.empty, self.head, *self._parts()):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.trouble, self.overridden, self.terms, self._record_card, self.form, self._override_card,
            self.rests, self.seal, self.history,
        )  # fmt: skip

    def _wire(self) -> None:
        self.form.edited.connect(self.edited)
        self.form.removed.connect(self.removed)
        self.override.edited.connect(self.edited)
        self.terms.met.connect(self._met)
        self.seal.sealed.connect(self._seal)
        self.seal.replaced.connect(self._supersede)
        self.empty.chosen.connect(self._start)

    def view(self) -> PageView | None:
        return self._view

    def show_present(self, present: Present) -> None:
        self._present = present
        system = present.system
        if system is None:
            return
        waiting = system.sprint is None
        self.empty.setVisible(waiting)
        for part in (self.head, *self._parts()):
            part.setVisible(not waiting)
        found = decision_view(present.assess())
        self._view = None if waiting else decision_page(found, system.id, why_words(present.method))
        if not waiting:
            self._show(present, found)

    def _show(self, present: Present, found: DecisionView) -> None:
        sealed = found.seal is not None
        self.head.set_words(say("decision.kicker"), found.headline, found.lead)
        self.head.show_state(_STATES[found.state], say(f"decision.state.{_state_word(found)}"))
        self._show_notices(found)
        self._arrange(sealed=sealed)
        self.terms.setVisible(bool(found.terms))
        self.terms.show_terms(found.terms, present.today)
        self._record_card.setVisible(sealed)
        self.record.show_lines(found.lines)
        self.form.setVisible(not sealed)
        if not sealed:
            self.form.show_present(present)
        blocked = any(need.id == "unblocked" and need.needed for need in found.needs)
        self._override_card.setVisible(not sealed and (blocked or bool(found.override)))
        self.override.show_present(present)
        self.rests.show_rests(found.rests, found.changes, found.changed)
        self.seal.show_view(present, found)
        self.history.show_history(found.history)

    def _arrange(self, *, sealed: bool) -> None:
        """Conditions come first once they are sealed; before, they are entered in the form above them."""
        column, before = self._scroll.column, self._record_card if sealed else self.rests
        if column.indexOf(self.terms) != column.indexOf(before) - 1:
            column.removeWidget(self.terms)
            column.insertWidget(column.indexOf(before), self.terms)

    def _show_notices(self, found: DecisionView) -> None:
        broken = [entry for entry in (found.seal, *found.history) if entry is not None and entry.state != "intact"]
        self.trouble.setVisible(bool(broken))
        if broken:
            self.trouble.say(say("decision.trouble"), broken[0].word)
        self.overridden.setVisible(bool(found.override))
        self.overridden.say(say("decision.override.headline"), found.override)

    @property
    def _here(self) -> tuple[Present, str]:
        if self._present is None or self._present.system_id is None:
            raise RuntimeError(DECISION)
        return self._present, self._present.system_id

    def _met(self, term: str, value: date | None) -> None:
        present, system = self._here
        at: Path = ("systems", system, "sprint", "decision", "conditions", term, "met_on")
        self.edited.emit(set_field(Row("met", FieldKind.DATE, say("decision.met-day"), at), value, present.tag()))

    def _seal(self, by: object) -> None:
        present, system = self._here
        self.flush()
        self.edited.emit(seal(system, by, Desk(present.method, present.today, self._revision())))

    def _supersede(self) -> None:
        present, system = self._here
        self.edited.emit(supersede(system, present.tag()))
        QTimer.singleShot(0, self.form, self.form.focus_first)

    def _start(self) -> None:
        present, system = self._here
        start = None if present.workbook.engagement.start else present.today
        self.edited.emit(start_sprint(system, start))

    def refuse(self, error: Exception) -> None:
        if not self.form.refuse(error):
            self.trouble.say(sentence_for(error))
            self.trouble.show()

    def flush(self) -> int:
        return self.form.flush() + self.terms.flush()

    def focus_first(self) -> None:
        if not self.form.isVisibleTo(self) or not self.form.focus_first():
            self.seal.renew.setFocus()

    def focus_place(self, path: Path) -> bool:
        inside = path[2:4] == ("sprint", "decision")
        if inside and self.form.isVisibleTo(self):
            return self.form.focus_place(path)
        if inside or path[2:] == ("seal",):
            part = self.seal if path[-1] == "seal" else self._record_card
            self._scroll.bring_into_view(part)
            return True
        present, system = self._here
        for need in decision_view(present.assess()).needs:
            if ("systems", system, *need.at) == path and need.page != DECISION:
                self.left_for.emit((need.page, system, path))
                return True
        return False


def _state_word(found: DecisionView) -> str:
    if found.seal is not None:
        return "sealed" if found.seal.state == "intact" else "broken"
    if found.outcome is None:
        return "open"
    return "refused" if any(need.needed for need in found.needs) else "unsealed"
