"""One run in full: against earlier ones, by kind of case, whether its confidence holds, and its figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.evidence import EvaluationView
from desktop.session.evidence_run import Fact, RunView
from desktop.text import say
from desktop.ui.evidence.charts import ReliabilityChart, SliceChart
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.words import Words, caption, lead, strong, title

_FACTS_A_ROW = 4


class RunCard(Card):
    """Built anew for each run that is shown; ``removal_wanted`` carries its id."""

    removal_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._shown: tuple[object, ...] | None = None
        self._id = ""
        self._title, self._note = title(theme, ""), caption(theme, "")
        self._chip = StateChip(theme, "open", "")
        self.delete = Button(theme, say("evidence.delete"), Kind.QUIET, "trash-2", small=True)
        self.delete.clicked.connect(lambda: self.removal_wanted.emit(self._id))
        head, names = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(16)
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._note)
        head.addLayout(names, 1)
        right = QHBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._chip)
        right.addWidget(self.delete)
        head.addLayout(right)
        head.setAlignment(right, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(16)
        self.body.addLayout(self._inside)

    def show_run(self, view: EvaluationView) -> None:
        """Show the run of ``view``, which has one."""
        run = view.run
        if run is None or self._shown == (run, view.threshold):
            return
        self._shown, self._id = (run, view.threshold), run.id
        self._title.setText(run.title)
        self._note.setText(run.note)
        self._note.setVisible(bool(run.note))
        self._chip.show_state(run.state, run.word)
        old = self._inside.takeAt(0)
        if old is not None and (widget := old.widget()):
            widget.hide()
            widget.deleteLater()
        self._inside.addWidget(self._content(view, run))

    def _content(self, view: EvaluationView, run: RunView) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._said(run.sentences))
        if run.typed:
            column.addWidget(lead(self._theme, say("evidence.typed")))
        else:
            column.addWidget(Line(self._theme))
            column.addLayout(self._pictures(view, run))
        column.addWidget(Line(self._theme))
        column.addLayout(self._facts(run.facts))
        return holder

    def _said(self, sentences: tuple[str, ...]) -> QGridLayout:
        """Two beside each other; a line of seventy letters leaves half of the card free."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        for at, sentence in enumerate(sentences):
            said = Words(self._theme, sentence)
            said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(said, at // 2, at % 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _pictures(self, view: EvaluationView, run: RunView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(32)
        slices: QWidget = lead(self._theme, say("evidence.slices.none"))
        if run.slices:
            slices = SliceChart(self._theme, run.slices, view)
        row.addWidget(self._part("slices", slices), 3)
        parts: list[QWidget] = [ReliabilityChart(self._theme, run.bins, run.calibration)] if run.bins else []
        row.addWidget(self._part("calibration", *parts, lead(self._theme, run.calibration)), 2)
        return row

    def _part(self, name: str, *content: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(strong(self._theme, say(f"evidence.card.{name}")))
        for part in content:
            column.addWidget(part)
        column.addStretch(1)
        return holder

    def _facts(self, facts: tuple[Fact, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(16)
        for at, fact in enumerate(facts):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(caption(self._theme, fact.label))
            part.addWidget(Words(self._theme, fact.value, "title"))
            part.addWidget(caption(self._theme, fact.detail))
            part.addStretch(1)
            grid.addLayout(part, at // _FACTS_A_ROW, at % _FACTS_A_ROW)
        for column in range(_FACTS_A_ROW):
            grid.setColumnStretch(column, 1)
        return grid
