"""The row over the plan: whose tasks, all or critical or late ones, against which baseline, and what one can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.session.plan_page import Narrowed, Only, PlanView
from desktop.session.view import Choice
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.ui.fields.choice import ChoiceEditor
from desktop.ui.plan.facts import OneLine
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.segments import SegmentedChoice

_ONLY: tuple[Only, ...] = ("all", "critical", "late")


class PlanFilters(QWidget):
    """``narrowed`` carries a ``Narrowed``, ``compared`` the id of a baseline."""

    narrowed = Signal(object)
    compared = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._narrowed = Narrowed()
        self.only = SegmentedChoice(theme, [(one, say(f"planpage.only.{one}")) for one in _ONLY], say("planpage.only"))
        self.only.set_value("all")
        self.person = ChoiceEditor(theme, (), say("planpage.everybody"), clearable=True)
        self.person.name(say("planpage.person"))
        self.baseline = ChoiceEditor(theme, (), say("planpage.no-baseline"))
        self.baseline.name(say("planpage.baseline"))
        self.count = OneLine(theme, "caption")
        self.add = Button(theme, say("planpage.add"), Kind.PLAIN, "plus", small=True)
        self.calendar = Button(theme, say("planpage.calendar"), Kind.PLAIN, "calendar-days", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.only)
        theme.changed.connect(self._size)
        self._theme = theme
        self._size()
        row.addWidget(self.person)
        row.addWidget(self.baseline)
        row.addWidget(self.count, 1)
        row.addWidget(self.add)
        row.addWidget(self.calendar)
        self.only.chosen.connect(lambda value: self._narrow(only=value))
        self.person.edited.connect(lambda value: self._narrow(person=value))
        self.baseline.edited.connect(self.compared)

    def _size(self) -> None:
        self.person.setFixedWidth(self._theme.scaled(176))
        self.baseline.setFixedWidth(self._theme.scaled(216))

    def show_plan(self, view: PlanView, shown: int) -> None:
        """The people of this plan, its baselines, and how many tasks are in sight."""
        people = view.workbook.people
        owners = sorted({task.owner for task in view.tasks.values() if task.owner in people and task.owner})
        choices = [Choice(key, people[key].name) for key in owners]
        self.person.set_choices(sorted(choices, key=lambda choice: choice.label.casefold()))
        kept = sorted(view.plan.baselines.items(), key=lambda one: (one[1].taken_on, one[0]), reverse=True)
        named = [Choice(key, one.name or say("planpage.baseline.name", day=day(one.taken_on))) for key, one in kept]
        self.baseline.set_choices(named)
        self.baseline.set_value(view.baseline_id)
        self.baseline.setVisible(bool(kept))
        self.count.show_text(count("planpage.shown", shown, total=len(view.order)))

    def show_narrowed(self, narrowed: Narrowed) -> None:
        """The filter was set from elsewhere."""
        self._narrowed = narrowed
        self.only.set_value(narrowed.only)
        self.person.set_value(narrowed.person)

    def _narrow(self, *, only: object = "", person: object = "") -> None:
        kept = self._narrowed
        wanted: Only = next((one for one in _ONLY if one == only), kept.only)
        whose = kept.person if person == "" else str(person) if person else None
        self._narrowed = Narrowed(whose, wanted)
        self.narrowed.emit(self._narrowed)
