"""Single lines of text, shortened and laid out once: tables and rails paint the same words over and over."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

_KEPT = 4_096
_RIGHT, _CENTRE = int(Qt.AlignmentFlag.AlignRight), int(Qt.AlignmentFlag.AlignHCenter)
_BOTTOM, _MIDDLE = int(Qt.AlignmentFlag.AlignBottom), int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Line:
    """What to paint and how large it is, in logical pixels."""

    text: QStaticText
    width: float
    height: float

    def corner(self, rect: QRectF, align: Qt.AlignmentFlag) -> QPointF:
        """Where its top left corner stands in ``rect``; without an alignment in its own top left."""
        left, top = rect.left(), rect.top()
        how = int(align)  # plain numbers: flags are slow to compare, and every cell of a table asks
        if how & _RIGHT:
            left = rect.right() - self.width
        elif how & _CENTRE:
            left += (rect.width() - self.width) / 2
        if how & _MIDDLE:
            top += (rect.height() - self.height) / 2
        elif how & _BOTTOM:
            top = rect.bottom() - self.height
        return QPointF(left, top)


class LineShelf:
    """Lays a line out when it is first asked for; everything is forgotten when the fonts change or many have gathered."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, bool, int], Line] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def line(self, text: str, font: QFont, role: tuple[str, bool], room: float) -> Line:
        """``text`` in ``font``, with an ellipsis where it is wider than ``room``; ``role`` names the font."""
        key = (text, *role, int(room * 2))
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = _laid(text, font, room)
        return found

    def width(self, text: str, font: QFont, role: str) -> float:
        """How wide ``text`` is in ``font``, in logical pixels; ``role`` names the font."""
        key = (text, role)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            found = self._widths[key] = QFontMetricsF(font).horizontalAdvance(text)
        return found

    def clear(self) -> None:
        """The fonts are other ones now."""
        self._kept.clear()
        self._widths.clear()


def _laid(text: str, font: QFont, room: float) -> Line:
    metrics = QFontMetricsF(font)
    static = QStaticText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(QTransform(), font)
    return Line(static, static.size().width(), metrics.height())
