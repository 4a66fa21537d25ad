"""One finding: what stands below its level, how it is classed, and, when opened, how it is closed or managed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import StateToken
from desktop.session.assess import Assessment
from desktop.session.assess_dashboard import Link
from desktop.session.assess_findings import FindingView
from desktop.session.view import Row
from desktop.text import say
from desktop.ui.assess.lines import LinkList
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.make import Setting, make_field
from desktop.ui.fields.notation import region
from desktop.ui.fields.person import PersonEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import announce, icon
from desktop.ui.widgets.ticks import CheckBox
from desktop.ui.widgets.words import Words, caption, strong

_RIGHT = 136  # state and plan stand in one column, whatever their words


def state_of(finding: FindingView) -> StateToken:
    """Blocking, not managed, or managed."""
    return "block" if finding.blocking else "done" if finding.treated else "risk"


class _Head(QAbstractButton):
    """The whole line is the button; its words are children that let the mouse through."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row, texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(24, 8, 0, 8)
        row.setSpacing(16)
        texts.setSpacing(0)
        self._prompt, self._gap, self._planned = Words(theme), caption(theme, ""), caption(theme, "")
        self._chip = StateChip(theme, "open", "", small=True)
        texts.addWidget(self._prompt)
        texts.addWidget(self._gap)
        beside = QWidget()
        beside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        beside.setFixedWidth(theme.scaled(_RIGHT))
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._planned)
        right.addStretch(1)
        row.addLayout(texts, 1)
        row.addWidget(beside)
        for part in (self._prompt, self._gap, self._chip, self._planned):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_finding(self, finding: FindingView) -> None:
        self._prompt.setText(finding.prompt)
        self._gap.setText(finding.gap)
        self._chip.show_state(state_of(finding), finding.state)
        self._planned.setText(finding.planned)
        self._planned.setVisible(bool(finding.planned))
        announce(self, f"{finding.state}: {finding.prompt}", ". ".join(filter(None, (finding.gap, finding.planned))))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        with QPainter(self) as painter:
            icon(painter, QPointF(0, 8 + (self._theme.line() - 16) / 2), self._theme, sign, "quiet")


class FindingBlock(QWidget):
    """``changed`` carries the row and its new value, ``opened`` the question to show. Editors are made when first opened.

    ``chosen`` says whether the plan is to close it, ``followed`` carries the place of a task in the plan.
    """

    changed = Signal(object, object)
    opened = Signal(str)
    chosen = Signal(bool)
    followed = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._finding: FindingView | None = None
        self._rows: dict[str, Row] = {}
        self._people: object = None
        self.frames: dict[str, FieldFrame] = {}
        self.include: CheckBox | None = None
        self._tasks: LinkList | None = None
        self.head, self._inside = _Head(theme), QWidget()
        self._body = QVBoxLayout(self._inside)
        self._body.setContentsMargins(24, 4, 0, 16)
        self._body.setSpacing(12)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._inside)
        self.head.toggled.connect(self._inside.setVisible)

    def show_finding(self, now: Assessment, finding: FindingView) -> None:
        """Show the finding; a field changes only where the document did."""
        before, self._finding = self._finding, finding
        self.head.show_finding(finding)
        if before is None:
            self.head.toggled.connect(lambda on: self._fill(now) if on and not self._body.count() else None)
        elif before.blocking != finding.blocking and self._body.count():
            self._empty()
            self._fill(now)
        self._show_plan(finding)
        for row in finding.rows:
            frame, held = self.frames.get(row.id), self._rows.get(row.id)
            self._rows[row.id] = row
            if frame is None:
                continue
            if isinstance(frame.editor, PersonEditor) and now.workbook.people is not self._people:
                frame.editor.set_people(now.workbook.people)
            if held is None or held.value != row.value:
                frame.editor.set_value(row.value)
        self._people = now.workbook.people
        self._now = now

    def _fill(self, _now: Assessment) -> None:
        if self._finding is None:
            return
        if self._finding.tasks:
            self._body.addWidget(strong(self._theme, say("assess.finding.tasks")))
            self._tasks = LinkList(self._theme, "", len(self._finding.tasks))
            self._tasks.chosen.connect(self._follow)
            self._body.addWidget(self._tasks)
        if not self._finding.blocking:
            self.include = CheckBox(self._theme, say("assess.finding.include"))
            self.include.clicked.connect(self.chosen)
            self._body.addWidget(self.include)
        self._show_plan(self._finding)
        setting = Setting(self._theme, region(), self._now.workbook.people, self._today)
        for row in self._finding.rows:
            self.frames[row.id] = frame = make_field(setting, row)
            frame.editor.edited.connect(lambda value, name=row.id: self._send(name, value))
            self._body.addWidget(frame)
        link = Button(
            self._theme, say("assess.finding.open"), Kind.QUIET, "arrow-right", sign_after=True, small=True, inline=True
        )
        question = self._finding.question
        link.clicked.connect(lambda: self.opened.emit(question))
        self._body.addWidget(link)

    def _show_plan(self, finding: FindingView) -> None:
        """Which tasks stand in the plan, and whether a manageable finding is to be closed there."""
        if self.include is not None:
            self.include.setChecked(finding.chosen)
        if self._tasks is not None:
            marks = ("planned" if task.at else "" for task in finding.tasks)
            links = (
                Link(task.title, task.words, mark, "plan", task.at)
                for task, mark in zip(finding.tasks, marks, strict=True)
            )
            self._tasks.show_links(tuple(links))

    def _follow(self, link: Link) -> None:
        if link.at:
            self.followed.emit(link.at)
        elif self._finding is not None:
            self.opened.emit(self._finding.question)

    def _empty(self) -> None:
        self.frames, self.include, self._tasks = {}, None, None
        while (item := self._body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _send(self, name: str, value: Any) -> None:
        self.frames[name].set_problem(None)
        self.changed.emit(self._rows[name], value)

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be read."""
        for frame in tuple(self.frames.values()):
            frame.editor.flush()
        return sum(frame.editor.unread is not None for frame in self.frames.values())
