"""Type and measures for a wall: designed for 1440 by 800 pixels, and as large as the room that there is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.reports.palette import TYPE
from desktop.ui.theme import Theme
from desktop.ui.theme.fonts import font

DESIGNED = (1440, 800)
SMALLEST, LARGEST = 0.5, 2.5
_WRAP = int(Qt.TextFlag.TextWordWrap)
_TALL = 10_000


class Wall:
    """Fonts, distances and wrapped text at one scale."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self.theme, self.scale = theme, scale
        self._fonts: dict[tuple[str, bool], QFont] = {}

    def px(self, designed: float) -> float:
        """A distance at this scale."""
        return designed * self.scale

    def font(self, role: str, *, figures: bool = False) -> QFont:
        """A font at this scale."""
        key = (role, figures)
        if key not in self._fonts:
            self._fonts[key] = font(TYPE[role], self.scale, figures=figures)
        return self._fonts[key]

    def line(self, role: str) -> float:
        """The line height of a role at this scale."""
        return TYPE[role].line * self.scale

    def width(self, text: str, role: str) -> float:
        """How wide one line of ``text`` is."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(text)

    def height(self, text: str, role: str, width: float) -> float:
        """How tall ``text`` is, wrapped at ``width``."""
        room = QFontMetricsF(self.font(role)).boundingRect(QRectF(0, 0, width, _TALL), _WRAP, text)
        return float(room.height())

    def colour(self, token: str) -> QColor:
        """A colour of the theme."""
        return self.theme.colour(token)

    def write(  # noqa: PLR0913
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        role: str,
        ink: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
        *,
        figures: bool = False,
    ) -> None:
        """Write ``text`` into ``rect``, wrapped."""
        painter.setFont(self.font(role, figures=figures))
        painter.setPen(self.colour(ink))
        painter.drawText(rect, int(align) | _WRAP, text)


def scale_for(width: float, height: float) -> float:
    """The scale for a room of this size."""
    return max(SMALLEST, min(LARGEST, width / DESIGNED[0], height / DESIGNED[1]))
