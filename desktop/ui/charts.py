"""A chart on screen: drawn again for each size and theme, and readable without seeing it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.reports.palette import Palette
from desktop.ui.theme import Theme

MakeDrawing = Callable[[Palette, float, float, float], Any]


class ChartWidget(QWidget):
    """``make_drawing(palette, width, height, text_size)`` gives the reportlab drawing when it is first painted.

    ``name`` says what the chart shows, ``description`` what can be seen in it, ``table`` holds the figures with a
    heading row: a screen reader gets all three.
    """

    def __init__(self, theme: Theme, make_drawing: MakeDrawing, height: int = 220) -> None:
        super().__init__()
        self._theme, self._make, self._height = theme, make_drawing, height
        self._table: tuple[tuple[str, ...], ...] = ()
        self._kept: tuple[tuple[object, ...], Any] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def describe(self, name: str, description: str, table: Sequence[Sequence[str]]) -> None:
        """What the chart says in words and figures."""
        self._table = tuple(tuple(row) for row in table)
        self.setAccessibleName(name)
        lines = (", ".join(row) for row in self._table)
        self.setAccessibleDescription("\n".join((description, *lines)))

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """The figures as rows of text, the headings first; for *Copy data* and tests."""
        return self._table

    def redraw(self, make_drawing: MakeDrawing) -> None:
        """Other figures."""
        self._make, self._kept = make_drawing, None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, round(self._height * self._theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        from desktop.reports.charts.sheet import draw_on
        from desktop.ui.painter_canvas import PainterCanvas

        drawing = self._drawing()
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            draw_on(PainterCanvas(painter, self.height()), drawing)

    def _drawing(self) -> Any:
        key = (self._theme.palette.name, self.width(), self.height(), self._theme.text_scale)
        if self._kept is None or self._kept[0] != key:
            size = 12 * self._theme.text_scale
            self._kept = (key, self._make(self._theme.palette, self.width(), self.height(), size))
        return self._kept[1]
