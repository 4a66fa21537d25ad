"""The bar over everything: whose engagement, which system, how it stands, the way to find things, and what is saved."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.session.assess_rung import RungWords
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.marks import StateChip, paint_rungs
from desktop.ui.widgets.paint import announce, box, icon, words
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words

HEIGHT = 48
_NAME = 224  # pixels that the system's name keeps whatever else has to give way
_CLIENT, _CLIENT_NARROW, _ROOMY = 280, 144, 1200
_WORDS_FROM = 72  # pixels; fewer show no more than a letter or two of the rung's name


class SystemButton(QAbstractButton):
    """The chosen system, or the invitation to choose one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show ``name``; without one the words that ask for a choice."""
        text = name or say("shell.choose-system")
        if text == self.text():
            return
        self.setText(text)
        announce(self, say("shell.system-button", name=self.text()))
        self.setToolTip(plain_tip(name))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self.text()) + 40
        return QSize(min(360, round(width)), self._theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(_NAME, self.sizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.underMouse():
                box(painter, rect, 6, self._theme.colour("accent_soft"))
            words(painter, rect.adjusted(8, 0, -28, 0), self.text(), self._theme, "text", "strong")
            advance = min(QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self.text()), rect.width() - 36)
            icon(painter, QPointF(14 + advance, (rect.height() - 16) / 2), self._theme, "chevron-down", "quiet")


class RungButton(QAbstractButton):
    """The rung as blocks and words; leads to the dashboard. Where there is little room the blocks stand alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._rung, self._of, self._ink = theme, 0, 5, "text"
        self._shown: RungWords | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_rung(self, shown: RungWords | None) -> None:
        """Show where the system stands; None hides it."""
        self.setVisible(shown is not None)
        if shown is not None and shown != self._shown:
            self._shown = shown
            self._rung, self._of, self._ink = shown.rung, shown.of, "risk" if shown.by_hand else "text"
            self.setText(shown.label)
            announce(self, shown.label, shown.detail)
            self.setToolTip(plain_tip(shown.detail))
            self.updateGeometry()
            self.update()

    def _blocks(self) -> int:
        return self._of * 12 - 2

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(self.text())
        return QSize(round(width) + self._blocks() + 26, self._theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._blocks() + 16, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.underMouse():
                box(painter, rect, 6, self._theme.colour("accent_soft"))
            paint_rungs(painter, QPointF(8, (rect.height() - 13) / 2), self._theme, self._rung, self._of)
            room = rect.adjusted(self._blocks() + 17, 0, -6, 0)
            if room.width() > _WORDS_FROM:
                words(painter, room, self.text(), self._theme, self._ink, "caption")


class FindButton(QAbstractButton):
    """Looks like the field that it opens."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(say("shell.find"))
        announce(self, say("shell.find"), say("shell.find.keys"))

    def sizeHint(self) -> QSize:
        return QSize(232, self._theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        rect, wide = QRectF(self.rect()), self.width() > 150
        keys = say("shell.find.keys")
        chord = self._theme.text_width(keys, "caption") + 12
        with QPainter(self) as painter:
            frame = self._theme.colour("text" if self.underMouse() else "edge")
            box(painter, rect, 6, self._theme.colour("surface"), frame)
            icon(painter, QPointF(12, (rect.height() - 16) / 2), self._theme, "search", "quiet")
            if wide:
                words(painter, rect.adjusted(36, 0, -chord - 14, 0), self.text(), self._theme, "quiet")
                chip = QRectF(rect.right() - chord - 7, rect.center().y() - 10, chord, 20)
                box(painter, chip, 4, None, self._theme.colour("line"))
                words(painter, chip, keys, self._theme, "quiet", "caption", align=Qt.AlignmentFlag.AlignCenter)


class SaveState(QWidget):
    """Whether what is on screen is on disk too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._sign, self._token, self._words = theme, "check", "done", ""
        self._shown = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, text: str) -> None:
        """``state``: saved, unsaved or saving."""
        if (state, text) == self._shown:
            return
        self._shown = (state, text)
        self._sign, self._token = {
            "saved": ("check", "done"), "unsaved": ("circle-dot", "accent"), "saving": ("refresh-cw", "quiet"),
            "copy": ("circle", "quiet"),
        }[state]  # fmt: skip
        self._words = text
        announce(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.text_width(self._words, "caption")) + 24, self._theme.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icon(painter, QPointF(0, (self.height() - 16) / 2), self._theme, self._sign, self._token)
            words(painter, QRectF(self.rect()).adjusted(21, 0, 3, 0), self._words, self._theme, "quiet", "caption")


class TopBar(QWidget):
    """Client › system · state … find · saved."""

    system_pressed = Signal()
    rung_pressed = Signal()
    find_pressed = Signal()
    side_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._client = theme, ""
        announce(self, say("shell.top-bar"))
        theme.changed.connect(self._dress)
        self._dress()
        self.client, self.system = Words(theme, "", "body", "quiet", wrap=False), SystemButton(theme)
        self.client.setMinimumWidth(0)
        self.arrow, self.rung = _Arrow(theme), RungButton(theme)
        self.standing = Words(theme, "", "caption", "quiet", wrap=False)
        self.fictitious = StateChip(theme, "risk", say("shell.fictitious"), tinted=True, small=True)
        self.search, self.saved = FindButton(theme), SaveState(theme)
        self.side = IconButton(theme, "list-checks", say("shell.side"))
        self.side.clicked.connect(self.side_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        for part in (self.client, self.arrow, self.system, self.rung, self.standing, self.fictitious):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addSpacing(12)
        row.addWidget(self.saved)
        row.addWidget(self.side)
        self.system.clicked.connect(self.system_pressed)
        self.rung.clicked.connect(self.rung_pressed)
        self.search.clicked.connect(self.find_pressed)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.scaled(HEIGHT))

    def show_engagement(self, client: str, *, fictitious: bool) -> None:
        """Whose engagement it is."""
        self._client = client
        self.client.setToolTip(plain_tip(client))
        self.fictitious.setVisible(fictitious)
        self._fit()

    def show_system(self, name: str, standing: str, rung: RungWords | None = None) -> None:
        """Which system is worked on, on which rung, and how it stands."""
        self.system.show_name(name)
        self.rung.show_rung(rung)
        self.standing.setText(standing)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, what the client is called and the stage give way to the name of the system."""
        roomy = self.width() >= self._theme.scaled(_ROOMY)
        room = _CLIENT if roomy else _CLIENT_NARROW
        shown = QFontMetricsF(self._theme.font()).elidedText(self._client, Qt.TextElideMode.ElideRight, room)
        self.client.setText(shown or say("shell.no-client"))
        self.standing.setVisible(bool(self.standing.text()) and roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("raised"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))


class _Arrow(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icon(painter, QPointF(0, 0), self._theme, "chevron-right", "quiet")
