"""The ways out of a plan that does not fit, and in their place, where people are to be added, who takes over what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.session.plan_page import PlanView
from desktop.session.plan_page_outlook import Outlook
from desktop.session.plan_page_words import Way, ways
from desktop.ui.plan.hand_over import HandOverPanel
from desktop.ui.plan.ways import Ways
from desktop.ui.theme import Theme


class WaysOut(QWidget):
    """``taken`` carries a way that is one edit, ``handed`` tasks and who takes them, ``opened`` whether anything is shown."""

    taken = Signal(object)
    handed = Signal(object, object)
    opened = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cards, self.panel = Ways(theme), HandOverPanel(theme)
        self._view: PlanView | None = None
        self._outlook: Outlook | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)
        column.addWidget(self.panel)
        self.panel.hide()
        self.hide()
        self.cards.taken.connect(self._take)
        self.panel.accepted.connect(self._hand)
        self.panel.left.connect(self._leave)

    def show_outlook(self, view: PlanView, found: Outlook | None) -> bool:
        """Other ways; False where there is none, or none is known yet. Unknown ones leave what is shown as it is."""
        self._view, self._outlook = view, found
        shown = ways(found, view)
        if found is not None:
            self.cards.show_ways(shown)
            if not shown:
                self.open(shown=False)
        return bool(shown)

    def show_plan(self, view: PlanView) -> None:
        """The plan is another one: what the panel says is of the one before."""
        self._view = view
        if not self.panel.isHidden():
            self.open(shown=True)

    def open(self, *, shown: bool) -> None:
        """Show the ways, or nothing."""
        self.panel.hide()
        self.cards.show()
        self.setVisible(shown)
        self.opened.emit(shown)

    def _take(self, way: Way) -> None:
        if way.applies:
            self.taken.emit(way)
        elif self._view is not None:
            self.panel.begin(self._view, self._outlook.hand_over if self._outlook else None)
            self.cards.hide()
            self.panel.show()
            self.panel.focus_first()

    def _leave(self) -> None:
        self.open(shown=True)
        if "add-people" in self.cards.buttons:
            self.cards.buttons["add-people"].setFocus()

    def _hand(self, names: tuple[str, ...], who: object) -> None:
        self.open(shown=True)
        self.handed.emit(names, who)
