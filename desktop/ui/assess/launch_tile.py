"""When it can be launched: the likely day, its range against the day that was promised, and what both rest on."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.session.assess_outlook import Outlook
from desktop.text import say
from desktop.text.formatting import day
from desktop.ui.assess.tile import Tile
from desktop.ui.theme import Theme
from desktop.ui.widgets.marks import StateChip
from desktop.ui.widgets.paint import CENTRE, LEFT, RIGHT, announce, box, words
from desktop.ui.widgets.words import Words, caption

_EDGE, _BAR = 8, 12


class RangeLine(QWidget):
    """First to last day as a bar with the likely one across it, and the target as a pointer from above."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Outlook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_outlook(self, shown: Outlook) -> None:
        """Another range."""
        self._shown = shown
        announce(self, shown.rests_on, shown.verdict)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(2 * self._theme.line("caption") + _BAR + 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self._shown
        if shown is None:
            return
        colour, line = self._theme.colour, self._theme.line("caption")
        start, end = min(shown.first, shown.target), max(shown.last, shown.target)
        room = max(1, (end - start).days)
        middle = line + 8 + _BAR / 2

        def at(when: date) -> float:
            return _EDGE + (self.width() - 2 * _EDGE) * (when - start).days / room

        with QPainter(self) as painter:
            painter.fillRect(QRectF(_EDGE, middle - 0.5, self.width() - 2 * _EDGE, 1), colour("line"))
            bar = QRectF(at(shown.first), middle - _BAR / 2, max(4.0, at(shown.last) - at(shown.first)), _BAR)
            box(painter, bar, 3, colour("heat2"), colour("edge"))
            box(painter, QRectF(at(shown.likely) - 2, middle - _BAR, 4, 2 * _BAR), 2, colour("text"))
            self._target(painter, at(shown.target), middle)
            under = QRectF(_EDGE, middle + _BAR, self.width() - 2 * _EDGE, line)
            first, last = day(shown.first, year=False), day(shown.last, year=False)
            left = under.adjusted(max(0.0, at(shown.first) - _EDGE - 4), 0, 0, 0)
            words(painter, left, first, self._theme, "quiet", "caption", align=LEFT, figures=True)
            right = under.adjusted(0, 0, min(0.0, at(shown.last) - self.width() + _EDGE + 4), 0)
            words(painter, right, last, self._theme, "quiet", "caption", align=RIGHT, figures=True)

    def _target(self, painter: QPainter, at: float, middle: float) -> None:
        late = self._shown is not None and self._shown.late > 0
        ink = "risk" if late else "done"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ink))
        top = self._theme.line("caption")
        painter.drawPolygon(QPolygonF([QPointF(at - 5, top), QPointF(at + 5, top), QPointF(at, top + 7)]))
        painter.fillRect(QRectF(at - 0.75, top + 6, 1.5, middle + _BAR - top - 6), self._theme.colour(ink))
        name = self._shown.target_name if self._shown else ""
        width = self._theme.text_width(name, "caption") + 8
        left = min(max(0.0, at - width / 2), self.width() - width)
        words(painter, QRectF(left, 0, width, top), name, self._theme, ink, "caption", align=CENTRE)


class LaunchTile(Tile):
    """Shows an outlook, that one is being worked out, or that there is no plan yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("assess.launch"), say("assess.launch.leads"))
        self.day, self.verdict = Words(theme, "", "display"), StateChip(theme, "open", "", small=True)
        self.line, self.text = RangeLine(theme), caption(theme, "")
        for part in (self.day, self.verdict, self.line, self.text):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.show_nothing(working=False)

    def show_nothing(self, *, working: bool) -> None:
        """No figure yet: it is being worked out, or there is nothing to work it out from."""
        self.day.setText(say("assess.launch.unknown"))
        self.line.hide()
        self.verdict.show_state(
            "progress" if working else "open", say(f"assess.launch.{'working' if working else 'bare'}")
        )
        self.text.setText("" if working else say("assess.launch.bare.text"))
        self.text.setVisible(not working)

    def show_outlook(self, shown: Outlook) -> None:
        """The likely day and what it rests on."""
        self.day.setText(shown.day)
        self.verdict.show_state("risk" if shown.late > 0 else "done", shown.verdict)
        self.line.show_outlook(shown)
        self.line.show()
        self.text.setText(shown.rests_on)
        self.text.show()
