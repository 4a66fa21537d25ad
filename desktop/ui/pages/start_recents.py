"""Recent files: a row each, with what the file needs; a missing file keeps its row with a way out."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.session.recents import Recent
from desktop.text import count, say
from desktop.text.formatting import day
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.paint import RIGHT, announce, box, icon, words

_NEEDS, _PROGRESS, _WHEN = 190, 110, 124
_ARROW = 40


def when_words(opened: datetime, now: datetime) -> str:
    """``Today, 09:58``, ``Yesterday, 18:07`` or a day."""
    days = (now.date() - opened.date()).days
    if days in (0, 1):
        return say("start.today" if days == 0 else "start.yesterday", time=f"{opened:%H:%M}")
    return day(opened.date(), year=opened.year != now.year)


def needs(recent: Recent) -> tuple[StateToken, str]:
    """What the file needs from its user, as state and words."""
    if recent.late:
        return "risk", count("start.late", recent.late)
    if recent.total and recent.done == recent.total:
        return "done", say("start.complete")
    if recent.in_sprint:
        return "progress", count("start.in-sprint", recent.in_sprint)
    return "open", count("start.systems", recent.systems)


def tidy(path: Path) -> str:
    """The folder of a file, short where it lies in the user's own."""
    folder = path.parent
    return f"~/{folder.relative_to(Path.home()).as_posix()}" if folder.is_relative_to(Path.home()) else str(folder)


class RecentRow(QAbstractButton):
    """One file; click or Enter opens it."""

    pinned = Signal(bool)
    located = Signal()
    forgotten = Signal()

    def __init__(self, theme: Theme, recent: Recent, now: datetime) -> None:
        super().__init__()
        self._theme, self.recent, self._when = theme, recent, when_words(recent.when, now)
        self.missing = not recent.file.is_file()
        self._state, self._needs = needs(recent)
        self._detail = say("start.missing", path=recent.path) if self.missing else tidy(recent.file)
        self.setText(recent.name.replace("&", "&&"))
        announce(self, recent.name, f"{self._detail}, {self._needs}, {self._when}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts()

    def _parts(self) -> None:
        name = say("start.unpin" if self.recent.pinned else "start.pin", name=self.recent.name)
        token = "accent" if self.recent.pinned else "edge"
        self.pin = IconButton(self._theme, "pin", name, token, self)
        self.pin.clicked.connect(lambda: self.pinned.emit(not self.recent.pinned))
        self.forget = IconButton(self._theme, "x", say("start.forget", name=self.recent.name), parent=self)
        self.forget.clicked.connect(self.forgotten)
        self.locate = Button(self._theme, say("start.locate"), small=True, parent=self)
        announce(self.locate, say("start.locate-named", name=self.recent.name))
        self.locate.clicked.connect(self.located)
        self.locate.setVisible(self.missing)

    def sizeHint(self) -> QSize:
        return QSize(480, self._theme.scaled(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        middle = self.height() // 2
        self.pin.setGeometry(6, middle - 14, 28, 28)
        self.forget.setGeometry(self.width() - 34, middle - 14, 28, 28)
        size = self.locate.sizeHint()
        self.locate.setGeometry(
            self.width() - _ARROW - _WHEN - size.width() - 12, middle - size.height() // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.underMouse() and not self.missing:
                box(painter, rect.adjusted(0, 0, 0, -1), 6, self._theme.colour("accent_soft"))
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
            self._paint_name(painter, rect)
            right = rect.adjusted(0, 0, -_ARROW, 0)
            words(painter, right, self._when, self._theme, "quiet", "caption", align=RIGHT)
            if not self.missing:
                self._paint_standing(painter, rect)

    def _paint_name(self, painter: QPainter, rect: QRectF) -> None:
        taken = _ARROW + _WHEN + (_NEEDS + (_PROGRESS if self._wide else 0))
        text = rect.adjusted(44, 10, -taken - 16, -11)
        half = text.height() / 2
        ink = "quiet" if self.missing else "text"
        words(
            painter,
            text.adjusted(0, 0, 0, -half),
            self.recent.name,
            self._theme,
            ink,
            "body" if self.missing else "strong",
        )
        words(painter, text.adjusted(0, half, 0, 0), self._detail, self._theme, "quiet", "caption")

    @property
    def _wide(self) -> bool:
        return self.width() >= 700

    def _paint_standing(self, painter: QPainter, rect: QRectF) -> None:
        left = rect.right() - _ARROW - _WHEN - _NEEDS
        icon(painter, QPointF(left, rect.center().y() - 8), self._theme, STATE_ICONS[self._state], self._state)
        place = QRectF(left + 22, rect.top(), _NEEDS - 30, rect.height())
        words(painter, place, self._needs, self._theme, self._state, "caption")
        if self._wide and self.recent.total:
            place = QRectF(left - _PROGRESS, rect.top(), _PROGRESS - 16, rect.height())
            text = say("shell.of", done=self.recent.done, total=self.recent.total)
            words(painter, place, text, self._theme, "text", "body", figures=True)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class _Columns(QWidget):
    """The names over the columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.scaled(32))
        announce(self, say("start.columns"))

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        left = rect.right() - _ARROW - _WHEN - _NEEDS
        with QPainter(self) as painter:
            names = [
                (44.0, "engagement"),
                (left, "needs"),
                *([(left - _PROGRESS, "checks")] if self.width() >= 700 else []),
            ]
            for x, key in names:
                words(painter, rect.adjusted(x, 0, 0, 0), say(f"start.column.{key}"), self._theme, "quiet", "caption")
            words(
                painter,
                rect.adjusted(0, 0, -_ARROW, 0),
                say("start.column.opened"),
                self._theme,
                "quiet",
                "caption",
                align=RIGHT,
            )
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), self._theme.colour("edge"))


class RecentList(QWidget):
    """All rows that fit the filter. Signals carry the path as it is remembered."""

    opened = Signal(str)
    pinned = Signal(str, bool)
    located = Signal(str)
    forgotten = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(_Columns(theme))

    def show_recents(self, recents: tuple[Recent, ...], now: datetime, text: str = "") -> int:
        """Show the files whose name or path has every word of ``text``; returns how many those are."""
        for row in self.rows:
            row.deleteLater()
        parts = text.casefold().split()
        shown = [r for r in recents if all(part in f"{r.name} {r.path}".casefold() for part in parts)]
        self.rows = [self._row(recent, now) for recent in shown]
        return len(shown)

    def _row(self, recent: Recent, now: datetime) -> RecentRow:
        row, path = RecentRow(self._theme, recent, now), recent.path
        row.clicked.connect(lambda: self.located.emit(path) if row.missing else self.opened.emit(path))
        row.pinned.connect(lambda pinned: self.pinned.emit(path, pinned))
        row.located.connect(lambda: self.located.emit(path))
        row.forgotten.connect(lambda: self.forgotten.emit(path))
        self._column.addWidget(row)
        return row
