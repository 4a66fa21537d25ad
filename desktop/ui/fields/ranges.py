"""Low, likely and high side by side, for a quantity that nobody knows exactly."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.session.entry import Unread, write_number
from desktop.text import say
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.notation import Region
from desktop.ui.fields.number import FigureBox, Reader
from desktop.ui.theme import Theme
from desktop.ui.widgets.words import caption
from desktop.workbook.base import Range

PARTS = ("low", "likely", "high")


class RangeEditor(FieldEditor):
    """Sends a ``Range``. Each part commits on its own; an order that falls is said and still sent, never re-sorted."""

    def __init__(self, theme: Theme, reader: Reader, region: Region, unit: str = "") -> None:
        super().__init__(theme)
        self._reader, self._region = reader, region
        self._value = Range()
        self._unread_of: dict[str, str] = {}
        self.boxes: dict[str, FigureBox] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in PARTS:
            row.addLayout(self._part(theme, part, unit))
        row.addStretch(1)
        self.column.addLayout(row)

    def _part(self, theme: Theme, part: str, unit: str) -> QVBoxLayout:
        column, box = QVBoxLayout(), FigureBox(theme, unit)
        column.setSpacing(2)
        self.limit(box, 148)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaxLength(40)
        column.addWidget(caption(theme, _NAMES[part]()))
        column.addWidget(box)
        box.editingFinished.connect(lambda: self._commit(part))
        self.boxes[part] = box
        return column

    def first_control(self) -> QWidget:
        return next((box for part, box in self.boxes.items() if part in self._unread_of), self.boxes["low"])

    def name(self, label: str) -> None:
        for part, box in self.boxes.items():
            box.setAccessibleName(f"{label}, {_NAMES[part]()}")

    def set_value(self, value: object) -> None:
        self._value = value if isinstance(value, Range) else Range()
        for part, box in self.boxes.items():
            if part not in self._unread_of:
                number: Decimal | None = getattr(self._value, part)
                box.setText("" if number is None else write_number(number, self._region.numbers))

    def set_problem(self, sentence: str | None) -> None:
        for part, box in self.boxes.items():
            wrong = bool(sentence) and (not self._unread_of or part in self._unread_of)
            box.setAccessibleDescription(sentence or "" if wrong else "")
            if bool(box.property("problem")) != wrong:
                box.setProperty("problem", wrong)
                box.style().unpolish(box)
                box.style().polish(box)

    def flush(self) -> None:
        for part in PARTS:
            self._commit(part)

    def _commit(self, part: str) -> None:
        read = self._reader(self.boxes[part].text())
        if isinstance(read, Unread):
            self._unread_of[part] = read.sentence
            self.report_unread(read.sentence)
            return
        self._unread_of.pop(part, None)
        number = None if read is None else Decimal(read)
        self.boxes[part].setText("" if number is None else write_number(number, self._region.numbers))
        value = self._value.model_copy(update={part: number})
        changed, self._value = value != self._value, value
        self.report_unread(next(iter(self._unread_of.values()), self._order()))
        if changed:
            self.edited.emit(value)

    def _order(self) -> str | None:
        given = [number for number in (self._value.low, self._value.likely, self._value.high) if number is not None]
        return None if given == sorted(given) else say("fields.range_order")


_NAMES = {
    "low": lambda: say("fields.low"),
    "likely": lambda: say("fields.likely"),
    "high": lambda: say("fields.high"),
}
