"""One control: its state at a glance and at a press, and what shows it behind a fold."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.session.governance import ControlView
from desktop.session.view import Row
from desktop.text import say
from desktop.ui.fields.make import Setting
from desktop.ui.pages.form import Form
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.paint import announce, icon
from desktop.ui.widgets.segments import SegmentedChoice
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words, caption
from desktop.workbook import Person
from desktop.workbook.governance import ControlState

STATES: Mapping[str, StateToken] = {
    "in-place": "done", "claimed": "risk", "planned": "track", "unplanned": "risk", "late": "risk", "absent": "block",
    "unsaid": "open", "not-applicable": "open",
}  # fmt: skip
_STATE = "state"


class ControlLine(QWidget):
    """``changed`` carries a row and its new value; the fields are made when the line is first opened."""

    changed = Signal(object, object)

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting, self._theme = setting, setting.theme
        self._view: ControlView | None = None
        self.form: Form | None = None
        self._name, self._detail = Words(self._theme), caption(self._theme, "")
        options = [(state.value, say(f"governance.state.{state.value}")) for state in ControlState]
        self.choice = SegmentedChoice(self._theme, options, say("governance.control-state"))
        self.choice.chosen.connect(self._choose)
        self.fold = IconButton(self._theme, "chevron-right", say("governance.control-open"))
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._toggle)
        self._inside = QWidget()
        self._body = QVBoxLayout(self._inside)
        self._body.setContentsMargins(28, 4, 0, 12)
        self._inside.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        column, row, texts = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        row.setSpacing(16)
        row.setContentsMargins(28, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        row.addLayout(texts, 1)
        row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()  # its middle on the middle of the choice
        beside.setContentsMargins(0, (self.choice.sizeHint().height() - self.fold.sizeHint().height()) // 2, 0, 0)
        beside.addWidget(self.fold)
        beside.addStretch(1)
        row.addLayout(beside)
        column.addLayout(row)
        column.addWidget(self._inside)

    def show_control(self, view: ControlView, people: Mapping[str, Person]) -> None:
        """Show how the control stands; what is being typed in its fields stays."""
        if view != self._view:
            self._name.setText(view.name)
            self._detail.setText(say("governance.control-line", state=view.word, detail=view.detail))
            self.choice.set_value(view.chosen)
            announce(self.choice, say("governance.control-state-of", name=view.name), view.word)
            named = say("governance.control-open-of", name=view.name)
            announce(self.fold, named)
            self.fold.setToolTip(plain_tip(named))
            self._view = view
            self.update()
        if self.form is not None:
            self.form.show_rows(_fields(view), people)

    def open(self) -> Form:
        """Unfold, and return the fields."""
        self.fold.setChecked(True)
        return self._made()

    def _toggle(self, opened: bool) -> None:  # noqa: FBT001  # a Qt slot
        self.fold.set_sign("chevron-down" if opened else "chevron-right")
        if opened:
            self._made()
        self._inside.setVisible(opened)

    def _made(self) -> Form:
        if self.form is None:
            self.form = Form(self._setting, _fields(self._shown))
            self.form.edited.connect(self.changed)
            self._body.addWidget(self.form)
        return self.form

    @property
    def _shown(self) -> ControlView:
        if self._view is None:
            raise RuntimeError("no control is shown")
        return self._view

    def _choose(self, value: object) -> None:
        self.changed.emit(next(row for row in self._shown.rows if row.id == _STATE), value)

    def flush(self) -> int:
        """Send what is typed; returns how many entries cannot be taken."""
        return self.form.flush() if self.form is not None else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        token = STATES[self._shown.state]
        with QPainter(self) as painter:
            top = 8 + (self._theme.line() - 16) / 2
            icon(painter, QPointF(2, top), self._theme, STATE_ICONS[token], token, 16)


def _fields(view: ControlView) -> tuple[Row, ...]:
    """The state has its own control; it stands among the fields too, so that it can be emptied again."""
    return view.rows
