"""The drawing of the map as a picture, kept until something on it changes: painting words is what takes time."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.analysis.integration_layout import WIDTH
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.reports.charts.network_map import Network

_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class MapPicture:
    """Draws a network at a size of letters in pixels; while a box is held, everything but that box stays as it was."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: tuple[object, QPixmap] | None = None

    def forget(self) -> None:
        """Draw anew next time."""
        self._kept = None

    def drawn(self, network: "Network", em: float, ratio: float, held: str | None) -> QPixmap:
        """The map, without the box that is ``held``."""
        key = (em, ratio, held, self._theme.palette.name)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._draw(network, em, ratio, held))
        return self._kept[1]

    def _draw(self, network: "Network", em: float, ratio: float, held: str | None) -> QPixmap:
        height = network.layout.height * em
        made = QPixmap(max(1, round(WIDTH * em * ratio)), max(1, round(height * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            self._paint(painter, network, em, without=held)
        return made

    def paint_one(self, painter: QPainter, network: "Network", em: float, key: str) -> None:
        """The box under the hand with its line."""
        painter.save()
        self._paint(painter, network, em, only=key)
        painter.restore()

    def _paint(self, painter: QPainter, network: "Network", em: float, **part: Any) -> None:
        from desktop.reports.charts.network_map import network_map
        from desktop.reports.charts.sheet import Look, draw_on
        from desktop.ui.painter_canvas import PainterCanvas

        height = network.layout.height * em
        painter.setRenderHints(_HINTS)
        drawing = network_map(Look(self._theme.palette, WIDTH * em, height), network, **part)
        draw_on(PainterCanvas(painter, height), drawing)
