"""Buttons in three kinds. Everything is painted from tokens, so hover, pressed, focus and disabled agree in every theme."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CONTROL
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, box, centred_icon, icon
from desktop.ui.widgets.tips import plain_tip

_GAP, _ICON, _INLINE = 8, 16, 1


class Kind(StrEnum):
    """How loud a button is: one primary per page, plain for the rest, quiet for what one rarely wants."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class _Look:
    """Fill, frame and ink tokens of a kind in one of its states."""

    def __init__(self, fill: str | None, frame: str | None, ink: str) -> None:
        self.fill, self.frame, self.ink = fill, frame, ink


_LOOKS = {
    (Kind.PRIMARY, "rest"): _Look("accent", None, "on_accent"),
    (Kind.PRIMARY, "hover"): _Look("accent_hover", None, "on_accent"),
    (Kind.PRIMARY, "down"): _Look("accent_press", None, "on_accent"),
    (Kind.PRIMARY, "off"): _Look("sunk", "line", "quiet"),
    (Kind.PLAIN, "rest"): _Look("raised", "edge", "text"),
    (Kind.PLAIN, "hover"): _Look("accent_soft", "accent", "text"),
    (Kind.PLAIN, "down"): _Look("sunk", "text", "text"),
    (Kind.PLAIN, "off"): _Look(None, "line", "quiet"),
    (Kind.QUIET, "rest"): _Look(None, None, "accent"),
    (Kind.QUIET, "hover"): _Look("accent_soft", None, "accent"),
    (Kind.QUIET, "down"): _Look("sunk", None, "accent"),
    (Kind.QUIET, "off"): _Look(None, None, "quiet"),
}


def state_of(button: QAbstractButton) -> str:
    """``off``, ``down``, ``hover`` or ``rest``."""
    if not button.isEnabled():
        return "off"
    if button.isDown():
        return "down"
    return "hover" if button.underMouse() else "rest"


class Button(QPushButton):
    """A push button; ``sign`` is an icon before the words, or after them with ``sign_after``. Write ``&`` as ``&&``.

    ``inline``: its words begin where those above and below it do, and are underlined instead of standing on a ground.
    """

    def __init__(  # noqa: PLR0913
        self,
        theme: Theme,
        text: str,
        kind: Kind = Kind.PLAIN,
        sign: str = "",
        *,
        sign_after: bool = False,
        small: bool = False,
        inline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._kind, self._sign, self._after, self._small = theme, kind, sign, sign_after, small
        self._inline = inline
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        theme.changed.connect(self.updateGeometry)

    def set_sign(self, sign: str) -> None:
        self._sign = sign
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        pad = _INLINE if self._inline else 10 if self._kind is Kind.QUIET or self._small else 18
        sign = _ICON + _GAP if self._sign else 0
        height = self._theme.scaled(30 if self._small else 36)
        return QSize(round(self._advance() + sign + 2 * pad), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = _LOOKS[self._kind, state_of(self)]
        with QPainter(self) as painter:
            fill = self._theme.colour(look.fill) if look.fill and not self._inline else None
            frame = self._theme.colour(look.frame) if look.frame else None
            flat = self._theme.palette.sunk == self._theme.palette.surface  # no ground tells what is off
            off = flat and not self.isEnabled()
            box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill, frame, dashed=off)
            self._paint_words(painter, look.ink)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        advance, sign = self._advance(), _ICON + _GAP if self._sign else 0
        left = (self.width() - advance - sign) / 2
        text_left = left if self._after else left + sign
        font = QFont(self._theme.font(self._role()))
        font.setUnderline(self._inline and state_of(self) in ("hover", "down"))
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextHideMnemonic)
        painter.drawText(QRectF(text_left, 0, advance + 1, self.height()), flags, self.text())
        if self._sign:
            at = QPointF(left + advance + _GAP if self._after else left, (self.height() - _ICON) / 2)
            icon(painter, at, self._theme, self._sign, ink, _ICON)

    def _role(self) -> str:
        return "strong" if self._kind is Kind.PRIMARY else "body"

    def _advance(self) -> float:
        shown = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return QFontMetricsF(self._theme.font(self._role())).horizontalAdvance(shown)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Who clicks twice out of habit wants one new person or one page further, not two."""
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class IconButton(QAbstractButton):
    """A square button with an icon only; ``name`` is what it does, read aloud and shown as tool tip."""

    def __init__(self, theme: Theme, sign: str, name: str, ink: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._sign, self._ink_token = theme, sign, ink
        announce(self, name)
        self.setToolTip(plain_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_sign(self, sign: str, ink: str | None = None) -> None:
        self._sign, self._ink_token = sign, ink or self._ink_token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = {"hover": "accent_soft", "down": "sunk"}.get(state_of(self))
        ink = "line" if not self.isEnabled() else "accent" if self.underMouse() or self.isChecked() else self._ink_token
        with QPainter(self) as painter:
            if ground:
                box(painter, QRectF(self.rect()), RADIUS_CONTROL, self._theme.colour(ground))
            centred_icon(painter, QRectF(self.rect()), self._theme, self._sign, ink)
