"""Paints the right half of the plan: weeks, closed days, bars, the baseline under them, today, and the end of the weeks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.planning.schedule import Scheduled
from desktop.reports.palette import RADIUS_BAR, STATE_ICONS
from desktop.ui.plan.scene import STATES, Scene
from desktop.ui.widgets.paint import box, icon

_ICON = 12
_SUMMARY, _POINT = 4.0, 5.0


def paint_ground(painter: QPainter, scene: Scene, rect: QRectF, closed: tuple[tuple[float, float], ...]) -> None:
    """Closed days, a line between weeks, and a tint on all that lies after the twelve weeks."""
    axis, theme = scene.axis, scene.theme
    for left, right in closed:
        if left - axis.offset < rect.right() and right - axis.offset > rect.left():
            stretch = QRectF(left - axis.offset, rect.top(), right - left, rect.height())
            painter.fillRect(stretch.intersected(rect), theme.colour("sunk"))
    end = max(rect.left(), axis.end(scene.view.schedule.window_end))
    painter.fillRect(QRectF(end, rect.top(), rect.right() - end, rect.height()), _after(scene))
    painter.setPen(QPen(theme.colour("line"), 1))
    weeks = axis.weeks_in(rect.left(), rect.right())
    for week in range(weeks.start, weeks.stop + 1):
        x = round(axis.week_left(week)) + 0.5
        if rect.left() <= x <= rect.right():
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _after(scene: Scene) -> QColor:
    """The tint, thin enough to let the closed days through."""
    tint = scene.theme.colour("risk_tint").toRgb()
    tint.setAlphaF(0.6)
    return tint


def paint_marks(painter: QPainter, scene: Scene, rect: QRectF) -> None:
    """The end of the twelve weeks as a dashed line, the launch as a dotted and today as a solid one, over the bars."""
    axis, theme = scene.axis, scene.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    end = round(axis.end(scene.view.schedule.window_end))
    if rect.left() <= end <= rect.right():
        pen = QPen(theme.colour("risk"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(end, rect.top()), QPointF(end, rect.bottom()))
    launch = scene.view.schedule.launch
    if launch is not None and rect.left() <= axis.start(launch) <= rect.right():
        painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(
            QPointF(round(axis.start(launch)), rect.top()), QPointF(round(axis.start(launch)), rect.bottom())
        )
    today = today_at(scene)
    if rect.left() <= today <= rect.right():
        painter.fillRect(QRectF(round(today) - 1, rect.top(), 2, rect.height()), theme.colour("text"))


def today_at(scene: Scene) -> float:
    """Where today stands: in the middle of its day."""
    axis, today = scene.axis, scene.view.today
    return (axis.start(today) + axis.end(today)) / 2


def paint_band(painter: QPainter, scene: Scene, band: str, top: float, height: float) -> None:
    """A band as a bracket from the first to the last day of its tasks."""
    stand = scene.view.band(band)
    if stand.start is None or stand.finish is None:
        return
    left, right = scene.axis.start(stand.start), scene.axis.end(stand.finish) - 1
    y = top + height / 2 - _SUMMARY
    ink = scene.theme.colour("text")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRect(QRectF(left, y, right - left, _SUMMARY))
    for x, turn in ((left, 1), (right, -1)):
        bottom = y + _SUMMARY
        corners = (QPointF(x, bottom - 1), QPointF(x + turn * _POINT, bottom - 1), QPointF(x, bottom + _POINT))
        painter.drawPolygon(QPolygonF(corners))


def paint_task(painter: QPainter, scene: Scene, name: str, top: float, *, held: bool) -> None:
    """A task's bar with what is done of it, its ghost, and the sign of what stands in its way."""
    entry = scene.view.entry(name)
    if entry is None:
        return
    ghost = scene.ghost(name, top)
    if ghost is not None:
        box(painter, ghost, GHOST_RADIUS, scene.theme.colour("surface"), scene.theme.colour("edge"))
    rect, state = scene.bar(entry, top), scene.view.state(name)
    if state == "done":
        _paint_done(painter, scene, rect)
        return
    _paint_open(painter, scene, rect, entry, scene.view.tasks[name].percent)
    if state == "blocked":
        box(painter, rect.adjusted(-1, -1, 1, 1), RADIUS_BAR, None, scene.theme.colour("block"), 2)
    if state in ("blocked", "late", "beyond"):
        at = QPointF(rect.right() + 5, rect.center().y() - _ICON / 2)
        icon(painter, at, scene.theme, STATE_ICONS[STATES[state]], STATES[state], _ICON)
    if held:
        box(painter, rect.adjusted(-3, -3, 3, 3), RADIUS_BAR + 2, None, scene.theme.colour("accent"), 2)


GHOST_RADIUS = 2.5


def _paint_done(painter: QPainter, scene: Scene, rect: QRectF) -> None:
    box(painter, rect, RADIUS_BAR, scene.theme.colour("done"))
    if rect.width() > _ICON + 2:
        icon(painter, rect.center() - QPointF(_ICON / 2, _ICON / 2), scene.theme, "check", "surface", _ICON)


def _paint_open(painter: QPainter, scene: Scene, rect: QRectF, entry: Scheduled, percent: int) -> None:
    theme = scene.theme
    fill, done = ("accent", "accent_press") if entry.critical else ("heat2", "heat3")
    frame = theme.colour("edge") if scene.bold_line and not entry.critical else None
    box(painter, rect, RADIUS_BAR, theme.colour(fill), frame)
    if percent:
        share = QRectF(rect.left(), rect.top(), rect.width() * percent / 100, rect.height())
        box(painter, share, RADIUS_BAR, theme.colour(done))
        x = round(share.right())
        painter.fillRect(QRectF(x - 1, rect.top(), 1.5, rect.height()), theme.colour("surface"))
