"""The question on the wall: five described levels as columns, one row a voice, and, once revealed, how far they lie apart."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CARD
from desktop.session.workshop import Stage, Voice
from desktop.text import count, say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, LEFT, announce, box, icon
from desktop.ui.workshop.wall import SMALLEST, Wall, scale_for

_MARGIN, _NAMES, _ROW, _SIGN = 72, 232, 62, 24
_FOOT = 48  # room for the bracket and its words
_STEP = 0.04  # by how much the type gives way where a question is long


@dataclass(frozen=True)
class Places:
    """Where everything stands at one scale."""

    wall: Wall
    question: QRectF
    ask: QRectF
    needs: QRectF
    numbers: QRectF
    levels: QRectF
    rows: QRectF
    foot: QRectF

    @property
    def column(self) -> float:
        """How wide one level is."""
        return self.levels.width() / 5

    def middle(self, level: int) -> float:
        """The middle of a level's column."""
        return self.levels.left() + self.column * (level + 0.5)

    def row(self, at: int) -> QRectF:
        """The row of a voice, name and levels."""
        height = self.rows.height() / 4
        return QRectF(self.rows.left(), self.rows.top() + at * height, self.rows.width(), height)


def places(theme: Theme, stage: Stage, width: float, height: float) -> Places:
    """The largest arrangement that fits."""
    scale = scale_for(width, height * 1.25)
    while True:
        found = _arranged(Wall(theme, scale), stage, width)
        if found.foot.bottom() <= height or scale <= SMALLEST:
            return found
        scale -= _STEP


def _arranged(wall: Wall, stage: Stage, width: float) -> Places:
    margin = min(wall.px(_MARGIN), width * 0.06)
    room = width - 2 * margin
    names = wall.px(_NAMES)
    column = (room - names) / 5
    top = wall.px(24)
    question = QRectF(margin, top, room, wall.height(stage.prompt, "wall_display", room))
    ask = QRectF(margin, question.bottom() + wall.px(4), room, wall.height(stage.ask, "wall_small", room))
    needs = QRectF(margin, ask.bottom() + wall.px(10), room, wall.line("wall_small"))
    numbers = QRectF(margin + names, needs.bottom() + wall.px(6), room - names, wall.line("wall_title"))
    tallest = max(wall.height(text, "wall_small", column - wall.px(20)) for text in stage.levels)
    levels = QRectF(margin + names, numbers.bottom() + wall.px(2), room - names, tallest)
    rows = QRectF(margin, levels.bottom() + wall.px(14), room, 4 * wall.px(_ROW))
    foot = QRectF(margin, rows.bottom(), room, wall.px(_FOOT))
    return Places(wall, question, ask, needs, numbers, levels, rows, foot)


class Board(QWidget):
    """Shows a stage; ``here`` is the row of the voice whose turn it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.stage: Stage | None = None
        self._here, self._draft = 0, None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_stage(self, stage: Stage, here: int) -> None:
        """Show another question, or another state of the same."""
        self.stage, self._here = stage, here
        announce(self, stage.prompt, "\n".join(said(stage, here)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1200, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 300)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.stage is None:
            return
        found = places(self._theme, self.stage, self.width(), self.height())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._words(painter, found, self.stage)
            self._band(painter, found, self.stage)
            for at, voice in enumerate(self.stage.voices):
                self._voice(painter, found, at, voice)
            self._needs(painter, found, self.stage)
            self._foot(painter, found, self.stage)

    def _words(self, painter: QPainter, found: Places, stage: Stage) -> None:
        wall, centred = found.wall, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        wall.write(painter, found.question, stage.prompt, "wall_display")
        wall.write(painter, found.ask, stage.ask, "wall_small", "quiet")
        for level, text in enumerate(stage.levels):
            number = QRectF(found.middle(level) - wall.px(40), found.numbers.top(), wall.px(80), found.numbers.height())
            wall.write(painter, number, str(level), "wall_title", align=CENTRE, figures=True)
            pad = wall.px(10)
            left = found.levels.left() + level * found.column
            column = QRectF(left + pad, found.levels.top(), found.column - 2 * pad, found.levels.height())
            wall.write(painter, column, text, "wall_small", align=centred)

    def _band(self, painter: QPainter, found: Places, stage: Stage) -> None:
        """The area between the lowest and the highest level, so that the room can point at it."""
        if stage.low is None or stage.high is None or stage.low == stage.high:
            return
        left, right = found.middle(stage.low) - found.column * 0.42, found.middle(stage.high) + found.column * 0.42
        area = QRectF(left, found.rows.top(), right - left, found.rows.height())
        tint, frame = ("risk_tint", "risk") if stage.apart else ("accent_soft", "accent")
        stark = self._theme.palette.name == "high_contrast"  # there the tints are as black as the ground
        box(painter, area, RADIUS_CARD, found.wall.colour(tint), found.wall.colour(frame) if stark else None, 2)

    def _voice(self, painter: QPainter, found: Places, at: int, voice: Voice) -> None:
        wall, row = found.wall, found.row(at)
        if at == self._here:
            ground = QRectF(
                row.left() - wall.px(16), row.top() + wall.px(4), wall.px(_NAMES), row.height() - wall.px(8)
            )
            box(painter, ground, 6, wall.colour("accent_soft"), wall.colour("accent"), 2)
        middle, half = row.center().y(), row.height() / 2
        name = QRectF(row.left(), row.top() + wall.px(3), wall.px(_NAMES - 40), half)
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        wall.write(painter, name, voice.name, "wall_strong", align=bottom)
        wall.write(painter, name.translated(0, half), voice.speaker, "wall_small", "quiet")
        if voice.evidence:
            size = round(wall.px(16))
            at_left = row.left() + wall.px(_NAMES) - wall.px(56)
            icon(painter, QPointF(at_left, middle - size / 2), self._theme, "paperclip", "quiet", size)
        line = QRectF(found.levels.left(), middle - 0.5, found.levels.width(), 1)
        painter.fillRect(line, wall.colour("line"))
        radius = wall.px(5)
        for level in range(5):
            dot = QRectF(found.middle(level) - radius, middle - radius, 2 * radius, 2 * radius)
            box(painter, dot, radius, wall.colour("surface"), wall.colour("edge"))
        self._score(painter, found, row, voice)

    def _score(self, painter: QPainter, found: Places, row: QRectF, voice: Voice) -> None:
        """The level of a voice, or, unseen, only that there is one: always at the same place and of the same size."""
        wall, middle = found.wall, row.center().y()
        if voice.level is not None:
            radius = wall.px(20)
            disc = QRectF(found.middle(voice.level) - radius, middle - radius, 2 * radius, 2 * radius)
            box(painter, disc, radius, wall.colour("accent"))
            wall.write(painter, disc, str(voice.level), "wall_strong", "on_accent", CENTRE, figures=True)
            return
        if not voice.scored and self.stage is not None and not self.stage.revealed:
            return
        width = wall.width(voice.words, "wall_small") + wall.px(_SIGN + 40)
        pill = QRectF(found.middle(2) - width / 2, middle - wall.px(17), width, wall.px(34))
        box(
            painter,
            pill,
            pill.height() / 2,
            wall.colour("raised"),
            wall.colour("accent" if voice.scored else "edge"),
            1.5,
        )
        size = round(wall.px(18))
        sign = "minus" if voice.not_applicable else "eye-off" if voice.scored else "circle"
        ink = "accent" if voice.scored else "quiet"
        icon(painter, QPointF(pill.left() + wall.px(14), middle - size / 2), self._theme, sign, ink, size)
        text = pill.adjusted(wall.px(_SIGN + 18), 0, 0, 0)
        wall.write(painter, text, voice.words, "wall_small", ink, LEFT)

    def _needs(self, painter: QPainter, found: Places, stage: Stage) -> None:
        """The level that production needs, as a line through all rows."""
        if not stage.needs:
            return
        wall, at = found.wall, found.levels.left() + stage.needs * found.column
        painter.setPen(QPen(wall.colour("block"), max(1.5, wall.px(2)), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, found.needs.bottom() + wall.px(4)), QPointF(at, found.rows.bottom()))
        text, size = say("workshop.needs", level=stage.needs), round(wall.px(18))
        width = wall.width(text, "wall_small_strong") + size + wall.px(8)
        left = min(at - wall.px(9), found.needs.right() - width)
        icon(painter, QPointF(left, found.needs.center().y() - size / 2), self._theme, "octagon-x", "block", size)
        wall.write(painter, QRectF(left + size + wall.px(8), found.needs.top(), width + 8, found.needs.height()),
                   text, "wall_small_strong", "block", LEFT)  # fmt: skip

    def _foot(self, painter: QPainter, found: Places, stage: Stage) -> None:
        """A bracket from the lowest to the highest, with what that means."""
        if not stage.revealed:
            return
        wall, ink = found.wall, "risk" if stage.apart else "text"
        middle = found.levels.center().x()
        if stage.low is not None and stage.high is not None:
            left, right = found.middle(stage.low), found.middle(stage.high)
            middle = (left + right) / 2
            if stage.low != stage.high:
                painter.setPen(QPen(wall.colour(ink), 2))
                top = found.foot.top() + wall.px(8)
                painter.drawPolyline([QPointF(left, top - wall.px(6)), QPointF(left, top), QPointF(right, top),
                                      QPointF(right, top - wall.px(6))])  # fmt: skip
        width = wall.width(stage.verdict, "wall_small_strong") + 8
        left = max(found.foot.left(), min(middle - width / 2, found.foot.right() - width))
        text = QRectF(left, found.foot.top() + wall.px(14), width, wall.line("wall_small"))
        wall.write(painter, text, stage.verdict, "wall_small_strong", ink, CENTRE)


def said(stage: Stage, here: int) -> tuple[str, ...]:
    """The board in words, for a screen reader: never more than may be seen."""
    voices = tuple(
        say("workshop.voice", name=voice.name, speaker=voice.speaker or say("workshop.nobody"), words=voice.words)
        for voice in stage.voices
    )
    levels = tuple(say("workshop.level", n=level, text=text) for level, text in enumerate(stage.levels))
    turn = () if stage.revealed else (say("workshop.turn", name=stage.voices[here].name),)
    needs = (say("workshop.needs", level=stage.needs),) if stage.needs else ()
    state = stage.verdict if stage.revealed else count("workshop.scored", stage.scored, of=len(stage.voices))
    return (stage.ask, *levels, *needs, *voices, *turn, state)
