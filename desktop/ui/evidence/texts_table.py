"""The table of kept examples: the one that is chosen is read below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.reports.palette import STATE_ICONS, StateToken
from desktop.session.evidence_texts import TextLine
from desktop.text import say
from desktop.ui.evidence.row_table import RowTable, cell_frame
from desktop.ui.evidence.texts_model import COLUMNS, ROW, TextsModel
from desktop.ui.theme import Theme
from desktop.ui.widgets.paint import announce, icon, words

_SHARES = {"name": 0.15, "slice": 0.16, "input": 0.33, "expected": 0.13, "given": 0.13, "word": 0.1}


class TextsTable(RowTable):
    """``chosen`` carries the example to read, None for none."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._model = TextsModel()
        super().__init__(theme, self._model, _Cells(theme))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        announce(self, say("evidence.texts.table"), say("evidence.texts.keys"))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.add_act(say("evidence.copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy_rows)

    def shares(self) -> Mapping[int, float]:
        return {section: _SHARES[column] for section, column in enumerate(COLUMNS)}

    def show_rows(self, rows: Sequence[TextLine]) -> None:
        """Show examples, the first of them chosen."""
        if self._model.show_rows(rows):
            self.rescale()
            self.setCurrentIndex(self._model.index(0, 0))
            self._tell(QItemSelection())

    def copy_rows(self) -> None:
        """Put the selected examples on the clipboard, whole, to paste into a spreadsheet."""
        if rows := self.chosen_rows():
            QGuiApplication.clipboard().setText(self._model.tab_separated(rows))

    def _tell(self, _selected: QItemSelection) -> None:
        at = self.currentIndex().row()
        self.chosen.emit(self._model.rows[at] if 0 <= at < len(self._model.rows) else None)


class _Cells(QStyledItemDelegate):
    """Paints the cells from tokens; right and wrong are icon, word and colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: TextLine = index.data(ROW)
        with cell_frame(painter, QRectF(option.rect), option.state, self._theme) as inside:
            self._cell(painter, inside, row, COLUMNS[index.column()])

    def _cell(self, painter: QPainter, rect: QRectF, row: TextLine, column: str) -> None:
        if column == "word":
            state: StateToken = "done" if row.right else "block"
            icon(painter, QPointF(rect.left(), rect.center().y() - 8), self._theme, STATE_ICONS[state], state)
            words(painter, rect.adjusted(24, 0, 0, 0), row.word, self._theme, state)
            return
        ink, role = ("quiet", "body") if column == "slice" else ("text", "strong" if column == "name" else "body")
        words(painter, rect, getattr(row, column), self._theme, ink, role)
