"""A day, typed or picked. While typing, the field says in words which day it understands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.session.entry import Unread
from desktop.session.entry_dates import read_date
from desktop.text import say
from desktop.ui.fields.calendar import CalendarPopup
from desktop.ui.fields.editor import FieldEditor
from desktop.ui.fields.notation import Region
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.words import caption


class _DateLine(QLineEdit):
    def __init__(self, theme: Theme, opened: Callable[[], None]) -> None:
        super().__init__()
        self._open = opened
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()
        self.setTextMargins(0, 0, 28, 0)
        self.setMaxLength(40)
        self.button = IconButton(theme, "calendar", say("fields.calendar_open"), parent=self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(opened)

    def _dress(self) -> None:
        self.setFont(self._theme.font(figures=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.button.sizeHint()
        self.button.setGeometry(
            self.width() - size.width() - 6, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self._open()
        else:
            super().keyPressEvent(event)


class DateEditor(FieldEditor):
    """Sends a ``date``. ``today`` is asked when it is needed, so that a window left open overnight reads +1d rightly."""

    def __init__(self, theme: Theme, region: Region, today: Callable[[], date], placeholder: str = "") -> None:
        super().__init__(theme)
        self._region, self._today = region, today
        self._value: date | None = None
        self.box = _DateLine(theme, self._open)
        self.box.setPlaceholderText(placeholder)
        self.limit(self.box, 196)
        self._meant = caption(theme, "")
        self.column.addWidget(self.box)
        self.column.addWidget(self._meant)
        self._calendar: CalendarPopup | None = None
        self.box.textEdited.connect(self._typing)
        self.box.editingFinished.connect(self.flush)
        self._say_meaning(None)

    def first_control(self) -> QWidget:
        return self.box

    def set_placeholder(self, text: str) -> None:
        self.box.setPlaceholderText(text)

    @property
    def meaning(self) -> str:
        """The day in words that stands under the field, empty when nothing is typed or shown."""
        return self._meant.text()

    def set_value(self, value: object) -> None:
        day = value if isinstance(value, date) else None
        if self.unread is not None and day == self._value:
            return
        self._value = day
        self.box.setText("" if day is None else self._region.short(day))
        self._say_meaning(day)
        self.report_unread(None)

    def flush(self) -> None:
        read = read_date(self.box.text(), self._today(), self._region.dates)
        if isinstance(read, Unread):
            self._say_meaning(None)
            self.report_unread(read.sentence)
            return
        self._take(read)

    def _take(self, day: date | None) -> None:
        self.report_unread(None)
        changed = day != self._value
        self._value = day
        self.box.setText("" if day is None else self._region.short(day))
        self._say_meaning(day)
        if changed:
            self.edited.emit(day)

    def _typing(self, text: str) -> None:
        read = read_date(text, self._today(), self._region.dates)
        self._say_meaning(read if isinstance(read, date) else None)

    def _say_meaning(self, day: date | None) -> None:
        self._meant.setText("" if day is None else self._region.long(day))
        self._meant.setVisible(day is not None)

    def _open(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self.theme, self._region, self.box)
            self._calendar.picked.connect(self._take)
        self._calendar.open_at(self._value, self._today())
