"""The right column: what makes the page done, live, and why it matters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.reports.palette import SIDE_WIDTH, StateToken
from desktop.session.view import CheckView, PageView, WhyView
from desktop.text import say
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Line
from desktop.ui.widgets.marks import ProgressSegments
from desktop.ui.widgets.paint import announce, box
from desktop.ui.widgets.pressable import Pressable
from desktop.ui.widgets.scroll_page import clear_ground
from desktop.ui.widgets.side_panel import CheckLine, Fact, SideSection
from desktop.workbook.path import Path

_BAR = 12
_STATES: dict[str, StateToken] = {"met": "done", "open": "open", "failed": "block"}


class CheckButton(Pressable, CheckLine):
    """A check that leads to the field it judges, by mouse, Enter or Space."""

    pressed = Signal()

    def __init__(self, theme: Theme, state: StateToken, text: str, detail: str) -> None:
        super().__init__(theme, state, text, detail)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringed", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            with QPainter(self) as painter:
                box(painter, self.rect().toRectF(), 4, self._theme.colour("sunk"))
        super().paintEvent(event)


class SideColumn(QWidget):
    """*Done when* and *Why it matters* for the page that is shown; ``check_chosen`` carries the place of the field."""

    check_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page = ""
        self._checks: dict[str, CheckButton] = {}
        self._shown: dict[str, CheckView] = {}
        self._places: dict[str, Path] = {}
        self._why: tuple[WhyView, ...] = ()
        announce(self, say("shell.side"))
        self.setFixedWidth(SIDE_WIDTH)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        clear_ground(area)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 0, 0, 0)
        outside.addWidget(area)
        self._area = area

    def show_view(self, view: PageView) -> None:
        """Show the checks of ``view``; on the same page each line only changes its state and words."""
        if view.id != self._page or set(self._checks) != {check.id for check in view.checks} or view.why != self._why:
            self._build(view)
        far = say("shell.of", done=view.done, total=len(view.checks))
        self._done.set_note(far)
        self._bar.show_progress(view.done, len(view.checks), far)
        for check in view.checks:
            if self._shown.get(check.id) == check:
                continue
            self._shown[check.id] = check
            self._places[check.id] = check.path
            self._checks[check.id].show_state(_STATES[check.state], check.label, check.detail)
            self._name(check)

    def _build(self, view: PageView) -> None:
        self._page, self._why = view.id, view.why
        self._checks, self._places, self._shown = {}, {}, {}
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        inside.setFixedWidth(
            SIDE_WIDTH - 1 - _BAR
        )  # the same with and without a scroll bar, or the two would alternate
        column.setContentsMargins(23, 20, 12, 24)
        column.setSpacing(20)
        self._done = SideSection(self._theme, say("shell.done-when"))
        self._bar = ProgressSegments(self._theme, 0, len(view.checks), "")
        self._done.body.addWidget(self._bar)
        for check in view.checks:
            line = CheckButton(self._theme, _STATES[check.state], check.label, check.detail)
            line.pressed.connect(lambda known=check.id: self.check_chosen.emit(self._places[known]))
            self._checks[check.id] = line
            self._done.body.addWidget(line)
        column.addWidget(self._done)
        if view.why:
            column.addWidget(Line(self._theme))
            column.addWidget(self._reasons(view.why))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _reasons(self, reasons: tuple[WhyView, ...]) -> SideSection:
        section = SideSection(self._theme, say("shell.why"))
        section.body.setSpacing(16)
        for why in reasons:
            section.body.addWidget(Fact(self._theme, why.headline, why.text, why.cite))
        return section

    def _name(self, check: CheckView) -> None:
        state = say(f"shell.check.{check.state}")
        announce(self._checks[check.id], say("shell.check", state=state, label=check.label), check.detail)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("surface"))
            painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
