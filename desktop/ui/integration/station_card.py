"""Everything that is known of the chosen system, what to do about what is not, and the way to week 3."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.assess_dashboard import Link
from desktop.session.integration import StationView
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.assess.lines import LinkList
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.words import Words, caption
from desktop.workbook.sprint import LaterPhase


class StationCard(Card):
    """``opened`` asks for week 3, ``followed`` carries a link to what is missing, ``phased`` the phase that was chosen.

    ``loosened`` lets the box find its own place again.
    """

    opened = Signal()
    followed = Signal(object)
    phased = Signal(object)
    loosened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, " ")
        self._theme = theme
        self._view: StationView | None = None
        self._values: dict[str, Words] = {}
        self._standing = caption(theme, "")
        self.todo = LinkList(theme, "", 3)
        self.todo.chosen.connect(self.followed)
        self.phase = ChoiceEditor(
            theme,
            tuple(Choice(phase.value, say(f"integration.phase.{phase.value}")) for phase in LaterPhase),
            say("integration.phase.rules"),
            clearable=True,
        )
        self.phase.edited.connect(lambda value: self.phased.emit(LaterPhase(value) if value else None))
        self._phase = FieldFrame(theme, say("integration.phase.label"), self.phase)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setSpacing(12)
        for part in (self._standing, self.todo):
            self.body.addWidget(part)
        self.body.addLayout(self._facts)
        self.body.addWidget(self._phase)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.edit = Button(self._theme, say("integration.edit"), Kind.PLAIN, "pencil", small=True)
        self.loosen = Button(self._theme, say("integration.loosen"), Kind.QUIET, small=True, inline=True)
        self.edit.clicked.connect(self.opened)
        self.loosen.clicked.connect(self.loosened)
        row.addWidget(self.edit)
        row.addWidget(self.loosen)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_station(self, view: StationView, *, first: bool, phase: LaterPhase | None) -> None:
        """Show another system, or the same with other values. The first connection has no phase to choose."""
        self._view = view
        if self.name is not None:
            self.name.setText(view.name)
        self._standing.setText(view.standing)
        self.todo.show_links(view.todo)
        self.todo.setVisible(bool(view.todo))
        for fact in view.facts:
            if fact.label not in self._values:
                self._add(fact.label)
            words = self._values[fact.label]
            words.setText(fact.value or say("integration.fact.unknown"))
            words.set_ink("text" if fact.value else "quiet")
        self.phase.set_value(phase.value if phase else None)
        self._phase.setVisible(not first)
        self.loosen.setVisible(view.moved)

    def _add(self, label: str) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(caption(self._theme, label))
        self._values[label] = Words(self._theme)
        column.addWidget(self._values[label])
        self._facts.addWidget(holder)

    def links(self) -> tuple[Link, ...]:
        """What is still to do for the system in front."""
        return self._view.todo if self._view else ()
