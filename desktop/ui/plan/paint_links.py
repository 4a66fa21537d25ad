"""Paints who waits for whom: out of a bar, down beside the others' lines, and into the bar that comes after."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.ui.plan.scene import Scene

_LANE, _INTO, _ARROW = 4.0, 5.0, 3.5
_MOST_LANES = 4


@dataclass(frozen=True)
class Link:
    """From the row of one task into the row of another; ``lane`` keeps lines apart that come down at the same place."""

    before: str
    after: str
    rows: tuple[int, int]
    lane: int


def links_of(scene: Scene, lines: Mapping[str, int]) -> tuple[Link, ...]:
    """All links between tasks that have a row, each in a lane of its own where others would run over it."""
    found: list[tuple[float, int, int, str, str]] = []
    tasks = scene.view.schedule.tasks
    for name, entry in tasks.items():
        row = lines.get(name)
        if row is None:
            continue
        down = scene.axis.start(entry.start)
        waits = (earlier for earlier in entry.waits if earlier in lines)
        found.extend((down, lines[earlier], row, earlier, name) for earlier in waits)
    found.sort()
    return _in_lanes(found)


def _in_lanes(found: list[tuple[float, int, int, str, str]]) -> tuple[Link, ...]:
    """Lines that come down within a few pixels of each other from different bars get lanes in the order of their bars."""
    links: list[Link] = []
    lanes: dict[int, dict[str, int]] = {}
    for down, first, last, earlier, name in found:
        near = lanes.setdefault(int(down // (_LANE * _MOST_LANES)), {})
        lane = near.setdefault(earlier, len(near) % _MOST_LANES)
        links.append(Link(earlier, name, (first, last), lane))
    return tuple(links)


def paint_links(
    painter: QPainter, scene: Scene, links: tuple[Link, ...], tops: tuple[float, float], rows: range, chosen: str
) -> None:
    """Those that touch ``rows``; ``tops`` is the top of row 0 and the height of a row. Those of ``chosen`` stand out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tasks, loud = scene.view.schedule.tasks, []
    for link in links:
        first, last = link.rows if link.rows[0] < link.rows[1] else link.rows[::-1]
        if last < rows.start or first >= rows.stop:
            continue
        mine = chosen in (link.before, link.after)
        critical = tasks[link.before].critical and tasks[link.after].critical
        if mine or critical:
            loud.append((link, ("text", 1.6) if mine else ("accent", 1.2)))
        else:
            _paint(painter, scene, link, tops, ("edge", 1.0))
    for link, pen in loud:
        _paint(painter, scene, link, tops, pen)


def _paint(painter: QPainter, scene: Scene, link: Link, tops: tuple[float, float], pen: tuple[str, float]) -> None:
    tasks = scene.view.schedule.tasks
    top, height = tops
    source = scene.bar(tasks[link.before], top + link.rows[0] * height)
    target = scene.bar(tasks[link.after], top + link.rows[1] * height)
    falls = link.rows[1] > link.rows[0]
    x = min(target.left() + _INTO + link.lane * _LANE, max(target.left() + 2, target.right() - 3))
    y = target.top() - 1 if falls else target.bottom() + 1
    ink = scene.theme.colour(pen[0])
    painter.setPen(QPen(ink, pen[1]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_way(source, x, y, falls=falls))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    back = -_ARROW * 1.3 if falls else _ARROW * 1.3
    painter.drawPolygon(QPolygonF((QPointF(x, y), QPointF(x - _ARROW, y + back), QPointF(x + _ARROW, y + back))))


def _way(source: QRectF, x: float, y: float, *, falls: bool) -> QPainterPath:
    """Sideways out of the bar, then down (or up); a bar that begins before the other ends is left at its lower edge."""
    middle = source.center().y()
    if x > source.right() + 1:
        path = QPainterPath(QPointF(source.right(), middle))
        path.lineTo(x, middle)
    else:
        path = QPainterPath(QPointF(x, source.bottom() if falls else source.top()))
    path.lineTo(x, y)
    return path
