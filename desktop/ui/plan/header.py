"""The head of the plan: names of columns, and over the chart the months, the weeks, today and the end of the weeks."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.reports.palette import RADIUS_CELL
from desktop.session.plan_page_cells import CHART, COLUMNS
from desktop.text import say
from desktop.text.formatting import day_long
from desktop.ui.plan.paint_cells import FIGURES, PAD
from desktop.ui.plan.paint_chart import today_at
from desktop.ui.plan.scene import Scene
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import CENTRE, LEFT, RIGHT, box

_LINE = 22


class PlanHeader(QHeaderView):
    """Two lines high: months above, weeks below. ``scene`` gives the picture of this moment."""

    def __init__(self, theme: Theme, scene: Callable[[], Scene | None], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._scene = theme, scene
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setAccessibleName(say("planpage.header"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.scaled(2 * _LINE + 2))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column, place = COLUMNS[logical], QRectF(rect)
        painter.save()
        painter.setClipRect(place)
        ground = self._theme.colour("edge")
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), ground)
        scene = self._scene()
        if column == CHART:
            if scene is not None:
                self._paint_weeks(painter, scene, place)
        elif scene is not None:
            low = QRectF(
                place.left(), place.bottom() - self._theme.scaled(_LINE), place.width() - PAD, self._theme.scaled(_LINE)
            )
            align = RIGHT if column in FIGURES else LEFT
            scene.text.draw(painter, low, say(f"planpage.column.{column}"), "quiet", "caption", align=align)
        painter.restore()

    def _paint_weeks(self, painter: QPainter, scene: Scene, place: QRectF) -> None:
        line = float(self._theme.scaled(_LINE))
        months = QRectF(place.left(), place.top(), place.width(), line)
        weeks = QRectF(place.left(), place.bottom() - line, place.width(), line - 1)
        axis, plan = scene.axis, scene.view.schedule
        end = axis.end(plan.window_end)
        after = QRectF(end, weeks.top(), place.right() - end, line)
        painter.fillRect(after.intersected(place), self._theme.colour("risk_tint"))
        for week in axis.weeks_in(place.left(), place.right()):
            cell = QRectF(axis.week_left(week), weeks.top(), axis.week_width, line)
            self._paint_week(painter, scene, week, cell)
        self._paint_span(painter, scene, weeks)
        busy = self._paint_flags(painter, scene, months)
        self._paint_months(painter, scene, months, busy)

    def _paint_week(self, painter: QPainter, scene: Scene, week: int, cell: QRectF) -> None:
        axis, view = scene.axis, scene.view
        first, last = axis.monday_of(week), axis.monday_of(week) + timedelta(days=6)
        here = first <= view.today <= last
        ink = "accent" if here else "risk" if first > view.schedule.window_end else "quiet"
        role = "caption_strong" if here else "caption"
        name = week_name(scene, week)
        every = 1 if scene.text.width("+99", "caption") < cell.width() else 2
        if here or week % every == 0:
            wider = cell.adjusted(-4, 0, 4, 0)
            scene.text.draw(painter, wider, name, ink, role, align=CENTRE)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        x = round(cell.left()) + 0.5
        painter.drawLine(int(x), int(cell.top()), int(x), int(cell.bottom()))

    def _paint_span(self, painter: QPainter, scene: Scene, weeks: QRectF) -> None:
        """The forecast of the launch as a bar under the weeks, from the 10th to the 90th percentile, even chances marked."""
        if scene.span is None:
            return
        left, right = scene.axis.start(scene.span.p10), scene.axis.end(scene.span.p90)
        bar = QRectF(left, weeks.bottom() - 4, right - left, 4)
        painter.fillRect(bar, self._theme.colour("heat3"))
        middle = scene.axis.start(scene.span.p50)
        painter.fillRect(QRectF(middle - 1, weeks.bottom() - 7, 3, 7), self._theme.colour("text"))

    def _paint_flags(self, painter: QPainter, scene: Scene, months: QRectF) -> list[tuple[float, float]]:
        """Today as a flag on its line, and the end of the weeks in words; returns the places that are taken."""
        busy: list[tuple[float, float]] = []
        today, text = today_at(scene), say("planpage.today")
        if months.left() <= today <= months.right():
            width = scene.text.width(text, "caption_strong") + 12
            flag = QRectF(
                max(months.left(), min(today - width / 2, months.right() - width)),
                months.top() + 2,
                width,
                months.height() - 4,
            )
            box(painter, flag, RADIUS_CELL, self._theme.colour("text"))
            scene.text.draw(painter, flag, text, "surface", "caption_strong", align=CENTRE)
            painter.fillRect(
                QRectF(round(today) - 1, flag.bottom(), 2, 2 * months.height()), self._theme.colour("text")
            )
            busy.append((flag.left() - 6, flag.right() + 6))
        end, words = scene.axis.end(scene.view.schedule.window_end), say("planpage.window-end")
        width = scene.text.width(words, "caption_strong")
        left = end - width - 6
        if left > months.left() and end <= months.right() + 1 and not _taken(busy, left, end):
            place = QRectF(left, months.top(), width, months.height())
            scene.text.draw(painter, place, words, "risk", "caption_strong", align=RIGHT)
            busy.append((left - 6, end + 2))
        self._paint_launch(painter, scene, months, busy)
        return busy

    def _paint_launch(self, painter: QPainter, scene: Scene, months: QRectF, busy: list[tuple[float, float]]) -> None:
        launch = scene.view.schedule.launch
        if launch is None:
            return
        text, at = say("planpage.launch"), scene.axis.start(launch)
        width = scene.text.width(text, "caption_strong")
        for left in (at + 3, at - width - 5):
            inside = months.left() <= left and left + width <= months.right()
            if inside and not _taken(busy, left, left + width):
                place = QRectF(left, months.top(), width + 2, months.height())
                scene.text.draw(painter, place, text, "accent", "caption_strong")
                busy.append((left - 4, left + width + 6))
                return

    def _paint_months(self, painter: QPainter, scene: Scene, months: QRectF, busy: list[tuple[float, float]]) -> None:
        axis = scene.axis
        month = axis.monday.replace(day=1)
        last = axis.monday_of(axis.weeks)
        while month < last and axis.start(month) < months.right():
            following = (month + timedelta(days=32)).replace(day=1)
            left = max(axis.start(max(month, axis.monday)), months.left())
            right = min(axis.start(following), months.right())
            self._paint_month(painter, scene, QRectF(left, months.top(), right - left, months.height()), month, busy)
            month = following

    def _paint_month(
        self, painter: QPainter, scene: Scene, room: QRectF, month: date, busy: list[tuple[float, float]]
    ) -> None:
        """At the beginning of its days, or after a flag that stands there; shorter where the long name has no room."""
        starts = [room.left(), *(end for begin, end in busy if begin < room.right() and end > room.left())]
        for text in _names(month):
            width = scene.text.width(text, "caption_strong")
            for left in starts:
                if left + width + 6 <= room.right() and not _taken(busy, left, left + width + 4):
                    place = QRectF(left + 4, room.top(), width + 2, room.height())
                    scene.text.draw(painter, place, text, "text", "caption_strong")
                    return


def _names(month: date) -> tuple[str, ...]:
    """Long to short; January carries its year."""
    name = day_long(month).split(" ", 1)[1]
    word = name.partition(" ")[0]
    return (name, f"{word[:3]} {month.year}", word[:3]) if month.month == 1 else (word, word[:3])


def _taken(busy: list[tuple[float, float]], left: float, right: float) -> bool:
    return any(left < one[1] and right > one[0] for one in busy)


def week_name(scene: Scene, week: int) -> str:
    """The number of a column's week; what begins after the twelve weeks counts from there."""
    plan, first = scene.view.schedule, scene.axis.monday_of(week)
    if first > plan.window_end:
        return f"+{((first - plan.window_end).days + 6) // 7}"
    return str(max(1, (first + timedelta(days=4) - plan.first_day).days // 7 + 1))
