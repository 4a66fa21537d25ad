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
        self._notes: list[Words] = []
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
        self._cells, self._notes = [], []
        for number, texts in enumerate(lines):
            cells = tuple(caption(self._theme, "") if number == 0 else Words(self._theme) for _ in texts)
            for column, cell in enumerate(cells):
                if column in self._right:
                    cell.setAlignment(_RIGHT)
                self._grid.addWidget(cell, 3 * number, column, Qt.AlignmentFlag.AlignTop)
            self._cells.append(cells)
            self._grid.addWidget(Line(self._theme), 3 * number + 2, 0, 1, len(cells))

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """A line of small print under each row, across the table; the rows stand already."""
        while len(self._notes) > len(notes):
            gone = self._notes.pop()
            gone.hide()
            gone.deleteLater()
        for number, text in enumerate(notes, start=1):
            if number > len(self._notes):
                self._notes.append(note := caption(self._theme, ""))
                self._grid.addWidget(note, 3 * number + 1, 0, 1, len(self._cells[number]))
            self._notes[number - 1].setText(text)


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
        self._table = _Table(theme, (4, 1, 2), right=(1, 2))
        self.body.setSpacing(8)
        self.body.addWidget(caption(theme, say("value.card.published-note")))
        self.body.addWidget(self._table)

    def show_published(self, rows: tuple[Published, ...]) -> None:
        """Show the figures."""
        head = tuple(say(f"value.published.{key}") for key in ("measures", "ours", "value"))
        none = say("value.none")
        self._table.show_rows(head, tuple((row.measures, row.ours or none, row.value) for row in rows))
        self._table.show_notes(tuple(row.who for row in rows))
