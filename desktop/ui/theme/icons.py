"""Line icons from ``resources/icons``, tinted with a colour and kept as pixmaps."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from desktop.resources import resource

_SIZES = (16, 20, 24)
_RATIOS = (1.0, 2.0)


class IconShelf:
    """Draws an icon when it is first asked for and keeps it by name, colour, size and device pixel ratio."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}
        self._drawings: dict[str, str] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon ``name`` in ``colour`` at ``size`` logical pixels; raises ``FileNotFoundError`` for an unknown name."""
        key = (name, colour, size, ratio)
        if key not in self._kept:
            self._kept[key] = self._draw(name, colour, size, ratio)
        return self._kept[key]

    def icon(self, name: str, colour: str, disabled: str) -> QIcon:
        """A ``QIcon`` for menus and item views, at 16, 20 and 24 pixels and both usual pixel ratios."""
        made = QIcon()
        for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
            for size in _SIZES:
                for ratio in _RATIOS:
                    made.addPixmap(self.pixmap(name, tint, size, ratio), mode)
        return made

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        return self._drawings[name]

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        svg = self._drawing(name).replace("currentColor", colour)
        made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        made.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        with QPainter(made) as painter:
            renderer.render(painter, QRectF(made.rect()))
        made.setDevicePixelRatio(ratio)
        return made
