"""The left half of the start page: what this is, and the four ways in."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import __version__
from desktop.reports.palette import RADIUS_CARD
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.marks import RungBar
from desktop.ui.widgets.paint import CENTRE, announce, box, icon, words
from desktop.ui.widgets.words import Words, caption, heading, lead

WIDTH, NARROWEST = 440, 400


class WayButton(QAbstractButton):
    """One way in: icon, what it does, one line on how, and its shortcut. ``loud`` for the likeliest."""

    def __init__(self, theme: Theme, sign: str, way: str, keys: str = "", *, loud: bool = False) -> None:
        super().__init__()
        self._theme, self._sign, self._keys, self._loud = theme, sign, keys, loud
        self._detail = say(f"start.{way}.detail")
        self.setText(say(f"start.{way}"))
        announce(self, self.text(), self._detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(280, self._theme.scaled(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def _tokens(self) -> tuple[str, str, str, str, str]:
        """Ground, frame, sign, headline and second line."""
        live = self.underMouse() or self.isDown()
        if self._loud:
            return "accent_hover" if live else "accent", "accent", "on_accent", "on_accent", "on_accent"
        return "accent_soft" if live else "raised", "accent" if live else "line", "accent", "text", "quiet"

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, frame, sign, headline, second = self._tokens()
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            box(painter, rect, RADIUS_CARD, self._theme.colour(ground), self._theme.colour(frame))
            icon(painter, QPointF(20, (rect.height() - 20) / 2), self._theme, self._sign, sign, 20)
            keys = self._theme.text_width(self._keys, "caption") + 14 if self._keys else 0
            text = rect.adjusted(60, 13, -16 - keys, -13)
            half = text.height() / 2
            words(painter, text.adjusted(0, 0, 0, -half), self.text(), self._theme, headline, "strong")
            words(painter, text.adjusted(0, half, keys, 0), self._detail, self._theme, second, "caption")
            if self._keys:
                chip = QRectF(rect.right() - keys - 14, text.top() - 1, keys, 22)
                box(painter, chip, 4, None, self._theme.colour("on_accent" if self._loud else "line"))
                words(painter, chip, self._keys, self._theme, second, "caption", align=CENTRE)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


_WAYS = (
    ("new", "file-plus", "Ctrl+N"),
    ("open", "folder-open", "Ctrl+O"),
    ("import", "import", "Ctrl+I"),
    ("sample", "book-open", ""),
)


class StartWays(QWidget):
    """Sends ``chosen`` with new, open, import, sample or about."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMinimumWidth(320)
        self.setMaximumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 56, 32, 24)
        column.setSpacing(12)
        column.addWidget(RungBar(theme, 3, say("shell.app")))
        column.addWidget(heading(theme, say("shell.app")))
        column.addWidget(lead(theme, say("start.lead")))
        column.addSpacing(24)
        self.buttons: dict[str, WayButton] = {}
        for way, sign, keys in _WAYS:
            button = WayButton(theme, sign, way, keys, loud=way == "new")
            button.clicked.connect(lambda _checked=False, known=way: self.chosen.emit(known))
            self.buttons[way] = button
            column.addWidget(button)
        column.addSpacing(16)
        column.addWidget(_Aside(theme, "download", say("start.drop"), say("start.drop.detail")))
        column.addStretch(1)
        column.addWidget(_Aside(theme, "lock", "", say("start.offline", version=__version__)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("sunk"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))


class _Aside(QWidget):
    def __init__(self, theme: Theme, sign: str, text: str, detail: str) -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(4)
        if text:
            column.addWidget(Words(theme, text))
        column.addWidget(caption(theme, detail))
        row.addLayout(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icon(painter, QPointF(0, 1), self._theme, self._sign, "quiet")
