"""Which days of the week are worked: seven ticks in a row."""

from PySide6.QtWidgets import QWidget

from desktop.text import say
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.notation import Region
from desktop.ui.theme import Theme
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.ticks import CheckBox

_WEEK = range(7)  # Monday is 0, as in ``datetime.date.weekday``


class WeekdaysEditor(FieldEditor):
    """Shows the days that are worked as ticked; sends the others, the weekend, as a tuple of numbers from Monday 0.

    A week without a working day cannot be planned: taking the last tick away is refused in words, and nothing is sent.
    """

    def __init__(self, theme: Theme, region: Region) -> None:
        super().__init__(theme)
        self._boxes = tuple(CheckBox(theme, name) for name in region.weekday_names())
        row = QWidget()
        flow = FlowLayout(row, gap=16)
        for tick in self._boxes:
            tick.clicked.connect(self._changed)
            flow.addWidget(tick)
        self.column.addWidget(row)

    def first_control(self) -> QWidget:
        return self._boxes[0]

    def name(self, label: str) -> None:
        self.setAccessibleName(label)

    def set_value(self, value: object) -> None:
        weekend = value if isinstance(value, tuple) else ()
        for day, tick in enumerate(self._boxes):
            tick.setChecked(day not in weekend)
        self.report_unread(None)

    def _changed(self) -> None:
        weekend = tuple(day for day in _WEEK if not self._boxes[day].isChecked())
        none_worked = len(weekend) == len(_WEEK)
        self.report_unread(say("fields.no-working-day") if none_worked else None)
        if not none_worked:
            self.edited.emit(weekend)
