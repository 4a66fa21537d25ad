"""One of several, with what each means; several of several; yes or no."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CONTROL
from desktop.session.view import Choice
from desktop.text import say
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.popup import Popup
from desktop.ui.theme import Theme
from desktop.ui.theme.focus_ring import QUIET_FOCUS
from desktop.ui.widgets.paint import box, centred_icon, words
from desktop.ui.widgets.ticks import CheckBox, ToggleSwitch
from desktop.ui.widgets.tips import plain_tip

_NOTHING = ""


class ChoiceBox(QAbstractButton):
    """The closed control: shows the choice, opens the list on click, Space, Enter or Alt+Down; letters jump."""

    moved = Signal(object)

    def __init__(self, theme: Theme, placeholder: str) -> None:
        super().__init__()
        self._theme, self._placeholder, self._label = theme, placeholder, ""
        self.setProperty(QUIET_FOCUS, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_label(self, label: str) -> None:
        self._label = label
        self.setText(label.replace("&", "&&") or self._placeholder)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.scaled(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.click()
        elif event.text().isprintable() and event.text().strip():
            self.moved.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, live = QRectF(self.rect()), self.isEnabled()
        wrong, focused = bool(self.property("problem")), self.hasFocus()
        frame = (
            "line"
            if not live
            else "block"
            if wrong
            else "accent"
            if focused
            else "text"
            if self.underMouse()
            else "edge"
        )
        with QPainter(self) as painter:
            fill = self._theme.colour("raised" if live else "sunk")
            box(painter, rect, RADIUS_CONTROL, fill, self._theme.colour(frame), 2 if focused or wrong else 1)
            ink = "text" if self._label and live else "quiet"
            words(painter, rect.adjusted(12, 0, -36, 0), self._label or self._placeholder, self._theme, ink)
            arrow = QRectF(rect.right() - 32, rect.top(), 24, rect.height())
            centred_icon(painter, arrow, self._theme, "chevron-down", "text" if live else "quiet")


class ChoiceEditor(FieldEditor):
    """One value out of ``choices``. An optional choice can be taken back by its first entry."""

    def __init__(
        self, theme: Theme, choices: Sequence[Choice], placeholder: str = "", *, clearable: bool = False
    ) -> None:
        super().__init__(theme)
        self._placeholder, self._clearable = placeholder or say("fields.choose"), clearable
        self._value: str | None = None
        self.box = ChoiceBox(theme, self._placeholder)
        self.column.addWidget(self.box)
        self._popup = Popup(theme, self.box)
        self.box.clicked.connect(self._open)
        self.box.moved.connect(self._jump)
        self._popup.picked.connect(self._picked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other choices, for example the regions of another country; the value stays as it is."""
        self._choices = tuple(choices)
        self._show()

    def first_control(self) -> QWidget:
        return self.box

    def set_value(self, value: object) -> None:
        self._value = None if value is None else str(value)
        self._show()

    def _show(self) -> None:
        known = {choice.value: choice.label for choice in self._choices}
        self.box.show_label("" if self._value is None else known.get(self._value, self._value))

    def _open(self) -> None:
        none = (Choice(_NOTHING, self._placeholder),) if self._clearable and self._value is not None else ()
        self._popup.offer((*none, *self._choices), self._value)

    def _jump(self, letter: str) -> None:
        starts = [choice for choice in self._choices if choice.label.lower().startswith(letter.lower())]
        if starts:
            at = next((n for n, choice in enumerate(starts) if choice.value == self._value), -1)
            self._picked(starts[(at + 1) % len(starts)].value)

    def _picked(self, value: str) -> None:
        chosen = value or None
        if chosen != self._value:
            self.set_value(chosen)
            self.edited.emit(chosen)


class ChoicesEditor(FieldEditor):
    """Any number of ``choices``; sends a tuple in their order."""

    def __init__(self, theme: Theme, choices: Sequence[Choice]) -> None:
        super().__init__(theme)
        self.column.setSpacing(4)
        self._boxes: dict[str, CheckBox] = {}
        for choice in choices:
            tick = CheckBox(theme, choice.label)
            tick.setToolTip(plain_tip(choice.help))
            tick.setAccessibleDescription(choice.help)
            tick.clicked.connect(self._changed)
            self._boxes[choice.value] = tick
            self.column.addWidget(tick)

    def first_control(self) -> QWidget:
        return next(iter(self._boxes.values()), self)

    def name(self, label: str) -> None:
        self.setAccessibleName(label)

    def set_value(self, value: object) -> None:
        chosen = value if isinstance(value, (tuple, list)) else ()
        for key, tick in self._boxes.items():
            tick.setChecked(key in chosen)

    def _changed(self) -> None:
        self.edited.emit(tuple(key for key, tick in self._boxes.items() if tick.isChecked()))


class ToggleEditor(FieldEditor):
    """Yes or no. Not answered shows as off until it is touched."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(theme)
        self.switch = ToggleSwitch(theme, text)
        self.column.addWidget(self.switch)
        self.switch.clicked.connect(lambda: self.edited.emit(self.switch.isChecked()))

    def first_control(self) -> QWidget:
        return self.switch

    def set_value(self, value: object) -> None:
        self.switch.setChecked(bool(value))
