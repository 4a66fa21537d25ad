"""Numbers as people type them: whole, decimal, share and money, with the unit inside the field."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.session.entry import Unread, read_integer, read_money, read_number, read_percent, write_number
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.notation import Region
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import RIGHT, words

Reader = Callable[[str], Decimal | int | Unread | None]


class FigureBox(QLineEdit):
    """Right-aligned tabular figures with a unit after them."""

    def __init__(self, theme: Theme, unit: str = "") -> None:
        super().__init__()
        self._theme, self._unit = theme, unit
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(figures=True))
        room = round(self._theme.text_width(self._unit)) + 8 if self._unit else 0
        self.setTextMargins(0, 0, room, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            with QPainter(self) as painter:
                words(
                    painter, QRectF(self.rect()).adjusted(12, 0, -12, 0), self._unit, self._theme, "quiet", align=RIGHT
                )


class NumberEditor(FieldEditor):
    """A number read by ``reader``; after a commit it is shown again in the region's notation."""

    def __init__(self, theme: Theme, reader: Reader, region: Region, unit: str = "", width: int = 156) -> None:
        super().__init__(theme)
        self._reader, self._region = reader, region
        self._value: Decimal | int | None = None
        self.box = FigureBox(theme, unit)
        self.box.setMaxLength(40)
        self.limit(self.box, width)
        self.column.addWidget(self.box)
        self.box.editingFinished.connect(self.flush)

    def first_control(self) -> QWidget:
        return self.box

    def set_placeholder(self, text: str) -> None:
        self.box.setPlaceholderText(text)

    def set_value(self, value: object) -> None:
        number = value if isinstance(value, (Decimal, int)) else None
        if self.unread is not None and number == self._value:
            return  # the page repeats the old value; what was typed stays in sight
        self._value = number
        self.box.setText("" if number is None else write_number(number, self._region.numbers))
        self.report_unread(None)

    def flush(self) -> None:
        read = self._reader(self.box.text())
        if isinstance(read, Unread):
            self.report_unread(read.sentence)
            return
        self.report_unread(None)
        changed, self._value = read != self._value, read
        self.box.setText("" if read is None else write_number(read, self._region.numbers))
        if changed:
            self.edited.emit(read)


def integer_editor(theme: Theme, region: Region, unit: str = "") -> NumberEditor:
    """Whole numbers."""
    return NumberEditor(theme, lambda text: read_integer(text, region.numbers), region, unit)


def decimal_editor(theme: Theme, region: Region, unit: str = "") -> NumberEditor:
    """Numbers with decimals, sent as ``Decimal``."""
    return NumberEditor(theme, lambda text: read_number(text, region.numbers), region, unit)


def percent_editor(theme: Theme, region: Region) -> NumberEditor:
    """Shares from 0 to 100."""
    return NumberEditor(theme, lambda text: read_percent(text, region.numbers), region, "%", 116)


def money_editor(theme: Theme, region: Region, currency: str) -> NumberEditor:
    """Amounts in the engagement's currency."""
    return NumberEditor(theme, lambda text: read_money(text, currency, region.numbers), region, currency, 196)
