"""What the page shows once there is a run: the set that is chosen, its runs, and one run in full."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.evidence import EvaluationView
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.evidence.charts import TrendChart
from desktop.ui.evidence.run_card import RunCard
from desktop.ui.evidence.runs_table import RunsTable
from desktop.ui.evidence.set_checks import SetChecks
from desktop.ui.evidence.texts_card import TextsCard
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.words import caption


class EvaluationSheet(QWidget):
    """``set_chosen`` and ``run_chosen`` carry what is to be shown; the other signals what is to be done."""

    set_chosen = Signal(str)
    run_chosen = Signal(str)
    removal_wanted = Signal(str)
    change_wanted = Signal(object)
    forget_wanted = Signal(str)
    forget_all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._known: object = None
        self._sets: tuple[tuple[str, str], ...] = ()
        self.choice = ChoiceEditor(theme, ())
        self.frame = FieldFrame(theme, say("evidence.set"), self.choice)
        self.trend, self.checks, self.table, self.run = (
            TrendChart(theme),
            SetChecks(theme),
            RunsTable(theme),
            RunCard(theme),
        )
        self.texts = TextsCard(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.frame)
        column.addLayout(self._pair())
        column.addWidget(self._runs())
        column.addWidget(self.run)
        column.addWidget(self.texts)
        self._wire()

    def _pair(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        trend = Card(self._theme, say("evidence.card.trend"), say("evidence.card.trend.note"))
        trend.body.addWidget(self.trend)
        self._note = caption(self._theme, "")
        trend.body.addWidget(self._note)
        trend.body.addStretch(1)
        checks = Card(self._theme, say("evidence.card.checks"))
        checks.body.addWidget(self.checks)
        checks.body.addStretch(1)
        row.addWidget(trend, 3)
        row.addWidget(checks, 2)
        return row

    def _runs(self) -> Card:
        card = Card(self._theme, say("evidence.card.runs"))
        card.body.setSpacing(8)
        card.body.addWidget(caption(self._theme, say("evidence.runs.newest")))
        card.body.addWidget(self.table)
        return card

    def _wire(self) -> None:
        self.choice.edited.connect(lambda value: self.set_chosen.emit(self._sets[int(str(value))][0]))
        self.table.chosen.connect(self.run_chosen)
        self.table.removal_wanted.connect(self.removal_wanted)
        self.run.removal_wanted.connect(self.removal_wanted)
        self.checks.change_wanted.connect(self.change_wanted)
        self.texts.forget_wanted.connect(self.forget_wanted)
        self.texts.forget_all_wanted.connect(self.forget_all_wanted)

    def show_view(self, view: EvaluationView, *, texts: bool = False) -> None:
        """Show a view that has a set; ``texts``: some run of the project keeps texts."""
        shown = view.shown
        if shown is None or view.run is None:
            return
        if view.sets != self._sets:
            self._sets = view.sets
            self.choice.set_choices(tuple(Choice(str(at), name) for at, (_, name) in enumerate(view.sets)))
        self.choice.set_value(str([name for name, _ in view.sets].index(shown.name)))
        self.frame.setVisible(len(view.sets) > 1)
        if (shown, view.threshold) != self._known:
            self._known = (shown, view.threshold)
            self.trend.show_set(view, shown)
            self._note.setText(shown.note)
            self.checks.show_lines(shown.checks)
        self.table.show_rows(shown.runs, view.run.id)
        self.run.show_run(view)
        self.texts.show_run(view.run, others=texts)
