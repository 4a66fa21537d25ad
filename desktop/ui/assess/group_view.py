"""One group of a lens: its score with bounds, and, when opened, the questions behind it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.analysis.scoring import HIGHEST, Score
from desktop.session.assess import question_place
from desktop.session.assess_dashboard import Link
from desktop.session.assess_lenses import GroupView
from desktop.session.assess_lenses import Line as QuestionLine
from desktop.text import say
from desktop.ui.assess.lines import LEVEL, NOT_APPLICABLE, LinkList
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.paint import CENTRE, RIGHT, announce, box, icon, words
from desktop.ui.widgets.tips import plain_tip

_FIGURE, _EDGE, _EVERY = 56, 12, 1_000
_NAME, _COVER = 0.42, 0.2  # shares of the width


def paint_bounds(painter: QPainter, rect: QRectF, theme: Theme, score: Score) -> None:
    """Ticks at 0 to 4, a bar from low to high, and a dot at the score."""
    middle, width = rect.center().y(), rect.width()

    def at(level: float) -> float:
        return rect.left() + width * level / HIGHEST

    for level in range(HIGHEST + 1):
        painter.fillRect(QRectF(at(level) - 0.5, middle - 9, 1, 18), theme.colour("line"))
    if score.low is None or score.high is None:
        return
    bar = QRectF(at(score.low), middle - 4, max(4.0, at(score.high) - at(score.low)), 8)
    box(painter, bar, 4, theme.colour("heat1" if score.score is None else "heat2"), theme.colour("edge"))
    if score.score is not None:
        box(painter, QRectF(at(score.score) - 6, middle - 6, 12, 12), 6, theme.colour("accent"), theme.colour("raised"))


def bar_place(theme: Theme, width: float, height: float) -> QRectF:
    """Where the bounds lie in a line of ``width``: after the name, before figure and coverage."""
    left = width * _NAME + 24
    return QRectF(left + _EDGE, 0, width * (1 - _COVER) - theme.scaled(_FIGURE) - 24 - left - 2 * _EDGE, height)


class Scale(QWidget):
    """The levels above the bars."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(round(theme.line("caption")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        place = bar_place(self._theme, self.width(), self.height())
        with QPainter(self) as painter:
            for level in range(HIGHEST + 1):
                at = QRectF(place.left() + place.width() * level / HIGHEST - 12, 0, 24, place.height())
                words(painter, at, str(level), self._theme, "quiet", "caption", align=CENTRE, figures=True)


class GroupHead(QAbstractButton):
    """Name and what it is about, the bounds, the score and the coverage; opens and closes with Space or Enter."""

    def __init__(self, theme: Theme, group: GroupView) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_group(group)

    def show_group(self, group: GroupView) -> None:
        """Other figures for the same group."""
        self._group = group
        said = say(
            "assess.bounds.name", name=group.name, score=group.figure, bounds=group.bounds, coverage=group.coverage
        )
        announce(self, said, group.about)
        self.setToolTip(plain_tip(group.about))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._theme.line() + self._theme.line("caption") + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        group, theme, height = self._group, self._theme, self.height()
        line, small = theme.line(), theme.line("caption")
        top = (height - line - small) / 2
        names = QRectF(24, top, self.width() * _NAME - 24, line)
        right = theme.scaled(_FIGURE)
        cover = self.width() * _COVER
        bar = bar_place(theme, self.width(), height)
        with QPainter(self) as painter:
            sign = "chevron-down" if self.isChecked() else "chevron-right"
            icon(painter, QPointF(0, (height - 16) / 2), theme, sign, "quiet")
            words(painter, names, group.name, theme, "accent" if self.underMouse() else "text", "strong")
            words(
                painter,
                names.translated(0, line).adjusted(0, 0, 0, small - line),
                group.about,
                theme,
                "quiet",
                "caption",
            )
            paint_bounds(painter, bar, theme, group.score)
            figure = QRectF(bar.right() + _EDGE, 0, right, height)
            words(painter, figure, group.figure, theme, "text", "title", align=RIGHT, figures=True)
            last = QRectF(self.width() - cover + 16, top, cover - 16, line)
            words(painter, last, group.bounds, theme, "text", "caption", align=RIGHT)
            words(painter, last.translated(0, small + 2), group.coverage, theme, "quiet", "caption", align=RIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class GroupBlock(QWidget):
    """Head and, when opened, its questions. ``followed`` carries a link to one, ``listed`` asks for the questions page."""

    followed = Signal(object)
    listed = Signal(str)

    def __init__(self, theme: Theme, group: GroupView) -> None:
        super().__init__()
        self._theme, self._group, self._system = theme, group, ""
        self.head = GroupHead(theme, group)
        self._body: LinkList | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(20, 0, 0, 12)
        self._column.setSpacing(8)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._inside)
        self.head.toggled.connect(self._open)

    def show_group(self, group: GroupView, system: str) -> None:
        """Other figures; an open group also shows its questions anew."""
        self._group, self._system = group, system
        self.head.show_group(group)
        if self._body is not None:
            self._body.show_links(self._links())

    def _open(self, opened: bool) -> None:  # noqa: FBT001  # a Qt slot
        if opened and self._body is None:
            self._body = LinkList(self._theme, "", _EVERY)
            self._body.chosen.connect(self.followed)
            self._column.addWidget(self._body)
            button = Button(self._theme, say("assess.lens.open-group"), Kind.QUIET, small=True, inline=True)
            button.clicked.connect(lambda: self.listed.emit(self._group.id))
            self._column.addWidget(button)
            self._body.show_links(self._links())
        self._inside.setVisible(opened)

    def _links(self) -> tuple[Link, ...]:
        return tuple(self._link(line) for line in self._group.lines)

    def _link(self, line: QuestionLine) -> Link:
        none = NOT_APPLICABLE if line.not_applicable else "unanswered"
        mark = none if line.level is None else f"{LEVEL}{line.level}"
        return Link(line.prompt, line.words, mark, "questions", question_place(self._system, line.question))
