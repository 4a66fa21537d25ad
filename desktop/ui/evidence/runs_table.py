"""The table of runs: the one that is chosen is shown below it."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.reports.palette import STATE_ICONS
from desktop.session.evidence import RunLine
from desktop.text import say
from desktop.ui.evidence.row_table import RowTable, cell_frame
from desktop.ui.evidence.runs_model import COLUMNS, NUMBERS, ROW, RunsModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import LEFT, RIGHT, announce, icon, words

_SHARES = {"on": 0.11, "version": 0.22, "scored": 0.09, "share": 0.09, "between": 0.14, "against": 0.2, "word": 0.15}
_LOOKED_AT = 60  # rows whose cells a column is measured by
_PADS = 20  # left and right of a cell, and what rounding takes


class RunsTable(RowTable):
    """``chosen`` carries the id of a run, ``removal_wanted`` that of one to delete."""

    chosen = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._model = RunsModel()
        super().__init__(theme, self._model, _Cells(theme))
        announce(self, say("evidence.runs.name"), say("evidence.runs.keys"))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.add_act(say("evidence.copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy_rows)
        self.add_act(say("evidence.delete"), QKeySequence(QKeySequence.StandardKey.Delete), self._remove)

    def share_width(self) -> None:
        """Each column its share of the room, but a day and figures never less than they need; the version gives way."""
        room = self.viewport().width()
        widths = {column: max(int(room * share), self._least(column)) for column, share in _SHARES.items()}
        widths["version"] = max(room - sum(widths.values()) + widths["version"], int(room * _SHARES["version"] / 2))
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, widths[column])

    def _least(self, column: str) -> int:
        """The room that the widest of a column's cells needs, as far as they are alike."""
        if column == "version":
            return 0
        cells = {getattr(row, column) for row in self._model.rows[:_LOOKED_AT]}
        wide = max((self._theme.text_width(cell) for cell in cells), default=0.0)
        return round(wide) + _PADS + (24 if column == "word" else 0)

    def show_rows(self, rows: tuple[RunLine, ...], chosen: str) -> None:
        """Show runs, the ``chosen`` one selected; sends nothing."""
        model = self.selectionModel()
        blocked = model.blockSignals(True)
        if self._model.show_rows(rows):
            self.rescale()
            self.share_width()
        at = next((at for at, row in enumerate(rows) if row.id == chosen), -1)
        if at >= 0 and at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at, 0))
        model.blockSignals(blocked)
        self.viewport().update()

    def copy_rows(self) -> None:
        """Put the selected run on the clipboard, to paste into a spreadsheet."""
        if rows := self.chosen_rows():
            QGuiApplication.clipboard().setText(self._model.tab_separated(rows))

    def _remove(self) -> None:
        if self.currentIndex().isValid():
            self.removal_wanted.emit(self._model.rows[self.currentIndex().row()].id)

    def _tell(self, selected: QItemSelection) -> None:
        if indexes := selected.indexes():
            self.chosen.emit(self._model.rows[indexes[0].row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self._remove()
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """Paints the cells from tokens; the standing is icon, word and colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: RunLine = index.data(ROW)
        rect, state = QRectF(option.rect), option.state
        with cell_frame(painter, rect, state, self._theme) as inside:
            self._cell(painter, inside, row, COLUMNS[index.column()])

    def _cell(self, painter: QPainter, rect: QRectF, row: RunLine, column: str) -> None:
        if column == "word":
            at = QPointF(rect.left(), rect.center().y() - 8)
            icon(painter, at, self._theme, STATE_ICONS[row.state], row.state)
            words(painter, rect.adjusted(24, 0, 0, 0), row.word, self._theme, row.state)
            return
        role = "strong" if column == "share" else "body"
        ink = "block" if column == "against" and row.fallen else "quiet" if column == "against" else "text"
        align = RIGHT if column in NUMBERS else LEFT
        figures = column not in {"version", "word"}
        words(painter, rect, getattr(row, column), self._theme, ink, role, align=align, figures=figures)
