"""How good is it, shown by runs: the answer first, then the sets and runs it rests on, and the import of the next one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path as File

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.session.editing import Edit
from desktop.session.evidence import EvaluationView, Remembered, evaluation_view
from desktop.session.evidence_edits import delete_run, forget_all_texts, forget_texts, runs_place
from desktop.session.known_columns import KnownColumns
from desktop.text import count, say
from desktop.ui.evidence.import_desk import RunImportDesk
from desktop.ui.evidence.import_panel import ImportPanel
from desktop.ui.evidence.sheet import EvaluationSheet
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.notice import EmptyState
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.workbook import System
from desktop.workbook.edits.kept_texts import runs_with_texts
from desktop.workbook.path import Path

WEEK_TWO = "sprint-2"


class EvaluationPage(Page):
    """Set and run that are shown are the page's own choice; they change nothing in the workbook.

    ``choose`` asks for a file; None where the user went back. ``known`` are the choices of columns that were made before.
    """

    def __init__(self, theme: Theme, choose: Callable[[], File | None], known: KnownColumns) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._seen: tuple[System, str | None, str, bool] | None = None
        self._set: str | None = None
        self._run = ""
        self._remembered = Remembered()
        self._view: EvaluationView | None = None
        self._scroll = ScrollPage(WIDE)
        self.head = PageHead(theme, say("evidence.kicker"))
        self.begin = Button(theme, say("evidence.import"), Kind.PRIMARY, "import")
        self.head.right.addWidget(self.begin)
        self.sheet = EvaluationSheet(theme)
        self.empty = EmptyState(
            theme, "flask-conical", say("evidence.empty.title"), say("evidence.empty.text"), say("evidence.import")
        )
        self.panel = ImportPanel(theme, self._today)
        self.desk = RunImportDesk(self.panel, choose, known, self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(self._scroll, 1)
        outside.addWidget(self.panel.foot)
        for part in (self.head, self.sheet, self.empty, self.panel):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self.panel.hide()
        self.panel.foot.hide()

    def _wire(self) -> None:
        self.sheet.set_chosen.connect(self._choose_set)
        self.sheet.run_chosen.connect(self._choose_run)
        self.sheet.removal_wanted.connect(self._remove)
        self.sheet.change_wanted.connect(self._change)
        self.sheet.forget_wanted.connect(self._forget)
        self.sheet.forget_all_wanted.connect(self._forget_all)
        self.begin.clicked.connect(self.desk.choose_file)
        self.empty.chosen.connect(self.desk.choose_file)
        self.desk.started.connect(self._turn)
        self.desk.ended.connect(self._end_import)
        self.desk.imported.connect(self._imported)

    def _today(self) -> date:
        return self._present.today if self._present else date.min

    def show_present(self, present: Present) -> None:
        self._present = present
        system = present.system
        self.desk.begin(present, self._set or "")
        texts = any(runs_with_texts(present.workbook))
        if system is None or self._seen == (system, self._set, self._run, texts):
            return
        self._seen = (system, self._set, self._run, texts)
        self._view = view = evaluation_view(system, self._set, self._run, self._remembered)
        self.head.set_words(say("evidence.kicker"), view.headline, view.lead)
        self.sheet.show_view(view, texts=texts)
        self._turn()

    def _turn(self) -> None:
        """Show the import while there is one, else the evaluation."""
        importing, some = self.desk.active, self._view is not None and self._view.shown is not None
        self.head.setVisible(not importing)
        self.begin.setVisible(some)
        self.sheet.setVisible(some and not importing)
        self.empty.setVisible(not some and not importing)
        if self.panel.isVisibleTo(self) != importing:
            self.panel.setVisible(importing)
            self.panel.foot.setVisible(importing)
            self._scroll.verticalScrollBar().setValue(0)

    def _end_import(self) -> None:
        """Back to the evaluation, with the keyboard where one goes on."""
        self._turn()
        if self.isVisible():
            self.focus_first()

    def read_file(self, path: File) -> None:
        """Begin the import of the run in ``path``."""
        self.desk.read(path)

    def _imported(self, edit: Edit, test_set: str) -> None:
        self._set, self._run = test_set, ""
        self.edited.emit(edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.desk.active:
            self.desk.stop()
            self.focus_first()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [File(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read_file(files[0])

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

    def _forget(self, run_id: str) -> None:
        """Take the texts of a run away, without a question as well."""
        if self._present is not None and self._present.system_id is not None and run_id:
            self.edited.emit(forget_texts(self._present.system_id, run_id))
            self.removed.emit(say("evidence.texts.forgotten"))

    def _forget_all(self) -> None:
        if self._present is not None and self._present.system_id is not None:
            n = len(tuple(runs_with_texts(self._present.workbook)))
            self.edited.emit(forget_all_texts(self._present.system_id))
            self.removed.emit(count("evidence.texts.all-forgotten", n))

    def _change(self, at: Path) -> None:
        if self._present is not None:
            self.left_for.emit((WEEK_TWO, self._present.system_id, at))

    def flush(self) -> int:
        return self.panel.about.flush() if self.panel.about.isVisibleTo(self) else 0

    def finish(self) -> None:
        self.desk.finish()

    def focus_first(self) -> None:
        if self.desk.active:
            self.panel.focus_first()
            return
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
