"""A month to pick a day from: weeks start on the region's first weekday, arrows move, Enter takes."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.text import say
from desktop.ui.fields.notation import Region
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.paint import CENTRE, announce, box, words
from desktop.ui.widgets.words import strong

_CELL, _ROWS = 36, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def month_later(day: date, months: int) -> date:
    """The same day that many months on, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class MonthGrid(QWidget):
    """Six weeks of days. ``picked`` carries the day."""

    picked = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, region: Region) -> None:
        super().__init__()
        self._theme, self._region = theme, region
        self.day = self.today = date.min
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._hover: date | None = None

    def show_day(self, day: date, chosen: date | None, today: date) -> None:
        self.day, self._chosen, self.today = day, chosen, today
        self._go(0)

    def sizeHint(self) -> QSize:
        return QSize(7 * _CELL, (_ROWS + 1) * _CELL - 8)

    def turn(self, months: int) -> None:
        self.day = month_later(self.day, months)
        self._go(0)

    def _go(self, days: int) -> None:
        self.day += timedelta(days=days)
        announce(self, self._region.long(self.day))
        self.moved.emit()
        self.update()

    def _first(self) -> date:
        first = self.day.replace(day=1)
        return first - timedelta(days=(first.isoweekday() - self._region.first_weekday) % 7)

    def _cell(self, number: int) -> QRectF:
        return QRectF(number % 7 * _CELL, 28 + number // 7 * _CELL, _CELL, _CELL)

    def _at(self, event: QMouseEvent) -> date | None:
        spot = event.position()
        number = next((n for n in range(42) if self._cell(n).contains(spot)), None)
        return None if number is None else self._first() + timedelta(days=number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._at(event)
        if day is not None:
            self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for column, letters in enumerate(self._region.weekday_letters()):
                rect = QRectF(column * _CELL, 0, _CELL, 24)
                words(painter, rect, letters, self._theme, "quiet", "caption", align=CENTRE)
            for number in range(42):
                self._paint_day(painter, self._cell(number), self._first() + timedelta(days=number))

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        theme, inner = self._theme, cell.adjusted(2, 2, -2, -2)
        ink = "text" if day.month == self.day.month else "quiet"
        if day == self._chosen:
            box(painter, inner, 6, theme.colour("accent"))
            ink = "on_accent"
        elif day == self._hover:
            box(painter, inner, 6, theme.colour("accent_soft"))
        if day == self.day and self.hasFocus():
            box(painter, cell, 8, None, theme.colour("accent"), 2)
        elif day == self.today and day != self._chosen:
            box(painter, inner, 6, None, theme.colour("edge"))
        role = "strong" if day in (self._chosen, self.today) else "body"
        words(painter, cell, str(day.day), theme, ink, role, align=CENTRE, figures=True)


class CalendarPopup(QFrame):
    """The month in a popup under a field."""

    picked = Signal(object)

    def __init__(self, theme: Theme, region: Region, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._theme, self._region = theme, region
        self.grid = MonthGrid(theme, region)
        self._month = strong(theme, "")
        back = IconButton(theme, "chevron-left", say("fields.calendar_previous"))
        on = IconButton(theme, "chevron-right", say("fields.calendar_next"))
        back.clicked.connect(lambda: self.grid.turn(-1))
        on.clicked.connect(lambda: self.grid.turn(1))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(12, 8, 12, 10)
        row.addWidget(self._month, 1)
        row.addWidget(back)
        row.addWidget(on)
        column.addLayout(row)
        column.addWidget(self.grid)
        self.grid.moved.connect(lambda: self._month.setText(region.month(self.grid.day)))
        self.grid.picked.connect(self._take)

    def open_at(self, chosen: date | None, today: date) -> None:
        anchor = self.parentWidget()
        self.grid.show_day(chosen or today, chosen, today)
        self.adjustSize()
        if anchor is not None:
            below = anchor.mapToGlobal(anchor.rect().bottomLeft())
            room = anchor.screen().availableGeometry()
            fits = below.y() + 4 + self.height() <= room.bottom()
            top = below.y() + 4 if fits else below.y() - anchor.height() - self.height() - 4
            self.move(max(room.left(), min(below.x(), room.right() - self.width())), max(room.top(), top))
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), 8, self._theme.colour("raised"), self._theme.colour("edge"))
