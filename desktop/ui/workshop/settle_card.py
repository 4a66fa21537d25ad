"""What the room agrees on: a level with a reason, apart from the four views so that it never looks like their mean."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CARD
from desktop.session.workshop import Settled
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, LEFT, announce, box, icon
from desktop.ui.workshop.keys import REASON_KEYS
from desktop.ui.workshop.wall import Wall

_HEIGHT, _LEFT, _DISC, _PAD = 148, 290, 26, 20
REASONS = tuple(f"workshop.reason.{n}" for n in range(1, 6))


@dataclass(frozen=True)
class Draft:
    """What the room is about to record. ``own``: the reason is typed instead of chosen."""

    level: int | None = None
    not_applicable: bool = False
    reason: str = ""
    own: bool = False

    @property
    def given(self) -> bool:
        """A level, or that it does not apply, is chosen."""
        return self.level is not None or self.not_applicable

    @property
    def ready(self) -> bool:
        """It can be recorded."""
        return self.given and bool(self.reason.strip())

    def with_level(self, level: int | None, *, not_applicable: bool = False) -> "Draft":
        """The same with another level."""
        return replace(self, level=level, not_applicable=not_applicable)


class _Reason(QLineEdit):
    """Own words; Enter takes them, Escape goes back to the reasons to choose from."""

    left = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit(event.key() != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)


class SettleCard(QWidget):
    """``typed`` carries own words, ``left`` whether they were taken (Enter) or dropped (Escape)."""

    typed = Signal(str)
    left = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wall = Wall(theme, 1)
        self._settled: Settled | None = None
        self._draft = Draft()
        self.field = _Reason(self)
        self.field.setMaxLength(2_000)
        self.field.setPlaceholderText(say("workshop.reason.own"))
        announce(self.field, say("workshop.reason.own"))
        self.field.hide()
        self.field.textEdited.connect(self.typed)
        self.field.left.connect(self.left)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, settled: Settled | None, draft: Draft) -> None:
        """What is recorded, and what is about to be."""
        self._settled, self._draft = settled, draft
        if draft.own and not self.field.isVisible():
            self.field.setText(draft.reason)
        self.field.setVisible(draft.own)
        announce(self, say("workshop.settle"), self.words)
        self.update()

    @property
    def words(self) -> str:
        """The card said aloud."""
        if not self._draft.given and self._settled is not None:
            level = self._settled.level
            said = say("assess.level.none") if level is None else say("assess.level", n=level)
            return say("workshop.settled.words", level=said, reason=self._settled.reason, by=self._settled.by)
        if not self._draft.given:
            return say("workshop.settle.how")
        said = say("assess.level.none") if self._draft.level is None else say("assess.level", n=self._draft.level)
        reason = self._draft.reason or say("workshop.settle.reason")
        return say("workshop.settled.words", level=said, reason=reason, by=say("workshop.settled.draft"))

    def set_scale(self, scale: float) -> None:
        """As large as the board's type."""
        if scale != self._wall.scale:
            self._wall = Wall(self._theme, scale)
            self.field.setFont(self._wall.font("wall_small"))
            self.updateGeometry()
            self._place()

    def sizeHint(self) -> QSize:
        return QSize(900, round(self._wall.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(400, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _reasons_at(self) -> QRectF:
        wall = self._wall
        left = wall.px(_LEFT + 2 * _DISC + 3 * _PAD)
        return QRectF(left, wall.px(14), self.width() - left - wall.px(_PAD), self.height() - wall.px(28))

    def _place(self) -> None:
        room = self._reasons_at()
        height = round(max(36, self._wall.px(44)))
        self.field.setGeometry(round(room.left()), round(room.center().y() - height / 2), round(room.width()), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        wall = self._wall
        with QPainter(self) as painter:
            box(painter, QRectF(self.rect()), RADIUS_CARD, wall.colour("raised"), wall.colour("accent"), 2)
            self._left(painter)
            self._disc(painter)
            if not self.field.isVisible():
                self._reason(painter)

    def _left(self, painter: QPainter) -> None:
        wall, settled = self._wall, self._settled
        shown = settled if not self._draft.given else None
        room = QRectF(wall.px(_PAD), wall.px(_PAD), wall.px(_LEFT - 2 * _PAD), wall.line("wall_strong"))
        wall.write(painter, room, say("workshop.settled" if shown else "workshop.settle"), "wall_strong")
        under = QRectF(room.left(), room.bottom() + wall.px(2), room.width(), 3 * wall.line("wall_small"))
        if shown is None:
            wall.write(painter, under, say("workshop.settle.short"), "wall_small", "quiet")
            return
        wall.write(painter, under, shown.by, "wall_small", "quiet")
        if shown.blocking:
            size, top = round(wall.px(18)), under.top() + wall.px(28)
            icon(painter, QPointF(under.left(), top + 2), self._theme, "octagon-x", "block", size)
            text = QRectF(under.left() + size + wall.px(8), top, under.width(), wall.line("wall_small"))
            wall.write(painter, text, say("workshop.blocking"), "wall_small_strong", "block")

    def _disc(self, painter: QPainter) -> None:
        wall, draft = self._wall, self._draft
        radius = wall.px(_DISC)
        disc = QRectF(wall.px(_LEFT), self.height() / 2 - radius, 2 * radius, 2 * radius)
        shown = draft if draft.given else None
        if shown is None and self._settled is None:
            painter.setPen(QPen(wall.colour("edge"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
            wall.write(painter, disc, say("workshop.settle.digits"), "wall_small", "quiet", CENTRE)
            return
        level = shown.level if shown else self._settled.level if self._settled else None
        text = say("assess.none") if level is None else str(level)
        box(painter, disc, radius, wall.colour("accent"))
        wall.write(
            painter, disc, text, "wall_title" if level is not None else "wall_small", "on_accent", CENTRE, figures=True
        )

    def _reason(self, painter: QPainter) -> None:
        wall, room = self._wall, self._reasons_at()
        fixed = self._draft.reason if self._draft.own else self._settled.reason if self._settled else ""
        if fixed and (self._draft.own or not self._draft.given):
            wall.write(painter, room, fixed, "wall_body", align=LEFT)
            return
        height = room.height() / 3
        for at, key in enumerate(REASONS):
            column, row = divmod(at, 3)
            place = QRectF(room.left() + column * room.width() / 2, room.top() + row * height, room.width() / 2, height)
            self._choice(painter, place, REASON_KEYS[at].upper(), say(key))
        last = QRectF(room.left() + room.width() / 2, room.top() + 2 * height, room.width() / 2, height)
        self._choice(painter, last, "T", say("workshop.reason.own"))

    def _choice(self, painter: QPainter, place: QRectF, key: str, text: str) -> None:
        wall, chosen = self._wall, bool(text) and text == self._draft.reason
        cap = QRectF(place.left(), place.center().y() - wall.px(13), wall.px(26), wall.px(26))
        box(painter, cap, 4, wall.colour("accent") if chosen else None, None if chosen else wall.colour("edge"))
        wall.write(painter, cap, key, "wall_small", "on_accent" if chosen else "quiet", CENTRE)
        words = place.adjusted(wall.px(36), 0, -wall.px(12), 0)
        role = "wall_small_strong" if chosen else "wall_small"
        wall.write(painter, words, text, role, "accent" if chosen else "text", LEFT)
