"""The page of the workshop: prepare it, run it, and see how it ended. It fills the window, and the room needs no mouse."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.session.assess import DASHBOARD, FINDINGS
from desktop.session.editing import NewPerson
from desktop.session.workshop import resume_at, workshop_of
from desktop.session.workshop_edits import prepare
from desktop.ui.pages.page import Page, Present
from desktop.ui.theme import Theme
from desktop.ui.workshop.floor import Floor
from desktop.ui.workshop.setup import Setup
from desktop.ui.workshop.summary import Summary
from desktop.workbook.path import Path


class WorkshopPage(Page):
    """Three faces; which one is shown is the page's own, everything else is in the workbook."""

    fills_window = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self.setup, self.floor, self.summary = Setup(theme), Floor(theme), Summary(theme)
        self._faces = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._faces)
        for face in (self.setup, self.floor, self.summary):
            self._faces.addWidget(face)
        self._wire()

    def _wire(self) -> None:
        self.setup.begun.connect(self._begin)
        self.floor.edited.connect(self.edited)
        self.floor.finished.connect(self._finish)
        self.floor.dark_wanted.connect(self._turn_dark)
        self.summary.chosen.connect(self._back_to)
        self.summary.findings.connect(lambda: self._leave(FINDINGS))
        self.summary.more.connect(self._prepare_more)
        for face in (self.setup, self.floor, self.summary):
            face.left.connect(self._leave)

    @property
    def face(self) -> Setup | Floor | Summary:
        """What is shown."""
        shown = self._faces.currentWidget()
        return next(face for face in (self.setup, self.floor, self.summary) if face is shown)

    def show_present(self, present: Present) -> None:
        self._present = present
        if present.system is None:
            return
        now = present.assess()
        if self.face is self.floor and self.floor.question not in workshop_of(now).questions:
            self._faces.setCurrentWidget(self.setup)
        if self.face is self.floor:
            self.floor.show_question(now, self.floor.question)
        elif self.face is self.summary:
            self.summary.show_now(now)
        else:
            self.setup.show_now(now)

    def _begin(self, questions: tuple[str, ...], speakers: Mapping[str, str | NewPerson], recorder: object) -> None:
        present = self._present
        if present is None or present.system is None or not questions:
            return
        self.edited.emit(prepare(present.system.id, questions, speakers, recorder, present.tag()))
        self._go_on(resume_at(self._present.assess()) if self._present else questions[0])

    def _go_on(self, question: str) -> None:
        if self._present is not None and question:
            self._faces.setCurrentWidget(self.floor)
            self.floor.show_question(self._present.assess(), question)
            self.floor.focus_board()

    def _back_to(self, question: str) -> None:
        self._go_on(question)

    def _finish(self) -> None:
        if self._present is not None:
            self._faces.setCurrentWidget(self.summary)
            self.summary.show_now(self._present.assess())
            self.summary.to_findings.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare_more(self) -> None:
        self._faces.setCurrentWidget(self.setup)
        if self._present is not None:
            self.show_present(self._present)
        self.focus_first()

    def _leave(self, page: str = DASHBOARD) -> None:
        if self._present is not None:
            self._faces.setCurrentWidget(self.setup)
            self.left_for.emit((page, self._present.system_id, ()))

    def _turn_dark(self) -> None:
        self.asked.emit("theme-light" if self._theme.palette.dark else "theme-dark")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif enters and self.face is self.setup and self.setup.begin.isEnabled():
            self.setup.begin.click()
        elif enters and self.face is self.summary:
            self.summary.to_findings.click()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        if self.face is self.floor:
            self.floor.focus_board()
        else:
            (self.setup.begin if self.face is self.setup else self.summary.to_findings).setFocus()

    def focus_place(self, path: Path) -> bool:
        if path[2:3] != ("ratings",) or self._present is None:
            return False
        if path[3] not in workshop_of(self._present.assess()).questions:
            return False
        self._go_on(path[3])
        return True
