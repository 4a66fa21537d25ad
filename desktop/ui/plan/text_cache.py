"""Text for painting many cells: each is measured and shortened once."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT

_MOST = 6_000


class TextCache:
    """Draws lines of text inside rectangles; remembers how they were shortened until the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shown: dict[tuple[str, str, bool, int], str] = {}
        self._metrics: dict[tuple[str, bool], QFontMetricsF] = {}
        theme.changed.connect(self.clear)

    def clear(self) -> None:
        """Forget everything: fonts are others now."""
        self._shown.clear()
        self._metrics.clear()

    def metrics(self, role: str, *, figures: bool = False) -> QFontMetricsF:
        """Measures of a role's font."""
        if (role, figures) not in self._metrics:
            self._metrics[role, figures] = QFontMetricsF(self._theme.font(role, figures=figures))
        return self._metrics[role, figures]

    def width(self, text: str, role: str = "body") -> float:
        """How wide a line of text is."""
        return self.metrics(role).horizontalAdvance(text)

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
        """One line inside ``rect``, shortened with an ellipsis where it does not fit."""
        if not text or rect.width() <= 0:
            return
        key = (text, role, figures, int(rect.width()))
        if key not in self._shown:
            if len(self._shown) > _MOST:
                self._shown.clear()
            metrics = self.metrics(role, figures=figures)
            self._shown[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        painter.setFont(self._theme.font(role, figures=figures))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, int(align), self._shown[key])
