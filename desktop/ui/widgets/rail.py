"""The rail on the left: where you are, what each step needs. It shows state and never locks a step."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.reports.palette import RADIUS_CONTROL, STATE_ICONS, StateToken
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.theme.focus_ring import REACH
from desktop.ui.widgets.paint import CENTRE, RIGHT, announce, box, centred_icon, icon, words
from desktop.ui.widgets.tips import plain_tip

_INSET, _ICON_LEFT, _TEXT_LEFT = 8, 20, 46
_FOLDED_LEFT, _FOLDED_STATE, _STATE_SIZE = 12, 30, 12
_HEADING_LEFT, _CHEVRON = 42, 14
_RIGHT = 12
_NARROWEST = 43  # the folded rail without the line at its right, and with a scroll bar


class RailItem(QAbstractButton):
    """One place to go. ``sign`` is an icon name; with ``state`` the state's icon and colour take its place.

    Folded, a place keeps its own sign, or its ``number`` where it has one, with the state small beside it.
    """

    def __init__(
        self, theme: Theme, text: str, sign: str = "", state: StateToken | None = None, note: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._sign, self._state, self._note = theme, sign, state, note
        self._folded, self.number = False, ""
        self._shown: tuple[StateToken | None, str, str] | None = None
        self.setProperty(REACH, 0)  # neighbours touch: a ring outside would lie on them
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        announce(self, text, note)

    def show_state(self, state: StateToken | None, note: str = "", description: str = "") -> None:
        """State icon and the short count at the right; ``description`` says both in words."""
        shown = (state, note, description)
        if shown == self._shown:
            return
        self._shown = shown
        self._state, self._note = state, note
        announce(self, self.text(), description or note)
        self._tell()
        self.update()

    def set_folded(self, *, folded: bool) -> None:
        """Signs and numbers only; the name moves to the tool tip."""
        if folded == self._folded:
            return
        self._folded = folded
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        name, state = self.text(), self.accessibleDescription()
        folded = say("rail.tip", name=name, state=state) if state else name
        self.setToolTip(plain_tip(folded if self._folded or self._note_room() < 0 else ""))

    def _note_room(self) -> float:
        """What is left beside name and note; below zero the name comes first and the note waits in the tool tip."""
        role = "strong" if self.isChecked() else "body"
        taken = self._theme.text_width(self.text(), role) + self._theme.text_width(self._note, "caption") + 8
        return self.width() - _TEXT_LEFT - _INSET - _RIGHT - taken if self._note else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(56 if self._folded else 216, self._theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, here = QRectF(self.rect()), self.isChecked()
        ground = rect.adjusted(_INSET, 0, -_INSET, 0)
        with QPainter(self) as painter:
            if here or self.underMouse():
                box(painter, ground, RADIUS_CONTROL, self._theme.colour("accent_soft" if here else "sunk"))
            if here:
                bar = QRectF(_INSET, (self.height() - 16) / 2, 3, 16)
                box(painter, bar, 1.5, self._theme.colour("accent"))
            if self._folded:
                self._paint_folded(painter, rect, "accent" if here else "quiet")
            else:
                self._paint_sign(painter, "accent" if here else "quiet")
                self._paint_words(painter, rect)

    def _paint_sign(self, painter: QPainter, ink: str) -> None:
        at = QPointF(_ICON_LEFT, (self.height() - 16) / 2)
        if self._state is not None:
            icon(painter, at, self._theme, STATE_ICONS[self._state], self._state)
        elif self._sign:
            icon(painter, at, self._theme, self._sign, ink)

    def _paint_folded(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        left = _FOLDED_LEFT if self._state is not None else (self.width() - 16) / 2
        own = QRectF(left, 0, 16, rect.height())
        if self.number:
            words(painter, own, self.number, self._theme, ink, "strong", align=CENTRE)
        elif self._sign:
            centred_icon(painter, own, self._theme, self._sign, ink)
        if self._state is not None:
            at = QPointF(_FOLDED_STATE, (self.height() - _STATE_SIZE) / 2)
            icon(painter, at, self._theme, STATE_ICONS[self._state], self._state, _STATE_SIZE)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        note = self._note if self._note_room() >= 0 else ""
        note_width = self._theme.text_width(note, "caption") + 8 if note else 0
        right = _INSET + _RIGHT
        text = rect.adjusted(_TEXT_LEFT, 0, -right - note_width, 0)
        here = self.isChecked()
        words(painter, text, self.text(), self._theme, "accent" if here else "text", "strong" if here else "body")
        if note:
            words(painter, rect.adjusted(0, 0, -right, 0), note, self._theme, "quiet", "caption", align=RIGHT)


class RailHeading(QAbstractButton):
    """The small name over a group of rail items; pressing it folds them away or brings them back.

    ``note`` is a short text such as "day 20" at the right. In a narrow rail the group's ``sign`` takes the name's place.
    """

    def __init__(self, theme: Theme, text: str, note: str = "", sign: str = "") -> None:
        super().__init__()
        self._theme, self._note, self._sign = theme, note, sign
        self._narrow, self._open, self._warns = False, True, False
        self.setProperty(REACH, 0)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_state(self, note: str, *, is_open: bool, warns: bool) -> None:
        """The note, whether the group stands open, and whether something in a folded group needs work."""
        if (note, is_open, warns) != (self._note, self._open, self._warns):
            self._note, self._open, self._warns = note, is_open, warns
            self._tell()
            self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Sign only; the name moves to the tool tip."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._tell()
        self.updateGeometry()

    def _tell(self) -> None:
        state = say("rail.open" if self._open else "rail.folded")
        work = say("shell.state.problem") if self._warns and not self._open else ""
        announce(self, self.text(), ", ".join(part for part in (state, self._note, work) if part))
        self.setToolTip(plain_tip(self.text() if self._narrow else ""))

    def sizeHint(self) -> QSize:
        return QSize(56 if self._narrow else 120, self._theme.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.underMouse():
                box(painter, rect.adjusted(_INSET, 0, -_INSET, 0), RADIUS_CONTROL, self._theme.colour("sunk"))
            if self._narrow:
                centred_icon(painter, rect, self._theme, self._sign, "quiet")
            else:
                self._paint_words(painter, rect)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        middle = (rect.height() - _CHEVRON) / 2
        arrow = "chevron-down" if self._open else "chevron-right"
        icon(painter, QPointF(_ICON_LEFT + 1, middle), self._theme, arrow, "quiet", _CHEVRON)
        room = rect.adjusted(_HEADING_LEFT, 0, -_ICON_LEFT, 0)
        if self._warns and not self._open:
            icon(painter, QPointF(room.right() - _CHEVRON, middle), self._theme, STATE_ICONS["risk"], "risk", _CHEVRON)
            room.setRight(room.right() - _CHEVRON - 6)
        beside = self._theme.text_width(self._note, "caption")
        if self._theme.text_width(self.text(), "caption_strong") + beside + 8 > room.width():
            beside = 0.0
        own = room.adjusted(0, 0, -beside - 8 if beside else 0, 0)
        words(painter, own, self.text(), self._theme, "quiet", "caption_strong")
        if beside:
            words(painter, room, self._note, self._theme, "quiet", "caption", align=RIGHT)
