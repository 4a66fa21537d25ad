"""The cards under the numbers: a chart with its notice, costs by kind, unit economics, published figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.session.value_published import Published
from desktop.session.value_view import UnitRow
from desktop.text import say
from desktop.ui.charts import ChartWidget
from desktop.ui.theme import Theme
from desktop.ui.value.drawings import Picture
from desktop.ui.widgets.card import Card, Line
from desktop.ui.widgets.words import Words, caption

_WIDE = 3  # a table with more columns ends with one of small print
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ChartCard(Card):
    """A chart that can be absent: then a sentence says what it needs."""

    def __init__(self, theme: Theme, name: str, empty: str) -> None:
        super().__init__(theme, name)
        self._theme, self._title = theme, name
        self.words = Words(theme, "", "body", "text")
        self._empty = Words(theme, empty, "body", "quiet")
        self.chart: ChartWidget | None = None
        self._height = 0
        self.body.setSpacing(12)
        for part in (self.words, self._empty):
            self.body.addWidget(part)
        self.words.hide()

    def show_picture(self, picture: Picture | None, words: str = "") -> None:
        """Draw these figures, under ``words``; None shows what is missing."""
        self._empty.setVisible(picture is None)
        self.words.setText(words)
        self.words.setVisible(bool(words) and picture is not None)
        if picture is None:
            if self.chart is not None:
                self.chart.hide()
            return
        if self.chart is None or self._height != picture.height:
            self._replace(picture)
        assert self.chart is not None
        self.chart.redraw(picture.make)
        self.chart.describe(self._title, picture.description, picture.table)
        self.chart.show()

    def _replace(self, picture: Picture) -> None:
        if self.chart is not None:
            self.chart.hide()
            self.chart.deleteLater()
        self._height = picture.height
        self.chart = ChartWidget(self._theme, picture.make, picture.height)
        self.body.addWidget(self.chart)


class _Table(QWidget):
    """Rows of words under a quiet head; the first column takes what is left."""

    def __init__(self, theme: Theme, widths: tuple[int, ...], *, right: tuple[int, ...]) -> None:
        super().__init__()
        self._theme, self._right = theme, right
        self._cells: list[tuple[Words, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        for column, stretch in enumerate(widths):
            self._grid.setColumnStretch(column, stretch)

    def show_rows(self, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Another content; a table of the same size keeps its widgets and changes its words."""
        lines = (head, *rows)
        if len(lines) != len(self._cells) or any(len(a) != len(b) for a, b in zip(lines, self._cells, strict=True)):
            self._build(lines)
        for cells, texts in zip(self._cells, lines, strict=True):
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)

    def _build(self, lines: tuple[tuple[str, ...], ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._cells = []
        for number, texts in enumerate(lines):
            cells = [self._cell(number == 0, place, len(texts)) for place in range(len(texts))]
            self._line(2 * number, tuple(cells))
            self._cells.append(tuple(cells))

    def _cell(self, head: bool, place: int, of: int) -> Words:  # noqa: FBT001  # which of two looks
        last_of_many = place == of - 1 and of > _WIDE
        return caption(self._theme, "") if head or last_of_many else Words(self._theme)

    def _line(self, line: int, cells: tuple[Words, ...]) -> None:
        for column, cell in enumerate(cells):
            if column in self._right:
                cell.setAlignment(_RIGHT)
            self._grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Line(self._theme), line + 1, 0, 1, len(cells))


class UnitCard(Card):
    """What one handled case costs, at both volumes, and what follows from it in sentences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("value.card.units"))
        self._table = _Table(theme, (2, 2, 2), right=(1, 2))
        self._lines = Words(theme)
        self.body.addWidget(self._table)
        self.body.addWidget(self._lines)

    def show_units(self, rows: tuple[UnitRow, ...], lines: tuple[str, ...]) -> None:
        """Show the table, where there is one, and the sentences."""
        head = ("", say("value.unit.at-pilot"), say("value.unit.at-target"))
        self._table.setVisible(bool(rows))
        if rows:
            self._table.show_rows(head, tuple((row.name, row.pilot, row.target) for row in rows))
        self._lines.setText(" ".join(lines))
        self._lines.set_ink("text" if rows else "quiet")


class PublishedCard(Card):
    """Figures from the sources beside ours, each with who was measured."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, say("value.card.published"))
        self._table = _Table(theme, (3, 1, 2, 4), right=(1,))
        self.body.setSpacing(8)
        self.body.addWidget(caption(theme, say("value.card.published-note")))
        self.body.addWidget(self._table)

    def show_published(self, rows: tuple[Published, ...]) -> None:
        """Show the figures."""
        head = tuple(say(f"value.published.{key}") for key in ("measures", "ours", "value", "source"))
        none = say("value.none")
        self._table.show_rows(head, tuple((row.measures, row.ours or none, row.value, row.who) for row in rows))
