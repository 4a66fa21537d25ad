"""Five described levels down, four perspectives across: everybody's answer to one question in one sight."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.session.assess import VIEWS
from desktop.session.assess_edits import Answer
from desktop.session.assess_questions import QuestionView, VoiceView
from desktop.text import count, say
from desktop.ui.assess.heat import heat_fill
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, announce, box, words
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.words import Words, caption
from desktop.workbook import Perspective

NONE = -1  # the row of "does not apply"
_WIDTH = 92
ROWS = (0, 1, 2, 3, 4, NONE)
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class VoiceHead(QAbstractButton):
    """A perspective's name; the place of the keyboard in its column. 0–4 set its level, N says that it does not apply."""

    answered = Signal(object)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._chosen = theme, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_voice(self, voice: VoiceView, *, chosen: bool) -> None:
        """The perspective with its answer, and whether its details are open below."""
        self._chosen = chosen
        self.setText(voice.name)
        announce(self, say("assess.voice", view=voice.name, says=voice.says), say("assess.keys"))
        self.setToolTip(plain_tip(say("assess.keys")))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, round(2 * self._theme.line("caption") + 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed in ("0", "1", "2", "3", "4") and typed:
            self.answered.emit(Answer(int(typed)))
        elif typed.lower() == "n":
            self.answered.emit(Answer(not_applicable=True))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit(Answer())
        elif event.key() in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._chosen:
                painter.fillRect(rect, self._theme.colour("accent_soft"))
            painter.setFont(self._theme.font("caption_strong"))
            painter.setPen(self._theme.colour("accent" if self._chosen else "text"))
            flags = int(CENTRE) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(rect.adjusted(4, 0, -4, 0), flags, self.text())


class LevelCell(QAbstractButton):
    """One level for one perspective, by mouse; the keyboard stays on the head of the column."""

    def __init__(self, theme: Theme, level: int) -> None:
        super().__init__()
        self._theme, self._level, self._chosen = theme, level, False
        self._shown: tuple[object, ...] = ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_state(self, voice: VoiceView, *, chosen: bool) -> None:
        """Whether this is the perspective's answer."""
        given = NONE if voice.rating.not_applicable else voice.rating.level
        shown = (given == self._level, chosen, voice.name)
        if shown == self._shown:
            return
        self._shown, self._chosen = shown, chosen
        self.setChecked(given == self._level)
        key = "assess.cell.none" if self._level == NONE else "assess.cell"
        announce(self, say(key, view=voice.name, n=self._level))
        self.update()

    def nextCheckState(self) -> None:
        """The document decides what is checked, not the click."""

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self._theme.scaled(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, colour = QRectF(self.rect()), self._theme.colour
        with QPainter(self) as painter:
            if self._chosen or self.underMouse():
                painter.fillRect(rect, colour("accent_soft" if self._chosen else "sunk"))
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), colour("line"))
            size = self._theme.scaled(28 if self.isChecked() else 14)
            disc = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
            if not self.isChecked():
                box(painter, disc, size / 2, colour("raised"), colour("edge"), 1.5 if self.underMouse() else 1)
                return
            box(painter, disc, size / 2, colour("accent"))
            text = say("assess.none") if self._level == NONE else str(self._level)
            words(painter, disc, text, self._theme, "on_accent", "strong", align=CENTRE, figures=True)


class LevelNumber(QWidget):
    """The number of a level; filled where this level is the one that scores."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text, self._scores = theme, text, False
        self.setFixedSize(theme.scaled(24), theme.scaled(24))

    def show_scoring(self, *, scores: bool) -> None:
        """Whether it counts."""
        self._scores = scores
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._scores and self._text.isdigit():
                ground, ink = heat_fill(self._theme, int(self._text))
                box(painter, rect, RADIUS_CELL, ground, self._theme.colour("edge"))
                painter.setPen(ink)
            else:
                painter.setPen(self._theme.colour("quiet"))
            painter.setFont(self._theme.font("strong", figures=True))
            painter.drawText(rect, int(CENTRE), self._text)


class Matrix(QWidget):
    """``answered`` carries perspective and answer, ``turned`` the perspective whose details are wanted."""

    answered = Signal(object, object)
    turned = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.heads = {view: VoiceHead(theme) for view in VIEWS}
        self.cells = {(view, level): LevelCell(theme, level) for view in VIEWS for level in ROWS}
        self._numbers: dict[int, LevelNumber] = {}
        self._texts: dict[int, Words] = {}
        self._feet = {view: caption(theme, "") for view in VIEWS}
        for level in ROWS:
            self._describe(level)
        for column, view in enumerate(VIEWS, 1):
            self._voice(column, view)

    def _describe(self, level: int) -> None:
        text = say("assess.none") if level == NONE else str(level)
        self._numbers[level], self._texts[level] = LevelNumber(self._theme, text), Words(self._theme)
        holder = _Ruled(self._theme)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 6, 16, 7)
        row.setSpacing(12)
        row.addWidget(self._numbers[level], 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._texts[level], 1)
        self._grid.addWidget(holder, 1 + ROWS.index(level), 0)

    def _voice(self, column: int, view: Perspective) -> None:
        head = self.heads[view]
        self._grid.addWidget(head, 0, column)
        self._grid.setColumnMinimumWidth(column, _WIDTH)
        head.answered.connect(lambda answer: self.answered.emit(view, answer))
        head.stepped.connect(lambda by: self._step(view, by))
        head.entered.connect(lambda: self.turned.emit(view))
        head.clicked.connect(lambda _checked=False: head.setFocus(Qt.FocusReason.MouseFocusReason))
        for level in ROWS:
            cell = self.cells[view, level]
            cell.clicked.connect(lambda _checked=False, given=level: self._click(view, given))
            self._grid.addWidget(cell, 1 + ROWS.index(level), column)
        foot = QVBoxLayout()
        foot.setContentsMargins(4, 8, 4, 0)
        self._feet[view].setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._feet[view])
        foot.addStretch(1)
        self._grid.addLayout(foot, 1 + len(ROWS), column)

    def _click(self, view: Perspective, level: int) -> None:
        self.heads[view].setFocus(Qt.FocusReason.MouseFocusReason)
        checked = self.cells[view, level].isChecked()
        answer = Answer() if checked else Answer(not_applicable=True) if level == NONE else Answer(level)
        self.answered.emit(view, answer)

    def _step(self, view: Perspective, by: int) -> None:
        at = (VIEWS.index(view) + by) % len(VIEWS)
        self.heads[VIEWS[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def show_question(self, shown: QuestionView, chosen: Perspective) -> None:
        """Show the question's levels and everybody's answers."""
        for level, text in enumerate(shown.levels):
            self._texts[level].setText(text)
        self._texts[NONE].setText(say("assess.none.words"))
        for level, number in self._numbers.items():
            number.show_scoring(scores=level == shown.level)
        for voice in shown.voices:
            on = voice.view is chosen
            self.heads[voice.view].show_voice(voice, chosen=on)
            for level in ROWS:
                self.cells[voice.view, level].show_state(voice, chosen=on)
            self._feet[voice.view].setText(foot_words(voice))


def foot_words(voice: VoiceView) -> str:
    """Under a column: how much evidence there is, who answered and when, and how far it is reviewed."""
    if not voice.rating.answered and not voice.rating.evidence:
        return say("assess.level.open")
    held = len(voice.rating.evidence)
    shown = count("assess.evidence.count", held) if held else say("assess.evidence.missing")
    return "\n".join(part for part in (shown, voice.by, voice.on, voice.review) if part)


class _Ruled(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.colour("line"))
