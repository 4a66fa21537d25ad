"""One input that can be tried: its name, a slider, a field to type in, and what the project says."""

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.reports.value_words import input_name
from desktop.session.entry import Notation, read_integer, read_money, read_percent
from desktop.session.value_trial import Input
from desktop.text import say
from desktop.text.formatting import number
from desktop.ui.fields.notation import Region
from desktop.ui.fields.number import NumberEditor, Reader
from desktop.ui.theme import Theme
from desktop.ui.value.slider import Slider
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.paint import announce
from desktop.ui.widgets.words import Words, caption

_FIELD, _LEAST, _NARROWEST = 132, 116, 80


class InputRow(QWidget):
    """``tried`` carries the input's key and its new likely value; None puts the project's value back."""

    tried = Signal(str, object)

    def __init__(self, theme: Theme, region: Region, currency: str, one: Input) -> None:
        super().__init__()
        self._theme, self._one = theme, one
        self._known: tuple[Input, Decimal] | None = None
        self._unit = {"money": currency, "months": say("value.unit.months"), "share": "%"}[one.unit]
        self._name = Words(theme, input_name(one.part, one.name), "body", "text")
        self.slider = Slider(theme)
        reader = _reader(one, currency, region.numbers)
        self.field = NumberEditor(theme, reader, region, self._unit, _FIELD)
        self.back = IconButton(theme, "undo-2", say("value.whatif.back", name=self._name.text()))
        self._before = caption(theme, "")
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()
        self.slider.valueChanged.connect(self._slid)
        self.field.edited.connect(self._typed)
        self.field.unread_changed.connect(self._report)
        self.back.clicked.connect(lambda: self.tried.emit(self._one.key, None))
        self.show_input(one, one.value)

    def _lay_out(self) -> None:
        column, head, foot, names = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        names.setSpacing(0)
        head.setSpacing(12)
        foot.setSpacing(8)
        names.addWidget(self._name)
        names.addWidget(self._before)
        names.addStretch(1)
        head.addLayout(names, 1)
        head.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.slider, 1)
        foot.addWidget(self.back)
        column.addLayout(head)
        column.addLayout(foot)

    def _fit(self) -> None:
        """A long word breaks rather than squeeze the figure out of its field, or the row out of the panel."""
        self.field.setMinimumWidth(self._theme.scaled(_LEAST))
        for words in (self._name, self._before):
            words.setMinimumWidth(self._theme.scaled(_NARROWEST))

    def show_input(self, one: Input, value: Decimal) -> None:
        """The input as the project holds it, and the value that is tried (the same one where nothing is)."""
        if (one, value) == self._known and self.field.unread is None:
            return
        self._one, self._known = one, (one, value)
        name = input_name(one.part, one.name)
        self._name.setText(name)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, int((one.most - one.least) / one.step))
            self.slider.setSingleStep(1)
            self.slider.setPageStep(max(1, self.slider.maximum() // 10))
            self.slider.set_mark(self._step(one.value))
            self.slider.setValue(self._step(value))
        self.field.set_value(int(value) if one.whole else value)
        self.field.name(say("value.whatif.field", name=name))
        changed = value != one.value
        words = say("value.whatif.was", value=number(one.value)) if changed else say(f"value.part.{one.part}")
        self._before.setText(words)
        self._before.set_ink("risk" if changed else "quiet")
        self.back.setEnabled(changed)
        announce(self.slider, name, say("value.whatif.says", value=number(value), unit=self._unit, project=words))

    def _step(self, value: Decimal) -> int:
        return round((value - self._one.least) / self._one.step)

    def _slid(self, step: int) -> None:
        exact = step == self._step(self._one.value)
        self._send(self._one.value if exact else self._one.least + step * self._one.step)

    def _typed(self, value: object) -> None:
        self._send(None if value is None else Decimal(str(value)))

    def _send(self, value: Decimal | None) -> None:
        self.tried.emit(self._one.key, None if value == self._one.value else value)

    def _report(self, sentence: object) -> None:
        self._before.setText(str(sentence or ""))
        self._before.set_ink("block")

    def flush(self) -> int:
        """Take what is typed; 1 where it cannot be read."""
        self.field.flush()
        return int(self.field.unread is not None)


def _reader(one: Input, currency: str, numbers: Notation) -> Reader:
    if one.unit == "months":
        return lambda text: read_integer(text, numbers)
    if one.unit == "share":
        return lambda text: read_percent(text, numbers)
    return lambda text: read_money(text, currency, numbers)
