"""Before generating: choose which manageable findings to close, and see what would be different about each task."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import StateToken
from desktop.session.plan_page_generate import (
    KINDS,
    Generation,
    chosen_now,
    generation,
    proposed_words,
    summary,
)
from desktop.text import count, say
from desktop.ui.pages.page import Present
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.scroll_page import WIDE, ScrollPage
from desktop.ui.widgets.ticks import CheckBox
from desktop.ui.widgets.words import Words, caption, strong

_SIGNS: dict[str, StateToken] = {"added": "done", "changed": "progress", "removed": "risk", "superseded": "open"}


class GeneratePanel(QWidget):
    """``accepted`` carries the chosen findings, ``left`` is sent on going back without changing anything."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._present: Present | None = None
        self._chosen: frozenset[str] = frozenset()
        self.boxes: dict[str, CheckBox] = {}
        self.found: Generation | None = None
        self._scroll = ScrollPage(WIDE)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)
        self._head = PageHead(theme)
        self.back = Button(theme, say("planpage.generate.back"), Kind.PLAIN, "arrow-left")
        self.apply = Button(theme, say("planpage.generate.apply"), Kind.PRIMARY, "check")
        self._head.right.addWidget(self.back)
        self._head.right.addWidget(self.apply)
        self.back.clicked.connect(self.left)
        self.apply.clicked.connect(lambda: self.accepted.emit(self._chosen))
        self._findings, self._tasks = self._card("findings"), self._card("tasks")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._findings, 2)
        row.addWidget(self._tasks, 3)
        self._scroll.column.addWidget(self._head)
        self._scroll.column.addLayout(row)
        self._scroll.column.addStretch(1)

    def _card(self, name: str) -> Card:
        return Card(self._theme, say(f"planpage.generate.{name}"), " ")

    def begin(self, present: Present) -> None:
        """Start from what is chosen now."""
        self._present = present
        self._chosen = chosen_now(present.workbook, present.system_id or "")
        self._fill_findings()
        self._preview()

    def focus_first(self) -> None:
        """The button that does it, or the way back where there is nothing to do."""
        (self.apply if self.apply.isEnabled() else self.back).setFocus()

    def _work_out(self) -> Generation | None:
        present = self._present
        if present is None or present.system is None:
            return None
        return generation(present.workbook, present.method, present.system.id, self._chosen)

    def _fill_findings(self) -> None:
        self.found = self._work_out()
        body, lines = _emptied(self._findings), self.found.findings if self.found else ()
        self.boxes = {}
        blocking = [line for line in lines if line.blocking]
        others = [line for line in lines if not line.blocking]
        if blocking:
            body.addWidget(strong(self._theme, count("planpage.generate.blocking", len(blocking))))
        for line in blocking:
            body.addWidget(caption(self._theme, line.title, "text"))
        if blocking and others:
            body.addWidget(Line(self._theme))
        body.addWidget(strong(self._theme, count("planpage.generate.manageable", len(others))))
        for line in others:
            box = CheckBox(self._theme, "")
            announce(box, line.title, line.detail)
            box.setChecked(line.question in self._chosen)
            box.toggled.connect(lambda on, question=line.question: self._choose(question, on=on))
            self.boxes[line.question] = box
            body.addLayout(self._finding(box, line.title, line.detail))
        body.addStretch(1)

    def _finding(self, box: CheckBox, title: str, detail: str) -> QHBoxLayout:
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(10)
        column.setSpacing(0)
        box.setFixedSize(20, round(self._theme.line()))
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(Words(self._theme, title))
        column.addWidget(caption(self._theme, detail))
        row.addLayout(column, 1)
        return row

    def _choose(self, question: str, *, on: bool) -> None:
        self._chosen = self._chosen | {question} if on else self._chosen - {question}
        self._preview()

    def _preview(self) -> None:
        self.found = found = self._work_out()
        if found is None:
            return
        before = chosen_now(self._present.workbook, self._present.system_id or "") if self._present else frozenset()
        key = "again" if self._present and self._present.system and self._present.system.plan else "first"
        self._head.set_words("", summary(found), say(f"planpage.generate.lead.{key}"))
        self.apply.setEnabled(found.changes or self._chosen != before)
        body = _emptied(self._tasks)
        for kind in KINDS:
            group = found.of_kind(kind)
            if group:
                body.addWidget(
                    StateChip(self._theme, _SIGNS[kind], count(f"planpage.generate.tasks-{kind}", len(group)))
                )
            for entry in group:
                body.addLayout(self._line(entry.title, proposed_words(entry)))
        if found.kept:
            body.addWidget(strong(self._theme, count("planpage.generate.untouched", len(found.kept))))
            body.addWidget(caption(self._theme, ", ".join(found.kept)))
        if not found.proposed and not found.kept:
            body.addWidget(caption(self._theme, say("planpage.generate.same")))
        body.addStretch(1)

    def _line(self, title: str, detail: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.setContentsMargins(24, 0, 0, 0)
        column.addWidget(Words(self._theme, title))
        column.addWidget(caption(self._theme, detail))
        return column


def _emptied(card: Card) -> QVBoxLayout:
    """The body of a card without what stood under its head."""
    body = card.body
    while body.count() > 1:
        _drop(body.takeAt(body.count() - 1))
    body.setSpacing(10)
    return body


def _drop(item: object) -> None:
    from PySide6.QtWidgets import QLayoutItem

    if not isinstance(item, QLayoutItem):
        return
    if (widget := item.widget()) is not None:
        widget.hide()
        widget.deleteLater()
    inner = item.layout()
    while inner is not None and inner.count():
        _drop(inner.takeAt(0))
