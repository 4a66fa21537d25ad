"""How good is it, shown by runs: the answer first, then the sets and runs it rests on, and the import of the next one."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.session.evidence import EvaluationView, evaluation_view
from desktop.session.evidence_edits import delete_run, runs_place
from desktop.text import say
from desktop.ui.evidence.sheet import EvaluationSheet
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.notice import EmptyState
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import ScrollPage
from desktop.workbook import System
from desktop.workbook.path import Path

_WIDEST = 1160
WEEK_TWO = "sprint-2"


class EvaluationPage(Page):
    """Set and run that are shown are the page's own choice; they change nothing in the workbook."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._seen: tuple[System, str | None, str] | None = None
        self._set: str | None = None
        self._run = ""
        self._view: EvaluationView | None = None
        self._scroll = ScrollPage(_WIDEST)
        self.head = PageHead(theme, say("evidence.kicker"))
        self.begin = Button(theme, say("evidence.import"), Kind.PRIMARY, "import")
        self.head.right.addWidget(self.begin)
        self.sheet = EvaluationSheet(theme)
        self.empty = EmptyState(
            theme, "flask-conical", say("evidence.empty.title"), say("evidence.empty.text"), say("evidence.import")
        )
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        for part in (self.head, self.sheet, self.empty):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self.sheet.set_chosen.connect(self._choose_set)
        self.sheet.run_chosen.connect(self._choose_run)
        self.sheet.removal_wanted.connect(self._remove)
        self.sheet.change_wanted.connect(self._change)

    def show_present(self, present: Present) -> None:
        self._present = present
        system = present.system
        if system is None or self._seen == (system, self._set, self._run):
            return
        self._seen = (system, self._set, self._run)
        self._view = view = evaluation_view(system, self._set, self._run)
        self.head.set_words(say("evidence.kicker"), view.headline, view.lead)
        self.begin.setVisible(view.shown is not None)
        self.sheet.setVisible(view.shown is not None)
        self.empty.setVisible(view.shown is None)
        self.sheet.show_view(view)

    def _choose_set(self, name: str) -> None:
        self._set, self._run = name, ""
        self._again()

    def _choose_run(self, run_id: str) -> None:
        self._run = run_id
        self._again()

    def _again(self) -> None:
        if self._present is not None:
            self.show_present(self._present)

    def _remove(self, run_id: str) -> None:
        """Take a run away without a question; the bar below offers it back."""
        if self._present is None or self._present.system_id is None or self._view is None or self._view.shown is None:
            return
        on = next((row.on for row in self._view.shown.runs if row.id == run_id), "")
        self.edited.emit(delete_run(self._present.system_id, run_id))
        self.removed.emit(say("evidence.deleted", on=on))

    def _change(self, at: Path) -> None:
        if self._present is not None:
            self.left_for.emit((WEEK_TWO, self._present.system_id, at))

    def focus_first(self) -> None:
        first = self.begin if self.begin.isVisibleTo(self) else self.empty.action
        first.setFocus()

    def focus_place(self, path: Path) -> bool:
        """A run of the document: show it, with its set."""
        if self._present is None or self._present.system is None or self._present.system.sprint is None:
            return False
        runs = self._present.system.sprint.scoring.runs
        if len(path) < 6 or path[:5] != runs_place(path[1]) or path[5] not in runs:
            return False
        self._set, self._run = runs[path[5]].test_set, path[5]
        self._again()
        self.sheet.table.setFocus()
        return True
