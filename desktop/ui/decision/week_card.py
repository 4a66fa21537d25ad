"""Under week 4: how the decision stands, who answers for it over open findings, and the way to its own page."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.session.decision import DECISION, decision_note
from desktop.text import say
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.words import Words, strong


class DecisionCard(Page):
    """Tells of override and seal where the decision's fields are; ``left_for`` leads on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._system: str | None = None
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        card = Card(theme, say("decision.week"))
        card.body.setSpacing(8)
        outside.addWidget(card)
        self.standing, self.override = strong(theme, ""), Words(theme, "", "body", "risk")
        self.open = Button(theme, say("decision.week.open"), sign="arrow-right", sign_after=True)
        self.open.clicked.connect(lambda: self.left_for.emit((DECISION, self._system, ())))
        for part in (self.standing, self.override, self.open):
            card.body.addWidget(part)

    def show_present(self, present: Present) -> None:
        self._system = present.system_id
        system = present.system
        self.setVisible(system is not None and system.sprint is not None)
        if system is None:
            return
        standing, override = decision_note(present.assess())
        self.standing.setText(standing)
        self.override.setText(override)
        self.override.setVisible(bool(override))
