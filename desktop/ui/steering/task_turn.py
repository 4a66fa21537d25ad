"""One task of the check-in at a time: status, per cent, new day, blocker, and Enter for the next."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.planning.all_tasks import TrackTask
from desktop.session.all_tasks import status_word, track_word
from desktop.session.checkin import CheckinView
from desktop.session.task_edits import TaskChange, TaskRef
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.text.verdicts import verdict_sentence
from desktop.ui.fields.dates import DateEditor
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.frame import FieldFrame
from desktop.ui.fields.notation import region
from desktop.ui.fields.number import percent_editor
from desktop.ui.fields.text import TextEditor
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.marks import ProgressSegments
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.words import caption, strong, title
from desktop.workbook.plan import TaskStatus

_LETTERS = {
    Qt.Key.Key_O: TaskStatus.OPEN,
    Qt.Key.Key_P: TaskStatus.IN_PROGRESS,
    Qt.Key.Key_B: TaskStatus.BLOCKED,
    Qt.Key.Key_D: TaskStatus.DONE,
}
_STEP = 10
FULL = 100


class TaskTurn(Card):
    """``gone`` carries a task and its changes when one goes on; ``wanted`` a step back."""

    gone = Signal(object, object)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("checkin.turn"), " ")
        self.ref: TaskRef | None = None
        self._task: TrackTask | None = None
        self._view: CheckinView | None = None
        self._pending: dict[str, Any] = {}
        self._shown: dict[str, Any] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringed", True)
        self._progress = ProgressSegments(theme, 0, 1, "")
        self.title, self._about = title(theme, ""), caption(theme, "")
        self._missing = caption(theme, "", "risk")
        options = tuple((status.value, status_word(status)) for status in TaskStatus)
        self.status = SegmentedChoice(theme, options, say("tasks.column.status"))
        self.percent = percent_editor(theme, region())
        self.due = DateEditor(theme, region(), self._today, "")
        self.blocker = TextEditor(theme, say("checkin.turn.blocker-hint"))
        self.next = Button(theme, say("checkin.turn.next"), Kind.PRIMARY, "arrow-right", sign_after=True)
        self.before = Button(theme, say("checkin.turn.back"), Kind.QUIET)
        self._trouble = caption(theme, "", "block")
        self._lay_out(theme)
        self._wire()

    def _lay_out(self, theme: Theme) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(self._progress)
        self.body.addWidget(self.title)
        self.body.addWidget(self._about)
        self.body.addWidget(self._missing)
        first, second, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(16)
        self._status_frame = FieldFrame(theme, say("tasks.field.percent"), self.percent)
        states = QVBoxLayout()
        states.setSpacing(4)
        states.addWidget(strong(theme, say("tasks.column.status")))
        states.addWidget(self.status)
        states.addStretch(1)
        first.addLayout(states)
        first.addWidget(self._status_frame)
        first.addStretch(1)
        self._due_frame = FieldFrame(theme, say("checkin.turn.due"), self.due)
        second.addWidget(self._due_frame, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(FieldFrame(theme, say("checkin.turn.blocker"), self.blocker), 1, Qt.AlignmentFlag.AlignTop)
        self._trouble.hide()
        foot.addWidget(self.next)
        foot.addWidget(self.before)
        foot.addStretch(1)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addWidget(self._trouble)
        self.body.addLayout(foot)
        self.body.addWidget(caption(theme, say("checkin.turn.keys")))

    def _wire(self) -> None:
        self.status.chosen.connect(lambda value: self._say("status", TaskStatus(value)))
        self.percent.edited.connect(lambda value: self._say("percent", int(value or 0)))
        self.due.edited.connect(lambda value: self._say("due", value))
        self.blocker.edited.connect(lambda value: self._say("blocker", value))
        self.next.clicked.connect(self.go_on)
        self.before.clicked.connect(self.back)

    def _today(self) -> Any:
        return self._view.today if self._view else None

    def show_task(self, view: CheckinView, task: TrackTask) -> None:
        """Show a task; what was said about it and not taken yet stays while it is the same."""
        ref = TaskRef(task.system, task.track, task.id)
        if ref != self.ref:
            self._pending, self._shown = {}, {}
        if (ref, task) != (self.ref, self._task):
            self._trouble.hide()
        self.ref, self._task, self._view = ref, task, view
        seen, of = len(view.asked) - len(view.left), len(view.asked)
        self._progress.show_progress(seen, of, say("checkin.turn.progress", n=seen, of=of))
        if self.note is not None:
            self.note.setText(say("checkin.turn.progress", n=seen, of=of))
        self.title.setText(task.title)
        self._about.setText(_about(view, task))
        said = verdict_sentence(task.missing.code, task.missing.values, "") if task.missing and not task.done else ""
        self._missing.setText(say("checkin.turn.missing", why=said) if said else "")
        self._missing.setVisible(bool(said))
        self._show_values()

    def _show_values(self) -> None:
        task = self._task
        if task is None:
            return
        status = self._pending.get("status", task.status)
        self.status.set_value(status.value)
        self.due.setEnabled(status is not TaskStatus.DONE or task.track == "sprint")
        self._put("percent", self.percent, self._pending.get("percent", task.percent))
        self._put("due", self.due, self._pending.get("due", task.finish))
        self._put("blocker", self.blocker, self._pending.get("blocker", task.blocker))

    def _put(self, field: str, editor: FieldEditor, value: Any) -> None:
        """Show a value that is another one now; what is being typed elsewhere stays."""
        if field not in self._shown or self._shown[field] != value:
            self._shown[field] = value
            editor.set_value(value)

    def _say(self, field: str, value: Any) -> None:
        """Keep what was said until one goes on; per cent and status say the same."""
        task = self._task
        if task is None:
            return
        self._pending[field] = value
        if field == "percent":
            begun = TaskStatus.IN_PROGRESS if value else TaskStatus.OPEN
            blocked = self._pending.get("status", task.status) is TaskStatus.BLOCKED
            self._pending["status"] = TaskStatus.DONE if value == FULL else TaskStatus.BLOCKED if blocked else begun
        elif field == "status" and value in (TaskStatus.DONE, TaskStatus.OPEN):
            self._pending["percent"] = FULL if value is TaskStatus.DONE else 0
        elif field == "blocker" and value and self._pending.get("status", task.status) is not TaskStatus.DONE:
            self._pending["status"] = TaskStatus.BLOCKED
        self._show_values()

    def changes(self) -> tuple[TaskChange, ...]:
        """What is to be different about the task, in the order in which it is to be done."""
        task, ref = self._task, self.ref
        if task is None or ref is None:
            return ()
        now = {"status": task.status, "percent": task.percent, "blocker": task.blocker, "due": task.finish}
        kept = {name: value for name, value in self._pending.items() if value != now[name]}
        if kept.get("status") in (TaskStatus.DONE, TaskStatus.OPEN):
            kept.pop("percent", None)
        return tuple(
            TaskChange(ref, name, kept[name]) for name in ("status", "percent", "blocker", "due") if name in kept
        )

    def go_on(self) -> None:
        """Take what was said, and go to the next task."""
        self.flush()
        if self.percent.unread or self.due.unread or self.ref is None:
            return
        self.gone.emit(self.ref, self.changes())

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be read."""
        for editor in (self.percent, self.due, self.blocker):
            editor.flush()
        return sum(bool(editor.unread) for editor in (self.percent, self.due))

    def refuse(self, sentence: str) -> None:
        """What was said cannot be done; it stays in sight with the reason."""
        self._trouble.setText(sentence)
        self._trouble.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._say("percent", (key - Qt.Key.Key_0) * _STEP)
        elif plain and key in _LETTERS:
            self._letter(_LETTERS[key])
        elif plain and key == Qt.Key.Key_T:
            self.due.focus_first()
            self.due.box.selectAll()
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _letter(self, status: TaskStatus) -> None:
        self._say("status", status)
        if status is TaskStatus.BLOCKED:
            self.blocker.focus_first()


def _about(view: CheckinView, task: TrackTask) -> str:
    person = view.people.get(task.owner or "")
    parts = [person.name if person else say("tasks.nobody"), track_word(task.track)]
    if task.finish is not None:
        parts.append(say("tasks.board.late" if task.late(view.today) else "tasks.board.due", day=day(task.finish)))
    if task.slip:
        parts.append(count("checkin.since.later" if task.slip > 0 else "checkin.since.sooner", abs(task.slip)))
    if task.deliverable:
        parts.append(task.deliverable)
    return " · ".join(parts)
