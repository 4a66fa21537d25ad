"""Text for painting many cells: each is measured, shortened and laid out once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText, QTransform

from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT

_MOST = 4_000


class TextCache:
    """Draws lines of text inside rectangles; remembers how they lie until the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._laid: dict[tuple[str, str, bool, int], tuple[QStaticText, float, float]] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, str], float] = {}
        theme.changed.connect(self.clear)

    def clear(self) -> None:
        """Forget everything: fonts are others now."""
        self._laid.clear()
        self._metrics.clear()
        self._widths.clear()

    def metrics(self, role: str, *, figures: bool = False) -> QFontMetricsF:
        """Measures of a role's font."""
        if (role, figures) not in self._metrics:
            self._metrics[role, figures] = QFontMetricsF(self._theme.font(role, figures=figures))
        return self._metrics[role, figures]

    def width(self, text: str, role: str = "body") -> float:
        """How wide a line of text is."""
        if (text, role) not in self._widths:
            if len(self._widths) > _MOST:
                self._widths.clear()
            self._widths[text, role] = self.metrics(role).horizontalAdvance(text)
        return self._widths[text, role]

    def draw(  # noqa: PLR0913
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        ink: str = "text",
        role: str = "body",
        *,
        align: Qt.AlignmentFlag = LEFT,
        figures: bool = False,
    ) -> None:
        """One line inside ``rect``, shortened with an ellipsis where it does not fit; in the middle from top to bottom."""
        if not text or rect.width() <= 0:
            return
        laid, width, height = self._lay(text, role, int(rect.width()), figures=figures)
        left = rect.left()
        if align & Qt.AlignmentFlag.AlignRight:
            left = rect.right() - width
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left += (rect.width() - width) / 2
        painter.setFont(self._theme.font(role, figures=figures))
        painter.setPen(self._theme.colour(ink))
        painter.drawStaticText(QPointF(left, rect.top() + (rect.height() - height) / 2), laid)

    def _lay(self, text: str, role: str, room: int, *, figures: bool) -> tuple[QStaticText, float, float]:
        key = (text, role, figures, room)
        if key not in self._laid:
            if len(self._laid) > _MOST:
                self._laid.clear()
            metrics = self.metrics(role, figures=figures)
            laid = QStaticText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1.0))
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(QTransform(), self._theme.font(role, figures=figures))
            self._laid[key] = (laid, metrics.horizontalAdvance(laid.text()), metrics.height())
        return self._laid[key]
