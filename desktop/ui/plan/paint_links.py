"""Paints who waits for whom: out of a bar, down beside the others' lines, and into the bar that comes after."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.planning.network import Network
from desktop.ui.plan.scene import Scene

_LANE, _INTO, _ARROW = 4.0, 5.0, 3.5
_MOST_LANES = 4
_MANY = 400  # links
_BLOCK = 16  # rows


class Link(NamedTuple):
    """From the row of one task into the row of another; ``lane`` keeps lines apart that come down at the same place."""

    before: str
    after: str
    rows: tuple[int, int]
    lane: int


class Links:
    """All links of a picture. Asked by rows, so that of thousands only those are looked at that pass what is in sight."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._blocks: dict[int, list[Link]] = {}
        for link in links:
            first, last = sorted(link.rows)
            for block in range(first // _BLOCK, last // _BLOCK + 1):
                if block not in self._blocks:
                    self._blocks[block] = []
                self._blocks[block].append(link)

    def passing(self, rows: range) -> tuple[Link, ...]:
        """Those that begin, end or pass in one of ``rows``."""
        blocks = range(rows.start // _BLOCK, max(rows.start, rows.stop - 1) // _BLOCK + 1)
        near = dict.fromkeys(link for block in blocks for link in self._blocks.get(block, ()))
        return tuple(link for link in near if min(link.rows) < rows.stop and max(link.rows) >= rows.start)


def links_of(scene: Scene, lines: Mapping[str, int]) -> Links:
    """All links between tasks that have a row, each in a lane of its own where others would run over it.

    Scrolling changes nothing about them.
    """
    found: list[tuple[float, int, int, str, str]] = []
    begins = dict[date, float]()
    for name, entry in scene.view.schedule.tasks.items():
        if not entry.waits or name not in lines:
            continue
        if entry.start not in begins:
            begins[entry.start] = scene.axis.start(entry.start) + scene.axis.offset
        down, row = begins[entry.start], lines[name]
        found += [(down, lines[earlier], row, earlier, name) for earlier in entry.waits if earlier in lines]
    found.sort()
    return Links(_in_lanes(found))


def many_links(scene: Scene, lines: Mapping[str, int]) -> bool:
    """Too many to look for free lanes at every change of a date: ``steady_links`` are to be taken."""
    return sum(map(len, scene.view.prepared.net.before.values())) > _MANY if len(lines) > _MANY // 4 else False


def steady_links(net: Network, lines: Mapping[str, int]) -> Links:
    """The same for a plan of very many links: the lane follows from the bar that a line comes from, whatever the dates."""
    pairs = [(lines[one], one, name) for name in net.order if name in lines for one in net.before[name] if one in lines]
    rank = {row: at for at, row in enumerate(sorted({row for row, _, _ in pairs}))}
    return Links(Link(one, name, (row, lines[name]), rank[row] % _MOST_LANES) for row, one, name in pairs)


def _in_lanes(found: list[tuple[float, int, int, str, str]]) -> Iterator[Link]:
    """Lines that come down within a few pixels of each other from different bars get lanes in the order of their bars."""
    lanes: dict[int, dict[str, int]] = {}
    for down, first, last, earlier, name in found:
        near = lanes.setdefault(int(down // (_LANE * _MOST_LANES)), {})
        lane = near.setdefault(earlier, len(near) % _MOST_LANES)
        yield Link(earlier, name, (first, last), lane)


def paint_links(
    painter: QPainter, scene: Scene, links: Links, tops: tuple[float, float], rows: range, chosen: str
) -> None:
    """Those that touch ``rows``; ``tops`` is the top of row 0 and the height of a row. Those of ``chosen`` stand out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tasks, loud = scene.view.schedule.tasks, []
    for link in links.passing(rows):
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
