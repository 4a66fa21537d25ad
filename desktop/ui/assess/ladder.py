"""The ladder as five rising steps with "you are here"; each leads to the questions of its rung."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.session.assess_dashboard import Step
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, box, words
from desktop.ui.widgets.tips import plain_tip

_HEAD, _LOW, _RISE = 16, 12, 5  # room for the pointer, height of the first step, and what each further one adds


class LadderStep(QAbstractButton):
    """One rung: how high it is, its name, and how many criteria are met."""

    def __init__(self, theme: Theme, step: Step) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Another state of the same rung."""
        self._step = step
        name = say("assess.ladder.step", n=step.number, name=step.name, met=step.met, total=step.total)
        announce(self, name, self._place())
        self.setToolTip(plain_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        lines = self._theme.line() + self._theme.line("caption")
        return QSize(120, round(_HEAD + _LOW + 4 * _RISE + 8 + lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        step, floor = self._step, _HEAD + _LOW + 4 * _RISE
        height = _LOW + (step.number - 1) * _RISE
        bar = QRectF(0, floor - height, self.width(), height)
        with QPainter(self) as painter:
            self._bar(painter, bar)
            here = step.state == "here"
            line, small = self._theme.line(), self._theme.line("caption")
            name = QRectF(0, floor + 6, self.width(), line)
            ink = "accent" if self.underMouse() else "text" if step.state != "open" else "quiet"
            words(painter, name, self.title, self._theme, ink, self._role(here=here))
            under = QRectF(0, name.bottom(), self.width(), small)
            words(painter, under, self._words(), self._theme, "accent" if self._place() else "quiet", "caption")

    @property
    def title(self) -> str:
        """Number and name."""
        return f"{self._step.number}  {self._step.name}"

    def _role(self, *, here: bool) -> str:
        """Smaller where the name would be cut."""
        roles = ("strong", "caption_strong") if here else ("body", "caption")
        return roles[0] if self._theme.text_width(self.title, roles[0]) <= self.width() else roles[1]

    def _place(self) -> str:
        """What this rung is to the system: where it stands, or what was set by hand."""
        if self._step.state == "hand":
            return say("assess.ladder.hand")
        return say("assess.ladder.here") if self._step.state == "here" else ""

    def _words(self) -> str:
        step = self._step
        if place := self._place():
            return place
        key = "assess.ladder.next" if step.state == "next" else "assess.ladder.met"
        return say(key, met=step.met, total=step.total)

    def _bar(self, painter: QPainter, bar: QRectF) -> None:
        colour, step = self._theme.colour, self._step
        if step.state in ("here", "met"):
            box(painter, bar, RADIUS_CELL, colour("accent"))
        elif step.state == "hand":
            box(painter, bar, RADIUS_CELL, colour("risk_tint"), colour("risk"), 1.5)
        else:
            frame = colour("accent") if step.state == "next" else colour("edge")
            box(painter, bar, RADIUS_CELL, colour("raised"), frame, 1.5 if step.state == "next" else 1)
            if step.met and step.total:
                done = bar.adjusted(2, 2, 0, -2)
                done.setWidth((bar.width() - 4) * step.met / step.total)
                box(painter, done, RADIUS_CELL - 2, colour("heat1"))
        if self._place():
            middle, top = bar.center().x(), bar.top() - 11
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("risk" if step.state == "hand" else "accent"))
            painter.drawPolygon(
                QPolygonF([QPointF(middle - 6, top), QPointF(middle + 6, top), QPointF(middle, top + 7)])
            )


class Ladder(QWidget):
    """All rungs side by side; ``chosen`` carries the id of the rung's group."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: dict[str, LadderStep] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show the rungs, lowest first."""
        for step in steps:
            if step.id in self._steps:
                self._steps[step.id].show_step(step)
                continue
            self._steps[step.id] = made = LadderStep(self._theme, step)
            made.clicked.connect(lambda _checked=False, group=step.id: self.chosen.emit(group))
            self._row.addWidget(made, 1)
