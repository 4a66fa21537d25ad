"""What the page has to tell: a banner in a card or on top of a page, an empty list, and the bar that offers to undo."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import RADIUS_CARD, RADIUS_CONTROL, STATE_ICONS, StateToken
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.paint import announce, box, centred_icon, icon
from desktop.ui.widgets.words import Words, caption, lead, strong, title

_INFO = "info"


class Notice(QWidget):
    """A banner: ``state`` gives icon and colour, ``headline`` says it, ``detail`` says what is safe and what to do."""

    def __init__(
        self, theme: Theme, state: StateToken, headline: str, detail: str = "", *, framed: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._state, self._framed = theme, state, framed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(44, 12, 16, 12)
        self._row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        self._headline, self._detail = strong(theme, ""), caption(theme, "", "text")
        texts.addWidget(self._headline)
        texts.addWidget(self._detail)
        self._row.addLayout(texts, 1)
        self.say(headline, detail)

    def say(self, headline: str, detail: str = "") -> None:
        """Other words in the same place."""
        self._headline.setText(headline)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        announce(self, headline, detail)

    def add_action(self, text: str, kind: Kind = Kind.PLAIN) -> Button:
        """A button at the right end; connect its ``clicked``."""
        button = Button(self._theme, text, kind)
        self._row.addWidget(button)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        framed = self._framed or self._theme.palette.name == "high_contrast"
        frame = self._theme.colour(self._state) if framed else None
        sign = _INFO if self._state == "progress" else STATE_ICONS[self._state]
        with QPainter(self) as painter:
            radius = RADIUS_CARD if self._framed else RADIUS_CONTROL
            box(painter, QRectF(self.rect()), radius, self._theme.colour(f"{self._state}_tint"), frame)
            first = self._headline.geometry()
            line = self._theme.line("strong")
            top = first.top() + (line - 18) / 2 if self._detail.isVisible() else (self.height() - 18) / 2
            icon(painter, QPointF(14, top), self._theme, sign, self._state, 18)


class EmptyState(QWidget):
    """What belongs here and the one button that starts it; ``chosen`` when that is pressed."""

    chosen = Signal()

    def __init__(self, theme: Theme, sign: str, headline: str, text: str, action: str) -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        announce(self, headline, text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 88, 24, 32)
        column.setSpacing(4)
        self.action = Button(theme, action, Kind.PRIMARY)
        self.action.clicked.connect(self.chosen)
        for part in (title(theme, headline), lead(theme, text)):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(part)
        column.addSpacing(16)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        disc = QRectF(self.width() / 2 - 24, 24, 48, 48)
        with QPainter(self) as painter:
            box(painter, disc, 24, self._theme.colour("accent_soft"))
            centred_icon(painter, disc, self._theme, self._sign, "accent", 24)


class UndoBar(QWidget):
    """Slides in at the bottom of ``host`` after something was removed and goes by itself; ``undone`` when Undo is pressed."""

    undone = Signal()
    STAYS_MS = 8000

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self._words = Words(theme, "", wrap=False)
        self.undo = Button(theme, say("fields.undo"), Kind.QUIET, "undo-2", small=True)
        self._close = IconButton(theme, "x", say("fields.close"))
        for part in (self._words, self.undo, self._close):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self.undo.clicked.connect(self._undo)
        host.installEventFilter(self)

    def offer(self, text: str, *, undo: bool = True) -> None:
        """Say what happened, for example "Removed Claims triage"; without ``undo`` it only reports."""
        self._words.setText(text)
        self.undo.setVisible(undo)
        announce(self, text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(self.STAYS_MS)

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.adjustSize()
            self.move((host.width() - self.width()) // 2, host.height() - self.height() - 24)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), RADIUS_CARD, self._theme.colour("raised"), self._theme.colour("edge"))
