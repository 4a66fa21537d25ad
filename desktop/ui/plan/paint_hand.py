"""Paints what is under the hand: the knob on the end of a bar, a line that is pulled from it, and what either would do."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.reports.palette import RADIUS_BAR, RADIUS_CELL
from desktop.session.plan_page import PlanView
from desktop.session.plan_page_words import moving_words
from desktop.ui.plan.link_drag import HANDLE, Pulled, knob
from desktop.ui.plan.paint_plan import Sight
from desktop.ui.plan.pointer import Pointer
from desktop.ui.plan.scene import Scene
from desktop.ui.plan.table_model import PlanModel
from desktop.ui.widgets.paint import CENTRE, LEFT, box, icon

_SIGN, _BESIDE = 14, 16.0


def paint_held(painter: QPainter, scene: Scene, model: PlanModel, pointer: Pointer, sight: Sight) -> None:
    """The knob of the bar under the mouse, or the line that is pulled from it."""
    pulled, row = pointer.line.pulled, model.row_of(pointer.over)
    painter.save()
    painter.setClipRect(sight.chart, Qt.ClipOperation.IntersectClip)
    if pulled is not None:
        _paint_line(painter, scene, pulled, sight, (model.row_of(pulled.name), model.row_of(pulled.target)))
    elif not pointer.busy and row is not None:
        _paint_knob(painter, scene, pointer.over, sight, row)
    painter.restore()


def paint_said(painter: QPainter, scene: Scene, model: PlanModel, pointer: Pointer, sight: Sight) -> None:
    """What letting go would do, over everything else."""
    held, before, pulled = pointer.drag.held, model.settled, pointer.line.pulled
    row = model.row_of(held.name) if held is not None and held.moving else None
    painter.setClipping(False)
    if held is not None and before is not None and row is not None:
        _paint_drag(painter, scene, before, held.name, sight, row)
    elif pulled is not None:
        _paint_pulled(painter, scene, pulled, QRectF(painter.viewport()))


def _paint_knob(painter: QPainter, scene: Scene, name: str, sight: Sight, row: int) -> None:
    """Where a line to another bar can be pulled from."""
    entry = scene.view.entry(name)
    if entry is not None:
        _dot(painter, scene, knob(scene.bar(entry, sight.top + row * sight.height)), "accent")


def _dot(painter: QPainter, scene: Scene, at: QPointF, ink: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scene.theme.colour(ink), 2))
    painter.setBrush(scene.theme.colour("raised"))
    painter.drawEllipse(at, HANDLE, HANDLE)


def _paint_line(
    painter: QPainter, scene: Scene, pulled: Pulled, sight: Sight, rows: tuple[int | None, int | None]
) -> None:
    """From the bar to the hand; the bar that it would lead to is framed."""
    source, ink = scene.view.entry(pulled.name), "block" if pulled.refused else "accent"
    if source is None or rows[0] is None:
        return
    target = scene.view.entry(pulled.target)
    if target is not None and rows[1] is not None:
        bar = scene.bar(target, sight.top + rows[1] * sight.height).adjusted(-3, -3, 3, 3)
        box(painter, bar, RADIUS_BAR + 2, None, scene.theme.colour(ink), 2)
    begin = knob(scene.bar(source, sight.top + rows[0] * sight.height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scene.theme.colour(ink), 2))
    painter.drawLine(begin, pulled.at)
    _dot(painter, scene, begin, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.theme.colour(ink))
    painter.drawEllipse(pulled.at, 3.5, 3.5)


def _paint_pulled(painter: QPainter, scene: Scene, pulled: Pulled, room: QRectF) -> None:
    """What letting go would do, or why it cannot be, beside the hand and never outside the view."""
    sign = scene.theme.scaled(_SIGN) + 6 if pulled.refused else 0
    width = min(scene.text.width(pulled.words, "caption_strong") + 20 + sign, room.width() - 16)
    height = float(scene.theme.scaled(24))
    left = max(8.0, min(pulled.at.x() + _BESIDE, room.right() - width - 8))
    below = pulled.at.y() + _BESIDE
    top = below if below + height < room.bottom() else pulled.at.y() - _BESIDE - height
    place = QRectF(left, top, width, height)
    box(painter, place, RADIUS_CELL, scene.theme.colour("text"))
    inside = place.adjusted(10, 0, -10, 0)
    if pulled.refused:
        size = scene.theme.scaled(_SIGN)
        icon(painter, QPointF(inside.left(), inside.center().y() - size / 2), scene.theme, "octagon-x", "surface", size)
    scene.text.draw(painter, inside.adjusted(sign, 0, 0, 0), pulled.words, "surface", "caption_strong", align=LEFT)


def _paint_drag(painter: QPainter, scene: Scene, before: PlanView, name: str, sight: Sight, row: int) -> None:
    """What letting go would do, beside the bar and never outside the view."""
    words = moving_words(before, scene.view, name)
    width = scene.text.width(words, "caption_strong") + 20
    bar = scene.bar(scene.view.schedule.tasks[name], sight.top + row * sight.height)
    height = float(scene.theme.scaled(24))
    top = bar.top() - height - 6 if bar.top() > height + 8 else bar.bottom() + 8
    left = max(4.0, min(bar.left(), sight.chart.right() - width - 4))
    place = QRectF(left, top, width, height)
    box(painter, place, RADIUS_CELL, scene.theme.colour("text"))
    scene.text.draw(painter, place, words, "surface", "caption_strong", align=CENTRE)
