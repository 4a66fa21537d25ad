"""Capacity under the plan, in the same week columns: one line a person, full where everything they can give is taken."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from desktop.planning.capacity import Load
from desktop.reports.palette import RADIUS_CELL, STATE_ICONS, StateToken
from desktop.session.plan_page_people import PersonLoad, load_words, people_headline, people_table, person_loads
from desktop.text import say
from desktop.text.formatting import number
from desktop.ui.plan.scene import Scene
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, announce, box, icon
from desktop.ui.widgets.tips import plain_tip

_HEAD, _LINE, _SIGN = 30, 24, 16
_MOST_LINES = 4
_ELSE, _LINE_SHARE = 520, 90  # pixels of the window that are the plan's, and how many more allow one more line


class CapacityStrip(QAbstractScrollArea):
    """``chosen`` carries a person whose line was pressed; ``folded`` is sent when the strip was opened or folded."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, scene: Callable[[], Scene | None]) -> None:
        super().__init__()
        self._theme, self._scene = theme, scene
        self._people: tuple[PersonLoad, ...] = ()
        self._loads: tuple[Load, ...] | None = None
        self._named: object = None
        self._headline, self._over = "", False
        self.open = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ringed", True)
        theme.changed.connect(self.fit)

    def show_loads(self) -> None:
        """Show the plan of this moment, also while a bar is dragged."""
        scene = self._scene()
        shown = scene.view.loads if scene else ()
        if shown == self._loads and (scene is None or self._named is scene.view.workbook.people):
            return
        self._loads, self._named = shown, scene.view.workbook.people if scene else None
        self._people = person_loads(scene.view) if scene else ()
        self._headline, self._over = people_headline(self._people)
        announce(self, say("planpage.people"), self._headline)
        self.fit()
        self.viewport().update()

    def describe(self) -> None:
        """Give a screen reader every week of everybody, once the hand rests."""
        announce(self, say("planpage.people"), "\n".join((self._headline, *people_table(self._people))))

    @property
    def people(self) -> tuple[PersonLoad, ...]:
        """The lines from top to bottom."""
        return self._people

    def fit(self) -> None:
        """Take as many lines as the window can spare."""
        most = max(1, min(_MOST_LINES, (self.window().height() - _ELSE) // _LINE_SHARE))
        lines = min(len(self._people), most) if self.open else 0
        height = self._theme.scaled(_HEAD) + lines * self._theme.scaled(_LINE)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        hidden = (len(self._people) - lines) * self._theme.scaled(_LINE) if self.open else 0
        self.verticalScrollBar().setRange(0, max(0, hidden))
        self.verticalScrollBar().setSingleStep(self._theme.scaled(_LINE))

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def toggle(self) -> None:
        """Fold to the one line that says who has too much, or open again."""
        self.open = not self.open
        self.fit()
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scene = self._scene()
        if scene is None:
            return
        head, line = self._theme.scaled(_HEAD), self._theme.scaled(_LINE)
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(QRectF(0, head, self.viewport().width(), self.height() - head))
            for at, one in enumerate(self._people if self.open else ()):
                top = head + at * line - self.verticalScrollBar().value()
                if head - line < top < self.height():
                    self._paint_person(painter, scene, one, QRectF(0, top, self.viewport().width(), line))
            painter.setClipping(False)
            self._paint_head(painter, scene, QRectF(0, 0, self.viewport().width(), head))

    def _paint_head(self, painter: QPainter, scene: Scene, rect: QRectF) -> None:
        painter.fillRect(QRectF(0, 0, rect.width(), 1), self._theme.colour("edge"))
        middle = rect.center().y()
        sign = "chevron-down" if self.open else "chevron-right"
        icon(painter, QPointF(8, middle - _SIGN / 2), self._theme, sign, "quiet", _SIGN)
        title = say("planpage.people")
        scene.text.draw(painter, rect.adjusted(32, 0, 0, 0), title, "text", "strong")
        left = 32 + scene.text.width(title, "strong") + 16
        token: StateToken = "risk" if self._over else "done"
        icon(painter, QPointF(left, middle - _SIGN / 2), self._theme, STATE_ICONS[token], token, _SIGN)
        words = scene.text.width(self._headline, "strong") + 4
        scene.text.draw(painter, QRectF(left + 22, 0, words, rect.height()), self._headline, token, "strong")
        note = QRectF(left + 22 + words + 16, 0, rect.width() - left - 46 - words, rect.height())
        scene.text.draw(painter, note, say("planpage.people.note"), "quiet", "caption")

    def _paint_person(self, painter: QPainter, scene: Scene, one: PersonLoad, rect: QRectF) -> None:
        axis = scene.axis
        names = QRectF(32, rect.top(), axis.left * 0.5 - 32, rect.height())
        scene.text.draw(painter, names, one.name, "text", "strong" if one.over else "body")
        note = QRectF(axis.left * 0.5 + 8, rect.top(), axis.left * 0.5 - 20, rect.height())
        scene.text.draw(painter, note, one.note, "risk" if one.over else "quiet", "caption")
        painter.save()
        painter.setClipRect(QRectF(axis.left, rect.top(), rect.width() - axis.left, rect.height()))
        for week in axis.weeks_in(axis.left, rect.right()):
            cell = QRectF(axis.week_left(week) + 1.5, rect.top() + 2, axis.week_width - 3, rect.height() - 4)
            load = one.weeks.get(axis.monday_of(week))
            if load is not None:
                self._paint_load(painter, scene, load, cell)
            else:
                painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), self._theme.colour("line"))
        painter.restore()

    def _paint_load(self, painter: QPainter, scene: Scene, load: Load, cell: QRectF) -> None:
        over, text = load.days > 0, _fitting(scene, load, cell.width())
        if over:
            box(painter, cell, RADIUS_CELL, self._theme.colour("risk_tint"), self._theme.colour("risk"), 1.5)
            scene.text.draw(painter, cell, text, "risk", "caption_strong", align=CENTRE, figures=True)
            return
        share = float(load.asked / load.given) if load.given else 0.0
        frame = self._theme.colour("edge") if scene.bold_line else None
        filled = QRectF(cell.left(), cell.bottom() - cell.height() * share, cell.width(), cell.height() * share)
        box(painter, cell, RADIUS_CELL, self._theme.colour("sunk"), frame)
        box(painter, filled, min(RADIUS_CELL, filled.height() / 2), self._theme.colour("heat1"))
        scene.text.draw(painter, cell, text, "text", "caption", align=CENTRE, figures=True)

    def _line_at(self, at: QPointF) -> PersonLoad | None:
        head, line = self._theme.scaled(_HEAD), self._theme.scaled(_LINE)
        row = int((at.y() - head + self.verticalScrollBar().value()) // line)
        return self._people[row] if at.y() >= head and 0 <= row < len(self._people) else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        one = self._line_at(event.position())
        if event.position().y() < self._theme.scaled(_HEAD):
            self.toggle()
        elif one is not None:
            self.chosen.emit(one.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        scene = self._scene()
        if isinstance(event, QHelpEvent) and scene is not None:
            at = QPointF(event.pos())
            one = self._line_at(at)
            monday = scene.axis.day_at(at.x())
            week = scene.axis.monday_of((monday - scene.axis.monday).days // 7)
            load = one.weeks.get(week) if one and at.x() >= scene.axis.left else None
            tip = load_words(one, load) if one and load else one.note if one else ""
            self.viewport().setToolTip(plain_tip(tip))
        return super().viewportEvent(event)


def _fitting(scene: Scene, load: Load, room: float) -> str:
    """The days asked for, without the part of a day where a narrow week has no room for it, or nothing."""
    whole = number(load.asked, 0)
    for text in (number(load.asked), whole if whole != "0" else ""):
        if scene.text.width(text, "caption_strong") + 4 <= room:
            return text
    return ""
