"""The portfolio as a page of the shell."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.session.system_edits import start_sprints
from desktop.ui.pages.page import Page, Present
from desktop.ui.portfolio import PortfolioPage
from desktop.ui.theme import Theme


class PortfolioHost(Page):
    """Leads to a system's profile, or to its sprint once that has begun."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._present: Present | None = None
        self.inner = PortfolioPage(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.inner)
        self.inner.edited.connect(self.edited)
        self.inner.opened.connect(self._open)
        self.inner.import_wanted.connect(lambda: self.asked.emit("import"))
        self.inner.add_wanted.connect(lambda: self.asked.emit("add-system"))
        self.inner.sprint_wanted.connect(self._start)

    def show_present(self, present: Present) -> None:
        self._present = present
        self.inner.show_portfolio(present.workbook, present.today, present.method)

    def _open(self, system_id: str) -> None:
        if self._present is not None:
            entered = self._present.workbook.systems[system_id].sprint is not None
            self.left_for.emit(("sprint-1" if entered else "profile", system_id))

    def _start(self, ids: object) -> None:
        if self._present is None or not isinstance(ids, (tuple, list)) or not ids:
            return
        start = None if self._present.workbook.engagement.start else self._present.today
        self.edited.emit(start_sprints(tuple(ids), start))
        if len(ids) == 1:
            self.left_for.emit(("sprint-1", ids[0]))

    def focus_first(self) -> None:
        self.inner.focus_first_problem()
